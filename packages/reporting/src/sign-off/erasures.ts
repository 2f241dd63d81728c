import type { Db, Tx } from '@hubline/db/connection.ts'
import type { ERASURE_REASONS } from '@hubline/domain/people/erase-person.ts'
import { sql } from 'kysely'
import { BEFORE_THE_FIRST, linkAfter, listHash, unitLine } from './canonical.ts'

/** What went: a kind, how many of its records, how many of their former versions. */
export type Went = readonly [kind: string, records: number, former: number]
type List = { sign_off_id: string; key: string; units_hash: string }
type Erasure = {
  number: number
  person_ids: readonly string[]
  reference: string
  reason: (typeof ERASURE_REASONS)[number]
  erased_at: string
  erased_by: string
  erased_by_name: string
  went: readonly Went[]
}

const erasureHash = (previous: string, hub_id: string, erasure: Erasure, lists: readonly List[]): string =>
  linkAfter(previous, [
    hub_id,
    erasure.number,
    ...erasure.person_ids,
    erasure.reference,
    erasure.reason,
    erasure.erased_at,
    erasure.erased_by,
    erasure.erased_by_name,
    ...erasure.went.flat(),
    ...lists.flatMap(({ sign_off_id, key, units_hash }) => [sign_off_id, key, units_hash]),
  ])

const IN_UTC = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'

type Kept = Omit<Erasure, 'number' | 'erased_at'> & { hub_id: string }

/**
 * Writes the certificate of an erasure of this transaction, behind the hub's last, with the hash that each signed-off
 * list has now from which a name went. Only one transaction of a hub may do so at a time.
 */
export async function keepErasure(tx: Tx, { hub_id, ...kept }: Kept): Promise<{ number: number; hash: string }> {
  const before = await tx
    .selectFrom('erasure')
    .select(['number', 'hash'])
    .where('hub_id', '=', hub_id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const lists = await sql<List>`
    select sign_off_id, key, ${listHash(unitLine)} as units_hash from app.signed_unit
    where hub_id = ${hub_id} and (sign_off_id, key) in (
      select sign_off_id, key from app.units_of_people(${[...kept.person_ids]}::uuid[]))
    group by sign_off_id, key order by sign_off_id, key`.execute(tx)
  const at = await sql<{ now: string }>`select to_char(now() at time zone 'UTC', ${IN_UTC}) as now`.execute(tx)
  const number = (before?.number ?? 0) + 1
  const previous_hash = before?.hash ?? BEFORE_THE_FIRST
  const hash = erasureHash(previous_hash, hub_id, { ...kept, number, erased_at: at.rows[0]?.now ?? '' }, lists.rows)
  const { id } = await tx
    .insertInto('erasure')
    .values({
      hub_id,
      number,
      ...kept,
      person_ids: [...kept.person_ids],
      went: JSON.stringify(kept.went),
      previous_hash,
      hash,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (lists.rows.length > 0)
    await tx
      .insertInto('erased_list')
      .values(lists.rows.map((list) => ({ hub_id, erasure_id: id, ...list })))
      .execute()
  return { number, hash }
}

/** Goes along a hub's erasures from the first. Gives a sentence for the first that does not hold. */
export async function brokenErasure(db: Db, hub_id: string): Promise<string | undefined> {
  const { rows } = await sql<Erasure & { previous_hash: string; hash: string; lists: List[] }>`
    select e.*, to_char(e.erased_at at time zone 'UTC', ${IN_UTC}) as erased_at, coalesce((
      select json_agg(json_build_object('sign_off_id', l.sign_off_id, 'key', l.key, 'units_hash', l.units_hash) order by l.sign_off_id, l.key)
      from app.erased_list l where l.hub_id = e.hub_id and l.erasure_id = e.id), '[]') as lists
    from app.erasure e where e.hub_id = ${hub_id} order by e.number`.execute(db)
  let previous = BEFORE_THE_FIRST
  for (const [at, { lists, ...erasure }] of rows.entries()) {
    const holds = erasure.number === at + 1 && erasure.previous_hash === previous
    if (!holds || erasureHash(previous, hub_id, erasure, lists) !== erasure.hash)
      return `The erasure of ${erasure.reference} is not what was written down`
    previous = erasure.hash
  }
  return undefined
}
