import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import type { QualityScope } from '@hubline/reporting/data-quality/parts.ts'
import { scopeOf } from '@hubline/reporting/evidence.ts'
import { z } from 'zod'

/** Everybody's, the asker's own, or an adviser's. */
export const AskWhose = z.union([z.enum(['everyone', 'mine']), z.uuid()]).default('everyone')

type Asked = { actor: Actor; year: Year; whose: z.infer<typeof AskWhose>; today: Day }

/** Which records a rule looks at. */
export async function scopeFor(db: Tx, { actor, year, whose, today }: Asked): Promise<QualityScope> {
  const owner_id = whose === 'mine' ? actor.adviser_id : whose
  return {
    ...(await scopeOf(db, { hub_id: actor.hub_id, year })),
    today,
    ...(owner_id === 'everyone' ? {} : { owner_id }),
  }
}
