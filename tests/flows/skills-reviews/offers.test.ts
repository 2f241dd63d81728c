import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { countOf, refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { theFigures, theUnits } from '../../given/records.ts'
import { aReview, anOfferForm, theReview } from '../../given/skills-reviews.ts'

const sent = (id: string, version = 1) => ({ request_id: randomUUID(), id, version })
const OFFERED = 'lep.skills_reviews_offered'
const offered = async (hub: TestHub, year: string) => (await theFigures(hub, year))[OFFERED]

describe('an offer', () => {
  test('is logged with who was asked and who asked, and counts its business', async () => {
    const hub = await aHub()
    const [business, person] = [await hub.aBusiness(), await hub.aPerson()]

    const made = await hub.as('skills_broker').skillsReviews.offer(anOfferForm(business, { offered_to_id: person.id }))

    expect(made).toMatchObject({ reference: 'SR-2122-00001', count: { counts: 'newly', year: '2021-22' } })
    expect(await theReview(hub, made.id)).toMatchObject({
      status: 'offered',
      offered_on: '2022-03-31',
      offer_channel: 'telephone',
      offered_to_id: person.id,
      offered_by_id: hub.advisers.skills_broker,
      broker_id: hub.advisers.skills_broker,
      answered_on: null,
    })
    expect(await theUnits(hub, '2021-22', OFFERED)).toEqual([business.reference])
  })

  test('that is declined at once keeps the reason, and counts all the same', async () => {
    const hub = await aHub()
    const business = await hub.aBusiness()

    const { id } = await hub
      .as('skills_broker')
      .skillsReviews.offer(anOfferForm(business, { answer: 'declined', decline_reason: 'no_time' }))

    expect(await theReview(hub, id)).toMatchObject({
      status: 'declined',
      answered_on: '2022-03-31',
      decline_reason: 'no_time',
    })
    expect(await offered(hub, '2021-22')).toBe('1')
  })

  test('sent twice is one offer', async () => {
    const hub = await aHub()
    const form = anOfferForm(await hub.aBusiness())

    const first = await hub.as('skills_broker').skillsReviews.offer(form)
    const second = await hub.as('skills_broker').skillsReviews.offer(form)

    expect(second).toEqual(first)
    expect(await countOf(hub, 'skills_review')).toBe(1)
  })

  test('to a business outside the area says that it does not count', async () => {
    const hub = await aHub()
    const business = await hub.aBusiness({ district_code: 'E08000035' })

    const { count } = await hub.as('skills_broker').skillsReviews.offer(anOfferForm(business))

    expect(count).toEqual({ counts: 'out_of_area', year: '2021-22' })
    expect(await offered(hub, '2021-22')).toBe('0')
  })
})

describe('an offer is refused, and nothing is left behind,', () => {
  test.each([
    ['in the future', { offered_on: '2022-04-01' }, 'offered_on'],
    ['declined without a reason', { answer: 'declined' as const }, 'decline_reason'],
    ['to a person who is not there', { offered_to_id: randomUUID() }, 'offered_to_id'],
  ])('%s', async (_, facts, field) => {
    const hub = await aHub()
    const form = anOfferForm(await hub.aBusiness(), facts)

    expect(await refusalOf(hub.as('skills_broker').skillsReviews.offer(form))).toMatchObject({ code: 'invalid', field })
    expect(await countOf(hub, 'skills_review')).toBe(0)
    expect(await countOf(hub, 'reference_counter')).toBe(0)
  })

  test('to a business of another hub', async () => {
    const [hub, other] = [await aHub(), await aHub()]

    const refusal = await refusalOf(hub.as('skills_broker').skillsReviews.offer(anOfferForm(await other.aBusiness())))

    expect(refusal).toMatchObject({ code: 'invalid', field: 'business_id' })
    expect(await countOf(other, 'skills_review')).toBe(0)
  })

  test('by an adviser, who refers instead', async () => {
    const hub = await aHub()
    const form = anOfferForm(await hub.aBusiness())

    expect(await refusalOf(hub.as('adviser').skillsReviews.offer(form))).toMatchObject({ code: 'not_allowed' })
  })

  test.each([
    ['an offer that waits', { status: 'offered' as const }, 'was offered a skills review on Tuesday 1 March 2022'],
    ['one accepted', { status: 'accepted' as const, answered_on: '2022-03-02' }, 'has accepted the offer of Tuesday'],
    ['one booked', { status: 'booked' as const, offered_on: '2020-03-01' }, 'has a skills review booked'],
  ])('while the business has %s', async (_, facts, words) => {
    const hub = await aHub()
    const business = await hub.aBusiness()
    await aReview(hub, business, facts)

    const refusal = await refusalOf(hub.as('skills_broker').skillsReviews.offer(anOfferForm(business)))

    expect(refusal).toMatchObject({ code: 'already_exists', field: 'business_id' })
    expect(refusal.sentence).toContain(words)
    expect(await countOf(hub, 'skills_review')).toBe(1)
  })

  test('while a business merged into it has one', async () => {
    const hub = await aHub()
    const survivor = await hub.aBusiness()
    await aReview(hub, await hub.aBusiness({ merged_into_id: survivor.id }))

    expect(await refusalOf(hub.as('skills_broker').skillsReviews.offer(anOfferForm(survivor)))).toMatchObject({
      code: 'already_exists',
    })
  })

  test('when a colleague made it in the same moment', async () => {
    const hub = await aHub()
    const business = await hub.aBusiness()

    const made = await Promise.allSettled(
      (['skills_broker', 'manager'] as const).map((role) => hub.as(role).skillsReviews.offer(anOfferForm(business))),
    )

    expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await countOf(hub, 'skills_review')).toBe(1)
  })
})

test('T7: three offers to one business in a year are three records and count once', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness()
  const broker = hub.as('skills_broker').skillsReviews
  const no = { answer: 'declined' as const, decline_reason: 'no_time' as const }

  const counts = []
  for (const offered_on of ['2021-04-01', '2021-09-10', '2022-03-31'])
    counts.push((await broker.offer(anOfferForm(business, { ...no, offered_on }))).count)

  expect(await countOf(hub, 'skills_review')).toBe(3)
  expect(await offered(hub, '2021-22')).toBe('1')
  expect(counts).toEqual([
    { counts: 'newly', year: '2021-22' },
    { counts: 'already', year: '2021-22', since: '2021-04-01' },
    { counts: 'already', year: '2021-22', since: '2021-04-01' },
  ])
})

test('D9.1: one offer on each side of 31 March counts once in each of the two years', async () => {
  const hub = await aHub({ now: new Date('2022-04-01T09:00:00Z') })
  const business = await hub.aBusiness()
  const no = { answer: 'declined' as const, decline_reason: 'other' as const }

  for (const offered_on of ['2022-03-31', '2022-04-01'])
    await hub.as('skills_broker').skillsReviews.offer(anOfferForm(business, { ...no, offered_on }))

  expect(await offered(hub, '2021-22')).toBe('1')
  expect(await offered(hub, '2022-23')).toBe('1')
})

test('T6: an offer of March that is accepted in April counts in the year of the offer', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness()
  const { id } = await hub.as('skills_broker').skillsReviews.offer(anOfferForm(business, { offered_on: '2022-03-20' }))

  const april = hub.as('skills_broker', { now: new Date('2022-04-02T09:00:00Z') })
  await april.skillsReviews.answer({ ...sent(id), answer: 'accepted' })

  expect(await theReview(hub, id)).toMatchObject({ status: 'accepted', answered_on: '2022-04-02' })
  expect(await offered(hub, '2021-22')).toBe('1')
  expect(await offered(hub, '2022-23')).toBe('0')
})

test('an offer that nobody followed up for half a year ends without a response when a new one is made', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness()
  const forgotten = await aReview(hub, business, { offered_on: '2021-09-01' })

  const { count } = await hub.as('skills_broker').skillsReviews.offer(anOfferForm(business))

  expect(await theReview(hub, forgotten)).toMatchObject({ status: 'no_response', offered_on: '2021-09-01' })
  expect(count).toEqual({ counts: 'already', year: '2021-22', since: '2021-09-01' })
})

describe('an answer', () => {
  test('may come late, be changed and be taken back', async () => {
    const hub = await aHub()
    const id = await aReview(hub, await hub.aBusiness())
    const { answer } = hub.as('skills_broker').skillsReviews

    await answer({ ...sent(id), answer: 'no_response' })
    await answer({ ...sent(id, 2), answer: 'declined', decline_reason: 'no_time', answered_on: '2022-03-30' })
    expect(await theReview(hub, id)).toMatchObject({ status: 'declined', decline_reason: 'no_time' })
    await answer({ ...sent(id, 3), answer: 'accepted' })
    expect(await theReview(hub, id)).toMatchObject({ status: 'accepted', decline_reason: null })
    await answer({ ...sent(id, 4), answer: 'waiting' })

    expect(await theReview(hub, id)).toMatchObject({ status: 'offered', answered_on: null, version: 5 })
  })

  test.each([
    ['before the offer', { answered_on: '2022-02-28' }, 'answered_on'],
    ['in the future', { answered_on: '2022-04-01' }, 'answered_on'],
  ])('cannot come %s', async (_, facts, field) => {
    const hub = await aHub()
    const id = await aReview(hub, await hub.aBusiness())

    const refusal = await refusalOf(
      hub.as('skills_broker').skillsReviews.answer({ ...sent(id), answer: 'accepted', ...facts }),
    )

    expect(refusal).toMatchObject({ code: 'invalid', field })
    expect(await theReview(hub, id)).toMatchObject({ status: 'offered', version: 1 })
  })

  test('cannot be given once the review was held', async () => {
    const hub = await aHub()
    const id = await aReview(hub, await hub.aBusiness(), { status: 'held', held_on: '2022-03-10' })

    expect(
      await refusalOf(hub.as('skills_broker').skillsReviews.answer({ ...sent(id), answer: 'accepted' })),
    ).toMatchObject({ code: 'invalid', field: 'status' })
  })

  test('to a stale form is told who changed what', async () => {
    const hub = await aHub()
    const id = await aReview(hub, await hub.aBusiness())
    await hub.as('manager').skillsReviews.answer({ ...sent(id), answer: 'accepted' })

    const refusal = await refusalOf(
      hub.as('skills_broker').skillsReviews.answer({ ...sent(id), answer: 'declined', decline_reason: 'other' }),
    )

    expect(refusal.code).toBe('stale')
    expect(refusal.sentence).toContain(`manager of ${hub.slug} changed the status and the day of the answer just now`)
  })

  test('is not for an adviser, nor for another hub', async () => {
    const [hub, other] = [await aHub(), await aHub()]
    const id = await aReview(hub, await hub.aBusiness())
    const yes = () => ({ ...sent(id), answer: 'accepted' as const })

    expect(await refusalOf(hub.as('adviser').skillsReviews.answer(yes()))).toMatchObject({ code: 'not_allowed' })
    expect(await refusalOf(other.as('skills_broker').skillsReviews.answer(yes()))).toMatchObject({ code: 'not_found' })
    expect(await theReview(hub, id)).toMatchObject({ status: 'offered', version: 1 })
  })
})
