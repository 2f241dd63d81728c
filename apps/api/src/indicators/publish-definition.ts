import type { Tx } from '@hubline/db/connection.ts'
import { showDay } from '@hubline/domain/day.ts'
import { PublishDefinition } from '@hubline/domain/indicators/change-definition.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { type Year, firstDay, nextYear, previousYear, yearOf } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import { writes } from '../trpc.ts'
import { YearInput } from './board.ts'
import { movesOf, newestVersion } from './own-versions.ts'

/** Publishes a change as the hub's next version of a figure, and of the bands that move with it; or as an indicator of its own. */
export const publishDefinition = writes('definition:publish')
  .input(PublishDefinition)
  .mutation(async ({ ctx: { db, actor }, input: { key, version, change, own_title, from_on, reason, ...input } }) => {
    const { hub_id } = actor
    const from_year = YearInput.parse(input.from_year)
    await takeTurn(db, hub_id)
    const newest = await newestVersion(db, hub_id, key)
    if (newest.version !== version)
      throw new Problem(
        'stale',
        'Somebody published another version of this figure meanwhile: it is shown above what you typed, which is kept',
      )
    const starts = yearOf(from_on)
    if (from_year !== starts && (from_year !== nextYear(starts) || from_on === firstDay(starts)))
      throw new Problem(
        'invalid',
        `Choose the year in which ${showDay(from_on)} lies, or the year after it`,
        'from_year',
      )
    const moves = await movesOf(db, hub_id, { key, change, own_title })
    await refuseEarlierYear(db, { hub_id, keys: moves.map(({ next }) => next.key), from_year })
    await db
      .insertInto('definition_version')
      .values(
        moves.map(({ next, change: own }) => ({
          hub_id,
          key: next.key,
          version: next.version,
          change: JSON.stringify(own),
          definition: JSON.stringify(next),
          from_on,
          from_year,
          reason,
          published_by: actor.adviser_id,
        })),
      )
      .execute()
    return { versions: moves.map(({ next }) => ({ key: next.key, version: next.version })) }
  })

/** One at a time in a hub, until the end of this transaction; a year is not signed off meanwhile either. */
async function takeTurn(tx: Tx, hub_id: string): Promise<void> {
  const turn = await sql<{ is_ours: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('close a year of ' || ${hub_id}::text, 0)) as is_ours`.execute(tx)
  if (!turn.rows[0]?.is_ours)
    throw new Problem(
      'stale',
      'Somebody is publishing a definition or moving a year on just now: try again in a moment',
    )
}

type Asked = { hub_id: string; keys: readonly string[]; from_year: Year }

/** Signed-off years keep the version by which they were counted, and so does what an earlier version began with. */
async function refuseEarlierYear(tx: Tx, { hub_id, keys, from_year }: Asked): Promise<void> {
  const signed = await tx
    .selectFrom('sign_off')
    .select((eb) => eb.fn.max('year').as('year'))
    .where('hub_id', '=', hub_id)
    .executeTakeFirst()
  if (signed?.year && signed.year >= from_year)
    throw new Problem(
      'invalid',
      `${signed.year} is signed off and keeps its version: let the new one count from ${nextYear(signed.year as Year)} or later`,
      'from_year',
    )
  const last = await tx
    .selectFrom('definition_version')
    .select((eb) => eb.fn.max('from_year').as('year'))
    .where('hub_id', '=', hub_id)
    .where('key', 'in', [...keys])
    .executeTakeFirst()
  if (last?.year && last.year > from_year)
    throw new Problem(
      'invalid',
      `A version counts from ${last.year} already: ${previousYear(last.year as Year)} and the years before it stay with theirs`,
      'from_year',
    )
}
