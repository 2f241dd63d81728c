import type { Tx } from '@hubline/db/connection.ts'
import { MatchAttendee, saysMore } from '@hubline/domain/events/match-attendee.ts'
import { ATTENDANCE_NAMES } from '@hubline/domain/events/stages.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import { sql } from 'kysely'
import { mustBeClients } from '../records/must-be-clients.ts'
import { writes } from '../trpc.ts'
import { placeOfPerson } from './book-place.ts'
import { moveUp } from './event-places.ts'
import { addBusiness, addPerson, linkTheTwo } from './added-clients.ts'
import { type LockedPlace, lockedPlace } from './locked-place.ts'

/** Says who somebody at an event is, and for which business they came; whoever is not on record is added in the same go. */
export const matchAttendee = writes('event:run')
  .input(MatchAttendee)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const place = await lockedPlace(db, actor.hub_id, input.attendance_id)
    const business_id =
      input.business && ('id' in input.business ? input.business.id : await addBusiness(db, actor, input.business))
    const person_id = 'id' in input.person ? input.person.id : await addPerson(db, actor, input.person)
    await mustBeClients(db, actor.hub_id, { person_id, business_id })
    if (business_id) await linkTheTwo(db, actor, { person_id, business_id })
    const other = await placeOfPerson(db, place.event, person_id)
    if (other && other.id !== place.id) {
      mustPutTogether(input, other)
      await putTogether(db, actor, { place, other, business_id })
      await moveUp(db, place.event, today)
      return { attendance_id: other.id, person_id, business_id }
    }
    await settle(db, actor, place.id, { person_id, business_id })
    return { attendance_id: place.id, person_id, business_id }
  })

type Other = NonNullable<Awaited<ReturnType<typeof placeOfPerson>>>

function mustPutTogether({ put_together }: MatchAttendee, { name, status }: Other): void {
  if (!put_together)
    throw new Problem(
      'already_exists',
      `${name} is on the list already (${ATTENDANCE_NAMES[status].toLowerCase()}): put the two places together, or choose somebody else`,
      'person',
    )
}

type Clients = { person_id: string; business_id: string | null }

async function settle(tx: Tx, { hub_id, adviser_id }: Actor, attendance_id: string, clients: Clients): Promise<void> {
  await tx.updateTable('attendance').set(clients).where('hub_id', '=', hub_id).where('id', '=', attendance_id).execute()
  await matched(tx, { hub_id, adviser_id }, attendance_id)
}

async function matched(
  tx: Tx,
  { hub_id, adviser_id }: Pick<Actor, 'hub_id' | 'adviser_id'>,
  id: string,
): Promise<void> {
  await tx
    .updateTable('registration')
    .set({ matched_at: sql<Date>`now()`, matched_by: adviser_id })
    .where('hub_id', '=', hub_id)
    .where('attendance_id', '=', id)
    .where('voided_at', 'is', null)
    .execute()
}

/** Two places of one person become one: the one known first stays, at whatever says most. */
async function putTogether(
  tx: Tx,
  actor: Actor,
  { place, other, business_id }: { place: LockedPlace; other: Other; business_id: string | null },
): Promise<void> {
  const { hub_id, adviser_id } = actor
  const mine = await tx
    .selectFrom('attendance')
    .select(['status', 'status_before', 'marked_at', 'evidence_level', 'reference'])
    .where('hub_id', '=', hub_id)
    .where('id', '=', place.id)
    .executeTakeFirstOrThrow()
  const gone = { voided_at: sql<Date>`now()`, voided_by: adviser_id, void_reason: `A second place of ${other.name}` }
  await tx
    .updateTable('registration')
    .set(gone)
    .where('hub_id', '=', hub_id)
    .where('attendance_id', '=', place.id)
    .execute()
  await tx
    .updateTable('attendance')
    .set({ ...gone, put_into_id: other.id })
    .where('hub_id', '=', hub_id)
    .where('id', '=', place.id)
    .execute()
  const { reference: _, ...standing } = mine
  await tx
    .updateTable('attendance')
    .set((eb) => ({
      ...(saysMore(mine.status, other.status) ? standing : {}),
      business_id: eb.fn.coalesce('business_id', eb.val(business_id)),
    }))
    .where('hub_id', '=', hub_id)
    .where('id', '=', other.id)
    .execute()
  await matched(tx, actor, other.id)
}
