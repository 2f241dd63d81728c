import type { Tx } from '@hubline/db/connection.ts'
import { MergeBusinesses, MergePeople } from '@hubline/domain/duplicates/merge-clients.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { unitsOfClients } from '@hubline/reporting/units-of-clients.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { yearsOf } from '../indicators/board.ts'
import { describe } from '../records/own-kinds.ts'
import { writes } from '../trpc.ts'
import { mergeClients } from './merge-clients.ts'
import { type FigureMoves, type YearMoves, countedAfter, movesIn, movingIn } from './moved-figures.ts'

const Preview = z.discriminatedUnion('kind', [
  MergeBusinesses.safeExtend({ kind: z.literal('business') }),
  MergePeople.safeExtend({ kind: z.literal('person') }),
])

/**
 * What a merge would move, and what it would do to the figures of every year in which one of the two counts. The merge is
 * made, what the two bring into each figure is looked up before and after, and everything is taken back before the
 * transaction ends: nothing is worked out twice. In a year that was signed off a figure counts as moved also where only its
 * list would differ.
 */
export const previewMerge = writes('client:merge', { is_trial: true })
  .input(Preview)
  .mutation(async ({ ctx: { db, actor, today }, input: form }) => {
    const hub_id = actor.hub_id
    const client_ids = await everyoneOf(db, hub_id, form)
    const unitsIn = (year: Year) => unitsOfClients(db, { hub_id, year, client_ids })
    const before: Omit<YearMoves, 'becomes'>[] = []
    for (const year of await yearsOf(db, hub_id, today)) {
      const was = await unitsIn(year)
      if (was.size > 0) before.push({ year, was })
    }
    await sql`savepoint before_merge`.execute(db)
    const { moved } = await mergeClients(db, form.kind, hub_id, form)
    const years = []
    for (const each of before) {
      const moves = { ...each, becomes: await unitsIn(each.year) }
      const moving = await movingIn(db, hub_id, moves)
      years.push({ moves, moving, counted_after: await countedAfter(db, { hub_id, year: each.year }, moving) })
    }
    await sql`rollback to savepoint before_merge`.execute(db)
    const figures: FigureMoves[] = []
    for (const { moves, ...counted } of years) figures.push(...(await movesIn(db, hub_id, moves, counted)))
    return {
      moved: moved.map(({ kind: of, count }) => ({ noun: describe(of as Parameters<typeof describe>[0]).noun, count })),
      figures,
      years: before.map(({ year }) => year),
    }
  })

/** Both records, and those that became part of either. */
async function everyoneOf(tx: Tx, hub_id: string, { kind, survivor_id, merged_id }: z.output<typeof Preview>) {
  const found = await tx
    .selectFrom(kind)
    .select('id')
    .where('hub_id', '=', hub_id)
    .where('counts_as_id', 'in', [survivor_id, merged_id])
    .execute()
  return found.map(({ id }) => id)
}
