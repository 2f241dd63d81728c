import { randomUUID } from 'node:crypto'
import type { Tx } from '@hubline/db/connection.ts'
import type { MatchAttendee } from '@hubline/domain/events/match-attendee.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import { keepDifferent } from '../businesses/say-different.ts'
import { nextReference } from '../records/next-reference.ts'

type NewPerson = Exclude<MatchAttendee['person'], { id: string }>
type NewBusiness = Exclude<NonNullable<MatchAttendee['business']>, { id: string }>

/** A person whom the hub meets at an event. Gives the id. */
export async function addPerson(tx: Tx, actor: Actor, { although_similar_to, ...facts }: NewPerson): Promise<string> {
  const id = randomUUID()
  const reference = await nextReference(tx, 'person')
  await tx
    .insertInto('person')
    .values({ ...facts, id, hub_id: actor.hub_id, reference })
    .execute()
  for (const other_id of although_similar_to) await keepDifferent(tx, actor, { kind: 'person', one_id: id, other_id })
  return id
}

/** A business that the hub meets at an event. Gives the id. */
export async function addBusiness(
  tx: Tx,
  actor: Actor,
  { although_similar_to, ...facts }: NewBusiness,
): Promise<string> {
  const id = randomUUID()
  const reference = await nextReference(tx, 'business')
  await tx
    .insertInto('business')
    .values({ ...facts, id, hub_id: actor.hub_id, reference })
    .execute()
  for (const other_id of although_similar_to) await keepDifferent(tx, actor, { kind: 'business', one_id: id, other_id })
  return id
}

/** Somebody who comes for a business has a role there: written down where it is not known yet. */
export async function linkTheTwo(
  tx: Tx,
  { hub_id }: Actor,
  { person_id, business_id }: { person_id: string; business_id: string },
): Promise<void> {
  const known = await tx
    .selectFrom('business_role')
    .select('id')
    .where('hub_id', '=', hub_id)
    .where('person_id', '=', person_id)
    .where('business_id', '=', business_id)
    .where('to_on', 'is', null)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  if (known) return
  const reference = await nextReference(tx, 'business_role')
  await tx.insertInto('business_role').values({ hub_id, reference, person_id, business_id }).execute()
}
