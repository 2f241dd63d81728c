import type { Tx } from '@hubline/db/connection.ts'
import { AddAbsence } from '@hubline/domain/calendar/keep-diary.ts'
import { instantOf, startOf } from '@hubline/domain/calendar/london-time.ts'
import { type Day, addDays } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'
import { mustKeepDiaryOf } from './whose-diary.ts'

/** Keeps a time free of reviews. Reviews that are booked in it stay, and are named so that somebody moves them. */
export const addAbsence = writes('diary:keep')
  .input(AddAbsence)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const { id, adviser_id = actor.adviser_id, kind, title = null } = input
    const { hub_id } = actor
    await mustKeepDiaryOf(db, actor, adviser_id)
    const { from_on, to_on, from_clock, to_clock } = input
    const starts_at = new Date(
      typeof from_clock === 'number' ? clock(from_on, from_clock, 'from_clock') : startOf(from_on),
    )
    const ends_at = new Date(
      typeof to_clock === 'number' ? clock(to_on, to_clock, 'to_clock') : startOf(addDays(to_on, 1)),
    )
    await db
      .insertInto('absence')
      .values({
        hub_id,
        id,
        adviser_id,
        kind,
        title,
        starts_at,
        ends_at,
        reference: await nextReference(db, 'absence'),
      })
      .execute()
    return { id, booked: await bookedIn(db, { hub_id, adviser_id, starts_at, ends_at }) }
  })

/** @throws Problem 'invalid' in the hour that the clocks leave out */
function clock(day: Day, minutes: number, field: string): number {
  const instant = instantOf(day, minutes)
  if (instant === undefined)
    throw new Problem('invalid', 'The clocks leave that hour out on that day: enter another time', field)
  return instant
}

type Absent = { hub_id: string; adviser_id: string; starts_at: Date; ends_at: Date }

const bookedIn = (tx: Tx, { hub_id, adviser_id, starts_at, ends_at }: Absent) =>
  tx
    .selectFrom('skills_review')
    .select(['reference', 'slot_start'])
    .where('hub_id', '=', hub_id)
    .where('broker_id', '=', adviser_id)
    .where('status', '=', 'booked')
    .where('voided_at', 'is', null)
    .where('slot_start', '<', ends_at)
    .where('slot_end', '>', starts_at)
    .orderBy('slot_start')
    .orderBy('id')
    .limit(50)
    .execute()
