import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Day } from '@hubline/domain/day.ts'
import type { InvitePerson } from '@hubline/domain/staff/invite.ts'
import type { Role } from '@hubline/domain/staff/permissions.ts'
import { sql } from 'kysely'
import { newInvitationLink } from './invitation-link.ts'
import { mailInvitation } from './mail-invitation.ts'
import { holdAdmins, refuseForLastAdmin } from './person-to-change.ts'

export type Invitation = Pick<InvitePerson, 'email' | 'name'> & {
  role: Role
  /** Of an auditor. */
  last_day?: Day
  hub_id: string
  public_url: string
  sends_mail: boolean
}

/** The link, to be handed on; or none, because it goes by mail to that person alone. */
export type Invited = { adviser_id: string; link: string | undefined }

/**
 * Invites a person by e-mail address into the hub of the transaction. The link works once and takes the place of an
 * earlier one. Someone who is on the hub's list already, perhaps from an import, keeps their record.
 * @throws Problem 'already_exists' where they can sign in already
 */
export async function inviteAdviser(
  db: Tx,
  { email, name, role, last_day, hub_id, public_url, sends_mail }: Invitation,
): Promise<Invited> {
  const admins = await holdAdmins(db, hub_id)
  const there = await db
    .selectFrom('adviser')
    .innerJoin(
      sql<{ adviser_id: string; has_account: boolean }>`auth.ways_in()`.as<'way_in'>('way_in'),
      'way_in.adviser_id',
      'adviser.id',
    )
    .select(['adviser.id', 'adviser.is_active', 'adviser.role', 'way_in.has_account'])
    .where('adviser.hub_id', '=', hub_id)
    .where(sql<boolean>`lower(adviser.email) = ${email}`)
    .where('adviser.voided_at', 'is', null)
    .orderBy('adviser.id')
    .forUpdate('adviser')
    .executeTakeFirst()
  if (there?.has_account) throw new Problem('already_exists', alreadyHere(there.is_active), 'email')
  if (there && role === 'auditor' && there.role !== 'auditor')
    throw new Problem(
      'already_exists',
      'This person is on the list of people of the hub: invite them as staff',
      'email',
    )
  if (role !== 'admin') refuseForLastAdmin({ is_last_admin: admins.length === 1 && admins[0]?.id === there?.id })

  const adviser_id = there
    ? await bringUpToDate(db, { hub_id, id: there.id, name, role, last_day })
    : await add(db, { email, name, role, last_day })
  return { adviser_id, link: await openTheWay(db, { adviser_id, hub_id, public_url, sends_mail }) }
}

type WayIn = Pick<Invitation, 'hub_id' | 'public_url' | 'sends_mail'> & { adviser_id: string }

/** A new link for somebody who is invited: told here, or sent to them by mail and told nobody. */
export async function openTheWay(
  db: Tx,
  { adviser_id, hub_id, public_url, sends_mail }: WayIn,
): Promise<string | undefined> {
  const link = await newInvitationLink(db, adviser_id, public_url)
  if (!sends_mail) return link
  // This one holds the place: the message that goes gets a link of its own as it leaves.
  await mailInvitation(db, { hub_id, adviser_id })
  return undefined
}

const alreadyHere = (is_active: boolean) =>
  is_active
    ? 'This person can sign in already'
    : 'This person worked here before: let them back in from the list of people'

async function add(
  db: Tx,
  { email, name, role, last_day }: Pick<Invitation, 'email' | 'name' | 'role'> & { last_day: Day | undefined },
): Promise<string> {
  const { id } = await db
    .insertInto('adviser')
    .values({ reference: email, email, name, role, last_day: last_day ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function bringUpToDate(
  db: Tx,
  {
    hub_id,
    id,
    name,
    role,
    last_day,
  }: Pick<Invitation, 'hub_id' | 'name' | 'role'> & { id: string; last_day: Day | undefined },
): Promise<string> {
  await db
    .updateTable('adviser')
    .set({ name, role, is_active: true, last_day: last_day ?? null })
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .execute()
  return id
}
