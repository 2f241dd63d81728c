import { Problem } from '@hubline/domain/problem.ts'
import { RestateYear } from '@hubline/domain/years/close-year.ts'
import { howManyDiffer } from '@hubline/reporting/sign-off/differences.ts'
import { YearInput } from '../indicators/board.ts'
import { writes } from '../trpc.ts'
import { latestSignOff } from './restatement.ts'
import { keepSignOff } from './sign-off-year.ts'
import { takeTurn } from './year-steps.ts'

/** Signs a year off again as a further version, because something differs by now; the earlier versions stay. */
export const restateYear = writes('year:close')
  .input(RestateYear)
  .mutation(async ({ ctx: { db, actor }, input: { steps, reason, approved_by, ...input } }) => {
    const { hub_id } = actor
    const year = YearInput.parse(input.year)
    await takeTurn(db, actor, { year, steps, to: 'restated' })
    const before = await latestSignOff(db, hub_id, year)
    const differing = before ? await howManyDiffer(db, { hub_id, year, sign_off_id: before.id }) : []
    if (differing.length === 0)
      throw new Problem(
        'invalid',
        `Today’s figures of ${year} are those that were signed off: nothing is to be restated`,
      )
    return keepSignOff(db, actor, { year, steps, state: 'restated', reason, approved_by })
  })
