import { sent } from '@hubline/domain/fields.ts'
import { z } from 'zod'
import { writes } from '../trpc.ts'
import { mustBeInUse } from './list-in-use.ts'

/** Puts those that gave no answer back on their list, for another round. */
export const callAgain = writes('review:work')
  .input(z.object({ ...sent, id: z.uuid('Choose the call list again') }))
  .mutation(async ({ ctx: { db, actor }, input: { id } }) => {
    await mustBeInUse(db, actor.hub_id, id)
    const again = await db
      .updateTable('call_list_entry')
      .set({ outcome: null, outcome_at: null, outcome_by_id: null, interaction_id: null })
      .where('hub_id', '=', actor.hub_id)
      .where('call_list_id', '=', id)
      .where('outcome', '=', 'no_answer')
      .where('voided_at', 'is', null)
      .executeTakeFirst()
    return { businesses: Number(again.numUpdatedRows) }
  })
