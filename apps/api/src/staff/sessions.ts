import { randomBytes } from 'node:crypto'
import { hashOf } from '@hubline/db/door.ts'
import { sql } from 'kysely'
import type { FrontDoor } from './front-door.ts'

export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Hours after which a session ends however much it is used; an hour unused ends it too. The database's door says the same. */
export const SESSION_HOURS = 12

export type OpenSession = { account_id: string; hub_id: string | null; adviser_id: string | null; started_at: Date }

/** The session of a browser while it lasts, also between the password and the choice of a hub. */
export function findSession(door: FrontDoor, token: string | undefined): Promise<OpenSession | undefined> {
  if (token === undefined) return Promise.resolve(undefined)
  return door
    .selectFrom('auth.session')
    .select(['account_id', 'hub_id', 'adviser_id', 'started_at'])
    .where('token_hash', '=', hashOf(token))
    .where('ended_at', 'is', null)
    .where('last_seen_at', '>', sql<Date>`now() - interval '60 minutes'`)
    .where('started_at', '>', sql<Date>`now() - interval '12 hours'`)
    .executeTakeFirst()
}

type NewSession = { account_id: string; hub?: { hub_id: string; adviser_id: string } | undefined; started_at?: Date }

/** Starts a session under a new secret and ends the one of `former`: secrets are never carried over. Gives the secret. */
export async function startSession(
  door: FrontDoor,
  { account_id, hub, started_at }: NewSession,
  former: string | undefined,
): Promise<string> {
  const token = newSecret()
  await door.transaction().execute(async (tx) => {
    if (former !== undefined) await endSession(tx, former)
    await tx
      .insertInto('auth.session')
      .values({
        token_hash: hashOf(token),
        account_id,
        hub_id: hub?.hub_id ?? null,
        adviser_id: hub?.adviser_id ?? null,
        ...(started_at ? { started_at } : {}),
      })
      .execute()
  })
  return token
}

export async function endSession(door: FrontDoor, token: string): Promise<void> {
  await door
    .updateTable('auth.session')
    .set({ ended_at: sql<Date>`now()` })
    .where('token_hash', '=', hashOf(token))
    .where('ended_at', 'is', null)
    .execute()
}

/** Minutes between two marks that a session is in use: an hour of rest is measured to within these. */
export const MARK_EVERY_MINUTES = 5

/** Marks that a session is in use. Never brings one back that has ended. */
export async function markSeen(door: FrontDoor, token: string): Promise<void> {
  await door
    .updateTable('auth.session')
    .set({ last_seen_at: sql<Date>`now()` })
    .where('token_hash', '=', hashOf(token))
    .where('ended_at', 'is', null)
    .where('last_seen_at', '>', sql<Date>`now() - interval '60 minutes'`)
    .execute()
}
