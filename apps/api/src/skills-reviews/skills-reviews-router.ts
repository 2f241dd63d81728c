import { router } from '../trpc.ts'
import { answerOffer } from './answer-offer.ts'
import { offerReview } from './offer-review.ts'
import { undoReview } from './undo-review.ts'

export const skillsReviewsRouter = router({ answer: answerOffer, offer: offerReview, undo: undoReview })
