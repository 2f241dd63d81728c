import { Problem } from '@hubline/domain/problem.ts'
import { showDay } from '@hubline/domain/day.ts'
import { SignOffYear } from '@hubline/domain/years/close-year.ts'
import { lastDay } from '@hubline/domain/years/year.ts'
import { signOff } from '@hubline/reporting/sign-off/sign-off.ts'
import { sql } from 'kysely'
import { YearInput } from '../indicators/board.ts'
import { writes } from '../trpc.ts'
import { takeTurn } from './year-steps.ts'

/** Fixes the figures of a year that has ended, with every unit and record behind them. */
export const signOffYear = writes('year:close')
  .input(SignOffYear)
  .mutation(async ({ ctx: { db, actor, today }, input: { steps, ...input } }) => {
    const { hub_id, adviser_id, name } = actor
    const year = YearInput.parse(input.year)
    await takeTurn(db, actor, { year, steps, to: 'signed_off' })
    if (today <= lastDay(year))
      throw new Problem('invalid', `The year goes on until ${showDay(lastDay(year))}: sign it off after that day`)
    // Copying the list behind every figure takes longer than any other statement of the server may.
    await sql`select set_config('statement_timeout', '300000', true)`.execute(db)
    const signed = await signOff(db, { hub_id, year, reason: null, signed_by: adviser_id, signed_by_name: name })
    await db
      .insertInto('year_step')
      .values({ hub_id, year, number: steps + 1, state: 'signed_off', sign_off_id: signed.id, moved_by: adviser_id })
      .execute()
    return { version: signed.version }
  })
