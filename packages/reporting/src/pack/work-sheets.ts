import { UNCOUNTED_INTERACTION_KINDS } from '@hubline/domain/interactions/interactions-file.ts'
import { sql } from 'kysely'
import type { Scope } from '../records.ts'
import { knownBefore } from '../rule-sql.ts'
import type { PackQuery } from './pack-sheet.ts'
import { evidenceLevel, inYear, ofBusiness, ofHub, ofPerson, ofYear, yesNo } from './row-parts.ts'

const interactions = (scope: Scope) => sql`
  select 'interaction', r.reference, bu.reference, nu.reference, v.reference, r.kind, r.channel, r.occurred_on, r.minutes, null, null, p.name,
    ${yesNo(sql`r.start_up_support`)}, ${evidenceLevel},
    case when r.kind = any(${[...UNCOUNTED_INTERACTION_KINDS]}::text[]) then 'not countable kind' when r.minutes = 0 then 'no minutes' when r.evidence_level = 'none' then 'no evidence' end
  from interaction r ${ofBusiness} ${ofPerson} left join programme p on p.hub_id = r.hub_id and p.id = r.programme_id
    left join adviser v on v.hub_id = r.hub_id and v.id = r.adviser_id
  where ${ofHub(scope)} and ${inYear('r.occurred_on', scope)}`

const diagnostics = (scope: Scope) => sql`
  select 'diagnostic', r.reference, bu.reference, nu.reference, null, null, null, r.completed_on, null, null, null, null,
    ${yesNo(sql`r.start_up_support`)}, ${evidenceLevel}, case when r.evidence_level = 'none' then 'no evidence' end
  from diagnostic r ${ofBusiness} ${ofPerson} where ${ofHub(scope)} and ${inYear('r.completed_on', scope)}`

const attendances = (scope: Scope) => sql`
  select 'event place', r.reference, bu.reference, nu.reference, null, r.status, 'at_event', e.held_on, e.minutes, e.reference, e.status, p.name,
    ${yesNo(sql`e.start_up_support`)}, ${evidenceLevel},
    case when r.status <> 'attended' then 'did not attend' when e.status = 'cancelled' then 'event cancelled' when r.evidence_level = 'none' then 'no evidence' end
  from attendance r join event e on e.hub_id = r.hub_id and e.id = r.event_id and e.voided_at is null ${ofBusiness} ${ofPerson} left join programme p on p.hub_id = e.hub_id and p.id = e.programme_id
  where ${ofHub(scope)} and ${inYear('e.held_on', scope)}`

const enquiries = (scope: Scope) => sql`
  select 'enquiry', r.reference, bu.reference, nu.reference, null, r.status, r.channel, r.closed_on, r.minutes, null, null, null, null, null,
    case when r.status <> all('{answered,signposted,case_opened,referred}'::text[]) then 'status does not count' end
  from enquiry r ${ofBusiness} ${ofPerson} where ${ofHub(scope)} and ${inYear('r.closed_on', scope)}`

const partners = (scope: Scope) => sql`
  select 'partner support', r.reference, bu.reference, nu.reference, null, o.name, null, r.supported_on, r.minutes, null, null, null, null, ${evidenceLevel},
    case when r.evidence_level = 'none' then 'no evidence' end
  from partner_support r ${ofBusiness} ${ofPerson} left join organisation o on o.hub_id = r.hub_id and o.id = r.organisation_id
  where ${ofHub(scope)} and ${inYear('r.supported_on', scope)}`

/** Support of every kind by day; an event's place is a row for each guest. */
export const supportEvents: PackQuery = {
  name: 'Support events',
  columns: {
    record: 'text',
    ref: 'text',
    'business ref': 'text',
    'person ref': 'text',
    'adviser ref': 'text',
    kind: 'text',
    channel: 'text',
    date: 'day',
    minutes: 'number',
    'event ref': 'text',
    'event status': 'text',
    programme: 'text',
    'start-up support': 'text',
    evidence: 'text',
    countable: 'text',
    'reason if not': 'text',
  },
  by: ['date', 'record', 'ref'],
  rows: (scope) => sql`
    select *, case when "reason if not" is null then 'yes' else 'no' end as countable from (
      ${sql.join(
        [interactions, diagnostics, attendances, enquiries, partners].map((each) => each(scope)),
        sql` union all `,
      )}
    ) as s (record, ref, "business ref", "person ref", "adviser ref", kind, channel, date, minutes, "event ref", "event status", programme, "start-up support", evidence, "reason if not")`,
}

export const referrals: PackQuery = {
  name: 'Referrals',
  columns: {
    ref: 'text',
    'business ref': 'text',
    'person ref': 'text',
    category: 'text',
    partner: 'text',
    'made on': 'day',
    'accepted on': 'day',
    'started on': 'day',
    'completed on': 'day',
    status: 'text',
    'days to answer': 'number',
  },
  by: ['ref'],
  rows: (scope) => sql`
    select r.reference as ref, bu.reference as "business ref", nu.reference as "person ref", r.category, o.name as partner, r.made_on as "made on",
      r.accepted_on as "accepted on", r.started_on as "started on", r.completed_on as "completed on", r.status, r.accepted_on - r.made_on as "days to answer"
    from referral r ${ofBusiness} ${ofPerson} left join organisation o on o.hub_id = r.hub_id and o.id = r.organisation_id
    where ${ofHub(scope)} and ${ofYear('referral', ['made_on', 'accepted_on'], scope)}`,
}

const planLines = ({ hub_id }: Scope) => sql`
  select l.skills_review_id, count(*) as lines, count(*) filter (where l.status in ('enrolled', 'started', 'completed')) as taken_up
  from plan_line l where l.hub_id = ${hub_id} and l.voided_at is null group by l.skills_review_id`

export const skillsReviews: PackQuery = {
  name: 'Skills reviews',
  columns: {
    ref: 'text',
    'business ref': 'text',
    'offered on': 'day',
    channel: 'text',
    status: 'text',
    answer: 'text',
    'answered on': 'day',
    'booked on': 'day',
    'held on': 'day',
    'plan agreed on': 'day',
    'plan lines': 'number',
    'lines taken up': 'number',
    evidence: 'text',
  },
  by: ['ref'],
  rows: (scope) => sql`
    select r.reference as ref, bu.reference as "business ref", r.offered_on as "offered on", r.offer_channel as channel, r.status,
      case when r.status in ('declined', 'no_response') then concat_ws(': ', r.status, r.decline_reason) when r.status <> 'offered' then 'accepted' end as answer, r.answered_on as "answered on",
      r.booked_on as "booked on", r.held_on as "held on", r.plan_agreed_on as "plan agreed on", l.lines as "plan lines", l.taken_up as "lines taken up", ${evidenceLevel} as evidence
    from skills_review r ${ofBusiness} left join (${planLines(scope)}) as l on l.skills_review_id = r.id
    where ${ofHub(scope)} and ${ofYear('skills_review', ['offered_on', 'held_on', 'plan_agreed_on'], scope)}`,
}

export const training: PackQuery = {
  name: 'Training',
  columns: {
    ref: 'text',
    'person ref': 'text',
    'employer ref': 'text',
    'course ref': 'text',
    course: 'text',
    'course kind': 'text',
    provider: 'text',
    level: 'text',
    funding: 'text',
    enrolled: 'day',
    started: 'day',
    completed: 'day',
    achieved: 'day',
    'milestone 1': 'day',
    'milestone 2': 'day',
    'milestone 3': 'day',
    status: 'text',
    outcome: 'text',
    evidence: 'text',
  },
  by: ['ref'],
  rows: (scope) => sql`
    select r.reference as ref, nu.reference as "person ref", bu.reference as "employer ref", c.reference as "course ref", c.title as course, c.kind as "course kind", o.name as provider, c.level, l.funding_route as funding,
      r.enrolled_on as enrolled, r.qualifying_start_on as started, r.completed_on as completed, r.achieved_on as achieved,
      r.milestone_1_on as "milestone 1", r.milestone_2_on as "milestone 2", r.milestone_3_on as "milestone 3", r.status,
      case when r.role_started_on is not null then 'role started' when r.achieved_on is not null then 'achieved' when r.completed_on is not null then 'completed' when r.end_reason is not null then 'left: ' || r.end_reason end as outcome, ${evidenceLevel} as evidence
    from participation r ${ofBusiness} ${ofPerson} left join course c on c.hub_id = r.hub_id and c.id = r.course_id
      left join organisation o on o.hub_id = c.hub_id and o.id = c.organisation_id
      left join plan_line l on l.hub_id = r.hub_id and l.id = r.plan_line_id
    where ${ofHub(scope)} and ${ofYear(
      'participation',
      ['qualifying_start_on', 'enrolled_on', 'completed_on', 'achieved_on', 'milestone_1_on', 'milestone_3_on'],
      scope,
    )}`,
}

/** Who came to the hub in the year, and whether the person or the business had been in touch before. */
export const enquiriesReceived: PackQuery = {
  name: 'Enquiries',
  columns: {
    ref: 'text',
    'business ref': 'text',
    'person ref': 'text',
    'received on': 'day',
    channel: 'text',
    status: 'text',
    'known before': 'text',
  },
  by: ['ref'],
  rows: (scope) => sql`
    select r.reference as ref, bu.reference as "business ref", nu.reference as "person ref", r.received_on as "received on", r.channel, r.status,
      ${yesNo(knownBefore(sql`r.received_on`))} as "known before"
    from enquiry r ${ofBusiness} ${ofPerson} where ${ofHub(scope)} and ${inYear('r.received_on', scope)}`,
}

/** What advisers judged of businesses in the year. */
export const judgements: PackQuery = {
  name: 'Judgements',
  columns: { 'judgement ref': 'text', 'business ref': 'text', ref: 'text', judgement: 'text', date: 'day' },
  by: ['judgement ref'],
  rows: (scope) => sql`
    select r.reference as "judgement ref", bu.reference as "business ref", b.reference as ref, r.flag as judgement, r.flagged_on as date
    from business_flag r ${ofBusiness} where ${ofHub(scope)} and ${inYear('r.flagged_on', scope)}`,
}
