import { SIC_SECTIONS } from '@hubline/domain/businesses/sic-codes.ts'
import { addDays } from '@hubline/domain/day.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { type Dimension, INTENSITIES } from '@hubline/domain/indicators/dimensions.ts'
import { type RawBuilder, sql } from 'kysely'
import { evidence } from '../evidence.ts'
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

/** The part of each row of evidence; where that is not known the row stands under `unknown`, never nowhere. */
const PART: Readonly<Record<Dimension, RawBuilder<unknown>>> = {
  district: sql`coalesce(e.unit_district, 'unknown')`,
  section: sql`coalesce(${SECTION}, 'unknown')`,
  size_band: sql`coalesce(${SIZE_BAND}, 'unknown')`,
  legal_form: sql`coalesce(b.legal_form, 'unknown')`,
  intensity: sql`coalesce((select i.band from intensity i where i.unit_id = b.id), 'none')`,
  programme: sql`coalesce(e.unit_programme, (select g.reference from record_programme w join programme g on g.hub_id = e.hub_id and g.id = w.id
    where w.record_kind = e.record_kind and w.record_id = e.record_id), 'none')`,
  known: sql`case when coalesce(b.id, n.id) is null then 'unknown'
    when coalesce(b.id, n.id) in (select unit_id from known_before) then 'returning' else 'new' end`,
  month: sql`to_char(min(e.qualified_on) over (partition by e.key, e.unit_id), 'YYYY-MM')`,
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

/** What a dimension looks up once for all rows, by the name of its table. */
function lookedUp(dimension: Dimension, scope: Scope): RawBuilder<unknown>[] {
  const union = (each: RawBuilder<unknown>[]) => sql.join(each, sql` union all `)
  if (dimension === 'intensity') {
    const bands = Object.entries(INTENSITIES).flatMap(([band, key]) =>
      called(scope, key).map(
        (definition) =>
          sql`select distinct unit_id, ${sql.lit(band)} as band from ${evidence(definition, bare(scope))} as banded`,
      ),
    )
    return [sql`intensity (unit_id, band) as materialized (${union(bands)})`]
  }
  if (dimension === 'known') {
    const before = ['lep.businesses_supported', 'lep.individuals_helped_to_start'].flatMap((key) =>
      called(scope, key).map(
        (definition) => sql`select unit_id from ${evidence(definition, earlier(scope))} as before`,
      ),
    )
    return [sql`known_before (unit_id) as materialized (${union(before)})`]
  }
  if (dimension !== 'programme') return []
  return [sql`record_programme as not materialized (${programmesOfRecords(scope)})`]
}

/**
 * Tables for the head of a statement that has rows named `evidence` (`EvidenceRow`, with the `key` of each): `told`,
 * which has for each of them the dimension, the part in which its unit stands, and who is behind it (`behind`: the
 * business, person or project, however many records are units by themselves).
 */
export function partsTold(
  dimensions: readonly Dimension[],
  scope: Scope,
  definitions: readonly Definition[],
): RawBuilder<unknown> {
  const of_programmes = definitions.filter(({ counts }) => 'per' in counts && counts.per === 'programme')
  const clients = Object.entries(CLIENTS).map(
    ([kind, columns]) =>
      sql`select ${sql.raw(columns)} from ${sql.table(kind)} where e.unit_kind = ${sql.lit(kind)} and hub_id = ${scope.hub_id} and id = e.unit_id`,
  )
  const each = dimensions.map(
    (dimension) => sql`
    select e.key, ${sql.lit(dimension)} as dimension, ${PART[dimension]} as part, e.unit_id, coalesce(b.id, n.id, e.project_id, e.unit_id) as behind, e.amount
    from named e left join business b on b.hub_id = e.hub_id and b.id = e.business_id left join person n on n.hub_id = e.hub_id and n.id = e.person_id`,
  )
  return sql.join([
    ...dimensions.flatMap((dimension) => lookedUp(dimension, scope)),
    sql`named as materialized (
      select v.*, ${scope.hub_id}::uuid as hub_id, c.project_id,
        case when v.key = any(${of_programmes.map(({ key }) => key)}::text[]) then v.unit_within end as unit_programme,
        coalesce(ub.counts_as_id, rb.counts_as_id) as business_id, coalesce(un.counts_as_id, rn.counts_as_id) as person_id
      from evidence v
        left join business ub on v.unit_kind = 'business' and ub.hub_id = ${scope.hub_id} and ub.reference = v.unit_reference
        left join person un on v.unit_kind = 'person' and un.hub_id = ${scope.hub_id} and un.reference = v.unit_reference
        left join lateral (select * from (select v.unit_kind, v.unit_id) e, lateral (${sql.join(clients, sql` union all `)}) as c) as c (unit_kind, unit_id, business_id, person_id, project_id) on true
        left join business rb on rb.hub_id = ${scope.hub_id} and rb.id = c.business_id
        left join person rn on rn.hub_id = ${scope.hub_id} and rn.id = c.person_id)`,
    sql`told as materialized (${sql.join(each, sql` union all `)})`,
  ])
}
