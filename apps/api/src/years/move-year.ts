import { MoveYear } from '@hubline/domain/years/close-year.ts'
import { YearInput } from '../indicators/board.ts'
import { writes } from '../trpc.ts'
import { takeTurn } from './year-steps.ts'

/** Moves a year on: its figures are a draft, were checked, or are published. */
export const moveYear = writes('year:close')
  .input(MoveYear)
  .mutation(async ({ ctx: { db, actor }, input: { to, steps, note, ...input } }) => {
    const year = YearInput.parse(input.year)
    await takeTurn(db, actor, { year, steps, to })
    await db
      .insertInto('year_step')
      .values({ hub_id: actor.hub_id, year, number: steps + 1, state: to, note, moved_by: actor.adviser_id })
      .execute()
    return { state: to }
  })
