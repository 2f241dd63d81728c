import { randomUUID } from 'node:crypto'
import { USUAL_LETTER } from '@hubline/domain/skills-reviews/offer-letter.ts'
import { STAFF_ROLES, type Role } from '@hubline/domain/staff/permissions.ts'
import type { Answer } from './answer.ts'

const everyone = STAFF_ROLES
const brokers: readonly Role[] = ['skills_broker', 'manager', 'admin']

const sent = () => ({ request_id: randomUUID() })
const changed = (id: string) => ({ ...sent(), id, version: 1 })
const made = () => ({ ...sent(), id: randomUUID() })

/** The part of the table of answers that is about offers of skills reviews and call lists. */
export const SKILLS_REVIEW_ANSWERS: Readonly<Record<string, Answer>> = {
  'callLists.callAgain': { may: brokers, ask: ({ call_list_id }) => ({ ...sent(), id: call_list_id }) },
  'callLists.claim': {
    may: brokers,
    ask: ({ call_list_id, call_list_entry_id }) => ({ ...sent(), id: call_list_id, skip: call_list_entry_id }),
  },
  'callLists.count': { may: brokers, ask: () => ({ not_offered_months: 0 }) },
  'callLists.entries': { may: brokers, ask: ({ call_list_id }) => ({ id: call_list_id }) },
  'callLists.list': { may: brokers, ask: () => ({ size: 100 }) },
  'callLists.log': {
    may: brokers,
    ask: ({ call_list_entry_id, person_id }) => ({
      ...changed(call_list_entry_id),
      outcome: 'accepted',
      offered_to_id: person_id,
    }),
  },
  'callLists.make': {
    may: brokers,
    ask: () => ({ ...made(), name: 'Autumn calls', criteria: { not_offered_months: 0 }, most: 10 }),
  },
  'callLists.page': { may: brokers, ask: ({ call_list_reference }) => ({ reference: call_list_reference }) },
  'callLists.putAway': { may: brokers, ask: ({ call_list_id }) => changed(call_list_id) },
  // Nothing was logged about the call.
  'callLists.undo': {
    may: brokers,
    ask: ({ call_list_entry_id }) => changed(call_list_entry_id),
    answer: 'BAD_REQUEST',
  },
  'offerMail.candidates': { may: brokers, ask: () => ({ criteria: { not_offered_months: 0 } }) },
  'offerMail.letters': { may: brokers, ask: ({ offer_mailing_id }) => ({ id: offer_mailing_id }) },
  'offerMail.list': { may: brokers, ask: () => ({ size: 100 }) },
  'offerMail.page': { may: brokers, ask: ({ offer_mailing_reference }) => ({ reference: offer_mailing_reference }) },
  'offerMail.send': {
    may: brokers,
    ask: () => ({ ...made(), ...USUAL_LETTER, criteria: { not_offered_months: 0 }, most: 10 }),
  },
  'skillsReviews.answer': { may: brokers, ask: ({ offer_id }) => ({ ...changed(offer_id), answer: 'accepted' }) },
  'skillsReviews.funnel': { may: everyone, ask: () => ({ year: '2021-22' }) },
  'skillsReviews.list': { may: everyone, ask: ({ business_id }) => ({ business_id }) },
  'skillsReviews.offer': {
    may: brokers,
    ask: ({ business_id, person_id }) => ({
      ...made(),
      business_id,
      offered_on: '2022-03-31',
      offer_channel: 'telephone',
      offered_to_id: person_id,
      answer: 'declined',
      decline_reason: 'no_time',
    }),
  },
  'skillsReviews.recentChanges': { may: brokers, ask: () => undefined },
  // Each undoes only what they did themselves.
  'skillsReviews.undo': { may: brokers, ask: ({ offer_id }) => changed(offer_id), answer: 'BAD_REQUEST' },
}
