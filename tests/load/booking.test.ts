import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { WEDNESDAY_NOON, aBookingForm } from '../given/bookings.ts'
import { refusalOf } from '../given/forms.ts'
import { type TestHub, aHub } from '../given/hub.ts'

const ATTEMPTS = 1000
/** The only free times of that week: two telephone calls on each of five mornings. */
const SLOTS = [30, 1, 2, 3, 4].flatMap((day) =>
  ['09:00', '10:00'].map((clock) => `2026-${day === 30 ? 11 : 12}-${String(day).padStart(2, '0')}T${clock}:00Z`),
)

/** So many businesses, each with an accepted offer. Gives the reviews. */
async function offersTo(hub: TestHub, many: number): Promise<string[]> {
  const { rows } = await hub.database.owner.query<{ id: string }>(
    `with b as (insert into app.business (hub_id, reference, name, legal_form)
        select $1, 'L-' || n, 'Crowd ' || n, 'limited_company' from generate_series(1, $2) n returning id)
      insert into app.skills_review (hub_id, reference, business_id, offered_on, status)
        select $1, 'LSR-' || b.id, b.id, '2026-11-16', 'accepted' from b returning id`,
    [hub.hub_id, many],
  )
  return rows.map(({ id }) => id)
}

/** What an attempt comes to. A crowd may find all connections busy: then it is told to try again, and does. */
async function answerTo(hub: TestHub, form: ReturnType<typeof aBookingForm>): Promise<string> {
  for (;;)
    try {
      await hub.as('skills_broker').calendar.book(form)
      return 'booked'
    } catch (refused) {
      const { code, sentence } = await refusalOf(Promise.reject(refused))
      if (code !== 'unreached') return sentence
    }
}

test('a thousand attempts at ten times come to ten bookings, and everybody else is told of other times', async () => {
  const hub = await aHub({ now: WEDNESDAY_NOON })
  await hub.as('skills_broker').calendar.keepDiary({
    request_id: randomUUID(),
    adviser_id: hub.advisers.skills_broker,
    version: 0,
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 540, to: 660 })),
    travel_minutes: 0,
    review_minutes: 60,
    notice_hours: 24,
    days_ahead: 42,
  })
  const reviews = await offersTo(hub, ATTEMPTS)

  const answers = await Promise.all(
    reviews.map((id, at) =>
      answerTo(
        hub,
        aBookingForm(hub, { id, slot_start: SLOTS[at % SLOTS.length] as string, minutes: 60, place: 'telephone' }),
      ),
    ),
  )

  const booked = await hub.inside((tx) =>
    tx
      .selectFrom('skills_review')
      .select('slot_start')
      .where('hub_id', '=', hub.hub_id)
      .where('status', '=', 'booked')
      .execute(),
  )
  expect(answers.filter((answer) => answer === 'booked')).toHaveLength(10)
  expect(booked.map(({ slot_start }) => slot_start?.toISOString()).toSorted()).toEqual(
    SLOTS.map((slot) => new Date(slot).toISOString()).toSorted(),
  )
  for (const answer of answers.filter((one) => one !== 'booked'))
    expect(answer).toMatch(
      /has another skills review at that time: the nearest free times are \w{3} \d+ \w{3} \d\d:\d\d/,
    )
})
