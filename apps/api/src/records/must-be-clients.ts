import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'

type Named = {
  business_id?: string | null | undefined
  person_id?: string | null | undefined
  case_id?: string | null | undefined
}
type Found = { business: boolean; person: boolean; of_client: boolean }

/**
 * The clients that a record names are in the hub and stand, and the case it names is one of theirs, or of a client
 * merged with them. @throws Problem 'invalid' at field `client` or `case_id`
 */
export async function mustBeClients(tx: Tx, hub_id: string, { business_id, person_id, case_id }: Named): Promise<void> {
  const found = await sql<Found>`
    with b as (select counts_as_id from app.business where hub_id = ${hub_id} and id = ${business_id ?? null}::uuid and voided_at is null),
      p as (select counts_as_id from app.person where hub_id = ${hub_id} and id = ${person_id ?? null}::uuid and voided_at is null)
    select exists (select from b) as business, exists (select from p) as person,
      exists (select from app."case" k
        left join app.business kb on kb.hub_id = k.hub_id and kb.id = k.business_id
        left join app.person kp on kp.hub_id = k.hub_id and kp.id = k.person_id
        where k.hub_id = ${hub_id} and k.id = ${case_id ?? null}::uuid and k.voided_at is null
          and (kb.counts_as_id in (select counts_as_id from b) or kp.counts_as_id in (select counts_as_id from p))) as of_client`.execute(
    tx,
  )
  const [row] = found.rows
  const refuse = (noun: string) => new Problem('invalid', `That ${noun} is not in your hub: choose it again`, 'client')
  if (business_id && !row?.business) throw refuse('business')
  if (person_id && !row?.person) throw refuse('person')
  if (case_id && !row?.of_client)
    throw new Problem('invalid', 'That case is not of this client: choose one of theirs', 'case_id')
}
