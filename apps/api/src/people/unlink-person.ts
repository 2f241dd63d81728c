import { UnlinkPerson } from '@hubline/domain/people/register-person.ts'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'

/** Ends a role at a business, today unless another day is given. That it was held stays known. */
export const unlinkPerson = writes('client:change')
  .input(UnlinkPerson)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const { id, version, to_on } = input
    return {
      version: await changeRecord(db, {
        kind: 'business_role',
        hub_id: actor.hub_id,
        id,
        version,
        values: { to_on: to_on ?? today },
      }),
    }
  })
