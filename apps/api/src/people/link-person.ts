import { LinkPerson } from '@hubline/domain/people/register-person.ts'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'

/** Gives a person a role at a business. */
export const linkPerson = writes('client:change')
  .input(LinkPerson)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const { request_id: _, ...role } = input
    const reference = await nextReference(db, 'business_role')
    return db
      .insertInto('business_role')
      .values({ ...role, hub_id: actor.hub_id, reference })
      .returning(['id', 'reference'])
      .executeTakeFirstOrThrow()
  })
