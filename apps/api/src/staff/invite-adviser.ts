import type { Tx } from '@hubline/db/connection.ts'
import { hashOf } from '@hubline/db/door.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { INVITATION_DAYS, type InvitePerson } from '@hubline/domain/staff/invite.ts'
import { sql } from 'kysely'
import { holdAdmins, refuseForLastAdmin } from './person-to-change.ts'
import { newSecret } from './sessions.ts'

type Invitation = Pick<InvitePerson, 'email' | 'name' | 'role'> & { hub_id: string; public_url: string }

/**
 * Invites a person by e-mail address into the hub of the transaction and gives the link, which works once and takes the
 * place of an earlier one. Someone who is on the hub's list already, perhaps from an import, keeps their record.
 * @throws Problem 'already_exists' where they can sign in already
 */
export async function inviteAdviser(
  db: Tx,
  { email, name, role, hub_id, public_url }: Invitation,
): Promise<{ link: string; adviser_id: string }> {
  const admins = await holdAdmins(db, hub_id)
  const there = await db
    .selectFrom('adviser')
    .innerJoin(
      sql<{ adviser_id: string; has_account: boolean }>`auth.ways_in()`.as<'way_in'>('way_in'),
      'way_in.adviser_id',
      'adviser.id',
    )
    .select(['adviser.id', 'adviser.is_active', 'way_in.has_account'])
    .where('adviser.hub_id', '=', hub_id)
    .where(sql<boolean>`lower(adviser.email) = ${email}`)
    .where('adviser.voided_at', 'is', null)
    .orderBy('adviser.id')
    .forUpdate('adviser')
    .executeTakeFirst()
  if (there?.has_account) throw new Problem('already_exists', alreadyHere(there.is_active), 'email')
  if (role !== 'admin') refuseForLastAdmin({ is_last_admin: admins.length === 1 && admins[0]?.id === there?.id })

  const adviser_id = there
    ? await bringUpToDate(db, { hub_id, id: there.id, name, role })
    : await add(db, { email, name, role })
  const token = newSecret()
  await sql`select auth.invite(${adviser_id}::uuid, ${hashOf(token)}, now() + make_interval(days => ${INVITATION_DAYS}))`.execute(
    db,
  )
  return { link: new URL(`/invitation/${token}`, public_url).href, adviser_id }
}

const alreadyHere = (is_active: boolean) =>
  is_active
    ? 'This person can sign in already'
    : 'This person worked here before: let them back in from the list of people'

async function add(db: Tx, { email, name, role }: Pick<Invitation, 'email' | 'name' | 'role'>): Promise<string> {
  const { id } = await db
    .insertInto('adviser')
    .values({ reference: email, email, name, role })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function bringUpToDate(
  db: Tx,
  { hub_id, id, name, role }: Pick<Invitation, 'hub_id' | 'name' | 'role'> & { id: string },
): Promise<string> {
  await db
    .updateTable('adviser')
    .set({ name, role, is_active: true })
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .execute()
  return id
}
