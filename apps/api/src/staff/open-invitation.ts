import { hashOf } from '@hubline/db/door.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { type FrontDoor, MAY_STILL_COME } from './front-door.ts'

/** What an open link stands for. @throws Problem 'not_found' where it was used, replaced or has run out */
export async function openInvitation(door: FrontDoor, token: string) {
  const found = await door
    .selectFrom('auth.invitation as invited')
    .innerJoin('adviser', (join) =>
      join.onRef('adviser.hub_id', '=', 'invited.hub_id').onRef('adviser.id', '=', 'invited.adviser_id'),
    )
    .innerJoin('hub', (join) => join.onRef('hub.hub_id', '=', 'invited.hub_id').onRef('hub.id', '=', 'invited.hub_id'))
    .leftJoin('auth.account as account', (join) => join.on(sql<boolean>`account.email = lower(adviser.email)`))
    .select([
      'invited.hub_id',
      'invited.adviser_id',
      'hub.name as hub_name',
      'adviser.name',
      'adviser.email',
      'adviser.role',
      'account.id as account_id',
      'account.password_hash',
    ])
    .where('invited.token_hash', '=', hashOf(token))
    .where('invited.used_at', 'is', null)
    .where('invited.revoked_at', 'is', null)
    .where('invited.expires_at', '>', sql<Date>`now()`)
    .where('adviser.is_active', '=', true)
    .where('adviser.voided_at', 'is', null)
    .where(MAY_STILL_COME)
    .executeTakeFirst()
  if (!found)
    throw new Problem(
      'not_found',
      'This invitation was used already or has run out: ask the admin of your hub for a new one',
    )
  return found
}
