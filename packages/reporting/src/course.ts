import type { Db } from '@hubline/db/connection.ts'
import { prepared } from '@hubline/db/prepared.ts'
import { addDays, type Day } from '@hubline/domain/day.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { type Year, firstDay, lastDay, monthsOf } from '@hubline/domain/years/year.ts'
import { type RawBuilder, sql } from 'kysely'
import { countedOn } from './counted-as.ts'
import { countedUnits, scopeOf } from './evidence.ts'
import { totalOf, valueOfNothing } from './figures.ts'
import type { Scope } from './records.ts'
import { unitsWithin } from './within-programme.ts'

/** How a figure grew through a year: values as `Figure` gives them, counted afresh for each span of days. */
export type Course = {
  year: Year
  /** April first: what each month added, of how many units, and what was reached by its end. */
  months: { month: string; added: string | null; units: number; reached: string | null }[]
  /** What was reached by the end of the day that was asked for. */
  by_then: string | null
}

type Span = { from: Day; until: Day }
/** A year, and the day up to which `by_then` is counted. */
type YearAsked = { year: Year; to: Day }

const endsOf = (year: Year): Day[] =>
  monthsOf(year).map((_, at, months) => {
    const next = months[at + 1]
    return next === undefined ? lastDay(year) : addDays(next, -1)
  })

/** Twelve months, twelve times from April on, and up to the day asked for. */
function spansOf({ year, to }: YearAsked): Span[] {
  const [ends, from] = [endsOf(year), firstDay(year)]
  return [
    ...monthsOf(year).map((month, at) => ({ from: month, until: ends[at] ?? month })),
    ...ends.map((until) => ({ from, until })),
    { from, until: to },
  ]
}

const valuesIn = (definition: Definition, at: number, spans: readonly Span[]): RawBuilder<unknown> => sql`
  select ${at}::int as year, span.at::int as at, (${totalOf(definition.counts)})::text as value, count(*)::int as units
  from unnest(${spans.map(({ from }) => from)}::date[], ${spans.map(({ until }) => until)}::date[]) with ordinality as span (first, last, at)
    join ${sql.ref(`year_${at}`)} as unit on unit.first_on between span.first and span.last
  group by span.at`

const unitsIn = (definition: Definition, scope: Scope, programme: string | undefined) =>
  programme === undefined ? countedUnits([definition], scope) : unitsWithin(definition, scope, programme)

/**
 * How a figure grew through some years, each by the definition that counts it, from one statement: each unit once, on the
 * day on which it first qualified; of one programme, by its reference, as its list has them.
 */
export async function courseOf(
  db: Db,
  starter: Definition,
  { hub_id, years, programme }: { hub_id: string; years: readonly YearAsked[]; programme?: string },
): Promise<Course[]> {
  const scopes = await Promise.all(years.map(({ year }) => scopeOf(db, { hub_id, year })))
  const definitions = scopes.map(({ catalogue }) => catalogue.find(({ key }) => key === starter.key) ?? starter)
  const [first] = scopes
  if (!first) return []
  const found = await sql<{ year: number; at: number; value: string | null; units: number }>`${prepared}
    with ${countedOn(first)}, ${sql.join(
      scopes.map(
        (scope, at) =>
          sql`${sql.ref(`year_${at}`)} as materialized (select first_on, amount from ${unitsIn(definitions[at] ?? starter, scope, programme)} as unit)`,
      ),
    )} ${sql.join(
      years.map((asked, at) => valuesIn(definitions[at] ?? starter, at, spansOf(asked))),
      sql` union all `,
    )}`.execute(db)
  return years.map(({ year }, at) => {
    const of = (place: number) => found.rows.find((row) => row.year === at && row.at === place)
    const valueOf = (place: number) => of(place)?.value ?? valueOfNothing(starter)
    return {
      year,
      months: monthsOf(year).map((day, month) => ({
        month: day.slice(0, 7),
        added: valueOf(month + 1),
        units: of(month + 1)?.units ?? 0,
        reached: valueOf(month + 13),
      })),
      by_then: valueOf(25),
    }
  })
}
