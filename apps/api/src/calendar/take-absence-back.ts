import { TakeAbsenceBack } from '@hubline/domain/calendar/keep-diary.ts'
import { sql } from 'kysely'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'
import { mustKeepDiaryOf } from './whose-diary.ts'

/** An absence that is not one after all: the time can be booked again. */
export const takeAbsenceBack = writes('diary:keep')
  .input(TakeAbsenceBack)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const { hub_id } = actor
    const { id, version } = input
    const absence = await db
      .selectFrom('absence')
      .select('adviser_id')
      .where('hub_id', '=', hub_id)
      .where('id', '=', id)
      .executeTakeFirst()
    if (absence) await mustKeepDiaryOf(db, actor, absence.adviser_id)
    const values = { voided_at: sql`now()`, voided_by: actor.adviser_id, void_reason: 'Taken back' }
    return { version: await changeRecord(db, { kind: 'absence', hub_id, id, version, values }) }
  })
