import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { WEDNESDAY_NOON, aBooking, aRoom } from '../../given/bookings.ts'
import { refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'

const now = WEDNESDAY_NOON
const MORNINGS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 540, to: 720 }))

const aDiaryForm = (hub: TestHub, facts: object = {}) => ({
  request_id: randomUUID(),
  adviser_id: hub.advisers.skills_broker,
  version: 0,
  hours: MORNINGS,
  travel_minutes: 45,
  review_minutes: 60,
  notice_hours: 48,
  days_ahead: 28,
  video_link: 'https://video.example/rajesh',
  ...facts,
})
const anAbsenceForm = (hub: TestHub, facts: object = {}) => ({
  request_id: randomUUID(),
  id: randomUUID(),
  adviser_id: hub.advisers.skills_broker,
  kind: 'leave' as const,
  from_on: '2026-12-02',
  to_on: '2026-12-04',
  ...facts,
})
const askWeek = (hub: TestHub, facts: object = {}) =>
  hub.as('skills_broker').calendar.freeTimes({
    broker_id: hub.advisers.skills_broker,
    from: '2026-11-30',
    to: '2026-12-04',
    minutes: 60,
    place: 'telephone',
    ...facts,
  })
const clockOf = ({ slot_start }: { slot_start: string }) => slot_start.slice(5, 16)

describe('how an adviser’s days are set out', () => {
  test('is nine to five until they say otherwise', async () => {
    const hub = await aHub({ now })
    expect(await hub.as('skills_broker').calendar.settings({})).toMatchObject({
      version: 0,
      travel_minutes: 30,
      review_minutes: 90,
      absences: [],
    })
    expect(await askWeek(hub)).toHaveLength(5 * 8)
  })

  test('decides what is free, from the next question on', async () => {
    const hub = await aHub({ now })

    await hub.as('skills_broker').calendar.keepDiary(aDiaryForm(hub))

    expect(await hub.as('skills_broker').calendar.settings({})).toMatchObject({
      version: 1,
      hours: MORNINGS,
      travel_minutes: 45,
    })
    expect((await askWeek(hub)).map(clockOf).slice(0, 4)).toEqual([
      '11-30T09:00',
      '11-30T10:00',
      '11-30T11:00',
      '12-01T09:00',
    ])
  })

  test('is changed from the version that was read', async () => {
    const hub = await aHub({ now })
    await hub.as('skills_broker').calendar.keepDiary(aDiaryForm(hub))

    await hub.as('skills_broker').calendar.keepDiary(aDiaryForm(hub, { version: 1, travel_minutes: 0 }))
    const refusal = await refusalOf(hub.as('manager').calendar.keepDiary(aDiaryForm(hub, { version: 1 })))

    expect(refusal.code).toBe('stale')
    expect(refusal.sentence).toMatch(/changed the travel time/)
  })

  test('is one’s own: a colleague may not, a manager may', async () => {
    const hub = await aHub({ now })

    expect(await refusalOf(hub.as('adviser').calendar.keepDiary(aDiaryForm(hub)))).toMatchObject({
      code: 'not_allowed',
    })
    await hub.as('manager').calendar.keepDiary(aDiaryForm(hub))

    expect(await hub.as('skills_broker').calendar.settings({})).toMatchObject({ version: 1 })
  })

  test('makes a broker of an adviser: their times are offered too', async () => {
    const hub = await aHub({ now })
    expect(
      (await askWeek(hub, { broker_id: null })).every(({ broker_id }) => broker_id === hub.advisers.skills_broker),
    ).toBe(true)

    await hub
      .as('adviser')
      .calendar.keepDiary(
        aDiaryForm(hub, { adviser_id: hub.advisers.adviser, hours: [{ weekday: 1, from: 480, to: 540 }] }),
      )

    const free = await askWeek(hub, { broker_id: null })
    expect(free[0]).toEqual({ slot_start: '2026-11-30T08:00:00.000Z', broker_id: hub.advisers.adviser })
  })

  test.each([
    ['hours', { hours: [{ weekday: 1, from: 600, to: 540 }] }],
    ['travel_minutes', { travel_minutes: 241 }],
    ['review_minutes', { review_minutes: 10 }],
    ['video_link', { video_link: 'http://video.example' }],
    ['video_link', { video_link: 'javascript:alert(1)' }],
    ['adviser_id', { adviser_id: randomUUID() }],
  ])('is refused at %s', async (field, facts) => {
    const hub = await aHub({ now })
    expect(await refusalOf(hub.as('manager').calendar.keepDiary(aDiaryForm(hub, facts)))).toMatchObject({
      code: 'invalid',
      field,
    })
  })
})

describe('an absence', () => {
  test('keeps its days free of reviews, and names those that are booked in it', async () => {
    const hub = await aHub({ now })
    await aBooking(hub)

    const added = await hub.as('skills_broker').calendar.addAbsence(anAbsenceForm(hub))

    expect(added.booked).toMatchObject([{ slot_start: new Date('2026-12-02T10:00:00Z') }])
    expect([...new Set((await askWeek(hub)).map((one) => clockOf(one).slice(0, 5)))]).toEqual(['11-30', '12-01'])
  })

  test('of an hour leaves the rest of the day', async () => {
    const hub = await aHub({ now })

    await hub
      .as('skills_broker')
      .calendar.addAbsence(anAbsenceForm(hub, { kind: 'meeting', to_on: '2026-12-02', from_clock: 540, to_clock: 900 }))

    expect((await askWeek(hub, { from: '2026-12-02', to: '2026-12-02' })).map(clockOf)).toEqual([
      '12-02T15:00',
      '12-02T16:00',
    ])
  })

  test('that is taken back gives its days back', async () => {
    const hub = await aHub({ now })
    const { id } = await hub.as('skills_broker').calendar.addAbsence(anAbsenceForm(hub))

    await hub.as('skills_broker').calendar.takeAbsenceBack({ request_id: randomUUID(), id, version: 1 })

    expect(await askWeek(hub)).toHaveLength(40)
    expect(
      (await refusalOf(hub.as('skills_broker').calendar.takeAbsenceBack({ request_id: randomUUID(), id, version: 2 })))
        .code,
    ).toBe('stale')
  })

  test.each([
    ['whose last day lies before its first', { to_on: '2026-12-01' }, 'to_on'],
    ['with one time only', { from_clock: 540 }, 'to_clock'],
    ['that ends before it begins', { to_on: '2026-12-02', from_clock: 900, to_clock: 540 }, 'to_clock'],
    [
      'in the hour that the clocks leave out',
      { from_on: '2027-03-28', to_on: '2027-03-28', from_clock: 90, to_clock: 200 },
      'from_clock',
    ],
  ])('is refused %s', async (_, facts, field) => {
    const hub = await aHub({ now })
    expect(await refusalOf(hub.as('skills_broker').calendar.addAbsence(anAbsenceForm(hub, facts)))).toMatchObject({
      code: 'invalid',
      field,
    })
  })

  test('of somebody else is added by who leads', async () => {
    const hub = await aHub({ now })
    expect((await refusalOf(hub.as('adviser').calendar.addAbsence(anAbsenceForm(hub)))).code).toBe('not_allowed')
    expect(await hub.as('manager').calendar.addAbsence(anAbsenceForm(hub))).toMatchObject({ booked: [] })
  })
})

describe('rooms', () => {
  test('are kept by who leads, and a closed one is offered no more', async () => {
    const hub = await aHub({ now })
    const id = randomUUID()
    const room = { request_id: randomUUID(), id, version: 0, name: 'Kiln Room', seats: 8 }

    expect((await refusalOf(hub.as('skills_broker').calendar.keepRoom(room))).code).toBe('not_allowed')
    await hub.as('manager').calendar.keepRoom(room)
    await hub.as('manager').calendar.keepRoom({ ...room, request_id: randomUUID(), version: 1, is_open: false })

    expect(await hub.as('adviser').calendar.rooms()).toMatchObject([{ name: 'Kiln Room', is_open: false, version: 2 }])
    const business = await hub.aBusiness()
    expect((await hub.as('adviser').calendar.toBook({ reference: business.reference })).rooms).toEqual([])
  })
})

test('a diary shows what is booked, missed and held, who is away, and not what was cancelled', async () => {
  const hub = await aHub({ now })
  await aBooking(hub)
  const cancelled = await aBooking(hub, { slot_start: '2026-12-03T10:00:00Z' })
  await hub.as('skills_broker').calendar.cancel({ request_id: randomUUID(), id: cancelled, version: 2 })
  await hub.as('skills_broker').calendar.addAbsence(anAbsenceForm(hub, { from_on: '2026-12-04', title: 'Family' }))

  const shown = await hub.as('skills_broker').calendar.diary({ from: '2026-11-30', to: '2026-12-04' })

  expect(shown.brokers).toHaveLength(1)
  expect(shown.reviews).toMatchObject([
    { status: 'booked', slot_start: new Date('2026-12-02T10:00Z'), business: { name: 'Amberwood Bakery Ltd' } },
  ])
  expect(shown.absences).toMatchObject([{ kind: 'leave', title: 'Family', starts_at: new Date('2026-12-04T00:00Z') }])
})

test('booking a business finds its review in hand, and none where the last was a year ago', async () => {
  const hub = await aHub({ now })
  const id = await aBooking(hub)
  const { reference } = await hub.inside((tx) =>
    tx
      .selectFrom('skills_review')
      .innerJoin('business', 'business.id', 'skills_review.business_id')
      .select('business.reference')
      .where('skills_review.id', '=', id)
      .executeTakeFirstOrThrow(),
  )

  expect((await hub.as('adviser').calendar.toBook({ reference })).review).toMatchObject({ id, status: 'booked' })
  await hub.inside((tx) =>
    tx
      .updateTable('skills_review')
      .set({ status: 'cancelled', offered_on: '2025-11-01' })
      .where('id', '=', id)
      .execute(),
  )

  expect((await hub.as('adviser').calendar.toBook({ reference })).review).toBeNull()
  expect((await refusalOf(hub.as('adviser').calendar.toBook({ reference: 'nothing' }))).code).toBe('not_found')
})

test('another hub sees neither diaries nor rooms nor absences, and books nobody of this one', async () => {
  const [hub, other] = [await aHub({ now }), await aHub({ now })]
  await aBooking(hub)
  await aRoom(hub)
  const { id } = await hub.as('skills_broker').calendar.addAbsence(anAbsenceForm(hub))
  const { calendar } = other.as('manager')

  const shown = await calendar.diary({ from: '2026-11-30', to: '2026-12-04', broker_ids: [hub.advisers.skills_broker] })
  expect(shown).toMatchObject({ reviews: [], absences: [] })
  expect(await calendar.rooms()).toEqual([])
  expect((await refusalOf(calendar.takeAbsenceBack({ request_id: randomUUID(), id, version: 1 }))).code).toBe(
    'not_found',
  )
  expect(await refusalOf(askWeek(other, { broker_id: hub.advisers.skills_broker }))).toMatchObject({
    field: 'broker_id',
  })
})
