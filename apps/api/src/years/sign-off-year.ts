import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { showDay } from '@hubline/domain/day.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import { SignOffYear } from '@hubline/domain/years/close-year.ts'
import { type Year, lastDay } from '@hubline/domain/years/year.ts'
import { signOff } from '@hubline/reporting/sign-off/sign-off.ts'
import { sql } from 'kysely'
import { YearInput } from '../indicators/board.ts'
import { writes } from '../trpc.ts'
import { mustBeExplained } from './variances.ts'
import { takeTurnNow } from './year-steps.ts'

/** Fixes the figures of a year that has ended, with every unit and record behind them. */
export const signOffYear = writes('year:close', { of_one_moment: true })
  .input(SignOffYear)
  .mutation(async ({ ctx: { db, actor, today }, input: { steps, ...input } }) => {
    const year = YearInput.parse(input.year)
    await takeTurnNow(db, actor, { year, steps, to: 'signed_off' })
    if (today <= lastDay(year))
      throw new Problem('invalid', `The year goes on until ${showDay(lastDay(year))}: sign it off after that day`)
    await mustBeExplained(db, { hub_id: actor.hub_id, year })
    const alone = { reason: null, approved_by: null, approved_by_id: null }
    return keepSignOff(db, actor, { year, steps, state: 'signed_off', ...alone })
  })

type Signing = {
  year: Year
  steps: number
  state: 'signed_off' | 'restated'
  reason: string | null
  approved_by: string | null
  approved_by_id: string | null
}

/** Copies the figures of a year under the next version, and takes the year there. */
export async function keepSignOff(tx: Tx, actor: Actor, { steps, state, ...signing }: Signing) {
  const { hub_id, adviser_id, name } = actor
  // Copying the list behind every figure takes longer than any other statement of the server may.
  await sql`select set_config('statement_timeout', '300000', true)`.execute(tx)
  const { id, version } = await signOff(tx, { hub_id, ...signing, signed_by: adviser_id, signed_by_name: name })
  await tx
    .insertInto('year_step')
    .values({ hub_id, year: signing.year, number: steps + 1, state, sign_off_id: id, moved_by: adviser_id })
    .execute()
  return { version }
}
