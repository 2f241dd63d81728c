import type { Db } from '@hubline/db/connection.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import { figuresOf } from '../figures.ts'

/** What a year says: the version by which it is told, null where it is counted now, and the value of each figure by its key. */
export type Said = { version: number | null; values: ReadonlyMap<string, string | null> }

type SignedValue = { year: Year; version: number; key: string; value: string | null }

/** What the newest signed-off version of each of some years says, by the year: of those that were there at the instant looked at. */
export async function signedOf(
  db: Db,
  { hub_id, years }: { hub_id: string; years: readonly Year[] },
): Promise<ReadonlyMap<Year, Said>> {
  const { rows } = await sql<SignedValue>`
    select s.year, s.version, f.key, f.value
    from (select distinct on (year) id, year, version from sign_off
        where hub_id = ${hub_id} and year = any(${[...years]}::text[]) and (app.as_at() is null or signed_at <= app.as_at())
        order by year, version desc) as s
      join signed_figure f on f.hub_id = ${hub_id} and f.sign_off_id = s.id`.execute(db)
  const by_year = Map.groupBy(rows, ({ year }) => year)
  return new Map(
    [...by_year].map(([year, figures]) => [year, { version: figures[0]?.version ?? null, values: valuesOf(figures) }]),
  )
}

/** What a year says that is counted now. */
export const countedNow = (figures: Parameters<typeof valuesOf>[0]): Said => ({
  version: null,
  values: valuesOf(figures),
})

const valuesOf = (figures: readonly { key: string; value: string | null }[]) =>
  new Map(figures.map(({ key, value }) => [key, value]))

/**
 * What a year says of its figures to whoever holds another against it: its newest signed-off version, which stays, else
 * what `ask` counts now.
 */
export async function saidOf(
  db: Db,
  { hub_id, year, ask = figuresOf }: { hub_id: string; year: Year; ask?: typeof figuresOf },
): Promise<Said> {
  const signed = (await signedOf(db, { hub_id, years: [year] })).get(year)
  return signed ?? countedNow(await ask(db, { hub_id, year }))
}
