import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Actor, Role } from '@hubline/domain/staff/permissions.ts'

type Wanted = { id: string; version: number }
type Person = { id: string; version: number; role: Role; is_active: boolean }

/**
 * The adviser to change, held until the transaction ends, together with every admin: two admins who remove each other
 * in the same moment take turns. @throws Problem 'not_found', 'stale'
 */
export async function personToChange(
  db: Tx,
  actor: Actor,
  { id, version }: Wanted,
): Promise<Person & { is_last_admin: boolean }> {
  const admins = await holdAdmins(db, actor.hub_id)
  const person = await db
    .selectFrom('adviser')
    .select(['id', 'version', 'role', 'is_active'])
    .where('hub_id', '=', actor.hub_id)
    .where('id', '=', id)
    .where('voided_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!person) throw new Problem('not_found', 'There is no such person in your hub')
  if (person.version !== version)
    throw new Problem('stale', 'Someone changed this person in the meantime: look at what is there now and try again')
  return { ...person, is_last_admin: admins.length === 1 && admins[0]?.id === id }
}

/** The active admins of a hub, held in one order so that nobody waits in a ring. */
export function holdAdmins(db: Tx, hub_id: string): Promise<{ id: string }[]> {
  return db
    .selectFrom('adviser')
    .select('id')
    .where('hub_id', '=', hub_id)
    .where('role', '=', 'admin')
    .where('is_active', '=', true)
    .where('voided_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Someone must be able to let people in. @throws Problem 'invalid' */
export function refuseForLastAdmin(person: { is_last_admin: boolean }): void {
  if (person.is_last_admin)
    throw new Problem('invalid', 'A hub keeps at least one admin: make someone else an admin first', 'role')
}
