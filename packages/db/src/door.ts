import { prepared } from './prepared.ts'
import { createHash } from 'node:crypto'
import type { Actor, Role } from '@hubline/domain/staff/permissions.ts'
import { type Day, showDay } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import type { Tx } from './connection.ts'

/** What is kept of a session's or an invitation's secret. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Who came in, and for how long their session had rested. */
export type Entered = Omit<Actor, 'role'> & { role: Role; idle_seconds: number }

/** The day on which the time of an auditor who knocks ended; the transaction stays outside the hub. */
type Shut = { ended_on: Day | null }

/**
 * Goes through the door: the database turns the secret of a session into the hub and the person of this transaction.
 * Undefined where there is no such session, it has ended, or the person has left.
 * @throws Problem 'not_signed_in' for an auditor whose last day is over
 */
export async function enter(tx: Tx, token: string, request_id: string): Promise<Entered | undefined> {
  const found = await sql<
    Entered & Shut
  >`${prepared} select hub_id, adviser_id, account_id, name, email, role, idle_seconds, ended_on
    from auth.enter(${hashOf(token)}, ${request_id}::uuid)`.execute(tx)
  const [came] = found.rows
  if (!came) return undefined
  const { ended_on, ...entered } = came
  if (ended_on !== null) throw new Problem('not_signed_in', sentenceOfEnd(ended_on))
  return entered
}

/** What an auditor reads whose days are over. */
export const sentenceOfEnd = (last_day: Day): string =>
  `Your time as an auditor ended on ${showDay(last_day)}: ask a manager of the hub if you need longer`

/** What a link let in: to one hub, for the sake of one record. */
export type ByLinkEntered = { hub_id: string; link_id: string; record_id: string }

/** Goes in by the side door, with nobody signed in. Undefined where there is no such link, it ended or has run out. */
export async function enterByLink(
  tx: Tx,
  { token, purpose, request_id }: { token: string; purpose: string; request_id: string },
): Promise<ByLinkEntered | undefined> {
  const found = await sql<ByLinkEntered>`select hub_id, link_id, record_id
    from auth.enter_by_link(${hashOf(token)}, ${purpose}, ${request_id}::uuid)`.execute(tx)
  return found.rows[0]
}
