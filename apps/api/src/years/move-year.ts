import type { Tx } from '@hubline/db/connection.ts'
import { type ChosenVersion, choiceProblem } from '@hubline/domain/indicators/year-versions.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { MoveYear } from '@hubline/domain/years/close-year.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { YearInput } from '../indicators/board.ts'
import { writes } from '../trpc.ts'
import { takeTurn } from './year-steps.ts'
import { askedOf } from './year-versions.ts'

/** Moves a year on: its figures are a draft, were checked, or are published. */
export const moveYear = writes('year:close')
  .input(MoveYear)
  .mutation(async ({ ctx: { db, actor }, input: { to, steps, note, versions = [], ...input } }) => {
    const year = YearInput.parse(input.year)
    await takeTurn(db, actor, { year, steps, to })
    if (to === 'draft') await chooseVersions(db, { hub_id: actor.hub_id, year, versions })
    await db
      .insertInto('year_step')
      .values({ hub_id: actor.hub_id, year, number: steps + 1, state: to, note, moved_by: actor.adviser_id })
      .execute()
    return { state: to }
  })

type Choice = { hub_id: string; year: Year; versions: readonly ChosenVersion[] }

/** Keeps which versions count a year. @throws Problem 'invalid' where a question is not answered */
async function chooseVersions(tx: Tx, { hub_id, year, versions }: Choice): Promise<void> {
  const problem = choiceProblem(await askedOf(tx, hub_id, year), versions)
  if (problem) throw new Problem('invalid', problem, 'versions')
  if (versions.length === 0) return
  await tx
    .insertInto('year_definition')
    .values(versions.map(({ key, version }) => ({ hub_id, year, key, version })))
    .execute()
}
