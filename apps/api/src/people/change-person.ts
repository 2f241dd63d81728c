import { ChangePerson } from '@hubline/domain/people/register-person.ts'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'

/** New facts about a person: only what was sent changes. What they say to offers by mail holds from today. */
export const changePerson = writes('client:change')
  .input(ChangePerson)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const { request_id: _, id, version, ...values } = input
    const { mailings } = values
    const said = mailings === undefined ? {} : { mailings_on: mailings === null ? null : today }
    return {
      version: await changeRecord(db, {
        kind: 'person',
        hub_id: actor.hub_id,
        id,
        version,
        values: { ...values, ...said },
      }),
    }
  })
