import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { WEDNESDAY_NOON, aBooking, aBookingForm, anOffer, theReview } from '../../given/bookings.ts'
import { countOf, refusalOf } from '../../given/forms.ts'
import { aHub } from '../../given/hub.ts'
import { theFigures } from '../../given/records.ts'

const now = WEDNESDAY_NOON
const AFTER = { now: new Date('2026-12-02T12:00:00Z') }
const sent = (id: string, version = 2) => ({ request_id: randomUUID(), id, version })

describe('moving', () => {
  test('gives a review another time and place, and the invitation goes out anew', async () => {
    const hub = await aHub({ now })
    const id = await aBooking(hub)

    await hub
      .as('skills_broker')
      .calendar.move(aBookingForm(hub, { id, version: 2, slot_start: '2026-12-04T13:00:00Z', place: 'telephone' }))

    expect(await theReview(hub, id)).toMatchObject({
      status: 'booked',
      slot_start: new Date('2026-12-04T13:00:00Z'),
      slot_end: new Date('2026-12-04T14:30:00Z'),
      place: 'telephone',
      booked_on: '2026-11-25',
      invitation: 1,
    })
  })

  test('by half an hour: its own time does not stand in the way', async () => {
    const hub = await aHub({ now })
    const id = await aBooking(hub)

    await hub
      .as('skills_broker')
      .calendar.move(aBookingForm(hub, { id, version: 2, slot_start: '2026-12-02T10:30:00Z' }))

    expect(await theReview(hub, id)).toMatchObject({ slot_start: new Date('2026-12-02T10:30:00Z') })
  })

  test('onto another review is refused, and nothing has moved', async () => {
    const hub = await aHub({ now })
    await aBooking(hub, { slot_start: '2026-12-03T10:00:00Z' })
    const id = await aBooking(hub)

    const refusal = await refusalOf(
      hub.as('skills_broker').calendar.move(aBookingForm(hub, { id, version: 2, slot_start: '2026-12-03T10:00:00Z' })),
    )

    expect(refusal).toMatchObject({ code: 'invalid', field: 'slot_start' })
    expect(await theReview(hub, id)).toMatchObject({ version: 2, slot_start: new Date('2026-12-02T10:00:00Z') })
  })

  test('is for booked reviews only', async () => {
    const hub = await aHub({ now })
    const id = await anOffer(hub, await hub.aBusiness())

    expect(await refusalOf(hub.as('skills_broker').calendar.move(aBookingForm(hub, { id })))).toMatchObject({
      code: 'invalid',
      field: 'status',
    })
  })
})

describe('cancelling', () => {
  test('returns the time and keeps the offer', async () => {
    const hub = await aHub({ now })
    const id = await aBooking(hub)
    const before = await theFigures(hub, '2026-27')

    await hub.as('skills_broker').calendar.cancel({ ...sent(id), cancel_reason: 'Flood at the works' })

    expect(await theReview(hub, id)).toMatchObject({
      status: 'cancelled',
      offered_on: '2026-11-16',
      cancel_reason: 'Flood at the works',
      invitation: 1,
    })
    expect(await theFigures(hub, '2026-27')).toEqual(before)
    const again = await aBooking(hub)
    expect(await theReview(hub, again)).toMatchObject({ slot_start: new Date('2026-12-02T10:00:00Z') })
  })

  test('is not the end: the same review is booked again, and its invitations go on counting', async () => {
    const hub = await aHub({ now })
    const id = await aBooking(hub)
    await hub.as('skills_broker').calendar.cancel(sent(id))

    await hub.as('skills_broker').calendar.book(aBookingForm(hub, { id, version: 3 }))

    expect(await theReview(hub, id)).toMatchObject({ status: 'booked', cancel_reason: null, invitation: 2 })
  })

  test('twice is refused', async () => {
    const hub = await aHub({ now })
    const id = await aBooking(hub)
    await hub.as('skills_broker').calendar.cancel(sent(id))

    expect(await refusalOf(hub.as('manager').calendar.cancel(sent(id, 3)))).toMatchObject({ field: 'status' })
    expect((await refusalOf(hub.as('manager').calendar.cancel(sent(id)))).code).toBe('stale')
  })
})

describe('a no-show', () => {
  test('is marked once the review has begun, keeps the offer and can be booked again', async () => {
    const hub = await aHub({ now })
    const id = await aBooking(hub)

    expect(await refusalOf(hub.as('skills_broker').calendar.markNoShow(sent(id)))).toMatchObject({
      sentence: 'The review has not begun yet: cancel it instead',
    })
    await hub.as('skills_broker', AFTER).calendar.markNoShow(sent(id))
    expect(await theReview(hub, id)).toMatchObject({ status: 'no_show', offered_on: '2026-11-16' })
    await hub
      .as('skills_broker', AFTER)
      .calendar.book(aBookingForm(hub, { id, version: 3, slot_start: '2026-12-09T10:00:00Z' }))

    expect(await theReview(hub, id)).toMatchObject({ status: 'booked', invitation: 1 })
  })
})

describe('a review that took place', () => {
  test('is held, and its minutes are an interaction that nobody enters again', async () => {
    const hub = await aHub({ now })
    const id = await aBooking(hub, { place: 'video' })

    const held = await hub
      .as('skills_broker', AFTER)
      .calendar.markHeld({ ...sent(id), held_on: '2026-12-02', minutes: 80, attendees: 'Nadia Patel, Sam Reed' })

    expect(await theReview(hub, id)).toMatchObject({
      status: 'held',
      held_on: '2026-12-02',
      held_minutes: 80,
      attendees: 'Nadia Patel, Sam Reed',
    })
    const interactions = await hub.inside((tx) =>
      tx.selectFrom('interaction').selectAll().where('hub_id', '=', hub.hub_id).execute(),
    )
    expect(interactions).toMatchObject([
      {
        reference: held.interaction,
        kind: 'skills_review_meeting',
        channel: 'video',
        minutes: 80,
        occurred_on: '2026-12-02',
        adviser_id: hub.advisers.skills_broker,
        notes: 'Present: Nadia Patel, Sam Reed',
      },
    ])
  })

  test.each([
    ['tomorrow', { held_on: '2026-12-03', minutes: 80 }, 'held_on'],
    ['before it was offered', { held_on: '2026-11-15', minutes: 80 }, 'held_on'],
    ['for no time at all', { held_on: '2026-12-02', minutes: 0 }, 'minutes'],
    ['for a day and a night', { held_on: '2026-12-02', minutes: 601 }, 'minutes'],
  ])('cannot have been held %s', async (_, facts, field) => {
    const hub = await aHub({ now })
    const id = await aBooking(hub)

    expect(await refusalOf(hub.as('skills_broker', AFTER).calendar.markHeld({ ...sent(id), ...facts }))).toMatchObject({
      code: 'invalid',
      field,
    })
    expect(await theReview(hub, id)).toMatchObject({ status: 'booked' })
    expect(await countOf(hub, 'interaction')).toBe(0)
  })
})

test('another hub’s booking cannot be moved, cancelled, missed or held', async () => {
  const [hub, other] = [await aHub({ now }), await aHub({ now })]
  const id = await aBooking(other)
  const { calendar } = hub.as('manager', AFTER)

  for (const doing of [
    () => calendar.move(aBookingForm(hub, { id, version: 2 })),
    () => calendar.cancel(sent(id)),
    () => calendar.markNoShow(sent(id)),
    () => calendar.markHeld({ ...sent(id), held_on: '2026-12-02', minutes: 60 }),
  ])
    expect((await refusalOf(doing())).code).toBe('not_found')
  expect(await theReview(other, id)).toMatchObject({ status: 'booked', version: 2 })
})
