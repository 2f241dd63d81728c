import type { Tx } from '@hubline/db/connection.ts'
import { CheckIn, type Mark, markedAs, saidAt } from '@hubline/domain/events/check-in.ts'
import { type AttendanceStatus, mustHaveBegun } from '@hubline/domain/events/stages.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { writes } from '../trpc.ts'
import { evidenceOf } from './evidence-of-event.ts'
import { type LockedEvent, lockEvent } from './event-places.ts'

/** Says who came, and takes it back. Several devices may speak about one list: they come to the same end. */
export const checkIn = writes('event:run')
  .input(CheckIn)
  .mutation(async ({ ctx: { db, actor, now, today }, input: { event_id, marks } }) => {
    const event = await lockEvent(db, actor.hub_id, event_id)
    mustTakeMarks(event)
    mustHaveBegun(event, today)
    const places = await placesOf(db, event, marks)
    let changed = 0
    for (const mark of marks.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
      const place = places.get(mark.attendance_id)
      if (!place) throw new Problem('not_found', 'One of the places is not on the list of this event: reload it')
      if (await markPlace(db, event, { place, mark, now })) changed += 1
    }
    return { changed }
  })

/** @throws Problem 'invalid' where the event was cancelled */
export function mustTakeMarks({ status }: LockedEvent): void {
  if (status === 'cancelled')
    throw new Problem(
      'invalid',
      'The event is cancelled: nobody came. Say first that it took place after all',
      'event_id',
    )
}

type Place = {
  id: string
  status: AttendanceStatus
  status_before: AttendanceStatus | null
  marked_at: Date | null
}

/** The places that marks are about, by the id that they were known by: one that was put into another is that one. */
async function placesOf(tx: Tx, event: LockedEvent, marks: readonly Mark[]): Promise<Map<string, Place>> {
  const ids = marks.map(({ attendance_id }) => attendance_id)
  const found = await sql<Place & { asked: string }>`
    select a.id as asked, t.id, t.status, t.status_before, t.marked_at
    from app.attendance a join app.attendance t on t.hub_id = a.hub_id and t.id = coalesce(a.put_into_id, a.id)
    where a.hub_id = ${event.hub_id} and a.event_id = ${event.id}::uuid and a.id = any (${ids}::uuid[])
      and t.event_id = a.event_id and t.voided_at is null`.execute(tx)
  const places = new Map(found.rows.map(({ asked: _, ...place }) => [place.id, place]))
  return new Map(found.rows.flatMap(({ asked, id }) => [[asked, places.get(id)] as const]).filter(isKnown))
}

const isKnown = (pair: readonly [string, Place | undefined]): pair is readonly [string, Place] => pair[1] !== undefined

async function markPlace(
  tx: Tx,
  event: LockedEvent,
  { place, mark, now }: { place: Place; mark: Mark; now: Date },
): Promise<boolean> {
  const at = saidAt(mark.at, now)
  const marked = markedAs(place, { came: mark.came, at }, event.status)
  if (!marked) return false
  const was = place.status
  const evidence =
    was === marked.status ? {} : { evidence_level: marked.status === 'attended' ? evidenceOf(event) : null }
  await tx
    .updateTable('attendance')
    .set({ ...marked, ...evidence, marked_at: at })
    .where('hub_id', '=', event.hub_id)
    .where('id', '=', place.id)
    .execute()
  Object.assign(place, marked, { marked_at: at })
  return was !== marked.status
}
