import type { Made, TestHub } from './hub.ts'
import { aRecord } from './records.ts'

type ReviewFacts = {
  reference: string
  status: 'offered' | 'accepted' | 'booked' | 'held' | 'plan_agreed' | 'declined'
  offered_on: string
  held_on: string
  plan_agreed_on: string
  broker_id: string
}

/** A skills review of a business, held in March 2022 unless it says otherwise. Gives its id. */
export const aReview = (hub: TestHub, business: Made, facts: Partial<ReviewFacts> = {}): Promise<string> =>
  aRecord(hub, 'skills_review', {
    hub_id: hub.hub_id,
    business_id: business.id,
    offered_on: '2022-03-01',
    status: 'held',
    broker_id: hub.advisers.skills_broker,
    ...(facts.status === undefined || facts.status === 'held' ? { held_on: '2022-03-20' } : {}),
    ...facts,
  })

type GapFacts = { role: string; skill: string; people: number; place: string; urgency: 'now' | 'this_year' | 'later' }

/** Something that people of a reviewed business lack. Gives its id. */
export const aGap = (hub: TestHub, skills_review_id: string, facts: Partial<GapFacts> = {}): Promise<string> =>
  aRecord(hub, 'skills_gap', {
    hub_id: hub.hub_id,
    skills_review_id,
    place: '1',
    role: 'CNC setters',
    role_group: 'skilled_trades',
    skill: 'Lean working',
    skill_area: 'technical',
    level: '2',
    people: 3,
    urgency: 'now',
    ...facts,
  })

export const aCourse = (
  hub: TestHub,
  title: string,
  facts: { level?: '2' | '3'; organisation_id?: string } = {},
): Promise<string> => aRecord(hub, 'course', { hub_id: hub.hub_id, title, ...facts })
