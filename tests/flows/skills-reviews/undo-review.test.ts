import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { theFigures } from '../../given/records.ts'
import { aReview, anOfferForm, theReview } from '../../given/skills-reviews.ts'

const sent = (id: string, version = 1) => ({ request_id: randomUUID(), id, version })
const undo = (hub: TestHub, id: string, version = 1) => hub.as('skills_broker').skillsReviews.undo(sent(id, version))

test('an offer that is undone is voided and counts no more', async () => {
  const hub = await aHub()
  const { id } = await hub.as('skills_broker').skillsReviews.offer(anOfferForm(await hub.aBusiness()))

  await undo(hub, id)

  expect(await theReview(hub, id)).toMatchObject({ void_reason: 'Undone by whoever logged it', version: 2 })
  expect(await theFigures(hub, '2021-22')).toMatchObject({ 'lep.skills_reviews_offered': '0' })
})

test('an answer that is undone gives way to what was there before', async () => {
  const hub = await aHub()
  const id = await aReview(hub, await hub.aBusiness())
  const { answer } = hub.as('skills_broker').skillsReviews
  await answer({ ...sent(id), answer: 'declined', decline_reason: 'no_time' })
  await answer({ ...sent(id, 2), answer: 'accepted' })

  await undo(hub, id, 3)

  expect(await theReview(hub, id)).toMatchObject({ status: 'declined', decline_reason: 'no_time', version: 4 })
})

test('undoing an offer opens the forgotten one again that it ended', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness()
  const forgotten = await aReview(hub, business, { offered_on: '2021-09-01' })
  const { id } = await hub.as('skills_broker').skillsReviews.offer(anOfferForm(business))

  await undo(hub, id)

  expect(await theReview(hub, forgotten)).toMatchObject({ status: 'offered', version: 3 })
})

describe('a change is not undone', () => {
  test('by a colleague, nor by an adviser, nor from another hub', async () => {
    const [hub, other] = [await aHub(), await aHub()]
    const { id } = await hub.as('skills_broker').skillsReviews.offer(anOfferForm(await hub.aBusiness()))

    expect(await refusalOf(hub.as('manager').skillsReviews.undo(sent(id)))).toEqual({
      code: 'invalid',
      sentence: 'Only whoever made a change can undo it: log a further answer instead',
    })
    expect(await refusalOf(hub.as('adviser').skillsReviews.undo(sent(id)))).toMatchObject({ code: 'not_allowed' })
    expect(await refusalOf(undo(other, id))).toMatchObject({ code: 'not_found' })
    expect(await theReview(hub, id)).toMatchObject({ voided_at: null, version: 1 })
  })

  test('a day later', async () => {
    const hub = await aHub()
    const { id } = await hub.as('skills_broker').skillsReviews.offer(anOfferForm(await hub.aBusiness()))
    await hub.database.owner.query('alter table app.skills_review disable trigger keep_former_version')
    await hub.database.owner.query(
      `update app.skills_review set recorded_at = now() - interval '24 hours 1 minute' where id = $1`,
      [id],
    )
    await hub.database.owner.query('alter table app.skills_review enable trigger keep_former_version')

    expect(await refusalOf(undo(hub, id))).toMatchObject({ sentence: expect.stringContaining('more than a day ago') })
  })

  test('once somebody else went on from it', async () => {
    const hub = await aHub()
    const { id } = await hub.as('skills_broker').skillsReviews.offer(anOfferForm(await hub.aBusiness()))
    await hub.as('manager').skillsReviews.answer({ ...sent(id), answer: 'accepted' })

    expect(await refusalOf(undo(hub, id))).toMatchObject({ code: 'stale' })
    expect(await theReview(hub, id)).toMatchObject({ status: 'accepted', voided_at: null })
  })

  test('once the review is booked', async () => {
    const hub = await aHub()
    const id = await aReview(hub, await hub.aBusiness(), { status: 'booked' })
    await hub.database.owner.query('alter table app.skills_review disable trigger keep_former_version')
    await hub.database.owner.query('update app.skills_review set recorded_by = $2 where id = $1', [
      id,
      hub.advisers.skills_broker,
    ])
    await hub.database.owner.query('alter table app.skills_review enable trigger keep_former_version')

    expect(await refusalOf(undo(hub, id))).toMatchObject({ code: 'invalid', field: 'status' })
  })
})
