import { randomUUID } from 'node:crypto'
import type { Tx } from '@hubline/db/connection.ts'

/** Names of what a booking is made of. */
export type BookingIds = {
  accepted_review_id: string
  booked_review_id: string
  broker_id: string
  room_id: string
  absence_id: string
  booking_request_id: string
}

/** A broker of their own, with one review to book and one that is booked, a room, and an absence of whoever asks. */
export async function aBookingSituation(
  tx: Tx,
  { hub_id, business_id, word }: { hub_id: string; business_id: string; word: string },
): Promise<BookingIds> {
  const next = () => `X-${word}-${randomUUID()}`
  const broker = await tx
    .insertInto('adviser')
    .values({ hub_id, reference: next(), email: `${randomUUID()}@${word}.example`, name: word, role: 'skills_broker' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const review = (facts: object) =>
    tx
      .insertInto('skills_review')
      .values({ hub_id, reference: next(), business_id, offered_on: '2022-03-01', status: 'accepted', ...facts })
      .returning('id')
      .executeTakeFirstOrThrow()
  const accepted = await review({})
  const booked = await review({
    status: 'booked',
    broker_id: broker.id,
    attendee_name: word,
    slot_start: '2022-03-30T09:00:00Z',
    slot_end: '2022-03-30T10:30:00Z',
  })
  const room = await tx
    .insertInto('room')
    .values({ hub_id, reference: next(), name: word })
    .returning('id')
    .executeTakeFirstOrThrow()
  const absence = await tx
    .insertInto('absence')
    .values({
      hub_id,
      reference: next(),
      adviser_id: broker.id,
      kind: 'leave',
      title: word,
      starts_at: '2022-04-20T00:00:00Z',
      ends_at: '2022-04-21T00:00:00Z',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const request = await tx
    .insertInto('booking_request')
    .values({
      hub_id,
      reference: next(),
      broker_id: broker.id,
      slot_start: '2022-04-27T09:00:00Z',
      slot_end: '2022-04-27T10:30:00Z',
      place: 'telephone',
      given_name: word,
      family_name: word,
      business_name: word,
      email: `${word}@kiln.example`,
      consent_words: word,
      consented_at: '2022-03-01T09:00:00Z',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return {
    accepted_review_id: accepted.id,
    booked_review_id: booked.id,
    broker_id: broker.id,
    room_id: room.id,
    absence_id: absence.id,
    booking_request_id: request.id,
  }
}

export const noBooking = (): BookingIds => ({
  accepted_review_id: randomUUID(),
  booked_review_id: randomUUID(),
  broker_id: randomUUID(),
  room_id: randomUUID(),
  absence_id: randomUUID(),
  booking_request_id: randomUUID(),
})
