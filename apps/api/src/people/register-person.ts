import { RegisterPerson } from '@hubline/domain/people/register-person.ts'
import { keepDifferent } from '../businesses/say-different.ts'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'

/** Takes in a person whom the hub has not met, with their role at a business if one is named. */
export const registerPerson = writes('client:register')
  .input(RegisterPerson)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const { request_id: _, although_similar_to, works_at, ...facts } = input
    const reference = await nextReference(db, 'person')
    const { id } = await db
      .insertInto('person')
      .values({ ...facts, hub_id: actor.hub_id, reference })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (works_at) {
      const role = await nextReference(db, 'business_role')
      await db
        .insertInto('business_role')
        .values({ ...works_at, hub_id: actor.hub_id, reference: role, person_id: id })
        .execute()
    }
    for (const other_id of although_similar_to) await keepDifferent(db, actor, { kind: 'person', one_id: id, other_id })
    return { id, reference }
  })
