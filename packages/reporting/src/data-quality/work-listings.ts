import { sql } from 'kysely'
import { ADVISER_OF_CLIENT, COUNTABLE, NOBODY, type Parts, type QualityScope, adviserOf } from './parts.ts'

const INTERACTION = {
  from: sql`interaction r`,
  on: sql`r.occurred_on`,
  owner: sql`r.adviser_id`,
  client: ['business', 'person'],
} as const satisfies Partial<Parts>

const CASE = { from: sql`"case" r`, owner: sql`r.owner_id`, client: ['business', 'person'] } as const

/** The business of an interaction, and the one that it counts as. */
const WITH_BUSINESS = sql`interaction r
  join business b on b.hub_id = r.hub_id and b.id = r.business_id
  join business u on u.hub_id = b.hub_id and u.id = b.counts_as_id`

/** The queries of the rules about work. */
export const WORK_LISTINGS = {
  interaction_before_incorporation: () => ({
    ...INTERACTION,
    from: WITH_BUSINESS,
    where: sql`coalesce(u.incorporated_on, b.incorporated_on) > r.occurred_on`,
    facts: sql`jsonb_build_object('incorporated_on', coalesce(u.incorporated_on, b.incorporated_on))`,
  }),
  interaction_without_minutes: () => ({ ...INTERACTION, where: sql`r.minutes = 0 and ${COUNTABLE}` }),
  interaction_without_evidence: () => ({
    ...INTERACTION,
    where: sql`r.evidence_level = 'none' and r.minutes >= 1 and ${COUNTABLE}`,
  }),
  interaction_over_eight_hours: () => ({
    ...INTERACTION,
    where: sql`r.minutes > 480 and ${COUNTABLE}`,
    facts: sql`jsonb_build_object('minutes', r.minutes)`,
  }),
  interaction_without_adviser: () => ({
    ...INTERACTION,
    where: sql`r.adviser_id is null and r.minutes >= 1 and ${COUNTABLE}`,
    owner: ADVISER_OF_CLIENT,
  }),
  start_up_support_while_trading: () => ({
    ...INTERACTION,
    from: sql`interaction r
      join person n on n.hub_id = r.hub_id and n.id = r.person_id
      join person m on m.hub_id = n.hub_id and m.id = n.counts_as_id`,
    where: sql`r.start_up_support and r.minutes >= 1 and ${COUNTABLE} and m.trading_since <= r.occurred_on`,
    facts: sql`jsonb_build_object('trading_since', m.trading_since)`,
  }),
  attendance_of_nobody: () => ({
    from: sql`attendance r join event e on e.hub_id = r.hub_id and e.id = r.event_id and e.voided_at is null`,
    where: sql`r.status = 'attended' and r.business_id is null and r.person_id is null and e.status <> 'cancelled'`,
    on: sql`e.held_on`,
    owner: NOBODY,
    client: [],
    facts: sql`jsonb_build_object('event', e.title)`,
  }),
  referral_before_consent: () => ({
    from: sql`referral r`,
    where: sql`r.consent_on > r.made_on and r.status <> 'withdrawn'`,
    on: sql`r.made_on`,
    owner: sql`coalesce(r.adviser_id, ${ADVISER_OF_CLIENT})`,
    client: ['business', 'person'],
    facts: sql`jsonb_build_object('consent_on', r.consent_on)`,
  }),
  review_held_without_broker: () => ({
    from: sql`skills_review r`,
    where: sql`r.broker_id is null`,
    on: sql`r.held_on`,
    owner: adviserOf('business', sql`r.business_id`),
    client: ['business'],
  }),
  closed_case_with_next_step: ({ today }: QualityScope) => ({
    ...CASE,
    where: sql`r.status = 'closed' and r.next_on > ${today}`,
    on: sql`r.next_on`,
    facts: sql`jsonb_build_object('next_on', r.next_on)`,
  }),
  open_case_without_owner: () => ({
    ...CASE,
    where: sql`r.status <> 'closed' and r.owner_id is null`,
    on: sql`r.opened_on`,
    owner: ADVISER_OF_CLIENT,
    facts: sql`jsonb_build_object('opened_on', r.opened_on)`,
  }),
  open_case_of_ceased_business: () => ({
    ...CASE,
    from: sql`"case" r
      join business b on b.hub_id = r.hub_id and b.id = r.business_id
      join business u on u.hub_id = b.hub_id and u.id = b.counts_as_id`,
    where: sql`r.status <> 'closed' and u.trading_status = 'ceased'`,
    on: sql`r.opened_on`,
    facts: sql`jsonb_build_object('opened_on', r.opened_on)`,
  }),
} as const satisfies Record<string, (scope: QualityScope) => Parts>
