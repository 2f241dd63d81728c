import type { Db } from '@hubline/db/connection.ts'
import { type RawBuilder, sql } from 'kysely'

/** What the last figure of a sign-off names, in order, since sheets are covered by the chain (decision 0056). */
export const sheetsNamed = (parameters: string): string[] | undefined =>
  (JSON.parse(parameters) as { sheets?: string[] }).sheets

/**
 * The fingerprint of the `sign_off` of a query: the hash of its last sheet, behind all its figures; of one from before its
 * last figure named its sheets the hash of that figure, which covers none.
 */
export const FINGERPRINT: RawBuilder<string> = sql<string>`(
  select coalesce(case when f.parameters::jsonb -> 'sheets' is not null then (
    select k.hash from signed_sheet k where k.hub_id = f.hub_id and k.sign_off_id = f.sign_off_id order by k.position desc limit 1) end, f.hash)
  from signed_figure f where f.hub_id = sign_off.hub_id and f.sign_off_id = sign_off.id order by f.position desc limit 1)`

/** A sentence for each version of a hub whose fingerprint says nothing of its sheets. */
export async function uncoveredSheets(db: Db, hub_id: string): Promise<string[]> {
  const { rows } = await sql<{ year: string; version: number }>`
    select s.year, s.version from app.sign_off s
    where s.hub_id = ${hub_id} and (
      select f.parameters::jsonb -> 'sheets' from app.signed_figure f where f.hub_id = s.hub_id and f.sign_off_id = s.id order by f.position desc limit 1) is null
    order by s.number`.execute(db)
  return rows.map(
    ({ year, version }) =>
      `The sign-off of ${year}, version ${version}, is from before its fingerprint covered its sheets: whether one of them is missing cannot be told`,
  )
}
