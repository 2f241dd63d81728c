import type { Tx } from '@hubline/db/connection.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { targetsOf } from '../indicators/board.ts'

/** Whose targets: of the whole hub, or of one of its programmes. */
export type TargetsOf = { hub_id: string; year: Year; programme_id: string | undefined }

/** The targets of a year, of the hub or of a programme. */
export const yearTargetsOf = (db: Tx, { hub_id, year, programme_id }: TargetsOf) =>
  programme_id === undefined
    ? targetsOf(db, hub_id, year)
    : db
        .selectFrom('programme_target')
        .select(['id', 'version', 'indicator_key', 'value', 'profile'])
        .where('hub_id', '=', hub_id)
        .where('programme_id', '=', programme_id)
        .where('year', '=', year)
        .where('voided_at', 'is', null)
        .orderBy('indicator_key')
        .execute()
