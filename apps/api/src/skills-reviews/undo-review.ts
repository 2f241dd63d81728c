import { UndoChange } from '@hubline/domain/skills-reviews/offers.ts'
import { writes } from '../trpc.ts'
import { takeBackReview } from './take-back.ts'

/** Takes back what one logged oneself on an offer within the last day. */
export const undoReview = writes('review:work')
  .input(UndoChange)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    await takeBackReview(db, actor, input)
    return { undone: true }
  })
