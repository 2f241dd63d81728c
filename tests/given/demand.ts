import type { DB } from '@hubline/db/schema.ts'
import type { Insertable } from 'kysely'
import type { Made, TestHub } from './hub.ts'
import { aRecord } from './records.ts'

/** Facts of one kind of record, as they are written. */
type Facts<T extends 'skills_review' | 'skills_gap' | 'plan_line'> = Partial<Insertable<DB[T]>>

/** A review that was held on a day of 2021-22, with the broker of the hub. */
export const aHeldReview = (hub: TestHub, business: Made, facts: Facts<'skills_review'> = {}): Promise<string> =>
  aRecord(hub, 'skills_review', {
    hub_id: hub.hub_id,
    business_id: business.id,
    broker_id: hub.advisers.skills_broker,
    status: 'held',
    offered_on: '2021-05-01',
    held_on: '2021-06-01',
    ...facts,
  })

/** Three setters who lack lean working, soon. */
export const aSaidGap = (hub: TestHub, skills_review_id: string, facts: Facts<'skills_gap'> = {}): Promise<string> =>
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

/** Two people who are to learn to use spreadsheets. */
export const aPlanLine = (hub: TestHub, skills_review_id: string, facts: Facts<'plan_line'> = {}): Promise<string> =>
  aRecord(hub, 'plan_line', {
    hub_id: hub.hub_id,
    skills_review_id,
    place: '1',
    need: 'Excel for office staff',
    role_group: 'administrative',
    skill_area: 'digital',
    level: '2',
    people: 2,
    ...facts,
  })

/** Gives a business its code of what it does. */
export const withSicCode = (hub: TestHub, { id }: Made, sic_code: string) =>
  hub.inside((tx) =>
    tx.updateTable('business').set({ sic_code }).where('hub_id', '=', hub.hub_id).where('id', '=', id).execute(),
  )
