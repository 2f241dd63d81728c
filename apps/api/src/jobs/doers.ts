import { remindOfReview } from '../calendar/remind-of-review.ts'
import { deliverMail } from '../mail/deliver-mail.ts'
import { sendOffers } from '../skills-reviews/send-offers.ts'
import type { Doer } from './doer.ts'
import type { JobKind } from './job-inputs.ts'

/** Who does each kind of background job. */
export const DOERS: { readonly [K in JobKind]: Doer<K> } = {
  deliver_mail: deliverMail,
  remind_of_review: remindOfReview,
  send_offers: sendOffers,
}
