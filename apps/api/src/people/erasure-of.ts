import type { Tx } from '@hubline/db/connection.ts'
import type { ERASURE_REASONS } from '@hubline/domain/people/erase-person.ts'
import type { Went } from '@hubline/reporting/sign-off/erasures.ts'
import { sql } from 'kysely'

export type Certificate = {
  number: number
  reason: (typeof ERASURE_REASONS)[number]
  erased_at: Date
  erased_by_name: string
  went: Went[]
  hash: string
}

/** The certificate of a person who was erased, alone or as part of another: the first, where one of names that it left followed. */
export async function erasureOf(tx: Tx, hub_id: string, person_id: string): Promise<Certificate | undefined> {
  const found = await sql<Certificate>`
    select number, reason, erased_at, erased_by_name, went, hash from app.erasure
    where hub_id = ${hub_id} and person_ids @> array[${person_id}::uuid] order by number limit 1`.execute(tx)
  return found.rows[0]
}
