import { SIC_SECTIONS } from '@hubline/domain/businesses/sic-codes.ts'
import { addDays } from '@hubline/domain/day.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { type Dimension, INTENSITIES, dimensionsOf, overlaps } from '@hubline/domain/indicators/dimensions.ts'
import { unitRecord } from '@hubline/domain/indicators/rules.ts'
import { type RawBuilder, sql } from 'kysely'
import { asksTogether, evidence } from '../evidence.ts'
import { programmesOfRecords } from '../of-programme.ts'
import type { Scope } from '../records.ts'

/** What parts are told from, of each row of evidence `e`. */
export const ROW = sql.raw(
  'e.unit_kind::text as unit_kind, e.unit_id, e.unit_reference, e.unit_district, e.unit_within, e.record_kind::text as record_kind, e.record_id, e.qualified_on, e.amount::numeric as amount',
)

/** Where a record that is a unit by itself says for whom it was. */
const CLIENTS = {
  outcome: 'business_id, person_id, capital_project_id',
  referral: 'business_id, person_id, null::uuid',
  survey_response: 'business_id, person_id, null::uuid',
  grant_award: 'business_id, null::uuid, null::uuid',
  skills_review: 'business_id, null::uuid, null::uuid',
  capital_funding: 'null::uuid, null::uuid, capital_project_id',
} as const

/** The first and last divisions of the section letters, as a condition each. */
const SECTION = sql`case when b.sic_code ~ '^\\d{5}$' then case ${sql.join(
  Object.entries(SIC_SECTIONS).map(
    ([letter, { divisions }]) =>
      sql`when left(b.sic_code, 2)::integer between ${sql.lit(divisions[0])} and ${sql.lit(divisions[1])} then ${sql.lit(letter)}`,
  ),
  sql` `,
)} end end`

/** The size band of a business `b`; null where its employees are unknown. */
export const SIZE_BAND = sql`case when b.employees_fte < 10 then 'micro' when b.employees_fte < 50 then 'small' when b.employees_fte < 250 then 'medium' when b.employees_fte >= 250 then 'large' end`

/** The part in which a unit `e` stands; where that is not known it stands under `unknown`, never nowhere. */
const PART: Readonly<Record<Dimension, RawBuilder<unknown>>> = {
  district: sql`coalesce(e.unit_district, 'unknown')`,
  section: sql`coalesce(e.section, 'unknown')`,
  size_band: sql`coalesce(e.size_band, 'unknown')`,
  legal_form: sql`coalesce(e.legal_form, 'unknown')`,
  intensity: sql`coalesce(i.band, 'none')`,
  programme: sql`coalesce(e.unit_programme, w.reference, 'none')`,
  known: sql`case when coalesce(e.business_id, e.person_id) is null then 'unknown' when k.unit_id is null then 'new' else 'returning' end`,
  month: sql`to_char(e.first_on, 'YYYY-MM')`,
}

/** What a part is looked up in, beside the unit. A unit is in the programmes of all its records. */
const LOOKED_UP: Partial<Readonly<Record<Dimension, RawBuilder<unknown>>>> = {
  intensity: sql`left join intensity i on i.unit_id = e.business_id`,
  programme: sql`left join unit_programme w on w.key = e.key and w.unit_id = e.unit_id`,
  known: sql`left join known_before k on k.unit_id = coalesce(e.business_id, e.person_id)`,
}

/** Before every record: two hundred years. */
const EVER_DAYS = 73_050
const earlier = (scope: Scope): Scope => ({
  ...bare(scope),
  from: addDays(scope.from, -EVER_DAYS),
  to: addDays(scope.from, -1),
})

/** The whole hub, whatever a list has been narrowed to. */
const bare = ({ hub_id, area_codes, from, to }: Scope): Scope => ({ hub_id, area_codes, from, to })

const called = ({ catalogue = CATALOGUE }: Scope, key: string): Definition[] =>
  catalogue.filter((definition) => definition.key === key)

/** What a dimension looks up once for all units, by the name of its table. `isAll`: the rows at hand are of every figure. */
function lookedUp(dimension: Dimension, scope: Scope, isAll: boolean): RawBuilder<unknown>[] {
  const union = (each: RawBuilder<unknown>[]) => sql.join(each, sql` union all `)
  if (dimension === 'intensity') {
    const bands = Object.entries(INTENSITIES).flatMap(([band, key], rank) =>
      called(scope, key).map(
        (definition) =>
          sql`select unit_id, ${sql.lit(band)} as band, ${sql.lit(rank)} as rank
            from ${isAll ? sql`evidence as banded where key = ${sql.lit(key)}` : sql`${evidence(definition, bare(scope))} as banded`}`,
      ),
    )
    return [
      sql`intensity as materialized (select distinct on (unit_id) unit_id, band from (${union(bands)}) as b order by unit_id, rank desc)`,
    ]
  }
  if (dimension === 'known') {
    const before = ['lep.businesses_supported', 'lep.individuals_helped_to_start'].flatMap((key) => called(scope, key))
    return [
      ...before.flatMap((definition, at) => recently(definition, scope, at)),
      sql`known_before as materialized (select distinct unit_id from (${union(before.map((definition, at) => countedBefore(definition, scope, at)))}) as before)`,
    ]
  }
  if (dimension !== 'programme') return []
  return [
    sql`record_programme as not materialized (${programmesOfRecords(scope)})`,
    sql`unit_programme as materialized (select distinct e.key, e.unit_id, g.reference from evidence e
      left join record_programme w on w.record_kind = e.record_kind and w.record_id = e.record_id
      left join programme g on g.hub_id = ${scope.hub_id} and g.id = w.id)`,
  ]
}

const A_YEAR = 365
const recent = (at: number) => sql.ref(`recent_${at}`)

/** Most who were known before count in the year before too: of whoever does, no older record need be read. */
function recently(definition: Definition, scope: Scope, at: number): RawBuilder<unknown>[] {
  if (asksTogether(definition)) return []
  const year_before = { ...earlier(scope), from: addDays(scope.from, -A_YEAR) }
  return [
    sql`${recent(at)} as materialized (select distinct unit_id from ${evidence(definition, year_before)} as before)`,
  ]
}

/** Units that counted at any time before the year: of the units `named` all, of others some. */
function countedBefore(definition: Definition, scope: Scope, at: number): RawBuilder<unknown> {
  if (asksTogether(definition)) return sql`select unit_id from ${evidence(definition, earlier(scope))} as before`
  const client = unitRecord(definition.counts) === 'person' ? 'person' : 'business'
  const others = sql`select c.id from ${sql.table(client)} c where c.hub_id = ${scope.hub_id} and c.counts_as_id in (
    select ${sql.ref(`${client}_id`)} from named except select unit_id from ${recent(at)})`
  // Of each other one record is enough, however many there are of twenty years.
  const one = evidence(definition, { ...earlier(scope), client_ids: sql`array[other.id]` })
  return sql`select unit_id from ${recent(at)} union all
    select before.unit_id from (${others}) as other cross join lateral (select unit_id from ${one} as e limit 1) as before`
}

/** Each unit of the rows named `evidence` once, with all that its parts are told from but its records. */
export function unitsNamed(scope: Scope, definitions: readonly Definition[]): RawBuilder<unknown> {
  const of_programmes = definitions.filter(({ counts }) => 'per' in counts && counts.per === 'programme')
  const clients = Object.entries(CLIENTS).map(
    ([kind, columns]) =>
      sql`select ${sql.raw(columns)} from ${sql.table(kind)} where e.unit_kind = ${sql.lit(kind)} and hub_id = ${scope.hub_id} and id = e.unit_id`,
  )
  return sql`
      select v.key, v.unit_id, v.unit_district, v.first_on, v.amount, b.id as business_id, n.id as person_id,
        coalesce(b.id, n.id, c.project_id, v.unit_id) as behind, ${SECTION} as section, ${SIZE_BAND} as size_band, b.legal_form,
        case when v.key = any(${of_programmes.map(({ key }) => key)}::text[]) then v.unit_within end as unit_programme
      from (select key, unit_kind, unit_id, unit_reference, unit_district, unit_within, min(qualified_on) as first_on, max(amount) as amount
          from evidence group by 1, 2, 3, 4, 5, 6) v
        left join business ub on v.unit_kind = 'business' and ub.hub_id = ${scope.hub_id} and ub.reference = v.unit_reference
        left join person un on v.unit_kind = 'person' and un.hub_id = ${scope.hub_id} and un.reference = v.unit_reference
        left join lateral (select * from (select v.unit_kind, v.unit_id) e, lateral (${sql.join(clients, sql` union all `)}) as c) as c (unit_kind, unit_id, business_id, person_id, project_id) on true
        left join business rb on rb.hub_id = ${scope.hub_id} and rb.id = c.business_id
        left join person rn on rn.hub_id = ${scope.hub_id} and rn.id = c.person_id
        left join business b on b.hub_id = ${scope.hub_id} and b.id = coalesce(ub.counts_as_id, rb.counts_as_id)
        left join person n on n.hub_id = ${scope.hub_id} and n.id = coalesce(un.counts_as_id, rn.counts_as_id)`
}

/**
 * Tables for the head of a statement that has rows named `evidence` (`EvidenceRow`, with the `key` of each): `told`,
 * which has for each unit of them the dimension, each part in which it stands, and who is behind it (`behind`: the
 * business, person or project, however many records are units by themselves); and `named`, the units alone. Where
 * `unitsNamed` of every figure of the whole hub is kept already, `kept` is its table.
 */
export function partsTold(
  dimensions: readonly Dimension[],
  scope: Scope,
  definitions: readonly Definition[],
  kept?: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const each = dimensions.map((dimension) => {
    const keys = definitions.filter((one) => dimensionsOf(one).includes(dimension)).map(({ key }) => key)
    return sql`select ${sql.raw(overlaps(dimension) ? 'distinct' : '')} e.key, ${sql.lit(dimension)} as dimension, ${PART[dimension]} as part, e.unit_id, e.behind, e.amount
    from named e ${LOOKED_UP[dimension] ?? sql``} where e.key = any(${keys}::text[])`
  })
  return sql.join([
    kept
      ? sql`named as not materialized (select * from ${kept})`
      : sql`named as materialized (${unitsNamed(scope, definitions)})`,
    ...dimensions.flatMap((dimension) => lookedUp(dimension, scope, kept !== undefined)),
    sql`told as materialized (${sql.join(each, sql` union all `)})`,
  ])
}
