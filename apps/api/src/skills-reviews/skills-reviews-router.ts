import { router } from '../trpc.ts'
import { answerOffer } from './answer-offer.ts'
import { brokerMonth, monthList } from './broker-month.ts'
import { demand, needs } from './demand.ts'
import { demandToPublish } from './demand-to-publish.ts'
import { funnel } from './funnel.ts'
import { listReviews } from './list-reviews.ts'
import { offerReview } from './offer-review.ts'
import { recentChanges } from './recent-changes.ts'
import { undoReview } from './undo-review.ts'

export const skillsReviewsRouter = router({
  answer: answerOffer,
  demand,
  demandToPublish,
  funnel,
  list: listReviews,
  month: brokerMonth,
  monthList,
  needs,
  offer: offerReview,
  recentChanges,
  undo: undoReview,
})
