import { Different, keepDifferent } from '../businesses/say-different.ts'
import { writes } from '../trpc.ts'

/** "Not the same person": said once, and the two are not offered as duplicates again. */
export const sayDifferent = writes('client:change')
  .input(Different)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    await keepDifferent(db, actor, { kind: 'person', one_id: input.one_id, other_id: input.other_id })
    return { said: true }
  })
