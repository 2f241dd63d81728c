import type { Db } from '@hubline/db/connection.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { type Definition, frameworkOf } from '@hubline/domain/indicators/definition.ts'
import { isOwnKey } from '@hubline/domain/indicators/own-indicator.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'

type OfYear = { hub_id: string; year: Year }

/**
 * The definitions by which a hub counts a year, in the order of the catalogue: of each figure the newest of the hub's own
 * versions that counts that year or one before, else the one that Hubline brings; or the one that was chosen for the year
 * when it became a draft, unless another was published for it since; then the indicators of the hub's own, by title. As at
 * an instant: of what was said by then.
 */
export async function catalogueOf(db: Db, { hub_id, year }: OfYear): Promise<readonly Definition[]> {
  const found = await sql<{ key: string; definition: Definition | null }>`
    with own as (
      select key, version, definition, from_year, published_at from definition_version
      where hub_id = ${hub_id} and (app.as_at() is null or published_at <= app.as_at())),
    chosen as (
      select c.key, c.version from year_definition c
      where c.hub_id = ${hub_id} and c.year = ${year} and (app.as_at() is null or c.chosen_at <= app.as_at())
        and not exists (select from own o where o.key = c.key and o.from_year <= ${year} and o.published_at > c.chosen_at))
    select c.key, o.definition from chosen c left join own o on o.key = c.key and o.version = c.version
    union all
    (select distinct on (key) key, definition from own
      where from_year <= ${year} and key not in (select key from chosen) order by key, version desc)`.execute(db)
  const brought = await broughtFor(db, hub_id)
  if (found.rows.length === 0) return brought
  const own = new Map(found.rows.map(({ key, definition }) => [key, definition]))
  const added = found.rows.flatMap(({ key, definition }) => (isOwnKey(key) && definition ? [definition] : []))
  return [
    ...brought.map((definition) => own.get(definition.key) ?? definition),
    ...added.toSorted((one, other) => one.title.localeCompare(other.title, 'en-GB')),
  ]
}

/** What Hubline brings, without the frameworks of which the hub has no programme: what nobody reports costs nothing. */
async function broughtFor(db: Db, hub_id: string): Promise<readonly Definition[]> {
  const found = await db
    .selectFrom('programme')
    .select('framework')
    .distinct()
    .where('hub_id', '=', hub_id)
    .where('framework', 'is not', null)
    .where('voided_at', 'is', null)
    .execute()
  const frameworks = new Set<unknown>(found.map(({ framework }) => framework))
  return CATALOGUE.filter((definition) => {
    const framework = frameworkOf(definition)
    return framework === undefined || frameworks.has(framework)
  })
}

/** The definition by which a hub counts one figure of a year. */
export const definitionIn = async (db: Db, { key, ...of }: OfYear & { key: string }): Promise<Definition | undefined> =>
  (await catalogueOf(db, of)).find((definition) => definition.key === key)

/** The first version of each indicator of the hub's own, or of the one: what years before it are shown by. */
export async function ownIndicators(
  db: Db,
  { hub_id, key }: { hub_id: string; key?: string },
): Promise<{ definition: Definition; from_year: Year }[]> {
  const found = await sql<{ definition: Definition; from_year: Year }>`
    select distinct on (key) definition, from_year from definition_version
    where hub_id = ${hub_id} and key like 'own.%' ${key === undefined ? sql`` : sql`and key = ${key}`}
      and (app.as_at() is null or published_at <= app.as_at())
    order by key, version`.execute(db)
  return found.rows
}
