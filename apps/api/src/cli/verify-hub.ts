import type { Db } from '@hubline/db/connection.ts'
import { BUNDLE } from '@hubline/domain/imports/bundle.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { type Year, parseYear } from '@hubline/domain/years/year.ts'
import { figuresOf } from '@hubline/reporting/figures.ts'
import { catalogueOf } from '@hubline/reporting/hub-catalogue.ts'
import { brokenLink } from '@hubline/reporting/sign-off/broken-link.ts'
import { everyUnit } from '@hubline/reporting/units.ts'
import { sql } from 'kysely'

/** Sentences shown of each sort; what is broken is seldom broken once. */
const MOST = 100

/** Walks the history of a hub and counts again what was derived. Gives a sentence for everything that does not agree. */
export async function verifyHub(db: Db, hub_id: string): Promise<string[]> {
  const found: string[] = []
  for (const { kind } of BUNDLE) found.push(...(await brokenHistories(db, hub_id, kind)))
  found.push(...(await lostHistories(db, hub_id)))
  for (const kind of ['business', 'person'] as const) found.push(...(await wrongChainEnds(db, hub_id, kind)))
  for (const year of await yearsOfWork(db, hub_id)) found.push(...(await figuresWithoutUnits(db, hub_id, year)))
  const broken = await brokenLink(db, hub_id)
  return broken === undefined ? found : [...found, broken]
}

/** A record at version n has the versions 1 to n - 1 behind it, each valid until the next began. */
async function brokenHistories(db: Db, hub_id: string, kind: string): Promise<string[]> {
  const found = await sql<{ reference: string; version: number; versions: string | null }>`
    select t.reference, t.version, h.versions from ${sql.table(`app.${kind}`)} t
    left join (
      select id, string_agg(version::text, ', ' order by version) as versions, count(*) as number, min(version) as first, max(version) as last,
        bool_and(valid_to >= valid_from and valid_from = (row ->> 'recorded_at')::timestamptz and (next_from is null or next_from = valid_to)) as is_ordered,
        max(valid_to) as until
      from (select *, lead(valid_from) over (partition by id order by version) as next_from from app.history
        where hub_id = ${hub_id} and kind = ${kind}) v
      group by id) h on h.id = t.id
    where t.hub_id = ${hub_id} and not (t.version = 1 and h.id is null
      or coalesce(h.number = t.version - 1 and h.first = 1 and h.last = t.version - 1 and h.is_ordered and h.until = t.recorded_at, false))
    order by t.reference limit ${MOST}`.execute(db)
  return found.rows.map(
    ({ reference, version, versions }) =>
      `The history of ${kind} ${reference} is broken: it is at version ${version} and its former versions are ${versions ?? 'none'}`,
  )
}

async function lostHistories(db: Db, hub_id: string): Promise<string[]> {
  const found: string[] = []
  for (const { kind } of BUNDLE) {
    const lost = await sql<{ reference: string }>`
      select distinct h.row ->> 'reference' as reference from app.history h
      where h.hub_id = ${hub_id} and h.kind = ${kind}
        and not exists (select from ${sql.table(`app.${kind}`)} t where t.hub_id = h.hub_id and t.id = h.id)
      limit ${MOST}`.execute(db)
    found.push(...lost.rows.map(({ reference }) => `There is a history of ${kind} ${reference} and no record`))
  }
  return found
}

async function wrongChainEnds(db: Db, hub_id: string, kind: 'business' | 'person'): Promise<string[]> {
  const table = sql.table(`app.${kind}`)
  const found = await sql<{ reference: string }>`
    with recursive chain (id, ends_at) as (
      select id, id from ${table} where hub_id = ${hub_id} and merged_into_id is null
      union all
      select m.id, c.ends_at from chain c join ${table} m on m.hub_id = ${hub_id} and m.merged_into_id = c.id)
    select t.reference from ${table} t left join chain c on c.id = t.id
    where t.hub_id = ${hub_id} and t.counts_as_id is distinct from c.ends_at order by t.reference limit ${MOST}`.execute(
    db,
  )
  return found.rows.map(
    ({ reference }) => `The ${kind} ${reference} does not count as the one at the end of its merges`,
  )
}

async function yearsOfWork(db: Db, hub_id: string): Promise<Year[]> {
  const columns = BUNDLE.flatMap(({ kind, columns: all }) =>
    Object.values(all).flatMap(({ type, column }) =>
      type.is === 'day' && !['business', 'person', 'business_role'].includes(kind) ? [{ kind, column }] : [],
    ),
  )
  const days = columns.map(
    ({ kind, column }) =>
      sql`select distinct ${sql.ref(column)} as day from ${sql.table(`app.${kind}`)} where hub_id = ${hub_id}`,
  )
  const found = await sql<{ start: number }>`
    select distinct extract(year from day - interval '3 months')::integer as start
    from (${sql.join(days, sql` union `)}) d where day is not null order by 1`.execute(db)
  return found.rows.flatMap(({ start }) => parseYear(`${start}-${String((start + 1) % 100).padStart(2, '0')}`) ?? [])
}

/** The number on the board and the list behind it are two readings of one query: here they are held together. */
async function figuresWithoutUnits(db: Db, hub_id: string, year: Year): Promise<string[]> {
  const found: string[] = []
  const catalogue = await catalogueOf(db, { hub_id, year })
  for (const { key, value, unit } of await figuresOf(db, { hub_id, year })) {
    const definition = catalogue.find((candidate) => candidate.key === key)
    if (!definition) continue
    const counted = await countUnits(db, definition, { hub_id, year })
    const agrees =
      unit === 'FTE' || unit === 'GBP' || unit === 'score'
        ? Math.abs(Number(value ?? 0) - counted.amount) < 0.005 * (counted.units + 1)
        : Number(value) === counted.units
    if (!agrees)
      found.push(
        `${key} of ${year} is ${value}, and its ${counted.units} units make ${unit === 'FTE' || unit === 'GBP' || unit === 'score' ? counted.amount : counted.units}`,
      )
  }
  return found
}

async function countUnits(
  db: Db,
  definition: Definition,
  question: { hub_id: string; year: Year },
): Promise<{ units: number; amount: number }> {
  let units = 0
  let hundredths = 0
  for await (const unit of everyUnit(db, definition, question)) {
    units += 1
    hundredths += Math.round(Number(unit.amount ?? 0) * 100)
  }
  return {
    units,
    amount: 'mean' in definition.counts ? (units === 0 ? 0 : hundredths / 100 / units) : hundredths / 100,
  }
}
