import type { Made, TestHub } from './hub.ts'
import { aRecord } from './records.ts'

type CaseFacts = {
  reference: string
  owner_id: string
  opened_on: string
  status: 'open' | 'in_delivery' | 'dormant' | 'closed'
  next_step: string
  next_on: string
  kind: 'growth' | 'skills'
}

/** A case of a business, open and owned by the adviser unless it says otherwise. Gives its id. */
export const aCase = (hub: TestHub, client: Made, facts: Partial<CaseFacts> = {}): Promise<string> =>
  aRecord(hub, 'case', {
    hub_id: hub.hub_id,
    business_id: client.id,
    kind: 'growth',
    opened_on: '2021-12-01',
    status: 'open',
    owner_id: hub.advisers.adviser,
    ...facts,
    ...(facts.status === 'closed' ? { closed_on: '2022-03-01', close_reason: 'goals_met' } : {}),
  })

/** A meeting with a business that counts. */
export const aMeeting = (hub: TestHub, client: Made, occurred_on: string, minutes = 60): Promise<string> =>
  aRecord(hub, 'interaction', {
    hub_id: hub.hub_id,
    business_id: client.id,
    kind: 'mentoring',
    channel: 'video',
    occurred_on,
    minutes,
  })
