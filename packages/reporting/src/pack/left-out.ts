import { addDays } from '@hubline/domain/day.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { exclusionReason } from '@hubline/domain/indicators/exclusion-reasons.ts'
import { waysThatBringIn } from '@hubline/domain/indicators/in-words.ts'
import { type PlainWay, plainWay } from '@hubline/domain/indicators/plain-way.ts'
import { rulesOf, unitRecord } from '@hubline/domain/indicators/rules.ts'
import { type RawBuilder, sql } from 'kysely'
import { columnOf, readFrom } from '../columns.ts'
import { recordsReadBy } from '../evidence.ts'
import type { Scope } from '../records.ts'
import { anyRuleSql, ruleSql } from '../rule-sql.ts'
import { type AskedAbout, clientOf } from '../why.ts'
import { NAMING } from './named-clients.ts'
import { inYear } from './row-parts.ts'
import { shortUnits } from './short-units.ts'

/** How far outside the year a record may lie that is told as such. */
const DAYS_NEAR = 31

/** Records of the year, those that lie just outside of it, and those without their deciding day of which another falls in it. */
function ofOrNear(way: PlainWay, scope: Scope): RawBuilder<unknown> {
  const on = columnOf(way.a, way.dated)
  const near = sql`${on} between ${addDays(scope.from, -DAYS_NEAR)}::date and ${addDays(scope.to, DAYS_NEAR)}::date`
  const days = NAMING.find(([table]) => table === way.a)?.[1] ?? []
  const others = days.filter((day) => day !== way.dated).map((day) => inYear(`r.${day}`, scope))
  return others.length === 0 ? near : sql`(${near} or ${on} is null and (${sql.join(others, sql` or `)}))`
}

/** The records that one way looks at, each with the reason of the first rule that it breaks; without one it counts. */
function heldAgainst(definition: Definition, way: PlainWay, scope: Scope, about: AskedAbout): RawBuilder<unknown> {
  const { sort, rules } = rulesOf(definition, way)
  const client = clientOf({ about })
  const around = { ...client, ...scope }
  const on = columnOf(way.a, way.dated)
  const isClient = about !== 'outcome'
  const whens = rules.map(
    (rule) => sql`when (${anyRuleSql(rule, way, around)}) is not true then ${sql.lit(exclusionReason(rule, way))}`,
  )
  return sql`
    select ${sql.lit(way.a)}::text as record, r.id, r.reference, ${on} as "on", ${isClient ? sql.lit(about) : sql`null`}::text as unit,
      ${isClient ? sql`u.reference` : sql`null::text`} as unit_reference, case ${sql.join(whens, sql` `)} end as reason
    from ${readFrom(way)} ${client.joins}
    where r.hub_id = ${scope.hub_id} and r.voided_at is null and ${ofOrNear(way, scope)}
      ${sql.join(
        sort.map((rule) => sql`and ${ruleSql(rule, way)}`),
        sql` `,
      )}`
}

/** Those of a reading's records that count by none of its ways: of several reasons the first by the letter. */
function leftOutBy(definitions: readonly [Definition, ...Definition[]], scope: Scope): RawBuilder<unknown>[] {
  const [first] = definitions
  const unit = unitRecord(first.counts)
  const about = unit === 'record' || unit === 'referral' ? 'outcome' : unit
  const keys = definitions.map(({ key }) => key).join(' ')
  const ways = Map.groupBy(waysThatBringIn(first).map(plainWay), ({ a }) => a)
  return [...ways.values()].map((each) => {
    const held = sql.join(
      each.map((way) => heldAgainst(first, way, scope, about)),
      sql` union all `,
    )
    return sql`
      select ${sql.lit(keys)}::text as keys, record, reference, min("on") as "on", unit, unit_reference, null::text as within, min(reason) as reason
      from (${held}) as h group by record, id, reference, unit, unit_reference having bool_and(reason is not null)`
  })
}

/**
 * Every record that a figure looks at and does not count, once for each reason, with the keys of the figures: by the very
 * rules of which their query is made. Of units that fall short with all their records together the record that came
 * nearest. Rows of `record`, `reference`, `keys`, `unit`, `unit_reference`, `within`, `on` and `reason`.
 */
export function leftOut(scope: Scope): RawBuilder<unknown> {
  const readings = [...Map.groupBy(scope.catalogue ?? CATALOGUE, recordsReadBy).values()]
  const each = readings.flatMap(([first, ...others]) => (first ? leftOutBy([first, ...others], scope) : []))
  const short = shortUnits(scope).map(
    (units) => sql`select keys, record, reference, "on", unit, unit_reference, within, reason from (${units}) as short`,
  )
  return sql`
    select record, reference, string_agg(keys, ' ' order by keys) as keys, unit, unit_reference, within, min("on") as "on", reason
    from (${sql.join([...each, ...short], sql` union all `)}) as l
    where reason = 'outside dates' or "on" is null or "on" between ${scope.from}::date and ${scope.to}::date
    group by record, reference, unit, unit_reference, within, reason`
}
