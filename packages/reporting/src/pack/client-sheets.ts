import { districtsToday } from '@hubline/domain/businesses/districts.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { INTENSITIES } from '@hubline/domain/indicators/dimensions.ts'
import { COUNTABLE_INTERACTION_KINDS } from '@hubline/domain/interactions/interactions-file.ts'
import { firstDay, lastDay, previousYear, yearOf } from '@hubline/domain/years/year.ts'
import { type RawBuilder, sql } from 'kysely'
import { SIZE_BAND } from '../breakdowns/parts.ts'
import { evidence } from '../evidence.ts'
import type { Scope } from '../records.ts'
import { named } from './named-clients.ts'
import type { PackQuery } from './pack-sheet.ts'
import { EVIDENCE } from './proof-sheets.ts'
import { inArea, inYear, ofHub, yesNo } from './row-parts.ts'

const SUPPORTED = 'lep.businesses_supported'
const KEPT = sql.table(EVIDENCE)

/** Where a client counts, looked up once for all clients of a kind. */
const counted = (kind: 'business' | 'person') => sql`
  select unit_reference, string_agg(distinct key, ' ' order by key) as keys, min(qualified_on) as first_on
  from ${KEPT} where unit_kind = ${sql.lit(kind)} group by unit_reference`

const DISTRICTS = districtsToday()
const districtNames = sql`unnest(${DISTRICTS.map(({ code }) => code)}::text[], ${DISTRICTS.map(({ name }) => name)}::text[])`

/** The band in which a business counts, and the minutes that put it there: an event's once, however many came. */
const intensity = ({ hub_id }: Scope) => sql`
  select unit_reference, ${sql.join(
    [
      sql`case`,
      ...Object.entries(INTENSITIES).map(
        ([band, key]) => sql`when bool_or(key = ${sql.lit(key)}) then ${sql.lit(band)}`,
      ),
      sql`end as band`,
    ],
    sql` `,
  )}, sum(raw) as minutes
  from (
    select key, unit_reference, raw from ${KEPT} where key = any(${Object.values(INTENSITIES)}::text[]) and record_kind <> 'attendance'
    union all
    select e.key, e.unit_reference, max(e.raw) from ${KEPT} e join attendance a on a.hub_id = ${hub_id} and a.reference = e.reference
    where e.key = any(${Object.values(INTENSITIES)}::text[]) and e.record_kind = 'attendance' group by e.key, e.unit_reference, a.event_id
  ) as each_once group by unit_reference`

/** Businesses that count as supported in the year before, by the figure's own query. */
function supportedBefore(scope: Scope): RawBuilder<unknown> {
  const before = previousYear(yearOf(scope.from))
  const earlier = { ...scope, from: firstDay(before), to: lastDay(before) }
  const [found] = (scope.catalogue ?? CATALOGUE).filter(({ key }) => key === SUPPORTED)
  return found
    ? sql`select distinct unit_reference from ${evidence(found, earlier)} as before`
    : sql`select null::text as unit_reference where false`
}

/** The record that first brought each business in as supported. */
const QUALIFYING = sql`
  select distinct on (unit_reference) unit_reference, reference from ${KEPT}
  where key = ${sql.lit(SUPPORTED)} order by unit_reference, "on", reference`

/** The programmes of a business's work in the year. */
const programmes = (scope: Scope) => sql`
  select c.counts_as_id, string_agg(distinct p.name, '; ' order by p.name) as names
  from (
    select r.business_id, r.programme_id from interaction r where ${ofHub(scope)} and ${inYear('r.occurred_on', scope)}
    union all
    select r.business_id, r.programme_id from outcome r where ${ofHub(scope)} and ${inYear('r.occurred_on', scope)}
    union all
    select r.business_id, r.programme_id from grant_award r where ${ofHub(scope)} and (${inYear('r.offered_on', scope)} or ${inYear('r.accepted_on', scope)} or ${inYear('r.paid_on', scope)})
    union all
    select r.business_id, e.programme_id from attendance r join event e on e.hub_id = r.hub_id and e.id = r.event_id
    where ${ofHub(scope)} and r.status = 'attended' and ${inYear('e.held_on', scope)}
  ) as w join business c on c.hub_id = ${scope.hub_id} and c.id = w.business_id
    join programme p on p.hub_id = ${scope.hub_id} and p.id = w.programme_id
  group by c.counts_as_id`

/** Businesses by all that they are known by; a sole trader's VAT number is a person's, and is left out. */
export const businesses: PackQuery = {
  name: 'Businesses',
  columns: {
    'business ref': 'text',
    'legal name': 'text',
    'company number': 'text',
    'charity number': 'text',
    'VAT number': 'text',
    postcode: 'text',
    'district code': 'text',
    district: 'text',
    'in area': 'text',
    'SIC primary': 'text',
    'legal form': 'text',
    employees: 'number',
    'size band': 'text',
    'first counted on': 'day',
    'supported in prior year': 'text',
    intensity: 'text',
    'minutes in year': 'number',
    programmes: 'text',
    'qualifying record ref': 'text',
    'counted in': 'text',
  },
  by: ['business ref'],
  rows: (scope) => sql`
    select b.reference as "business ref", b.name as "legal name", b.company_number as "company number", b.charity_number as "charity number",
      case when b.legal_form <> 'sole_trader' then b.vat_number end as "VAT number",
      b.postcode, b.located_in as "district code", d.name as district, ${inArea('b.located_in', scope)} as "in area", b.sic_code as "SIC primary",
      b.legal_form as "legal form", b.employees_fte as employees, coalesce(${SIZE_BAND}, 'unknown') as "size band", c.first_on as "first counted on",
      ${yesNo(sql`y.unit_reference is not null`)} as "supported in prior year", i.band as intensity, i.minutes as "minutes in year", g.names as programmes,
      q.reference as "qualifying record ref", c.keys as "counted in"
    from business b left join (${counted('business')}) as c on c.unit_reference = b.reference
      left join ${districtNames} as d (code, name) on d.code = b.located_in
      left join (${supportedBefore(scope)}) as y on y.unit_reference = b.reference
      left join (${intensity(scope)}) as i on i.unit_reference = b.reference
      left join (${programmes(scope)}) as g on g.counts_as_id = b.id
      left join (${QUALIFYING}) as q on q.unit_reference = b.reference
    where b.hub_id = ${scope.hub_id} and b.voided_at is null and b.id in (${named('business', scope)})`,
}

/** Hours of support of the year: of meetings that count, and of events to which the person came. */
const hours = (scope: Scope) => sql`
  select c.counts_as_id, round(sum(w.minutes) / 60.0, 2) as hours
  from (
    select r.person_id, r.minutes from interaction r where ${ofHub(scope)} and ${inYear('r.occurred_on', scope)} and r.kind = any(${[...COUNTABLE_INTERACTION_KINDS]}::text[])
    union all
    select r.person_id, max(e.minutes) from attendance r join event e on e.hub_id = r.hub_id and e.id = r.event_id and e.voided_at is null and e.status <> 'cancelled'
    where ${ofHub(scope)} and r.status = 'attended' and ${inYear('e.held_on', scope)} group by r.person_id, r.event_id
  ) as w join person c on c.hub_id = ${scope.hub_id} and c.id = w.person_id
  group by c.counts_as_id`

/** When a person started a business, as far as a result says so by the end of the year. */
const begun = (scope: Scope) => sql`
  select c.counts_as_id, min(r.occurred_on) as on_day
  from outcome r join person c on c.hub_id = r.hub_id and c.id = r.person_id
  where ${ofHub(scope)} and r.kind = 'business_started' and r.state <> all('{rejected,withdrawn}'::text[]) and r.occurred_on <= ${scope.to}::date
  group by c.counts_as_id`

const linked = (scope: Scope) => sql`
  select c.counts_as_id, string_agg(distinct u.reference, ' ' order by u.reference) as refs
  from business_role r join person c on c.hub_id = r.hub_id and c.id = r.person_id
    join business b on b.hub_id = r.hub_id and b.id = r.business_id
    join business u on u.hub_id = b.hub_id and u.id = b.counts_as_id and u.voided_at is null
  where ${ofHub(scope)} group by c.counts_as_id`

/** People by their reference alone: the pack names nobody. */
export const individuals: PackQuery = {
  name: 'Individuals',
  columns: {
    'person ref': 'text',
    stage: 'text',
    'district code': 'text',
    district: 'text',
    'in area': 'text',
    'trading since': 'day',
    'first counted on': 'day',
    hours: 'number',
    'started business': 'text',
    'started on': 'day',
    'linked business ref': 'text',
    'counted in': 'text',
  },
  by: ['person ref'],
  rows: (scope) => sql`
    select r.reference as "person ref", case when r.trading_since is null or r.trading_since > ${scope.to}::date then 'not trading' when r.trading_since < ${scope.from}::date then 'trading' else 'began to trade in the year' end as stage,
      r.located_in as "district code", d.name as district, ${inArea('r.located_in', scope)} as "in area",
      r.trading_since as "trading since", c.first_on as "first counted on", h.hours, ${yesNo(sql`s.on_day is not null`)} as "started business", s.on_day as "started on",
      l.refs as "linked business ref", c.keys as "counted in"
    from person r left join (${counted('person')}) as c on c.unit_reference = r.reference
      left join ${districtNames} as d (code, name) on d.code = r.located_in
      left join (${hours(scope)}) as h on h.counts_as_id = r.id
      left join (${begun(scope)}) as s on s.counts_as_id = r.id
      left join (${linked(scope)}) as l on l.counts_as_id = r.id
    where r.hub_id = ${scope.hub_id} and r.voided_at is null and r.id in (${named('person', scope)})`,
}
