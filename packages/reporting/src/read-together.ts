import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { type PlainWay, plainWay } from '@hubline/domain/indicators/plain-way.ts'
import { type Rule, recordRules } from '@hubline/domain/indicators/rules.ts'
import { type RawBuilder, sql } from 'kysely'
import { columnOf } from './columns.ts'
import { type Scope, amountOf } from './records.ts'
import { ruleSql } from './rule-sql.ts'

/** Of which records of a business the first day and the sum of minutes say all that its figures ask. */
const SUMMED_UP: readonly PlainWay['a'][] = ['interaction', 'diagnostic', 'referral', 'skills_review', 'enquiry']

/** The records of a way, summed up for each business: a table of the statement, and the columns of the way in it. */
type Summed = { table: RawBuilder<unknown>; on: RawBuilder<unknown>; amount: RawBuilder<unknown> }

/** Where the records of a way are read with those of other figures; undefined where they are read by themselves. */
export type ReadTogether = (definition: Definition, way: PlainWay) => Summed | undefined

/** Counts each business once in the year, whatever course or programme brought it. */
const countsBusinesses = ({ counts, threshold }: Definition): boolean =>
  'each' in counts && counts.each === 'business' && !('or_anonymous' in counts) && threshold === undefined

const conditionsMark = (way: PlainWay): string => JSON.stringify(recordRules(way))

/** What figures ask of the records of one kind by one of their days. */
type Reading = { way: PlainWay; conditions: { way: PlainWay; mark: string; sums: boolean }[] }

function readingsOf(definitions: readonly Definition[], least: number): Reading[] {
  const ways = definitions
    .filter(countsBusinesses)
    .flatMap(({ any_of, band }) => any_of.map((way) => ({ way: plainWay(way), sums: band !== undefined })))
    .filter(({ way }) => SUMMED_UP.includes(way.a) && way.of_programme === undefined)
  return [...Map.groupBy(ways, ({ way }) => `${way.a} ${way.dated}`).values()].flatMap((together) => {
    const [first] = together
    if (!first || together.length < least) return []
    const conditions = [...Map.groupBy(together, ({ way }) => conditionsMark(way))].flatMap(([mark, same]) =>
      same[0] ? [{ way: same[0].way, mark, sums: same.some(({ sums }) => sums) }] : [],
    )
    return [{ way: first.way, conditions }]
  })
}

const nameOf = ({ a, dated }: PlainWay) => sql.ref(`${a}_${dated}`)

/**
 * Each business with the other unit that it counts as, if any (the planner can tell how many units there are from the two, not
 * from one put together here), and for each set of conditions the first day on which one of its records meets them (null
 * where none does) and their minutes. A rule is asked of a record once, however many figures have it.
 */
function summedUp({ way, conditions }: Reading, scope: Scope): RawBuilder<unknown> {
  const dated = columnOf(way.a, way.dated)
  const rules = new Map(conditions.flatMap((one) => recordRules(one.way)).map((rule) => [JSON.stringify(rule), rule]))
  const marks = [...rules.keys()]
  const holds = (rule: Rule) => sql.ref(`holds_${marks.indexOf(JSON.stringify(rule))}`)
  const told = conditions.map((one, at) => {
    const meets = sql`filter (where ${sql.join([sql`true`, ...recordRules(one.way).map(holds)], sql` and `)})`
    const amount = one.sums ? sql`(sum(amount) ${meets})::integer` : sql`null::integer`
    return sql`min("on") ${meets} as ${sql.ref(`on_${at}`)}, ${amount} as ${sql.ref(`amount_${at}`)}`
  })
  const asked = [...rules.values()].map((rule) => sql`, ${ruleSql(rule, way)} as ${holds(rule)}`)
  return sql`${nameOf(way)} as materialized (
    select told.*, a.unit_id as other_id, a.located_in from (
      select client_id, ${sql.join(told)} from (
        select r.business_id as client_id, ${dated} as "on", ${amountOf({ each: 'business' }, way)} as amount ${sql.join(asked, sql` `)}
        from ${sql.table(way.a)} r
        where r.hub_id = ${scope.hub_id} and r.voided_at is null and ${dated} >= ${scope.from} and ${dated} <= ${scope.to} offset 0) as r
      group by client_id) as told left join apart_business a on a.client_id = told.client_id
      where told.client_id is not null and (a.client_id is null or a.unit_id is not null))`
}

/** Whether only some records of the year are asked about: what is summed up for all would be too much. */
const isNarrowed = ({ client_ids, event_id, category, programme_id }: Scope): boolean =>
  [client_ids, event_id, category, programme_id].some((narrowing) => narrowing !== undefined)

/**
 * Records of businesses that several figures of a year ask for (at `least` so many), read once and summed up for each
 * business. `head` stands in a statement behind the tables of `countedOn`.
 */
export function readTogether(
  definitions: readonly Definition[],
  scope: Scope,
  least = 2,
): { head: RawBuilder<unknown>[]; of: ReadTogether } {
  const readings = isNarrowed(scope) ? [] : readingsOf(definitions, least)
  return {
    head: readings.map((reading) => summedUp(reading, scope)),
    of: (definition, way) => {
      const isSummedUp = countsBusinesses(definition) && way.of_programme === undefined
      const reading = isSummedUp
        ? readings.find((one) => one.way.a === way.a && one.way.dated === way.dated)
        : undefined
      const at = reading?.conditions.findIndex(({ mark }) => mark === conditionsMark(way)) ?? -1
      if (at < 0) return undefined
      return { table: nameOf(way), on: sql.ref(`c.on_${at}`), amount: sql.ref(`c.amount_${at}`) }
    },
  }
}
