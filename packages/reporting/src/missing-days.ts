import type { PlainWay } from '@hubline/domain/indicators/in-words.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from './records.ts'

/** What a record without its deciding day says instead: it came so far all the same, and about when. */
type Missing = { statuses: readonly string[]; about: RawBuilder<unknown> }

/** By `record.deciding day`. A review that was only offered lacks no day; one whose report went out does. */
const MISSING: Readonly<Record<string, Missing>> = {
  'referral.accepted_on': {
    statuses: ['accepted', 'started', 'completed'],
    about: sql`coalesce(r.started_on, r.completed_on, r.made_on)`,
  },
  'skills_review.held_on': {
    statuses: ['held', 'report_issued', 'plan_agreed', 'uptake_recorded'],
    about: sql`coalesce(r.booked_on, r.offered_on)`,
  },
  'skills_review.plan_agreed_on': {
    statuses: ['plan_agreed', 'uptake_recorded'],
    about: sql`coalesce(r.held_on, r.booked_on, r.offered_on)`,
  },
  'grant_award.accepted_on': {
    statuses: ['offer_accepted', 'in_delivery', 'paid'],
    about: sql`coalesce(r.client_confirmed_on, r.paid_on, r.offered_on)`,
  },
  'grant_award.paid_on': { statuses: ['paid'], about: sql`coalesce(r.accepted_on, r.offered_on)` },
  'participation.qualifying_start_on': {
    statuses: ['started', 'in_learning', 'completed', 'achieved'],
    about: sql`coalesce(r.first_attended_on, r.funded_start_on, r.completed_on, r.achieved_on, r.enrolled_on)`,
  },
  'participation.completed_on': {
    statuses: ['completed', 'achieved'],
    about: sql`coalesce(r.achieved_on, r.ended_on, r.qualifying_start_on, r.enrolled_on)`,
  },
}

/** Records of a way that lack their deciding day although they came so far, about when being in the scope's days. */
export function lacksItsDay({ a, dated }: PlainWay, on: RawBuilder<unknown>, { from, to }: Scope): RawBuilder<unknown> {
  const missing = MISSING[`${a}.${dated}`]
  if (!missing) return sql`false`
  return sql`(${on} is null and r.status = any(${[...missing.statuses]}::text[]) and ${missing.about} between ${from} and ${to})`
}

/** Not of a record without its deciding day that was begun only after the scope's days: it cannot have come about in them. */
export function mayLieBefore({ a, dated }: PlainWay, on: RawBuilder<unknown>, { to }: Scope): RawBuilder<unknown> {
  const missing = MISSING[`${a}.${dated}`]
  return missing ? sql`(${on} is not null or ${missing.about} is null or ${missing.about} <= ${to})` : sql`true`
}
