import type { Tx } from '@hubline/db/connection.ts'
import { AddWalkIn, saidAt } from '@hubline/domain/events/check-in.ts'
import { mustHaveBegun } from '@hubline/domain/events/stages.ts'
import { nameParts } from '@hubline/domain/people/name-parts.ts'
import { mustBeClients } from '../records/must-be-clients.ts'
import { writes } from '../trpc.ts'
import { placeOfPerson } from './book-place.ts'
import { mustTakeMarks } from './check-in.ts'
import { evidenceOf } from './evidence-of-event.ts'
import { type LockedEvent, lockEvent, writePlace } from './event-places.ts'

/** Somebody stands in the door who had no place: they came, whoever they are. */
export const addWalkIn = writes('event:run')
  .input(AddWalkIn)
  .mutation(async ({ ctx: { db, actor, now, today }, input }) => {
    const { id, event_id, name, business_name, person_id = null, business_id = null } = input
    const event = await lockEvent(db, actor.hub_id, event_id)
    mustTakeMarks(event)
    mustHaveBegun(event, today)
    const marked_at = saidAt(input.at, now)
    const evidence_level = evidenceOf(event)
    if (person_id) {
      await mustBeClients(db, actor.hub_id, { person_id, business_id })
      const there = await placeOfPerson(db, event, person_id)
      if (there) return came(db, event, { id: there.id, marked_at, evidence_level })
    }
    const place = await writePlace(db, event, {
      id,
      person_id,
      business_id,
      booked_through: 'walk_in',
      status: 'attended',
      status_before: 'cancelled',
      marked_at,
      evidence_level,
    })
    if (!person_id) await keepName(db, event, { ...place, ...nameParts(name), business_name: business_name ?? null })
    return { id }
  })

type Marked = { id: string; marked_at: Date; evidence_level: 'documented' | 'self_declared' }

/** A person on record who was on the list all along. */
async function came(tx: Tx, { hub_id }: LockedEvent, { id, ...marked }: Marked): Promise<{ id: string }> {
  await tx
    .updateTable('attendance')
    .set((eb) => ({ ...marked, status: 'attended', status_before: eb.ref('status') }))
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .where('status', '<>', 'attended')
    .execute()
  return { id }
}

type Typed = { id: string; reference: string; given_name: string; family_name: string; business_name: string | null }

const keepName = (tx: Tx, { hub_id, id: event_id }: LockedEvent, { id, ...typed }: Typed) =>
  tx
    .insertInto('registration')
    .values({ ...typed, hub_id, event_id, attendance_id: id })
    .execute()
