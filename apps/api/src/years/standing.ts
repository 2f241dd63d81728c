import type { Tx } from '@hubline/db/connection.ts'
import { type Actor, rolesThatMay } from '@hubline/domain/staff/permissions.ts'
import { statesAfter } from '@hubline/domain/years/close-year.ts'
import { type Year, lastDay } from '@hubline/domain/years/year.ts'
import { FINGERPRINT } from '@hubline/reporting/sign-off/fingerprint.ts'
import { z } from 'zod'
import { YearInput } from '../indicators/board.ts'
import { reads } from '../trpc.ts'
import { stateAfter, stepsOf } from './year-steps.ts'

/** Where a year stands, who brought it there, and every version of it that was signed off, the newest first. */
export const standing = reads('figures:read')
  .input(z.object({ year: YearInput }))
  .query(async ({ ctx: { db, actor, today }, input: { year } }) => {
    const steps = await stepsOf(db, actor.hub_id, year)
    const state = stateAfter(steps)
    return {
      year,
      state,
      next: statesAfter(state),
      has_ended: today > lastDay(year),
      steps,
      approvers: await approversOf(db, actor),
      versions: await versionsOf(db, actor.hub_id, year),
    }
  })

/** Whoever may close a year and is not the one who looks: they can approve what this person restates. */
export const approversOf = (db: Tx, actor: Actor) =>
  db
    .selectFrom('adviser')
    .select(['id', 'name'])
    .where('hub_id', '=', actor.hub_id)
    .where('role', 'in', rolesThatMay('year:close'))
    .where('is_active', '=', true)
    .where('voided_at', 'is', null)
    .where('id', '<>', actor.adviser_id)
    .orderBy('name')
    .orderBy('id')
    .limit(200)
    .execute()

/** Each with the fingerprint by which the whole of it is known. */
const versionsOf = (db: Tx, hub_id: string, year: Year) =>
  db
    .selectFrom('sign_off')
    .select(['version', 'signed_at', 'signed_by_name', 'reason', 'approved_by', 'approved_by_id'])
    .select(FINGERPRINT.as('hash'))
    .where('hub_id', '=', hub_id)
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .limit(100)
    .execute()
