import { changed } from '@hubline/domain/fields.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'

/** Puts a call list away: what was logged stays, and the businesses that wait on it are free for another list. */
export const putAwayCallList = writes('review:work')
  .input(z.object(changed))
  .mutation(async ({ ctx: { db, actor }, input: { id, version } }) => {
    const values = { voided_at: sql`now()`, voided_by: actor.adviser_id, void_reason: 'Put away' }
    return { version: await changeRecord(db, { kind: 'call_list', hub_id: actor.hub_id, id, version, values }) }
  })
