import type { Db } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { type ColumnType, type Generated, type Kysely, sql } from 'kysely'

type Instant = ColumnType<Date, Date | undefined, Date>
type MaybeInstant = ColumnType<Date | null, Date | null | undefined, Date | null>

/** The tables of the front door. Only the role hubline_login has rights on them; see the migrations of schema auth. */
export type FrontDoorTables = {
  'auth.hub': { id: Generated<string>; slug: string; is_demonstration: Generated<boolean> }
  'auth.account': { id: Generated<string>; email: string; password_hash: string; changed_at: Instant }
  'auth.membership': { account_id: string; hub_id: string; adviser_id: string }
  'auth.session': {
    token_hash: Uint8Array
    account_id: string
    hub_id: string | null
    adviser_id: string | null
    started_at: Instant
    last_seen_at: Instant
    ended_at: MaybeInstant
  }
  'auth.invitation': {
    token_hash: Uint8Array
    hub_id: string
    adviser_id: string
    expires_at: Instant
    used_at: MaybeInstant
    revoked_at: MaybeInstant
  }
}

type Tables = Db extends Kysely<infer T> ? T : never
export type FrontDoor = Kysely<Tables & FrontDoorTables>

export const doorOf = (front_door: Db): FrontDoor => front_door.withTables<FrontDoorTables>()

export type HubOfPerson = { hub_id: string; adviser_id: string; slug: string; name: string; is_demonstration: boolean }

/** An auditor comes in until their last day; everybody else as long as they work here. */
export const MAY_STILL_COME = sql<boolean>`(adviser.role <> 'auditor' or adviser.last_day >= (now() at time zone 'Europe/London')::date)`

/** The latest last day of an account whose holder was an auditor; undefined where there is none. */
export async function lastDayOf(door: FrontDoor, account_id: string): Promise<Day | undefined> {
  const { last_day } = await door
    .selectFrom('auth.membership as member')
    .innerJoin('adviser', (join) =>
      join.onRef('adviser.hub_id', '=', 'member.hub_id').onRef('adviser.id', '=', 'member.adviser_id'),
    )
    .select((eb) => eb.fn.max('adviser.last_day').as('last_day'))
    .where('member.account_id', '=', account_id)
    .where('adviser.role', '=', 'auditor')
    .executeTakeFirstOrThrow()
  return last_day ?? undefined
}

/** The hubs in which the holder of an account works now, by name. */
export function hubsOf(door: FrontDoor, account_id: string): Promise<HubOfPerson[]> {
  return door
    .selectFrom('auth.membership as member')
    .innerJoin('adviser', (join) =>
      join.onRef('adviser.hub_id', '=', 'member.hub_id').onRef('adviser.id', '=', 'member.adviser_id'),
    )
    .innerJoin('auth.hub as directory', 'directory.id', 'member.hub_id')
    .innerJoin('hub', (join) => join.onRef('hub.hub_id', '=', 'member.hub_id').onRef('hub.id', '=', 'member.hub_id'))
    .select(['member.hub_id', 'member.adviser_id', 'directory.slug', 'hub.name', 'directory.is_demonstration'])
    .where('member.account_id', '=', account_id)
    .where('adviser.is_active', '=', true)
    .where('adviser.voided_at', 'is', null)
    .where(MAY_STILL_COME)
    .orderBy('hub.name')
    .orderBy('member.hub_id')
    .execute()
}
