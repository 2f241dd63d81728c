import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import { RestateYear } from '@hubline/domain/years/close-year.ts'
import { howManyDiffer } from '@hubline/reporting/sign-off/differences.ts'
import { YearInput } from '../indicators/board.ts'
import { writes } from '../trpc.ts'
import { approversOf } from './standing.ts'
import { latestSignOff } from './restatement.ts'
import { keepSignOff } from './sign-off-year.ts'
import { takeTurnNow } from './year-steps.ts'

/** Signs a year off again as a further version, because something differs by now; the earlier versions stay. */
export const restateYear = writes('year:close', { of_one_moment: true })
  .input(RestateYear)
  .mutation(
    async ({ ctx: { db, actor }, input: { steps, reason, approved_by = null, approved_by_id = null, ...input } }) => {
      const { hub_id } = actor
      const year = YearInput.parse(input.year)
      await takeTurnNow(db, actor, { year, steps, to: 'restated' })
      const before = await latestSignOff(db, hub_id, year)
      const differing = before ? await howManyDiffer(db, { hub_id, year, sign_off_id: before.id }) : []
      if (differing.length === 0)
        throw new Problem(
          'invalid',
          `Today’s figures of ${year} are those that were signed off: nothing is to be restated`,
        )
      const approval = await approvalOf(db, actor, { approved_by, approved_by_id })
      return keepSignOff(db, actor, { year, steps, state: 'restated', reason, ...approval })
    },
  )

type Approval = { approved_by: string | null; approved_by_id: string | null }

/** Nobody approves what they sign themselves. @throws Problem 'invalid' */
async function approvalOf(tx: Tx, actor: Actor, { approved_by, approved_by_id }: Approval): Promise<Approval> {
  if (approved_by_id === null) {
    if (approved_by?.toLowerCase() === actor.name.toLowerCase())
      throw new Problem('invalid', 'You sign this version yourself: name somebody else who approved it', 'approved_by')
    return { approved_by, approved_by_id }
  }
  const approver = (await approversOf(tx, actor)).find(({ id }) => id === approved_by_id)
  if (!approver)
    throw new Problem('invalid', 'Choose another person of your hub who may close a year', 'approved_by_id')
  return { approved_by: approver.name, approved_by_id }
}
