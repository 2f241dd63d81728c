import { stagesOf } from '@hubline/domain/indicators/day-stages.ts'
import type { PlainWay } from '@hubline/domain/indicators/plain-way.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from './records.ts'

/** About when a record without its deciding day came so far, or could have had it at the earliest: by `record.deciding day`. */
const ABOUT: Readonly<Record<string, RawBuilder<unknown>>> = {
  'referral.accepted_on': sql`coalesce(r.started_on, r.completed_on, r.made_on)`,
  'referral.started_on': sql`coalesce(r.completed_on, r.accepted_on, r.made_on)`,
  'referral.closed_on': sql`coalesce(r.completed_on, r.started_on, r.accepted_on, r.made_on)`,
  'referral.completed_on': sql`coalesce(r.closed_on, r.started_on, r.accepted_on, r.made_on)`,
  'skills_review.booked_on': sql`coalesce(r.held_on, r.offered_on)`,
  'skills_review.held_on': sql`coalesce(r.booked_on, r.offered_on)`,
  'skills_review.plan_agreed_on': sql`coalesce(r.held_on, r.booked_on, r.offered_on)`,
  'grant_award.offered_on': sql`coalesce(r.client_confirmed_on, r.accepted_on, r.paid_on)`,
  'grant_award.client_confirmed_on': sql`coalesce(r.accepted_on, r.offered_on)`,
  'grant_award.accepted_on': sql`coalesce(r.client_confirmed_on, r.paid_on, r.offered_on)`,
  'grant_award.paid_on': sql`coalesce(r.accepted_on, r.offered_on)`,
  'enquiry.closed_on': sql`r.received_on`,
  'outcome.verified_on': sql`r.occurred_on`,
  'participation.enrolled_on': sql`coalesce(r.first_attended_on, r.funded_start_on, r.qualifying_start_on, r.completed_on)`,
  'participation.qualifying_start_on': sql`coalesce(r.first_attended_on, r.funded_start_on, r.completed_on, r.achieved_on, r.enrolled_on)`,
  'participation.completed_on': sql`coalesce(r.achieved_on, r.ended_on, r.qualifying_start_on, r.enrolled_on)`,
  'participation.achieved_on': sql`coalesce(r.completed_on, r.ended_on, r.qualifying_start_on, r.enrolled_on)`,
}

/** What a record without its deciding day says instead: it came so far all the same, and about when. */
function missingOf({ a, dated }: PlainWay) {
  const [stages, about] = [stagesOf(a, dated), ABOUT[`${a}.${dated}`]]
  return stages && about ? { field: stages.field, statuses: stages.reached, about } : undefined
}

/** Records of a way that lack their deciding day although they came so far, about when being in the scope's days. */
export function lacksItsDay(way: PlainWay, on: RawBuilder<unknown>, { from, to }: Scope): RawBuilder<unknown> {
  const missing = missingOf(way)
  if (!missing || missing.statuses.length === 0) return sql`false`
  return sql`(${on} is null and ${sql.ref(`r.${missing.field}`)} = any(${[...missing.statuses]}::text[]) and ${missing.about} between ${from} and ${to})`
}

/** Not of a record without its deciding day that was begun only after the scope's days: it cannot have come about in them. */
export function mayLieBefore(way: PlainWay, on: RawBuilder<unknown>, { to }: Scope): RawBuilder<unknown> {
  const missing = missingOf(way)
  return missing ? sql`(${on} is not null or ${missing.about} is null or ${missing.about} <= ${to})` : sql`true`
}
