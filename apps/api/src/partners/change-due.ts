import { ChangeDue } from '@hubline/domain/partners/return-form.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'

/** Gives a partner another day by which its return is due; the days before it stay on record. */
export const changeDue = writes('partner:receive')
  .input(ChangeDue)
  .mutation(async ({ ctx: { db, actor, today }, input: { id, version, due_on } }) => {
    if (due_on < today) throw new Problem('invalid', 'Enter a day from today on', 'due_on')
    return {
      version: await changeRecord(db, { kind: 'partner_ask', hub_id: actor.hub_id, id, version, values: { due_on } }),
    }
  })
