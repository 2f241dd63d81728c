import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../given/forms.ts'
import { type Made, aHub } from '../../given/hub.ts'
import { theFigures } from '../../given/records.ts'
import { aCallList } from '../../given/call-lists.ts'
import { aReview, anOfferForm, theReview } from '../../given/skills-reviews.ts'

const sent = () => ({ request_id: randomUUID() })

async function logged(outcome: 'accepted' | 'no_answer' | 'declined', before?: 'waiting') {
  const hub = await aHub()
  const business = await hub.aBusiness({ name: 'Amber' })
  const waiting = before ? await aReview(hub, business) : undefined
  const list = await aCallList(hub, [business, await hub.aBusiness({ name: 'Birch' })])
  const broker = hub.as('skills_broker')
  const { card } = await broker.callLists.claim({ ...sent(), id: list.id })
  if (!card) throw new Error('Nobody to call')
  const done = await broker.callLists.log({
    ...sent(),
    id: card.id,
    version: card.version,
    outcome,
    decline_reason: 'no_time',
  })
  return { hub, broker, business, waiting, call: { id: card.id, version: done.logged.version } }
}

describe('undoing a call', () => {
  test('voids the offer that it made, takes it out of the count, and shows the business again', async () => {
    const { hub, broker, call } = await logged('accepted')

    const { next } = await broker.callLists.undo({ ...sent(), ...call })

    expect(next).toMatchObject({ card: { business: { name: 'Amber' }, attempts: 0 }, counts: { to_call: 2, done: 0 } })
    expect(await theFigures(hub, '2021-22')).toMatchObject({ 'lep.skills_reviews_offered': '0' })
    // It can be logged anew.
    const again = await broker.callLists.log({
      ...sent(),
      id: next.card?.id ?? '',
      version: next.card?.version ?? 0,
      outcome: 'offered',
    })
    expect(again.count).toEqual({ counts: 'newly', year: '2021-22' })
  })

  test('takes an answer back to the offer that waited', async () => {
    const { hub, broker, waiting = '', call } = await logged('declined', 'waiting')
    expect(await theReview(hub, waiting)).toMatchObject({ status: 'declined' })

    await broker.callLists.undo({ ...sent(), ...call })

    expect(await theReview(hub, waiting)).toMatchObject({ status: 'offered', decline_reason: null, answered_on: null })
  })

  test('voids the attempt', async () => {
    const { hub, broker, call } = await logged('no_answer')

    await broker.callLists.undo({ ...sent(), ...call })

    const attempts = await hub.inside((tx) =>
      tx.selectFrom('interaction').select('void_reason').where('hub_id', '=', hub.hub_id).execute(),
    )
    expect(attempts).toEqual([{ void_reason: 'Undone by whoever logged it' }])
  })
})

describe('a call is not undone', () => {
  test('by a colleague, an adviser or another hub', async () => {
    const { hub, call } = await logged('accepted')
    const other = (await aHub()).as('skills_broker').callLists

    expect(await refusalOf(hub.as('manager').callLists.undo({ ...sent(), ...call }))).toMatchObject({ code: 'invalid' })
    expect(await refusalOf(hub.as('adviser').callLists.undo({ ...sent(), ...call }))).toMatchObject({
      code: 'not_allowed',
    })
    expect(await refusalOf(other.undo({ ...sent(), ...call }))).toMatchObject({ code: 'not_found' })
    expect(await theFigures(hub, '2021-22')).toMatchObject({ 'lep.skills_reviews_offered': '1' })
  })

  test('twice', async () => {
    const { broker, call } = await logged('accepted')
    await broker.callLists.undo({ ...sent(), ...call })

    expect(await refusalOf(broker.callLists.undo({ ...sent(), ...call }))).toMatchObject({ code: 'stale' })
    expect(await refusalOf(broker.callLists.undo({ ...sent(), ...call, version: call.version + 1 }))).toMatchObject({
      code: 'invalid',
    })
  })

  test('once somebody went on with the review', async () => {
    const { hub, broker, call } = await logged('accepted')
    const { rows } = await broker.skillsReviews.list({})
    await hub.as('manager').skillsReviews.answer({ ...sent(), id: rows[0]?.id ?? '', version: 1, answer: 'waiting' })

    expect(await refusalOf(broker.callLists.undo({ ...sent(), ...call }))).toMatchObject({ code: 'stale' })
    expect((await broker.skillsReviews.list({})).rows).toMatchObject([{ status: 'offered' }])
  })
})

test('what one logged oneself in the last day stands under recent changes, each thing once', async () => {
  const { hub, broker, call } = await logged('accepted')
  const cedar = await hub.aBusiness({ name: 'Cedar' })
  const made = await broker.skillsReviews.offer(anOfferForm(cedar as Made))
  await hub.as('manager').skillsReviews.offer(anOfferForm(await hub.aBusiness()))

  const recent = await broker.skillsReviews.recentChanges()

  expect(recent).toHaveLength(2)
  expect(recent).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'call', ...call, outcome: 'accepted' }),
      expect.objectContaining({
        kind: 'review',
        id: made.id,
        outcome: 'offered',
        business: expect.objectContaining({ name: 'Cedar' }),
      }),
    ]),
  )
  await broker.callLists.undo({ ...sent(), ...call })
  expect(await broker.skillsReviews.recentChanges()).toHaveLength(1)
})
