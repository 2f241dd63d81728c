import { Problem } from '@hubline/domain/problem.ts'
import { AddSession, ChangeSession } from '@hubline/domain/training/course-form.ts'
import { changeRecord } from '../records/change-record.ts'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'
import { givePlaces, holdSession } from './places.ts'

/** The course is run once more, from one day to another, for so many people. */
export const addSession = writes('training:arrange')
  .input(AddSession)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const { request_id: _, ...run } = input
    const { hub_id } = actor
    const course = await db
      .selectFrom('course')
      .select('id')
      .where('hub_id', '=', hub_id)
      .where('id', '=', run.course_id)
      .where('voided_at', 'is', null)
      .executeTakeFirst()
    if (!course) throw new Problem('invalid', 'That course is not in your hub: choose it again', 'course_id')
    const reference = await nextReference(db, 'course_session', run.starts_on)
    await db
      .insertInto('course_session')
      .values({ ...run, hub_id, reference })
      .execute()
    return { id: run.id, reference }
  })

/** Days, place or places of a session change. More places go to those who wait for them, in their order. */
export const changeSession = writes('training:arrange')
  .input(ChangeSession)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const { request_id: _, id, version, ...values } = input
    const { hub_id } = actor
    await holdSession(db, hub_id, id)
    const changed = await changeRecord(db, { kind: 'course_session', hub_id, id, version, values })
    return { version: changed, given: await givePlaces(db, { hub_id, session_id: id, today }) }
  })
