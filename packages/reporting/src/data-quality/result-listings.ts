import { sql } from 'kysely'
import { ADVISER_OF_CLIENT, NOBODY, type Parts, type QualityScope, adviserOf } from './parts.ts'

const OUTCOME = {
  from: sql`outcome r`,
  on: sql`r.occurred_on`,
  owner: ADVISER_OF_CLIENT,
  client: ['business', 'person', 'capital_project'],
} as const satisfies Partial<Parts>

const NOT_DOCUMENTED = sql`coalesce(r.evidence_level, 'self_declared') in ('none', 'self_declared')`
const STANDS = sql`r.state not in ('rejected', 'withdrawn')`

/** The queries of the rules about results. */
export const RESULT_LISTINGS = {
  safeguarded_without_risk: () => ({
    ...OUTCOME,
    where: sql`r.kind = 'job_safeguarded' and ${STANDS} and (r.at_risk_noted_on is null or r.at_risk_noted_on >= r.occurred_on)`,
    facts: sql`jsonb_build_object('at_risk_noted_on', r.at_risk_noted_on)`,
  }),
  outcome_neither_primary_nor_not: () => ({
    ...OUTCOME,
    where: sql`r.kind in ('job_created', 'job_safeguarded', 'investment_private') and r.state = 'verified' and r.is_primary is null`,
  }),
  started_without_evidence: () => ({
    ...OUTCOME,
    where: sql`r.kind = 'business_started' and ${STANDS} and ${NOT_DOCUMENTED}`,
  }),
  learner_without_evidence: () => ({
    from: sql`participation r join course c on c.hub_id = r.hub_id and c.id = r.course_id`,
    where: sql`r.status <> 'did_not_start' and ${NOT_DOCUMENTED}`,
    on: sql`r.qualifying_start_on`,
    owner: sql`coalesce(${adviserOf('person', sql`r.person_id`)}, ${adviserOf('business', sql`r.business_id`)})`,
    client: ['person'],
    facts: sql`jsonb_build_object('course', c.title)`,
  }),
  private_money_not_verified: () => ({
    from: sql`capital_funding r`,
    where: sql`r.source = 'private' and r.state = 'defrayed' and r.verified_on is null`,
    on: sql`r.defrayed_on`,
    owner: NOBODY,
    client: ['capital_project'],
    facts: sql`jsonb_build_object('pounds', round(r.amount_pence / 100.0, 2)::text)`,
  }),
  grant_before_confirmation: () => ({
    from: sql`grant_award r`,
    where: sql`r.regime = 'mfa' and r.status not in ('withdrawn', 'recovered', 'rejected')
      and (r.client_confirmed_on is null or r.client_confirmed_on > r.accepted_on)`,
    on: sql`r.accepted_on`,
    owner: adviserOf('business', sql`r.business_id`),
    client: ['business'],
    facts: sql`jsonb_build_object('client_confirmed_on', r.client_confirmed_on)`,
  }),
  answer_outside_fieldwork: () => ({
    from: sql`survey_response r join survey s on s.hub_id = r.hub_id and s.id = r.survey_id and s.voided_at is null`,
    where: sql`r.valid and (r.submitted_on < s.fieldwork_from or r.submitted_on > s.fieldwork_to)`,
    on: sql`r.submitted_on`,
    owner: ADVISER_OF_CLIENT,
    client: ['business', 'person'],
    facts: sql`jsonb_build_object('survey', s.title)`,
  }),
} as const satisfies Record<string, (scope: QualityScope) => Parts>
