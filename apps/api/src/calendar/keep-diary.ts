import { KeepDiary } from '@hubline/domain/calendar/keep-diary.ts'
import { changeRecord } from '../records/change-record.ts'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'
import { mustKeepDiaryOf } from './whose-diary.ts'

/** Says how an adviser's days are set out: their own, or by who leads anybody's. */
export const keepDiary = writes('diary:keep')
  .input(KeepDiary)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const { hub_id } = actor
    const { request_id: _, version, adviser_id = actor.adviser_id, hours, ...set } = input
    await mustKeepDiaryOf(db, actor, adviser_id)
    const values = { ...set, video_link: set.video_link ?? null, hours: JSON.stringify(hours) }
    const kept = await db
      .selectFrom('diary')
      .select('id')
      .where('hub_id', '=', hub_id)
      .where('adviser_id', '=', adviser_id)
      .executeTakeFirst()
    if (kept) return { version: await changeRecord(db, { kind: 'diary', hub_id, id: kept.id, version, values }) }
    return db
      .insertInto('diary')
      .values({ ...values, hub_id, adviser_id, reference: await nextReference(db, 'diary') })
      .returning('version')
      .executeTakeFirstOrThrow()
  })
