import type { Db } from '@hubline/db/connection.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'

type OfYear = { hub_id: string; year: Year }

/**
 * The definitions by which a hub counts a year, in the order of the catalogue: of each figure the newest of the hub's own
 * versions that counts that year or one before, else the one that Hubline brings. As at an instant: of those published by
 * then.
 */
export async function catalogueOf(db: Db, { hub_id, year }: OfYear): Promise<readonly Definition[]> {
  const found = await sql<{ definition: Definition }>`
    select distinct on (key) definition from definition_version
    where hub_id = ${hub_id} and from_year <= ${year} and (app.as_at() is null or published_at <= app.as_at()) order by key, version desc`.execute(
    db,
  )
  if (found.rows.length === 0) return CATALOGUE
  const own = new Map(found.rows.map(({ definition }) => [definition.key, definition]))
  return CATALOGUE.map((definition) => own.get(definition.key) ?? definition)
}

/** The definition by which a hub counts one figure of a year. */
export const definitionIn = async (db: Db, { key, ...of }: OfYear & { key: string }): Promise<Definition | undefined> =>
  (await catalogueOf(db, of)).find((definition) => definition.key === key)
