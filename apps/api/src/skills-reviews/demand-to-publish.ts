import type { Tx } from '@hubline/db/connection.ts'
import { PUBLISHED_TABLES, type PublishedDimension } from '@hubline/domain/skills-reviews/demand.ts'
import { demandHeldBack } from '@hubline/domain/skills-reviews/protect-cells.ts'
import type { Sum } from '@hubline/domain/held-back.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { YearInput } from '../indicators/board.ts'
import { reads } from '../trpc.ts'
import { demandSql, dimensionSql } from './demand-sql.ts'

/** A number without names. Held back, it says nothing; people are null where nobody said how many. */
export type PublishedCell = {
  row: string
  /** Absent in a table of one dimension. */
  column?: string
} & ({ held_back: true } | { held_back: false; businesses: number; people: number | null })

export type Published = {
  all: PublishedCell
  tables: { rows: PublishedDimension; columns?: PublishedDimension; cells: PublishedCell[] }[]
}

const DIMENSIONS = [...new Set(PUBLISHED_TABLES.flat())] as PublishedDimension[]

/** The needs of one business that are alike in every published dimension. */
type Alike = Record<PublishedDimension, string> & { business_id: string; people: number | null }
type Number = { businesses: Set<string>; said_people: Set<string>; people: number }

const ALL = 'all'
/** What a number of the tables is called: a need is behind one number of each of them. */
const nameOf = (dimensions: readonly PublishedDimension[], values: Readonly<Record<PublishedDimension, string>>) =>
  dimensions.map((dimension) => `${dimension}=${values[dimension]}`).join('&')

/**
 * What those who write the local skills plan may have: whole years, no names, and no number from which a business could
 * be recognised. All tables are protected together, because their sums are the same.
 */
export async function demandToPublishOf(tx: Tx, hub_id: string, year: Year): Promise<Published> {
  const columns = DIMENSIONS.map((dimension) => sql`${dimensionSql(dimension)} as ${sql.ref(dimension)}`)
  // One row a business and kind of need: no more than the needs of one year.
  const found = await sql<Alike>`select ${sql.join(columns)}, d.business_id, sum(d.people)::integer as people
    from ${demandSql({ year }, hub_id)} group by d.business_id, ${sql.join(DIMENSIONS.map(dimensionSql))}`.execute(tx)
  const numbers = countedIn(found.rows)
  const held = demandHeldBack(numbers, sumsOf(found.rows))
  const cell = (name: string, where: { row: string; column?: string }): PublishedCell => {
    const number = numbers.get(name)
    if (!number) return { ...where, held_back: false, businesses: 0, people: 0 }
    if (held.has(name)) return { ...where, held_back: true }
    const people = number.said_people.size === 0 ? null : number.people
    return { ...where, held_back: false, businesses: number.businesses.size, people }
  }
  return {
    all: cell(ALL, { row: ALL }),
    tables: PUBLISHED_TABLES.map((dimensions) => {
      const [rows, across] = dimensions as readonly [PublishedDimension, PublishedDimension?]
      const each = new Map(found.rows.map((alike) => [nameOf(dimensions, alike), alike]))
      const cells = [...each].map(([name, alike]) =>
        cell(name, { row: alike[rows], ...(across ? { column: alike[across] } : {}) }),
      )
      return { rows, ...(across ? { columns: across } : {}), cells }
    }),
  }
}

function countedIn(all: readonly Alike[]): Map<string, Number> {
  const numbers = new Map<string, Number>()
  for (const alike of all)
    for (const name of [ALL, ...PUBLISHED_TABLES.map((dimensions) => nameOf(dimensions, alike))]) {
      const number = numbers.get(name) ?? { businesses: new Set(), said_people: new Set(), people: 0 }
      number.businesses.add(alike.business_id)
      if (alike.people !== null) number.said_people.add(alike.business_id)
      number.people += alike.people ?? 0
      numbers.set(name, number)
    }
  return numbers
}

/** Which numbers add up to which: the cells of a table to its rows and columns, those to all. */
function sumsOf(all: readonly Alike[]): Sum[] {
  const sums = new Map<string, { whole: string; parts: Set<string> }>()
  const add = (table: string, whole: string, part: string) => {
    const sum = sums.get(`${table} ${whole}`) ?? { whole, parts: new Set<string>() }
    sum.parts.add(part)
    sums.set(`${table} ${whole}`, sum)
  }
  for (const alike of all)
    for (const dimensions of PUBLISHED_TABLES) {
      const name = nameOf(dimensions, alike)
      if (dimensions.length === 1) add(name.split('=')[0] ?? '', ALL, name)
      else for (const one of dimensions) add(dimensions.join(), nameOf([one], alike), name)
    }
  return [...sums.values()].map(({ whole, parts }) => ({ whole, parts: [...parts] }))
}

export const demandToPublish = reads('review:read')
  .input(z.object({ year: YearInput }))
  .query(({ ctx: { db, actor }, input: { year } }) => demandToPublishOf(db, actor.hub_id, year))
