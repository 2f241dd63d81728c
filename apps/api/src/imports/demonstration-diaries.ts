import type { Tx } from '@hubline/db/connection.ts'
import { PLACES } from '@hubline/domain/calendar/free-times.ts'
import { instantOf } from '@hubline/domain/calendar/london-time.ts'
import type { WorkingSpan } from '@hubline/domain/calendar/working-hours.ts'
import type { Day } from '@hubline/domain/day.ts'
import { usualAttendee } from '../calendar/attendee.ts'
import { nextReference } from '../records/next-reference.ts'

/** What is no part of a bundle: how the brokers of a demonstration work, when they are away, where they meet clients. */

const week = (days: readonly number[], spans: readonly [from: number, to: number][]): WorkingSpan[] =>
  days.flatMap((weekday) => spans.map(([from, to]) => ({ weekday, from, to })))

/** One broker after the other: full days, a lunch break, four days with an early start. */
const WEEKS: readonly WorkingSpan[][] = [
  week([1, 2, 3, 4, 5], [[540, 1020]]),
  week(
    [1, 2, 3, 4, 5],
    [
      [540, 750],
      [810, 1020],
    ],
  ),
  week([1, 2, 3, 4], [[480, 990]]),
]

type Away = {
  broker: number
  kind: 'leave' | 'meeting' | 'training' | 'other'
  title: string
  day: string
  from: number
  to: number
}
const AWAY: readonly Away[] = [
  { broker: 0, kind: 'meeting', title: 'Team meeting', day: '2026-11-26', from: 780, to: 840 },
  { broker: 1, kind: 'meeting', title: 'Team meeting', day: '2026-11-26', from: 780, to: 840 },
  { broker: 2, kind: 'meeting', title: 'Team meeting', day: '2026-11-26', from: 780, to: 840 },
  { broker: 0, kind: 'other', title: 'Plan write-up', day: '2026-11-27', from: 540, to: 630 },
  { broker: 0, kind: 'leave', title: 'Dentist', day: '2026-12-04', from: 540, to: 720 },
  { broker: 0, kind: 'leave', title: '', day: '2026-12-10', from: 0, to: 1440 },
  { broker: 1, kind: 'leave', title: '', day: '2026-12-04', from: 0, to: 1440 },
  { broker: 2, kind: 'training', title: 'Apprenticeship changes', day: '2026-12-01', from: 540, to: 960 },
]

const ROOMS = [
  { name: 'Kiln Room (demonstration)', address: '1 Example Street, Stoke-on-Trent', seats: 8 },
  { name: 'Saggar Room (demonstration)', address: '1 Example Street, Stoke-on-Trent', seats: 4 },
] as const

export async function makeDiaries(tx: Tx, hub_id: string): Promise<void> {
  const brokers = await tx
    .selectFrom('adviser')
    .select(['id', 'email'])
    .where('hub_id', '=', hub_id)
    .where('role', '=', 'skills_broker')
    .orderBy('email')
    .limit(20)
    .execute()
  for (const [at, { id: adviser_id }] of brokers.entries())
    await tx
      .insertInto('diary')
      .values({
        hub_id,
        reference: await nextReference(tx, 'diary'),
        adviser_id,
        hours: JSON.stringify(WEEKS[at % WEEKS.length]),
        travel_minutes: 30,
        review_minutes: 90,
        notice_hours: 24,
        days_ahead: 42,
        video_link: `https://video.example/room-${at + 1}`,
      })
      .execute()
  for (const room of ROOMS)
    await tx
      .insertInto('room')
      .values({ ...room, hub_id, reference: await nextReference(tx, 'room') })
      .execute()
  for (const { broker, kind, title, day, from, to } of AWAY) {
    const adviser_id = brokers[broker]?.id
    if (adviser_id === undefined) continue
    const [starts_at, ends_at] = [from, to].map((clock) => new Date(instantOf(day as Day, clock) ?? 0)) as [Date, Date]
    const reference = await nextReference(tx, 'absence')
    await tx
      .insertInto('absence')
      .values({ hub_id, reference, adviser_id, kind, title: title || null, starts_at, ends_at })
      .execute()
  }
  await placeBookings(tx, hub_id)
}

/** Where each booked review is held, and who comes. */
async function placeBookings(tx: Tx, hub_id: string): Promise<void> {
  const booked = await tx
    .selectFrom('skills_review')
    .select(['id', 'business_id'])
    .where('hub_id', '=', hub_id)
    .where('status', '=', 'booked')
    .orderBy('slot_start')
    .orderBy('id')
    .limit(200)
    .execute()
  const places = PLACES.filter((place) => place !== 'our_room')
  for (const [at, { id, business_id }] of booked.entries())
    await tx
      .updateTable('skills_review')
      .set({
        place: at % 3 === 0 ? 'their_site' : places[at % places.length],
        ...(await usualAttendee(tx, hub_id, business_id)),
      })
      .where('hub_id', '=', hub_id)
      .where('id', '=', id)
      .execute()
}
