import { ChangeBusiness } from '@hubline/domain/businesses/register-business.ts'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'

/** New facts about a business: only what was sent changes. */
export const changeBusiness = writes('client:change')
  .input(ChangeBusiness)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const { request_id: _, id, version, ...values } = input
    return { version: await changeRecord(db, { kind: 'business', hub_id: actor.hub_id, id, version, values }) }
  })
