import { type RawBuilder, sql } from 'kysely'
import type { Year } from '@hubline/domain/years/year.ts'
import type { PackQuery } from './pack-sheet.ts'
import { evidenceLevel, inYear, ofBusiness, ofHub, ofPerson, pounds, yesNo } from './row-parts.ts'

const PROJECT = sql`left join capital_project j on j.hub_id = r.hub_id and j.id = r.capital_project_id`
const PROGRAMME = sql`left join programme p on p.hub_id = r.hub_id and p.id = r.programme_id`
const JOBS = sql`r.kind in ('job_created', 'job_safeguarded', 'construction_job')`
const INVESTMENTS = sql`r.kind in ('investment_private', 'investment_public')`

export const jobs: PackQuery = {
  name: 'Jobs',
  columns: {
    ref: 'text',
    'business ref': 'text',
    type: 'text',
    state: 'text',
    'hours/week': 'number',
    'full-time week': 'number',
    'months expected': 'number',
    start: 'day',
    'at risk noted on': 'day',
    primary: 'text',
    evidence: 'text',
    'verified on': 'day',
    programme: 'text',
  },
  by: ['ref'],
  rows: (scope) => sql`
    select r.reference as ref, bu.reference as "business ref", r.kind as type, r.state, r.hours_per_week as "hours/week",
      r.full_time_week as "full-time week", r.expected_months as "months expected", r.occurred_on as start, r.at_risk_noted_on as "at risk noted on",
      ${yesNo(sql`r.is_primary`)} as primary, ${evidenceLevel} as evidence, r.verified_on as "verified on", p.name as programme
    from outcome r ${ofBusiness} ${PROGRAMME} where ${ofHub(scope)} and ${JOBS} and ${inYear('r.occurred_on', scope)}`,
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
    from outcome r ${ofBusiness} ${PROJECT} ${PROGRAMME} where ${ofHub(scope)} and ${INVESTMENTS} and ${inYear('r.occurred_on', scope)}
    union all
    select 'capital funding', r.reference, null, j.reference, r.source, r.state, ${pounds(sql`r.amount_pence`)}, r.defrayed_on, null, null, r.verified_on, null
    from capital_funding r ${PROJECT} where ${ofHub(scope)} and ${inYear('r.defrayed_on', scope)}`,
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
      and (${inYear('r.occurred_on', scope)} or r.kind = 'business_started' and r.occurred_on < ${scope.from}::date)`,
}

export const grants: PackQuery = {
  name: 'Grants and subsidy',
  columns: {
    ref: 'text',
    'business ref': 'text',
    scheme: 'text',
    status: 'text',
    regime: 'text',
    'amount GBP': 'money',
    'offered on': 'day',
    'confirmed on': 'day',
    'accepted on': 'day',
    'paid on': 'day',
    programme: 'text',
  },
  by: ['ref'],
  rows: (scope) => sql`
    select r.reference as ref, bu.reference as "business ref", r.scheme, r.status, r.regime, ${pounds(sql`r.amount_pence`)} as "amount GBP",
      r.offered_on as "offered on", r.client_confirmed_on as "confirmed on", r.accepted_on as "accepted on", r.paid_on as "paid on", p.name as programme
    from grant_award r ${ofBusiness} ${PROGRAMME}
    where ${ofHub(scope)} and (${inYear('r.offered_on', scope)} or ${inYear('r.accepted_on', scope)} or ${inYear('r.paid_on', scope)})`,
}

export const capital: PackQuery = {
  name: 'Capital',
  columns: { ref: 'text', 'project ref': 'text', project: 'text', milestone: 'text', forecast: 'day', actual: 'day' },
  by: ['ref'],
  rows: (scope) => sql`
    select r.reference as ref, j.reference as "project ref", j.name as project, r.milestone, r.forecast_on as forecast, r.actual_on as actual
    from capital_milestone r join capital_project j on j.hub_id = r.hub_id and j.id = r.capital_project_id and j.voided_at is null
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

/** Numbers that came without records: told by themselves, never added to a count. */
export const partnerReturns = (year: Year): PackQuery => ({
  name: 'Partner returns',
  columns: { ref: 'text', partner: 'text', key: 'text', 'aggregate-only count': 'number', note: 'text' },
  by: ['ref'],
  rows: (scope): RawBuilder<unknown> => sql`
    select r.reference as ref, o.name as partner, r.indicator_key as key, r.value as "aggregate-only count", r.note
    from partner_total r left join organisation o on o.hub_id = r.hub_id and o.id = r.organisation_id
    where ${ofHub(scope)} and r.year = ${year}`,
})
