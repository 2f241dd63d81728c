import { router } from '../trpc.ts'
import { mailCandidates } from './mail-candidates.ts'
import { offerLetters, offerMailing, offerMailings } from './offer-mailings.ts'
import { writeOffers } from './write-offers.ts'

export const offerMailRouter = router({
  candidates: mailCandidates,
  letters: offerLetters,
  list: offerMailings,
  page: offerMailing,
  send: writeOffers,
})
