import { sql } from 'kysely'
import { type Parts, type QualityScope, type Sql, adviserOf } from './parts.ts'

const BUSINESS = {
  from: sql`business r`,
  owner: adviserOf('business', sql`r.id`),
  client: 'itself',
} as const satisfies Partial<Parts>

const PERSON = {
  from: sql`person r`,
  owner: adviserOf('person', sql`r.id`),
  client: 'itself',
} as const satisfies Partial<Parts>

/** Jobs claimed in each year, as full-time equivalents of 30 hours. */
const jobsOf = ({ hub_id, from, to, only }: QualityScope): Sql => sql`(
  select b.counts_as_id as id, round(sum(least(1, coalesce(o.hours_per_week, 30) / 30)), 2) as jobs_fte, max(o.occurred_on) as last_on
  from outcome o join business b on b.hub_id = o.hub_id and b.id = o.business_id
  where o.hub_id = ${hub_id} and o.kind in ('job_created', 'job_safeguarded') and o.voided_at is null
    and o.state in ('claimed', 'evidenced', 'verified') and o.is_primary is not false
    and o.occurred_on between ${from} and ${to} ${only ? sql`and o.business_id = any(${[...only]}::uuid[])` : sql``}
  group by b.counts_as_id, extract(year from o.occurred_on - interval '3 months'))`

/** The queries of the rules about businesses and people who count. */
export const CLIENT_LISTINGS = {
  business_without_identifier: () => ({
    ...BUSINESS,
    where: sql`r.company_number is null and r.charity_number is null and r.vat_number is null
      and r.legal_form not in ('sole_trader', 'partnership', 'public_body', 'education', 'overseas')`,
    counts_in: ['lep.businesses_supported'],
  }),
  intensive_without_company_number: () => ({
    ...BUSINESS,
    where: sql`r.company_number is null and r.legal_form in ('limited_company', 'plc', 'llp', 'cic')`,
    counts_in: ['gh.medium', 'gh.high'],
  }),
  business_district_unknown: () => ({
    ...BUSINESS,
    where: sql`r.located_in is null`,
    counts_in: ['lep.businesses_supported'],
  }),
  business_sector_unknown: () => ({
    ...BUSINESS,
    where: sql`r.sic_code is null`,
    counts_in: ['lep.businesses_supported'],
  }),
  jobs_over_headcount: (scope: QualityScope) => ({
    ...BUSINESS,
    from: sql`business r join ${jobsOf(scope)} j on j.id = r.id`,
    where: sql`j.jobs_fte > r.employees_fte`,
    on: sql`j.last_on`,
    facts: sql`jsonb_build_object('jobs_fte', j.jobs_fte, 'employees_fte', r.employees_fte)`,
  }),
  person_without_contact: () => ({
    ...PERSON,
    where: sql`r.phone is null and r.email is null`,
    counts_in: ['lep.individuals_helped_to_start', 'lep.individuals_upskilled'],
  }),
  person_district_unknown: () => ({
    ...PERSON,
    where: sql`r.located_in is null`,
    counts_in: ['lep.individuals_helped_to_start'],
  }),
} as const satisfies Record<string, (scope: QualityScope) => Parts>
