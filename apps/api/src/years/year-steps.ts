import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import { type YearState, YEAR_STATE_NAMES, refuseWrongMove } from '@hubline/domain/years/close-year.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import { keepImportsOut } from '../imports/import-turn.ts'

/** Every step of a year, the first one first, with who took it. */
export const stepsOf = (db: Tx, hub_id: string, year: Year) =>
  db
    .selectFrom('year_step')
    .innerJoin('adviser', (join) =>
      join.onRef('adviser.hub_id', '=', 'year_step.hub_id').onRef('adviser.id', '=', 'year_step.moved_by'),
    )
    .leftJoin('sign_off', (join) =>
      join.onRef('sign_off.hub_id', '=', 'year_step.hub_id').onRef('sign_off.id', '=', 'year_step.sign_off_id'),
    )
    .select([
      'year_step.number',
      'state',
      'note',
      'moved_at',
      'adviser.name as moved_by',
      'sign_off.version as signed_version',
    ])
    .where('year_step.hub_id', '=', hub_id)
    .where('year_step.year', '=', year)
    .orderBy('year_step.number')
    .limit(500)
    .execute()

export const stateAfter = (steps: readonly { state: string }[]): YearState =>
  (steps.at(-1)?.state ?? 'live') as YearState

/** Lets nobody move a year of the hub on until the end of this transaction; false where somebody does so now. */
export async function keepYearsStill(tx: Tx, hub_id: string): Promise<boolean> {
  const found = await sql<{ is_still: boolean }>`
    select pg_try_advisory_xact_lock_shared(hashtextextended('close a year of ' || ${hub_id}::text, 0)) as is_still`.execute(
    tx,
  )
  return found.rows[0]?.is_still === true
}

/**
 * Lets nobody move a year of the hub on until the end of this transaction; several may write at once.
 * @throws Problem 'stale' where somebody moves one just now, 'invalid' where the year was signed off
 */
export async function mustBeOpen(
  tx: Tx,
  { hub_id, year }: { hub_id: string; year: Year },
  { what, field }: { what: 'explanations' | 'targets'; field: string },
): Promise<void> {
  if (!(await keepYearsStill(tx, hub_id)))
    throw new Problem('stale', 'Somebody is moving a year of your hub on just now: try again in a moment')
  if (areTargetsFixed(stateAfter(await stepsOf(tx, hub_id, year))))
    throw new Problem('invalid', `${year} is signed off: its ${what} stay as they were`, field)
}

type Move = { year: Year; steps: number; to: YearState }

/**
 * Takes the hub's turn at its years, until the end of this transaction, and sees to it that the year may make the move.
 * @throws Problem 'stale' where somebody else moves it, or did since the screen was filled
 */
export async function takeTurn(tx: Tx, { hub_id }: Actor, { year, steps, to }: Move): Promise<void> {
  const turn = await sql<{ is_ours: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('close a year of ' || ${hub_id}::text, 0)) as is_ours`.execute(tx)
  if (!turn.rows[0]?.is_ours)
    throw new Problem('stale', 'Somebody else is moving a year of your hub on just now: reload the page in a moment')
  const taken = await stepsOf(tx, hub_id, year)
  const last = taken.at(-1)
  if (last && taken.length > steps)
    throw new Problem(
      'stale',
      `${last.moved_by} made the year ${YEAR_STATE_NAMES[stateAfter(taken)].toLowerCase()} meanwhile: reload the page to see it`,
    )
  if (taken.length !== steps) throw new Problem('stale', 'The year stands elsewhere by now: reload the page')
  refuseWrongMove(stateAfter(taken), to)
}

/**
 * Takes the turn in a transaction that sees one moment: it must not miss what was written of the hub before the turn was
 * its own. The database fails it where it does, and `inOneMoment` goes to the next. No writer waits for more than a moment,
 * but for a bundle: its records bear the time at which it began, and one that ended later would look as if it had been there.
 * @throws Problem as `takeTurn`, and 'stale' while a bundle is being read into the hub
 */
export async function takeTurnNow(tx: Tx, actor: Actor, move: Move): Promise<void> {
  await takeTurn(tx, actor, move)
  if (!(await keepImportsOut(tx, actor.hub_id)))
    throw new Problem('stale', 'A bundle is being read into your hub: sign off when it is in')
  await sql`savepoint no_longer_locked`.execute(tx)
  await tx.selectFrom('hub_change').select('changes').where('hub_id', '=', actor.hub_id).forShare().execute()
  await sql`rollback to savepoint no_longer_locked`.execute(tx)
}

/** What a signed-off year was held against stays as it was. */
export const areTargetsFixed = (state: YearState): boolean => ['signed_off', 'published', 'restated'].includes(state)
