import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { countOf, refusalOf } from '../../given/forms.ts'
import { aListOf, minutesLater } from '../../given/call-lists.ts'
import { type Made, type TestHub, aHub } from '../../given/hub.ts'
import { theFigures } from '../../given/records.ts'
import { aReview, anOfferForm, theReview } from '../../given/skills-reviews.ts'

const OFFERED = 'lep.skills_reviews_offered'
const offered = async (hub: TestHub) => (await theFigures(hub, '2021-22'))[OFFERED]
const sent = () => ({ request_id: randomUUID() })

describe('a call that is logged opens the next at once', () => {
  test('accepted: an offer that counts, and is accepted', async () => {
    const { hub, broker, onScreen } = await aListOf('Amber', 'Birch')
    const person = await hub.aPerson()
    const { id, version } = await onScreen()

    const done = await broker.log({ ...sent(), id, version, outcome: 'accepted', offered_to_id: person.id })

    expect(done).toMatchObject({
      count: { counts: 'newly', year: '2021-22' },
      next: { card: { business: { name: 'Birch' } } },
    })
    expect(done.next.counts).toMatchObject({ all: 2, to_call: 1, done: 1, accepted: 1 })
    const { rows } = await hub.as('adviser').skillsReviews.list({})
    expect(rows).toMatchObject([
      { status: 'accepted', offered_on: '2022-03-31', offer_channel: 'telephone', offered_to: 'Nadia Patel' },
    ])
    expect(await offered(hub)).toBe('1')
  })

  test('declined: an offer that counts all the same, with the reason', async () => {
    const { hub, broker, onScreen } = await aListOf('Amber')
    const { id, version } = await onScreen()

    await broker.log({ ...sent(), id, version, outcome: 'declined', decline_reason: 'trains_in_house' })

    const { rows } = await hub.as('adviser').skillsReviews.list({ at: 'declined', reason: 'trains_in_house' })
    expect(rows).toHaveLength(1)
    expect(await offered(hub)).toBe('1')
  })

  test('offered: an offer that counts and waits', async () => {
    const { hub, broker, onScreen } = await aListOf('Amber')
    const { id, version } = await onScreen()

    const { next } = await broker.log({ ...sent(), id, version, outcome: 'offered' })

    expect(next).toMatchObject({ card: null, counts: { done: 1 } })
    expect((await hub.as('adviser').skillsReviews.list({ at: 'waiting' })).total).toBe(1)
    expect(await offered(hub)).toBe('1')
  })

  test.each([
    ['no_answer' as const, {}, 'Call about a skills review: no answer'],
    ['wrong_contact' as const, {}, 'Call about a skills review: wrong contact'],
    ['call_back' as const, { call_back_on: '2022-04-04' }, 'Call about a skills review: to call back on 04/04/2022'],
  ])('%s: an attempt of no minutes, and no offer', async (outcome, more, subject) => {
    const { hub, broker, onScreen } = await aListOf('Amber')
    const { id, version } = await onScreen()

    const done = await broker.log({ ...sent(), id, version, outcome, ...more })

    expect(done.count).toBeNull()
    expect(await countOf(hub, 'skills_review')).toBe(0)
    const logged = await hub.inside((tx) =>
      tx.selectFrom('interaction').selectAll().where('hub_id', '=', hub.hub_id).execute(),
    )
    expect(logged).toMatchObject([
      { kind: 'attempted_contact', channel: 'telephone', minutes: 0, occurred_on: '2022-03-31', subject },
    ])
    expect(await theFigures(hub, '2021-22')).toMatchObject({ [OFFERED]: '0', 'lep.businesses_supported': '0' })
  })

  test('and sent twice is logged once', async () => {
    const { hub, broker, onScreen } = await aListOf('Amber', 'Birch')
    const { id, version } = await onScreen()
    const form = { ...sent(), id, version, outcome: 'accepted' as const }

    expect(await broker.log(form)).toEqual(await broker.log(form))
    expect(await countOf(hub, 'skills_review')).toBe(1)
  })
})

test('twenty businesses called, some of them counted before: the figure moves by those newly offered', async () => {
  const { hub, broker, businesses, onScreen } = await aListOf(...Array.from({ length: 20 }, (_, n) => `Firm ${n}`))
  for (const business of businesses.slice(0, 3))
    await aReview(hub, business, { status: 'declined', offered_on: '2021-05-01' })
  const outcomes = ['accepted', 'declined', 'offered', 'no_answer'] as const

  const counts = []
  let card: { id: string; version: number } | null = await onScreen()
  for (let n = 0; card; n++) {
    const outcome = outcomes[n % 4] ?? 'offered'
    const done = await broker.log({
      ...sent(),
      id: card.id,
      version: card.version,
      outcome,
      decline_reason: outcome === 'declined' ? 'no_time' : '',
    })
    counts.push(done.count?.counts ?? 'no offer')
    card = done.next.card
  }

  expect(counts.filter((one) => one === 'newly')).toHaveLength(12)
  expect(counts.filter((one) => one === 'already')).toHaveLength(3)
  expect(counts.filter((one) => one === 'no offer')).toHaveLength(5)
  expect(await offered(hub)).toBe('15')
})

describe('an offer that waits', () => {
  test('is answered by the call: no new offer is made', async () => {
    const { hub, broker, businesses, onScreen } = await aListOf('Amber')
    const waiting = await aReview(hub, businesses[0] as Made, { offered_on: '2022-03-10' })
    const { id, version, offers } = await onScreen()
    expect(offers).toMatchObject([{ status: 'offered', offered_on: '2022-03-10' }])

    const done = await broker.log({ ...sent(), id, version, outcome: 'declined', decline_reason: 'no_need' })

    expect(await theReview(hub, waiting)).toMatchObject({
      status: 'declined',
      answered_on: '2022-03-31',
      offered_on: '2022-03-10',
    })
    expect(await countOf(hub, 'skills_review')).toBe(1)
    expect(done.count).toEqual({ counts: 'newly', year: '2021-22' })
  })

  test('still waits after they said that they will think, also when that is undone', async () => {
    const { hub, broker, businesses, onScreen } = await aListOf('Amber')
    const waiting = await aReview(hub, businesses[0] as Made)
    const { id, version } = await onScreen()

    const { logged } = await broker.log({ ...sent(), id, version, outcome: 'offered' })
    await broker.undo({ ...sent(), ...logged })

    expect(await theReview(hub, waiting)).toMatchObject({ status: 'offered', version: 1, voided_at: null })
  })
})

test('a business that is skipped comes last', async () => {
  const { broker, list, onScreen } = await aListOf('Amber', 'Birch', 'Cedar')
  const { id } = await onScreen()

  const { card } = await broker.claim({ ...sent(), id: list.id, skip: id })

  expect(card?.business.name).toBe('Birch')
  const { rows } = await broker.entries({ id: list.id })
  expect(rows.map(({ business }) => business.name)).toEqual(['Birch', 'Cedar', 'Amber'])
})

test('a call that was put off comes first on its day, and not before', async () => {
  const { hub, list, broker, onScreen } = await aListOf('Amber', 'Birch', 'Cedar')
  const { id, version } = await onScreen()
  const { next } = await broker.log({ ...sent(), id, version, outcome: 'call_back', call_back_on: '2022-04-01' })
  expect(next).toMatchObject({ card: { business: { name: 'Birch' } }, counts: { to_call: 2, later: 1, done: 0 } })

  const { card } = await hub.as('manager', minutesLater(24 * 60)).callLists.claim({ ...sent(), id: list.id })

  expect(card).toMatchObject({ business: { name: 'Amber' }, call_back_on: '2022-04-01', attempts: 1 })
})

test('those who gave no answer are called again when the broker says so', async () => {
  const { broker, list, onScreen, claim } = await aListOf('Amber')
  const { id, version } = await onScreen()
  await broker.log({ ...sent(), id, version, outcome: 'no_answer' })
  expect(await claim()).toBeNull()

  expect(await broker.callAgain({ ...sent(), id: list.id })).toEqual({ businesses: 1 })

  expect(await claim()).toMatchObject({ attempts: 1, business: { name: 'Amber' } })
})

test('a business that got a review in hand by another way is passed over', async () => {
  const { hub, broker, list, businesses, claim } = await aListOf('Amber', 'Birch')
  await hub.as('manager').skillsReviews.offer(anOfferForm(businesses[0] as Made, { answer: 'accepted' }))

  expect(await claim()).toMatchObject({ business: { name: 'Birch' } })
  expect((await broker.entries({ id: list.id, shown: 'passed_over' })).rows).toMatchObject([
    { business: { name: 'Amber' } },
  ])
})

test('every number of a list opens a list of just that length', async () => {
  const { broker, list, onScreen } = await aListOf('Amber', 'Birch', 'Cedar', 'Dogwood', 'Elder')
  for (const outcome of ['accepted', 'no_answer', 'wrong_contact'] as const) {
    const { id, version } = await onScreen()
    await broker.log({ ...sent(), id, version, outcome })
  }

  const { counts } = await broker.page({ reference: list.reference })

  const { all, ...rest } = counts
  expect(all).toBe(5)
  for (const [shown, many] of Object.entries(rest))
    expect({ shown, many: (await broker.entries({ id: list.id, shown: shown as 'done' })).rows.length }).toEqual({
      shown,
      many,
    })
})

describe('a call is not logged', () => {
  test.each([
    ['as declined without a reason', { outcome: 'declined' as const }, 'decline_reason'],
    ['as put off without a day', { outcome: 'call_back' as const }, 'call_back_on'],
    ['as put off to yesterday', { outcome: 'call_back' as const, call_back_on: '2022-03-30' }, 'call_back_on'],
    ['with a person who is not there', { outcome: 'accepted' as const, offered_to_id: randomUUID() }, 'offered_to_id'],
  ])('%s', async (_, facts, field) => {
    const { hub, broker, onScreen } = await aListOf('Amber')
    const { id, version } = await onScreen()

    expect(await refusalOf(broker.log({ ...sent(), id, version, ...facts }))).toMatchObject({ code: 'invalid', field })
    expect(await countOf(hub, 'skills_review')).toBe(0)
    expect(await countOf(hub, 'interaction')).toBe(0)
  })

  test('by an adviser, nor on another hub’s list', async () => {
    const { hub, list, onScreen } = await aListOf('Amber')
    const { id, version } = await onScreen()
    const call = () => ({ ...sent(), id, version, outcome: 'accepted' as const })
    const other = (await aHub()).as('skills_broker').callLists

    expect(await refusalOf(hub.as('adviser').callLists.log(call()))).toMatchObject({ code: 'not_allowed' })
    expect(await refusalOf(hub.as('adviser').callLists.claim({ ...sent(), id: list.id }))).toMatchObject({
      code: 'not_allowed',
    })
    expect(await refusalOf(other.log(call()))).toMatchObject({ code: 'not_found' })
    expect(await refusalOf(other.callAgain({ ...sent(), id: list.id }))).toMatchObject({ code: 'not_found' })
    expect(await refusalOf(other.claim({ ...sent(), id: list.id }))).toMatchObject({ code: 'not_found' })
  })

  test('on a list that was put away', async () => {
    const { broker, list, onScreen } = await aListOf('Amber')
    const { id, version } = await onScreen()
    await broker.putAway({ ...sent(), id: list.id, version: 1 })

    expect(await refusalOf(broker.log({ ...sent(), id, version, outcome: 'accepted' }))).toMatchObject({
      code: 'stale',
    })
  })
})
