import { randomUUID } from 'node:crypto'
import { appRouter } from '@hubline/api/router.ts'
import { createCallerFactory } from '@hubline/api/trpc.ts'
import { type Caller, type Made, type TestHub, contextFor } from './hub.ts'
import { aRecord } from './records.ts'

/** A Wednesday noon in winter, when a broker's next week is empty. */
export const WEDNESDAY_NOON = new Date('2026-11-25T12:00:00Z')

type OfferFacts = { status: 'offered' | 'accepted' | 'declined' | 'held'; offered_on: string }

/** A skills review that a business was offered and accepted. Gives its id. */
export const anOffer = (hub: TestHub, business: Made, facts: Partial<OfferFacts> = {}): Promise<string> =>
  aRecord(hub, 'skills_review', {
    hub_id: hub.hub_id,
    business_id: business.id,
    offered_on: '2026-11-16',
    status: 'accepted',
    ...facts,
  })

/** A filled booking form: a visit of ninety minutes with the hub's skills broker on the next Wednesday at ten. */
export const aBookingForm = (
  hub: TestHub,
  facts: {
    id: string
    version?: number
    business_id?: string
    broker_id?: string
    slot_start?: string
    minutes?: number
    place?: 'their_site' | 'our_room' | 'video' | 'telephone'
    room_id?: string
    attendee_name?: string
    attendee_email?: string
    attendee_phone?: string
    anyway?: boolean
  },
) => ({
  request_id: randomUUID(),
  version: 1,
  broker_id: hub.advisers.skills_broker,
  slot_start: '2026-12-02T10:00:00Z',
  minutes: 90,
  place: 'their_site' as const,
  ...facts,
})

/** A booked review. Gives its id; its version is 2. */
export async function aBooking(
  hub: TestHub,
  facts: Partial<Omit<Parameters<typeof aBookingForm>[1], 'id'>> = {},
): Promise<string> {
  const id = await anOffer(hub, await hub.aBusiness())
  await hub.as('skills_broker').calendar.book(aBookingForm(hub, { id, ...facts }))
  return id
}

export const theReview = (hub: TestHub, id: string) =>
  hub.inside((tx) =>
    tx
      .selectFrom('skills_review')
      .selectAll()
      .where('hub_id', '=', hub.hub_id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )

export const aRoom = (hub: TestHub, name = 'Kiln Room'): Promise<string> =>
  aRecord(hub, 'room', { hub_id: hub.hub_id, name, address: '1 Station Road, Stafford', seats: 8 })

/** The API as somebody without an account. */
export const callerOf = (hub: TestHub, now: Date): Caller =>
  createCallerFactory(appRouter)(contextFor(hub.database, undefined, now))
