import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { AddCourse, AddProvider, ChangeCourse } from '@hubline/domain/training/course-form.ts'
import { changeRecord } from '../records/change-record.ts'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'

/** A course that learners can be put on. */
export const addCourse = writes('training:arrange')
  .input(AddCourse)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const { request_id: _, ...facts } = input
    const { hub_id } = actor
    await mustBeProvider(db, hub_id, facts.organisation_id)
    const reference = await nextReference(db, 'course')
    await db
      .insertInto('course')
      .values({ ...facts, guided_hours: facts.guided_hours?.toString(), hub_id, reference })
      .execute()
    return { id: facts.id, reference }
  })

/** What is known of a course changes. Learners who are on it keep the qualifying start that they have. */
export const changeCourse = writes('training:arrange')
  .input(ChangeCourse)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const { request_id: _, id, version, ...values } = input
    const { hub_id } = actor
    await mustBeProvider(db, hub_id, values.organisation_id)
    return { version: await changeRecord(db, { kind: 'course', hub_id, id, version, values }) }
  })

/** An organisation that runs courses and that the hub did not know. */
export const addProvider = writes('training:arrange')
  .input(AddProvider)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const { request_id: _, ...facts } = input
    const reference = await nextReference(db, 'organisation')
    await db
      .insertInto('organisation')
      .values({ ...facts, hub_id: actor.hub_id, reference })
      .execute()
    return { id: facts.id, reference }
  })

/** @throws Problem 'invalid' at field `organisation_id` */
async function mustBeProvider(tx: Tx, hub_id: string, id: string | null | undefined): Promise<void> {
  if (!id) return
  const found = await tx
    .selectFrom('organisation')
    .select('id')
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  if (!found) throw new Problem('invalid', 'That provider is not in your hub: choose another', 'organisation_id')
}
