import type { Db } from '@hubline/db/connection.ts'
import type { Taken } from '@hubline/domain/staff/taken.ts'

/** Notes in the audit trail that somebody asked for a file, or has all of it. */
export const noteTaken = (db: Db, hub_id: string, what: `${Taken}.asked` | `${Taken}.downloaded`, detail: object) =>
  db
    .insertInto('audit_entry')
    .values({ hub_id, what, detail: JSON.stringify(detail) })
    .execute()
