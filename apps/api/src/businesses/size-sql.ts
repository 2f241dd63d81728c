import type { SizeBand } from '@hubline/domain/businesses/size-bands.ts'
import { sql } from 'kysely'
import type { Sql } from '../records/client.ts'

/** Whether the business `b` falls in a band. */
export const SIZE_SQL: Readonly<Record<SizeBand, Sql<boolean>>> = {
  micro: sql`b.employees_fte < 10`,
  small: sql`(b.employees_fte >= 10 and b.employees_fte < 50)`,
  medium: sql`(b.employees_fte >= 50 and b.employees_fte < 250)`,
  large: sql`b.employees_fte >= 250`,
  unknown: sql`b.employees_fte is null`,
}
