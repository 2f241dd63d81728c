import { randomUUID } from 'node:crypto'
import type { Made, TestHub } from './hub.ts'
import { aRecord } from './records.ts'

/** What a filled form about a new event holds: three hours on the morning of 31 March 2022. */
export const anEventForm = (
  facts: Partial<{
    title: string
    held_on: string
    capacity: number | null
    minutes: number
    place: string
    online_link: string
    starts_at: string
    ends_at: string
    start_up_support: boolean
    sheet_kept: boolean
  }> = {},
) => ({
  request_id: randomUUID(),
  id: randomUUID(),
  title: 'Getting ready to export',
  kind: 'workshop',
  held_on: '2022-03-31',
  starts_at: '09:30',
  ends_at: '12:30',
  place: 'Town hall, Leek',
  minutes: 180,
  capacity: 40,
  ...facts,
})

export const sent = () => ({ request_id: randomUUID() })

/** An event of the hub, open for booking unless it is to stay a draft. */
export async function anEvent(
  hub: TestHub,
  facts: Parameters<typeof anEventForm>[0] & { draft?: boolean } = {},
): Promise<Made> {
  const { draft = false, ...form } = facts
  const made = await hub.as('adviser').events.create(anEventForm(form))
  if (!draft) await hub.as('adviser').events.move({ ...sent(), id: made.id, version: 1, move: 'publish' })
  return made
}

export const pageOf = (hub: TestHub, { reference }: Made) => hub.as('adviser').events.page({ reference })

/** Moves an event on, from whatever version it has now. */
export async function move(
  hub: TestHub,
  event: Made,
  to: 'cancel' | 'deliver' | 'close_booking' | 'reopen' | 'reinstate',
) {
  const { event: now } = await pageOf(hub, event)
  return hub.as('adviser').events.move({ ...sent(), id: event.id, version: now.version, move: to })
}

/** A place at an event for a person of the hub, given by an adviser. Gives the place. */
export async function aPlace(hub: TestHub, event: Made, person: Made, business?: Made) {
  const { id, status } = await hub.as('adviser').events.bookPlace({
    ...sent(),
    id: randomUUID(),
    event_id: event.id,
    person_id: person.id,
    business_id: business?.id,
  })
  return { id, status }
}

/** Ticks, or takes ticks back, at a moment. */
export const tick = (
  hub: TestHub,
  event: Made,
  places: readonly { id: string }[],
  { came = true, at = '2022-03-31T10:00:00Z' } = {},
) =>
  hub.as('adviser').events.checkIn({
    ...sent(),
    event_id: event.id,
    marks: places.map(({ id }) => ({ attendance_id: id, came, at })),
  })

export const walkIn = (
  hub: TestHub,
  event: Made,
  name: string,
  facts: { business_name?: string; person_id?: string } = {},
) =>
  hub
    .as('adviser')
    .events.addWalkIn({ ...sent(), id: randomUUID(), event_id: event.id, name, at: '2022-03-31T10:05:00Z', ...facts })

/** The names on one list of an event. */
export async function namesOn(
  hub: TestHub,
  event: Made,
  list: 'booked' | 'waiting' | 'came' | 'absent' | 'cancelled' | 'invited' | 'to_match',
): Promise<string[]> {
  const { rows } = await hub.as('adviser').events.guests({ event_id: event.id, list, size: 100 })
  return rows.map(({ name }) => name)
}

/** A registration as somebody typed it, for a place that stands so. */
export async function aRegistration(
  hub: TestHub,
  event: Made,
  typed: Partial<{ given_name: string; family_name: string; business_name: string; email: string; phone: string }> = {},
  status: 'booked' | 'attended' | 'waitlist' = 'booked',
): Promise<{ id: string }> {
  const place = await hub.inside((tx) =>
    tx
      .selectFrom('attendance')
      .select((eb) => eb.fn.max('booking_no').as('last'))
      .where('event_id', '=', event.id)
      .executeTakeFirst(),
  )
  const { hub_id } = hub
  const id = await aRecord(hub, 'attendance', {
    hub_id,
    event_id: event.id,
    status,
    booked_through: 'public_page',
    booking_no: (place?.last ?? 0) + 1,
    ...(status === 'attended'
      ? { marked_at: new Date('2022-03-31T10:00:00Z'), evidence_level: 'self_declared' as const }
      : {}),
  })
  await aRecord(hub, 'registration', {
    hub_id,
    event_id: event.id,
    attendance_id: id,
    given_name: 'Nadia',
    family_name: 'Patel',
    ...typed,
  })
  return { id }
}

/** A busy server says "try again in a moment", and the same form sent again is one registration. */
export async function untilTheServerHasTime<Reply>(send: () => Promise<Reply>): Promise<Reply> {
  try {
    return await send()
  } catch (error) {
    if ((error as { code?: string }).code !== 'SERVICE_UNAVAILABLE') throw error
    return untilTheServerHasTime(send)
  }
}
