import { type RawBuilder, sql } from 'kysely'
import { CUMULATING_REGIMES, MOST_ASSISTANCE_PENCE, NEVER_GIVEN } from '@hubline/domain/grants/minimal-assistance.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import type { PackQuery } from './pack-sheet.ts'
import { evidenceLevel, inYear, ofBusiness, ofHub, ofPerson, ofYear, pounds, yesNo } from './row-parts.ts'

const PROJECT = sql`left join capital_project j on j.hub_id = r.hub_id and j.id = r.capital_project_id`
const PROGRAMME = sql`left join programme p on p.hub_id = r.hub_id and p.id = r.programme_id`
const JOBS = sql`r.kind in ('job_created', 'job_safeguarded', 'construction_job')`
const INVESTMENTS = sql`r.kind in ('investment_private', 'investment_public')`

/** As its figure counts the post: a created one of 30 hours, any other of the employer's own week. */
const FTE = sql`trim_scale(round(case when r.kind = 'job_created' then least(r.hours_per_week, 30) / 30::numeric else least(1, r.hours_per_week::numeric(40, 24) / coalesce(r.full_time_week, 37.5)) end, 12))`

export const jobs: PackQuery = {
  name: 'Jobs',
  columns: {
    ref: 'text',
    'business ref': 'text',
    type: 'text',
    state: 'text',
    'hours/week': 'number',
    'full-time week': 'number',
    'FTE basis': 'text',
    FTE: 'number',
    'months expected': 'number',
    permanent: 'text',
    start: 'day',
    'at risk noted on': 'day',
    primary: 'text',
    share: 'number',
    evidence: 'text',
    'verified by': 'text',
    'verified on': 'day',
    programme: 'text',
  },
  by: ['ref'],
  rows: (scope) => sql`
    select r.reference as ref, bu.reference as "business ref", r.kind as type, r.state, r.hours_per_week as "hours/week",
      r.full_time_week as "full-time week", case when r.kind = 'job_created' then '30 hours' else 'own week' end as "FTE basis", ${FTE} as "FTE", r.expected_months as "months expected", case when r.expected_months is not null then ${yesNo(sql`r.expected_months >= 12`)} end as permanent, r.occurred_on as start, r.at_risk_noted_on as "at risk noted on",
      ${yesNo(sql`r.is_primary`)} as primary, case when r.is_primary then 1 else 0 end as share, ${evidenceLevel} as evidence, v.reference as "verified by", r.verified_on as "verified on", p.name as programme
    from outcome r ${ofBusiness} ${PROGRAMME} left join adviser v on v.hub_id = r.hub_id and v.id = r.verified_by_id where ${ofHub(scope)} and ${JOBS} and ${ofYear('outcome', ['occurred_on'], scope)}`,
}

/** Verified investment of businesses, and money spent on capital projects. */
export const investment: PackQuery = {
  name: 'Investment',
  columns: {
    record: 'text',
    ref: 'text',
    'business ref': 'text',
    'project ref': 'text',
    source: 'text',
    state: 'text',
    'amount GBP': 'money',
    'defrayed on': 'day',
    primary: 'text',
    evidence: 'text',
    'verified on': 'day',
    programme: 'text',
  },
  by: ['record', 'ref'],
  rows: (scope) => sql`
    select 'outcome' as record, r.reference as ref, bu.reference as "business ref", j.reference as "project ref",
      replace(r.kind, 'investment_', '') as source, r.state, ${pounds(sql`r.amount_pence`)} as "amount GBP", r.occurred_on as "defrayed on",
      ${yesNo(sql`r.is_primary`)} as primary, ${evidenceLevel} as evidence, r.verified_on as "verified on", p.name as programme
    from outcome r ${ofBusiness} ${PROJECT} ${PROGRAMME} where ${ofHub(scope)} and ${INVESTMENTS} and ${ofYear('outcome', ['occurred_on'], scope)}
    union all
    select 'capital funding', r.reference, null, j.reference, r.source, r.state, ${pounds(sql`r.amount_pence`)}, r.defrayed_on, null, null, r.verified_on, null
    from capital_funding r ${PROJECT} where ${ofHub(scope)} and ${ofYear('capital_funding', ['defrayed_on'], scope)}`,
}

/** Other results; of businesses started also those of earlier years, since one counts in its first year only. */
export const otherOutcomes: PackQuery = {
  name: 'Other outcomes',
  columns: {
    ref: 'text',
    'business ref': 'text',
    'person ref': 'text',
    type: 'text',
    state: 'text',
    date: 'day',
    evidence: 'text',
  },
  by: ['ref'],
  rows: (scope) => sql`
    select r.reference as ref, bu.reference as "business ref", nu.reference as "person ref", r.kind as type, r.state, r.occurred_on as date, ${evidenceLevel} as evidence
    from outcome r ${ofBusiness} ${ofPerson}
    where ${ofHub(scope)} and not (${JOBS} or ${INVESTMENTS})
      and (${ofYear('outcome', ['occurred_on'], scope)} or r.kind = 'business_started' and r.occurred_on < ${scope.from}::date)`,
}

const CUMULATING = sql`${sql.val([...CUMULATING_REGIMES])}::text[]`
/**
 * What is left of the £315,000 of minimal financial assistance after an award, by this hub's own records: awards of the
 * financial year and the two before, to the business or any merged into it. The rule is `assistanceBy` of the domain.
 */
const HEADROOM = sql`case when r.regime = any (${CUMULATING}) and r.accepted_on is not null then ${MOST_ASSISTANCE_PENCE / 100}::numeric - round((
  select sum(a.amount_pence) from grant_award a join business x on x.hub_id = a.hub_id and x.id = a.business_id
  where a.hub_id = r.hub_id and x.counts_as_id = b.counts_as_id and a.voided_at is null and a.regime = any (${CUMULATING})
    and a.status <> all(${sql.val([...NEVER_GIVEN])}::text[])
    and a.accepted_on between (date_trunc('year', r.accepted_on - interval '3 months') + interval '3 months' - interval '2 years')::date and r.accepted_on) / 100.0, 2) end`

export const grants: PackQuery = {
  name: 'Grants and subsidy',
  columns: {
    ref: 'text',
    'business ref': 'text',
    scheme: 'text',
    status: 'text',
    regime: 'text',
    'amount GBP': 'money',
    'paid GBP': 'money',
    'offered on': 'day',
    'confirmed on': 'day',
    'accepted on': 'day',
    'paid on': 'day',
    'headroom after GBP': 'money',
    programme: 'text',
  },
  by: ['ref'],
  rows: (scope) => sql`
    select r.reference as ref, bu.reference as "business ref", r.scheme, r.status, r.regime, ${pounds(sql`r.amount_pence`)} as "amount GBP", case when r.paid_on is not null then ${pounds(sql`r.amount_pence`)} end as "paid GBP",
      r.offered_on as "offered on", r.client_confirmed_on as "confirmed on", r.accepted_on as "accepted on", r.paid_on as "paid on", ${HEADROOM} as "headroom after GBP", p.name as programme
    from grant_award r ${ofBusiness} ${PROGRAMME}
    where ${ofHub(scope)} and ${ofYear('grant_award', ['offered_on', 'accepted_on', 'paid_on'], scope)}`,
}

export const capital: PackQuery = {
  name: 'Capital',
  columns: {
    ref: 'text',
    'project ref': 'text',
    project: 'text',
    milestone: 'text',
    forecast: 'day',
    actual: 'day',
    documents: 'number',
    'funding defrayed GBP': 'money',
  },
  by: ['ref'],
  rows: (scope) => sql`
    select r.reference as ref, j.reference as "project ref", j.name as project, r.milestone, r.forecast_on as forecast, r.actual_on as actual,
      (select count(*) from document d where d.hub_id = r.hub_id and d.capital_milestone_id = r.id and d.voided_at is null) as documents, f.defrayed as "funding defrayed GBP"
    from capital_milestone r join capital_project j on j.hub_id = r.hub_id and j.id = r.capital_project_id and j.voided_at is null
      left join (select f.capital_project_id, ${pounds(sql`sum(f.amount_pence)`)} as defrayed from capital_funding f
        where f.hub_id = ${scope.hub_id} and f.voided_at is null and f.state = 'defrayed' and f.defrayed_on <= ${scope.to}::date group by f.capital_project_id) as f on f.capital_project_id = j.id
    where ${ofHub(scope)} and (${inYear('r.actual_on', scope)} or ${inYear('r.forecast_on', scope)})`,
}

/** A row for each answer: a survey's own numbers are the lengths of these. */
export const surveys: PackQuery = {
  name: 'Surveys',
  columns: {
    ref: 'text',
    family: 'text',
    'survey ref': 'text',
    survey: 'text',
    'submitted on': 'day',
    valid: 'text',
    score: 'number',
    anonymous: 'text',
    'business ref': 'text',
  },
  by: ['ref'],
  rows: (scope) => sql`
    select r.reference as ref, s.family, s.reference as "survey ref", s.title as survey, r.submitted_on as "submitted on", ${yesNo(sql`r.valid`)} as valid,
      r.score, ${yesNo(sql`r.business_id is null`)} as anonymous, bu.reference as "business ref"
    from survey_response r join survey s on s.hub_id = r.hub_id and s.id = r.survey_id and s.voided_at is null ${ofBusiness}
    where ${ofHub(scope)} and ${inYear('r.submitted_on', scope)}`,
}

/** Each wave of a survey with the answers of the year: the lengths of its rows in `Surveys`. */
export const surveyWaves: PackQuery = {
  name: 'Survey waves',
  columns: {
    family: 'text',
    'survey ref': 'text',
    wave: 'text',
    'fieldwork from': 'day',
    'fieldwork to': 'day',
    responses: 'number',
    valid: 'number',
    'distinct businesses': 'number',
    anonymous: 'number',
  },
  by: ['survey ref'],
  rows: (scope) => sql`
    select s.family, s.reference as "survey ref", s.title as wave, s.fieldwork_from as "fieldwork from", s.fieldwork_to as "fieldwork to", count(*) as responses,
      count(*) filter (where r.valid) as valid, count(distinct bu.id) filter (where r.valid) as "distinct businesses", count(*) filter (where r.valid and r.business_id is null) as anonymous
    from survey_response r join survey s on s.hub_id = r.hub_id and s.id = r.survey_id and s.voided_at is null ${ofBusiness}
    where ${ofHub(scope)} and ${inYear('r.submitted_on', scope)}
    group by s.id, s.family, s.reference, s.title, s.fieldwork_from, s.fieldwork_to`,
}

/**
 * What partners sent back, and what came of its rows; and numbers that came without records, told by themselves and
 * never added to a count. A number that no return brought has a row of its own.
 */
export const partnerReturns = (year: Year): PackQuery => ({
  name: 'Partner returns',
  columns: {
    ref: 'text',
    partner: 'text',
    received: 'day',
    rows: 'number',
    matched: 'number',
    new: 'number',
    repeated: 'number',
    rejected: 'number',
    key: 'text',
    'aggregate-only count': 'number',
    note: 'text',
  },
  by: ['ref'],
  rows: (scope): RawBuilder<unknown> => sql`
    select r.reference as ref, o.name as partner, r.received_on as received, w.rows, w.matched, w.new, w.repeated, w.rejected,
      t.indicator_key as key, t.value as "aggregate-only count", t.note
    from partner_return r left join organisation o on o.hub_id = r.hub_id and o.id = r.organisation_id
      left join partner_total t on t.hub_id = r.hub_id and t.id = r.partner_total_id and t.voided_at is null
      cross join lateral (select count(*) as rows, count(*) filter (where outcome = 'matched') as matched, count(*) filter (where outcome = 'new') as new,
          count(*) filter (where outcome = 'repeated') as repeated, count(*) filter (where outcome = 'rejected') as rejected
        from partner_return_row where hub_id = r.hub_id and partner_return_id = r.id and voided_at is null) w
    where ${ofHub(scope)} and r.year = ${year} and not r.awaits
    union all
    select r.reference, o.name, null, null, null, null, null, null, r.indicator_key, r.value, r.note
    from partner_total r left join organisation o on o.hub_id = r.hub_id and o.id = r.organisation_id
    where ${ofHub(scope)} and r.year = ${year} and not exists (
      select from partner_return b where b.hub_id = r.hub_id and b.partner_total_id = r.id and b.voided_at is null)`,
})
