import { router } from '../trpc.ts'
import { answerOffer } from './answer-offer.ts'
import { funnel } from './funnel.ts'
import { listReviews } from './list-reviews.ts'
import { offerReview } from './offer-review.ts'
import { recentChanges } from './recent-changes.ts'
import { undoReview } from './undo-review.ts'

export const skillsReviewsRouter = router({
  answer: answerOffer,
  funnel,
  list: listReviews,
  offer: offerReview,
  recentChanges,
  undo: undoReview,
})
