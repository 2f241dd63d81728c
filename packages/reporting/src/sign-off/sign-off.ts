import type { Tx } from '@hubline/db/connection.ts'
import { todayInLondon } from '@hubline/domain/day.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import { BEFORE_THE_FIRST, linkAfter } from './canonical.ts'
import { copyFigures } from './copy-figures.ts'
import { FINGERPRINT } from './fingerprint.ts'
import { restatedSheets } from './keep-restatement.ts'

/** A row of `sign_off` as its hash needs it: the time in UTC to the microsecond. */
export type Head = {
  hub_id: string
  number: number
  year: string
  version: number
  reason: string | null
  approved_by: string | null
  signed_at: string
  signed_by: string
  signed_by_name: string
  previous_hash: string
}

/** The hash that the first figure of a sign-off follows. */
export const headHash = (head: Head): string =>
  linkAfter(head.previous_hash, [
    head.hub_id,
    head.number,
    head.year,
    head.version,
    head.reason,
    head.approved_by,
    head.signed_at,
    head.signed_by,
    head.signed_by_name,
  ])

/** How `Head` gives the time. */
export const signedAtText = sql<string>`to_char(signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

type Signing = {
  hub_id: string
  year: Year
  /** Why the year is signed off again; null the first time. */
  reason: string | null
  /** Who approved that; null the first time. */
  approved_by: string | null
  /** The record of who approved that, where it is a person of the hub. */
  approved_by_id: string | null
  signed_by: string
  signed_by_name: string
}

/**
 * Signs off a year: copies its figures with all that is behind them, chained to the hub's sign-off before. Only one
 * transaction of a hub may do so at a time.
 */
export async function signOff(tx: Tx, signing: Signing): Promise<{ id: string; version: number }> {
  const { hub_id, year } = signing
  const before = await tx
    .selectFrom('sign_off')
    .select(['number', FINGERPRINT.as('fingerprint')])
    .where('hub_id', '=', hub_id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const latest = await tx
    .selectFrom('sign_off')
    .select(['id', 'version', 'signed_at'])
    .where('hub_id', '=', hub_id)
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const made = await tx
    .insertInto('sign_off')
    .values({
      ...signing,
      number: (before?.number ?? 0) + 1,
      version: (latest?.version ?? 0) + 1,
      previous_hash: before?.fingerprint ?? BEFORE_THE_FIRST,
    })
    .returning([
      'id',
      'hub_id',
      'number',
      'year',
      'version',
      'reason',
      'approved_by',
      'signed_by',
      'signed_by_name',
      'previous_hash',
    ])
    .returning(signedAtText.as('signed_at'))
    .executeTakeFirstOrThrow()
  const sign_off_id = made.id
  const restated = latest ? restatedSheets(tx, { hub_id, sign_off_id, version: made.version, before: latest }) : []
  const today = todayInLondon(new Date(made.signed_at))
  await copyFigures(tx, { hub_id, year, sign_off_id, head: headHash(made), today, restated })
  return made
}
