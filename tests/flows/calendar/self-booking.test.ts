import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { WEDNESDAY_NOON, aBookingForm, anOffer, callerOf, theReview } from '../../given/bookings.ts'
import { calendarOf } from '../../given/calendar-program.ts'
import { refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aWorker, doWhatIsDue } from '../../given/jobs.ts'
import { aMailServer } from '../../given/mail-server.ts'
import { aRecord } from '../../given/records.ts'

const now = WEDNESDAY_NOON
const NINE = '2026-12-02T09:00:00.000Z'
const TWO = '2026-12-02T14:00:00.000Z'
const sent = () => ({ request_id: randomUUID() })

/** A broker's page, open, and somebody without an account who looks at it. */
async function aPage() {
  const hub = await aHub({ now })
  const { public_address } = await hub.as('skills_broker').calendar.keepOwnPage({ ...sent(), is_open: true })
  const token = public_address?.split('/').at(-1) ?? ''
  return { hub, token, visitor: callerOf(hub, now).calendar }
}

const aForm = (token: string, facts: object = {}) => ({
  ...sent(),
  token,
  slot_start: NINE,
  place: 'video' as const,
  given_name: 'Nadia',
  family_name: 'Patel',
  business_name: 'Amberwood Bakery',
  email: 'nadia@amberwood.example',
  agrees: true as const,
  ...facts,
})

const aHold = (token: string, facts: object = {}) => ({
  ...sent(),
  token,
  slot_start: NINE,
  place: 'video' as const,
  hold_id: randomUUID(),
  ...facts,
})

const diaryOf = (hub: TestHub) =>
  hub
    .as('skills_broker')
    .calendar.diary({ from: '2026-11-30', to: '2026-12-06', broker_ids: [hub.advisers.skills_broker] })

const requestsOf = async (hub: TestHub) => (await hub.as('skills_broker').calendar.requestsToMatch({})).rows

/** Nadia Patel on record, who works for Amberwood Bakery. */
async function nadia(hub: TestHub) {
  const business = await hub.aBusiness({ name: 'Amberwood Bakery' })
  const person = await hub.aPerson({ given_name: 'Nadia', family_name: 'Patel', email: 'nadia@amberwood.example' })
  await aRecord(hub, 'business_role', { hub_id: hub.hub_id, business_id: business.id, person_id: person.id })
  return { business, person }
}

test('a broker’s page shows who it is and free times, and nothing of those who have one', async () => {
  const { hub, token, visitor } = await aPage()
  const id = await anOffer(hub, await hub.aBusiness({ name: 'Foreignword Kilns' }))
  await hub.as('skills_broker').calendar.book(aBookingForm(hub, { id, slot_start: NINE, place: 'telephone' }))

  const page = await visitor.brokersTimes({ token, place: 'video' })

  expect(page.times).not.toContain(NINE)
  expect(page.times).toContain('2026-12-02T10:30:00.000Z')
  expect(JSON.stringify(page)).not.toContain('Foreignword')
})

test('whoever is not known is booked as a request: in the diary, under the words agreed to, and counted nowhere', async () => {
  const { hub, token, visitor } = await aPage()
  const similar = await hub.aBusiness({ name: 'Amberwood Bakery Ltd' })

  const reply = await visitor.bookWithBroker(aForm(token, { phone: '01785 000111' }))

  expect(reply).toMatchObject({ slot_start: NINE })
  expect((await diaryOf(hub)).requests).toMatchObject([{ name: 'Nadia Patel', business_name: 'Amberwood Bakery' }])
  const [request] = await requestsOf(hub)
  expect(request?.businesses.map(({ id }) => id)).toEqual([similar.id])
  const kept = await hub.inside((tx) => tx.selectFrom('booking_request').selectAll().executeTakeFirstOrThrow())
  expect(kept).toMatchObject({ phone: '01785 000111', status: 'waiting', skills_review_id: null })
  expect(kept.consent_words).toContain('I agree')
  expect(await hub.inside((tx) => tx.selectFrom('skills_review').select('id').execute())).toEqual([])
})

test('whoever the keys know is matched at once, to the offer that the business has in hand', async () => {
  const { hub, token, visitor } = await aPage()
  const { business } = await nadia(hub)
  const offer = await anOffer(hub, business)

  await visitor.bookWithBroker(aForm(token))

  expect(await requestsOf(hub)).toEqual([])
  expect(await theReview(hub, offer)).toMatchObject({
    status: 'booked',
    broker_id: hub.advisers.skills_broker,
    attendee_email: 'nadia@amberwood.example',
    place: 'video',
  })
})

test('the answer is the same whether the hub knows them or not, and where their business has a review booked', async () => {
  const { hub, token, visitor } = await aPage()
  const { business } = await nadia(hub)
  const offer = await anOffer(hub, business)
  await hub.as('skills_broker').calendar.book(aBookingForm(hub, { id: offer, slot_start: '2026-12-03T10:00:00Z' }))

  const known = await visitor.bookWithBroker(aForm(token))
  const unknown = await visitor.bookWithBroker(aForm(token, { slot_start: TWO, email: 'jo@kiln.example' }))

  expect(Object.keys(known)).toEqual(Object.keys(unknown))
  expect(await requestsOf(hub)).toHaveLength(2)
})

test('a request becomes the review of a business that a person of the hub names, offered on the day it was booked', async () => {
  const { hub, token, visitor } = await aPage()
  const business = await hub.aBusiness({ name: 'Amberwood Bakery Ltd' })
  await visitor.bookWithBroker(aForm(token))
  const [request] = await requestsOf(hub)
  const form = {
    ...sent(),
    id: request?.id ?? '',
    person: { given_name: 'Nadia', family_name: 'Patel', email: 'nadia@amberwood.example' },
    business: { id: business.id },
  }

  const { review_id } = await hub.as('skills_broker').calendar.matchRequest(form)

  expect(await theReview(hub, review_id)).toMatchObject({
    business_id: business.id,
    status: 'booked',
    offered_on: '2026-11-25',
    booked_on: '2026-11-25',
    slot_start: new Date(NINE),
    attendee_name: 'Nadia Patel',
  })
  expect((await diaryOf(hub)).requests).toEqual([])
  expect((await diaryOf(hub)).reviews).toHaveLength(1)
  expect(await refusalOf(hub.as('manager').calendar.matchRequest({ ...form, ...sent() }))).toMatchObject({
    code: 'invalid',
    field: 'id',
  })
})

test('a request is not matched to a business that has a review booked, nor to one of another hub', async () => {
  const { hub, token, visitor } = await aPage()
  const other = await aHub({ database: hub.database, now })
  const taken = await hub.aBusiness()
  const offer = await anOffer(hub, taken)
  await hub.as('skills_broker').calendar.book(aBookingForm(hub, { id: offer, slot_start: '2026-12-03T10:00:00Z' }))
  await visitor.bookWithBroker(aForm(token))
  const [request] = await requestsOf(hub)
  const person = { given_name: 'Nadia', family_name: 'Patel' }
  const matchTo = (business: { id: string }, who = hub) =>
    refusalOf(who.as('manager').calendar.matchRequest({ ...sent(), id: request?.id ?? '', person, business }))

  expect((await matchTo(taken)).code).toBe('already_exists')
  expect((await matchTo(await other.aBusiness())).code).toBe('invalid')
  expect((await matchTo(await other.aBusiness(), other)).code).toBe('not_found')
  expect(await requestsOf(hub)).toHaveLength(1)
  expect(await hub.inside((tx) => tx.selectFrom('person').select('id').execute())).toEqual([])
})

test('of many who book the same time at once one has it, and it excludes reviews and holds', async () => {
  const { hub, token, visitor } = await aPage()
  const tries = await Promise.allSettled(
    ['a', 'b', 'c', 'd'].map((who) => visitor.bookWithBroker(aForm(token, { email: `${who}@kiln.example` }))),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)

  const id = await anOffer(hub, await hub.aBusiness())
  const booking = refusalOf(
    hub.as('skills_broker').calendar.book(aBookingForm(hub, { id, slot_start: NINE, anyway: true })),
  )
  expect(await booking).toMatchObject({ code: 'invalid', field: 'slot_start' })
  expect(await refusalOf(visitor.holdWithBroker(aHold(token)))).toMatchObject({ code: 'invalid', field: 'slot_start' })
})

test('the database itself lets a request, a review and a hold of one broker not overlap', async () => {
  const { hub, token, visitor } = await aPage()
  await visitor.bookWithBroker(aForm(token))
  const { hub_id, advisers } = hub
  const slot = { slot_start: '2026-12-02T10:00:00Z', slot_end: '2026-12-02T11:00:00Z' }
  const business = await hub.aBusiness()
  const review = hub.inside((tx) =>
    tx
      .insertInto('skills_review')
      .values({
        ...slot,
        hub_id,
        business_id: business.id,
        broker_id: advisers.skills_broker,
        reference: 'X',
        offered_on: '2026-11-20',
        status: 'booked',
      })
      .execute(),
  )
  await expect(review).rejects.toThrow(/booked/)
  const hold = hub.inside((tx) =>
    tx
      .insertInto('held_time')
      .values({ ...slot, hub_id, broker_id: advisers.skills_broker, held_until: new Date(Date.now() + 60_000) })
      .execute(),
  )
  await expect(hold).rejects.toThrow(/booked/)
})

test('a chosen time is kept for ten minutes from others, and given back when another is chosen', async () => {
  const { token, visitor } = await aPage()
  const first = aHold(token)
  await visitor.holdWithBroker(first)
  expect(await refusalOf(visitor.bookWithBroker(aForm(token)))).toMatchObject({ code: 'invalid', field: 'slot_start' })

  const second = aHold(token, { slot_start: TWO, instead_of: first.hold_id })
  await visitor.holdWithBroker(second)
  expect((await visitor.brokersTimes({ token, place: 'video' })).times).toContain(NINE)

  expect(await visitor.bookWithBroker(aForm(token, { slot_start: TWO, hold_id: second.hold_id }))).toMatchObject({
    slot_start: TWO,
  })
})

test('the link in the message moves the booking and gives it up, before and after it is matched, as one calendar entry', async () => {
  const { hub, token, visitor } = await aPage()
  const mail = await aMailServer()
  const worker = aWorker(hub, { mail })
  await visitor.bookWithBroker(aForm(token))
  await doWhatIsDue(hub, worker)
  const own =
    /\/t\/([\w-]{43})/.exec((await mail.letters()).find(({ text }) => text?.includes('/t/'))?.text ?? '')?.[1] ?? ''
  const whoComes = { attendee_name: 'Nadia Patel', attendee_email: 'nadia@amberwood.example' }
  expect(await visitor.offeredTimes({ token: own })).toMatchObject({
    booking: { slot_start: new Date(NINE) },
    is_open: true,
  })

  await visitor.holdTime({ ...sent(), token: own, slot_start: TWO })
  await visitor.confirmTime({ ...sent(), token: own, slot_start: TWO, ...whoComes })
  expect((await requestsOf(hub))[0]?.slot_start).toEqual(new Date(TWO))

  const [request] = await requestsOf(hub)
  const business = await hub.aBusiness()
  const person = { given_name: 'Nadia', family_name: 'Patel' }
  const matching = { ...sent(), id: request?.id ?? '', person, business: { id: business.id } }
  const { review_id } = await hub.as('skills_broker').calendar.matchRequest(matching)
  await visitor.confirmTime({ ...sent(), token: own, slot_start: '2026-12-04T10:00:00Z', ...whoComes })
  expect((await theReview(hub, review_id)).slot_start).toEqual(new Date('2026-12-04T10:00:00Z'))

  await visitor.giveUpTime({ ...sent(), token: own })
  expect((await theReview(hub, review_id)).status).toBe('cancelled')
  await doWhatIsDue(hub, worker)
  expect(await calendarOf(mail, 'nadia@amberwood.example')).toMatchObject([{ status: 'CANCELLED', sequence: 3 }])
})

test('a request that is given up frees its time, and the same link books another', async () => {
  const { hub, token, visitor } = await aPage()
  const mail = await aMailServer()
  await visitor.bookWithBroker(aForm(token))
  await doWhatIsDue(hub, aWorker(hub, { mail }))
  const own =
    /\/t\/([\w-]{43})/.exec((await mail.letters()).find(({ text }) => text?.includes('/t/'))?.text ?? '')?.[1] ?? ''

  await visitor.giveUpTime({ ...sent(), token: own })
  expect((await diaryOf(hub)).requests).toEqual([])
  expect((await visitor.brokersTimes({ token, place: 'video' })).times).toContain(NINE)

  const again = { attendee_name: 'Nadia Patel', attendee_email: 'nadia@amberwood.example' }
  await visitor.confirmTime({ ...sent(), token: own, slot_start: TWO, ...again })
  expect((await diaryOf(hub)).requests).toHaveLength(1)
})

test('a page that is closed, replaced or whose broker has left opens nothing', async () => {
  const { hub, token, visitor } = await aPage()
  const looks = () => refusalOf(visitor.brokersTimes({ token, place: 'video' }))
  await hub.inside((tx) =>
    tx.updateTable('adviser').set({ is_active: false }).where('id', '=', hub.advisers.skills_broker).execute(),
  )
  expect((await looks()).code).toBe('not_found')
  await hub.inside((tx) =>
    tx.updateTable('adviser').set({ is_active: true }).where('id', '=', hub.advisers.skills_broker).execute(),
  )
  expect((await visitor.brokersTimes({ token, place: 'video' })).times.length).toBeGreaterThan(0)

  await hub.as('skills_broker').calendar.keepOwnPage({ ...sent(), is_open: false })
  expect((await looks()).code).toBe('not_found')
  expect((await hub.as('skills_broker').calendar.settings({})).public_address).toBeNull()
})

test('a program that fills the form gets the answer that people get, and nothing is kept', async () => {
  const { hub, token, visitor } = await aPage()

  const filled = aForm(token, { website: 'https://spam.example' })
  expect(await visitor.bookWithBroker(filled)).toMatchObject({ slot_start: NINE })
  expect(await requestsOf(hub)).toEqual([])
})
