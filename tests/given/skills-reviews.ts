import { randomUUID } from 'node:crypto'
import type { Made, TestHub } from './hub.ts'
import { aRecord } from './records.ts'

type ReviewFacts = {
  reference: string
  status:
    | 'offered'
    | 'declined'
    | 'no_response'
    | 'accepted'
    | 'booked'
    | 'cancelled'
    | 'no_show'
    | 'held'
    | 'report_issued'
    | 'plan_agreed'
    | 'uptake_recorded'
    | 'closed'
  offered_on: string
  answered_on: string
  booked_on: string
  held_on: string
  plan_agreed_on: string
  uptake_on: string
  decline_reason: 'no_time' | 'no_need'
  broker_id: string
}

/** A skills review of a business: an offer of March 2022 that waits, unless it says otherwise. Gives its id. */
export const aReview = (hub: TestHub, business: Made, facts: Partial<ReviewFacts> = {}): Promise<string> =>
  aRecord(hub, 'skills_review', {
    hub_id: hub.hub_id,
    business_id: business.id,
    status: 'offered',
    offered_on: '2022-03-01',
    broker_id: hub.advisers.skills_broker,
    ...facts,
  })

/** What a filled form about an offer holds: made by telephone today, no answer yet. */
export const anOfferForm = (
  business: Made,
  facts: Partial<{
    offered_on: string
    offered_to_id: string
    answer: 'waiting' | 'accepted' | 'declined'
    decline_reason: 'no_time' | 'other'
  }> = {},
) => ({
  request_id: randomUUID(),
  id: randomUUID(),
  business_id: business.id,
  offered_on: '2022-03-31',
  offer_channel: 'telephone' as const,
  answer: 'waiting' as const,
  ...facts,
})

export const theReview = (hub: TestHub, id: string) =>
  hub.inside((tx) =>
    tx
      .selectFrom('skills_review')
      .selectAll()
      .where('hub_id', '=', hub.hub_id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
