import { OfferReview, mustHaveBeenMade } from '@hubline/domain/skills-reviews/offers.ts'
import { writes } from '../trpc.ts'
import { doesItCount } from './does-it-count.ts'
import { makeOffer } from './make-offer.ts'

/** Logs the offer of a skills review, with the answer if the business gave one. */
export const offerReview = writes('review:work')
  .input(OfferReview)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const { request_id: _, offered_to_id = null, decline_reason = null, ...facts } = input
    mustHaveBeenMade(facts, today)
    const { id, reference } = await makeOffer(db, actor, { ...facts, offered_to_id, decline_reason }, today)
    const { business_id, offered_on } = facts
    return {
      id,
      reference,
      version: 1,
      count: await doesItCount(db, { hub_id: actor.hub_id, business_id, review_id: id, offered_on }),
    }
  })
