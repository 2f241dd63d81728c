import type { QualityKey } from '@hubline/domain/data-quality/rules.ts'
import type { Made, TestHub } from '../../given/hub.ts'
import { type RecordTable, aRecord } from '../../given/records.ts'

/** The record that is listed, and what puts it right: facts of the record itself or of another. */
export type Slip = { listed: string; right: { table: RecordTable; id: string; facts: Facts } }

type Facts = Record<string, unknown>
type Clients = { business: Made; person: Made }
type MakeSlip = (hub: TestHub, clients: Clients) => Promise<Slip>

const ON = '2021-06-14'
const advice = { kind: 'advice_session', channel: 'telephone', minutes: 60, occurred_on: ON } as const

/** A record of a kind, and the facts of its own that put it right. */
const own =
  (
    table: RecordTable,
    facts: (hub: TestHub, clients: Clients) => Facts | Promise<Facts>,
    right: (hub: TestHub) => Facts,
  ): MakeSlip =>
  async (hub, clients) => {
    const id = await aRecord(hub, table, (await facts(hub, clients)) as never)
    return { listed: id, right: { table, id, facts: right(hub) } }
  }

/** A client that counts, and what of it puts it right. */
const client =
  (kind: 'business' | 'person', counts: (hub: TestHub, clients: Clients) => Promise<unknown>, right: Facts): MakeSlip =>
  async (hub, clients) => {
    await counts(hub, clients)
    const { id } = clients[kind]
    return { listed: id, right: { table: kind, id, facts: right } }
  }

const supported =
  (minutes = 60) =>
  (hub: TestHub, { business }: Clients) =>
    aRecord(hub, 'interaction', { ...advice, business_id: business.id, adviser_id: hub.advisers.adviser, minutes })
const helpedToStart = (hub: TestHub, { person }: Clients) =>
  aRecord(hub, 'interaction', {
    ...advice,
    person_id: person.id,
    adviser_id: hub.advisers.adviser,
    start_up_support: true,
  })

const set = (hub: TestHub, table: 'business' | 'person', { id }: Made, facts: Facts) =>
  hub.inside((tx) => tx.updateTable(table).set(facts).where('hub_id', '=', hub.hub_id).where('id', '=', id).execute())

/** The interaction of a client whose own facts are the slip. */
const beside =
  (kind: 'business' | 'person', facts: Facts, interaction: Facts, right: Facts): MakeSlip =>
  async (hub, clients) => {
    await set(hub, kind, clients[kind], facts)
    const listed = await aRecord(hub, 'interaction', {
      ...advice,
      adviser_id: hub.advisers.adviser,
      [`${kind}_id`]: clients[kind].id,
      ...interaction,
    })
    return { listed, right: { table: kind, id: clients[kind].id, facts: right } }
  }

const verified = (hub: TestHub) =>
  ({ state: 'verified', verified_by_id: hub.advisers.manager, verified_on: ON }) as const

/** For every rule: how a record comes to be listed, and what takes it out again. */
export const SLIPS: Readonly<Record<QualityKey, MakeSlip>> = {
  business_without_identifier: client('business', supported(), { company_number: '01234567' }),
  intensive_without_company_number: client('business', supported(180), { company_number: '01234567' }),
  business_district_unknown: async (hub, clients) => {
    await set(hub, 'business', clients.business, { district_code: null })
    return client('business', supported(), { district_code: 'E07000197' })(hub, clients)
  },
  business_sector_unknown: client('business', supported(), { sic_code: '10710' }),
  jobs_over_headcount: async (hub, clients) => {
    await set(hub, 'business', clients.business, { employees_fte: '1' })
    for (const hours_per_week of ['37.5', '20'])
      await aRecord(hub, 'outcome', {
        kind: 'job_created',
        business_id: clients.business.id,
        state: 'claimed',
        occurred_on: ON,
        hours_per_week,
        is_primary: true,
      })
    return {
      listed: clients.business.id,
      right: { table: 'business', id: clients.business.id, facts: { employees_fte: '1.67' } },
    }
  },
  person_without_contact: client('person', helpedToStart, { email: 'nadia@kiln.example' }),
  person_district_unknown: async (hub, clients) => {
    await set(hub, 'person', clients.person, { district_code: null })
    return client('person', helpedToStart, { district_code: 'E07000197' })(hub, clients)
  },
  interaction_before_incorporation: beside('business', { incorporated_on: '2021-06-15' }, {}, { incorporated_on: ON }),
  interaction_without_minutes: own(
    'interaction',
    (_, { business }) => ({ ...advice, business_id: business.id, minutes: 0 }),
    () => ({ minutes: 1 }),
  ),
  interaction_without_evidence: own(
    'interaction',
    (_, { business }) => ({ ...advice, business_id: business.id, evidence_level: 'none' }),
    () => ({ evidence_level: 'self_declared' }),
  ),
  interaction_over_eight_hours: own(
    'interaction',
    (_, { business }) => ({ ...advice, business_id: business.id, minutes: 481 }),
    () => ({ minutes: 480 }),
  ),
  interaction_without_adviser: own(
    'interaction',
    (_, { business }) => ({ ...advice, business_id: business.id }),
    (hub) => ({ adviser_id: hub.advisers.adviser }),
  ),
  start_up_support_while_trading: beside(
    'person',
    { trading_since: ON },
    { start_up_support: true },
    { trading_since: '2021-06-15' },
  ),
  attendance_of_nobody: async (hub, { person }) => {
    const event_id = await aRecord(hub, 'event', {
      title: 'Pricing for profit',
      held_on: ON,
      minutes: 90,
      status: 'delivered',
    })
    const id = await aRecord(hub, 'attendance', { event_id, status: 'attended' })
    return { listed: id, right: { table: 'attendance', id, facts: { person_id: person.id } } }
  },
  referral_before_consent: own(
    'referral',
    async (hub, { business }) => ({
      business_id: business.id,
      organisation_id: await aRecord(hub, 'organisation', { name: 'Chamber', kind: 'chamber' }),
      category: 'export',
      status: 'made',
      made_on: ON,
      consent_on: '2021-06-15',
    }),
    () => ({ consent_on: ON }),
  ),
  review_held_without_broker: own(
    'skills_review',
    (_, { business }) => ({ business_id: business.id, status: 'held', offered_on: '2021-05-01', held_on: ON }),
    (hub) => ({ broker_id: hub.advisers.skills_broker }),
  ),
  closed_case_with_next_step: own(
    'case',
    (hub, { business }) => ({
      business_id: business.id,
      kind: 'growth',
      status: 'closed',
      opened_on: ON,
      closed_on: ON,
      owner_id: hub.advisers.adviser,
      next_step: 'Call',
      next_on: '2022-04-01',
    }),
    () => ({ next_step: null, next_on: null }),
  ),
  open_case_without_owner: own(
    'case',
    (_, { business }) => ({ business_id: business.id, kind: 'growth', status: 'open', opened_on: ON }),
    (hub) => ({ owner_id: hub.advisers.adviser }),
  ),
  open_case_of_ceased_business: async (hub, clients) => {
    await set(hub, 'business', clients.business, { trading_status: 'ceased' })
    return own(
      'case',
      (_, { business }) => ({
        business_id: business.id,
        kind: 'growth',
        status: 'open',
        opened_on: ON,
        owner_id: hub.advisers.adviser,
      }),
      () => ({ status: 'closed', closed_on: ON }),
    )(hub, clients)
  },
  safeguarded_without_risk: own(
    'outcome',
    (hub, { business }) => ({
      ...verified(hub),
      kind: 'job_safeguarded',
      business_id: business.id,
      occurred_on: ON,
      hours_per_week: '30',
      is_primary: true,
    }),
    () => ({ at_risk_noted_on: '2021-06-13' }),
  ),
  outcome_neither_primary_nor_not: own(
    'outcome',
    (hub, { business }) => ({
      ...verified(hub),
      kind: 'job_created',
      business_id: business.id,
      occurred_on: ON,
      hours_per_week: '30',
    }),
    () => ({ is_primary: false }),
  ),
  started_without_evidence: own(
    'outcome',
    (_, { business }) => ({ kind: 'business_started', business_id: business.id, state: 'evidenced', occurred_on: ON }),
    () => ({ evidence_level: 'documented' }),
  ),
  learner_without_evidence: own(
    'participation',
    async (hub, { person }) => ({
      person_id: person.id,
      course_id: await aRecord(hub, 'course', { title: 'Welding' }),
      status: 'started',
      qualifying_start_on: ON,
    }),
    () => ({ evidence_level: 'documented' }),
  ),
  private_money_not_verified: own(
    'capital_funding',
    async (hub) => ({
      capital_project_id: await aRecord(hub, 'capital_project', { name: 'Kiln Street workspace' }),
      source: 'private',
      amount_pence: 4_000_000,
      state: 'defrayed',
      defrayed_on: ON,
    }),
    () => ({ verified_on: ON }),
  ),
  grant_before_confirmation: own(
    'grant_award',
    (_, { business }) => ({
      business_id: business.id,
      scheme: 'Start',
      regime: 'mfa',
      amount_pence: 500_000,
      status: 'offer_accepted',
      accepted_on: ON,
    }),
    () => ({ client_confirmed_on: ON }),
  ),
  answer_outside_fieldwork: own(
    'survey_response',
    async (hub, { business }) => ({
      survey_id: await aRecord(hub, 'survey', {
        family: 'sitrep',
        title: 'SITREP',
        fieldwork_from: '2021-06-15',
        fieldwork_to: '2021-07-15',
      }),
      business_id: business.id,
      submitted_on: ON,
      valid: true,
    }),
    () => ({ submitted_on: '2021-06-15' }),
  ),
}
