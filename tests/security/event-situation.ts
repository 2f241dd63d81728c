import { randomUUID } from 'node:crypto'
import type { Tx } from '@hubline/db/connection.ts'

/** Names of an event that took place, of a draft, and of two places: one booked, one given up. */
export type EventIds = {
  event_id: string
  event_reference: string
  draft_event_id: string
  attendance_id: string
  cancelled_attendance_id: string
}

/** An event with two guests of whom nobody knows yet who they are, and one that is still a draft. */
export async function anEventSituation(tx: Tx, { hub_id, word }: { hub_id: string; word: string }): Promise<EventIds> {
  const next = () => `X-${word}-${randomUUID()}`
  const [held, draft] = await tx
    .insertInto('event')
    .values(
      (
        [
          ['closed', '2021-06-02'],
          ['draft', '2022-06-02'],
        ] as const
      ).map(([booking, held_on]) => ({
        hub_id,
        reference: next(),
        title: word,
        minutes: 60,
        status: 'published' as const,
        place: word,
        starts_at: '09:30',
        booking,
        held_on,
      })),
    )
    .returning(['id', 'reference'])
    .execute()
  const event_id = held?.id ?? ''
  const places = await tx
    .insertInto('attendance')
    .values(
      (['booked', 'cancelled'] as const).map((status, at) => ({
        hub_id,
        reference: next(),
        event_id,
        status,
        booking_no: at + 1,
      })),
    )
    .returning('id')
    .execute()
  await tx
    .insertInto('registration')
    .values(
      places.map(({ id }, at) => ({
        hub_id,
        reference: next(),
        event_id,
        attendance_id: id,
        given_name: word,
        family_name: word,
        email: `guest${at}@${word}.example`,
      })),
    )
    .execute()
  return {
    event_id,
    event_reference: held?.reference ?? '',
    draft_event_id: draft?.id ?? '',
    attendance_id: places[0]?.id ?? '',
    cancelled_attendance_id: places[1]?.id ?? '',
  }
}

export const noEvent = (): EventIds => ({
  event_id: randomUUID(),
  event_reference: `X-${randomUUID()}`,
  draft_event_id: randomUUID(),
  attendance_id: randomUUID(),
  cancelled_attendance_id: randomUUID(),
})
