import { fillDemonstrationReviews } from '@hubline/api/skills-reviews/demonstration-reviews.ts'
import { makeDemonstrationOffers } from '@hubline/api/skills-reviews/demonstration-offers.ts'
import { expect, test } from 'vitest'
import { aHub } from '../../given/hub.ts'
import { aReview } from '../../given/skills-reviews.ts'

/** The demonstration's last day. */
const now = new Date('2026-11-20T17:00:00Z')

test('a demonstration has a call list half worked, whose offers wait, were accepted or were declined with a reason', async () => {
  const hub = await aHub({ now })
  for (let n = 0; n < 30; n++) {
    const { id } = await hub.aBusiness({ name: `Firm ${n}`, phone: '01632 960123' })
    await hub.inside((tx) =>
      tx
        .updateTable('business')
        .set({ sic_code: '23410' })
        .where('hub_id', '=', hub.hub_id)
        .where('id', '=', id)
        .execute(),
    )
  }
  await aReview(hub, await hub.aBusiness(), { status: 'declined', offered_on: '2026-10-01' })
  await aReview(hub, await hub.aBusiness(), { status: 'declined', offered_on: '2021-10-01' })

  await hub.inside((tx) => makeDemonstrationOffers(tx, hub.hub_id))

  const broker = hub.as('skills_broker')
  const { rows } = await broker.callLists.list({})
  expect(rows[0]?.counts).toMatchObject({ all: 24, to_call: 12, offers: 7, accepted: 2, declined: 3, later: 1 })
  const { reasons } = await broker.skillsReviews.funnel({ year: '2026-27' })
  expect(reasons.reduce((sum, { reviews }) => sum + reviews, 0)).toBe(4)
  expect(reasons.map(({ reason }) => reason)).not.toContain('none')
  expect((await broker.skillsReviews.funnel({ year: '2021-22' })).reasons).toEqual([{ reason: 'none', reviews: 1 }])
})

test('its reviews of this year have forms, and plans where one followed', async () => {
  const hub = await aHub({ now })
  const held = { held_on: '2026-10-12', offered_on: '2026-09-01' }
  await aReview(hub, await hub.aBusiness({ name: 'Amber' }), { reference: 'SR-held', status: 'held', ...held })
  await aReview(hub, await hub.aBusiness({ name: 'Birch' }), {
    reference: 'SR-planned',
    status: 'plan_agreed',
    plan_agreed_on: '2026-10-20',
    ...held,
  })

  await hub.inside((tx) => fillDemonstrationReviews(tx, hub.hub_id))

  const broker = hub.as('skills_broker')
  for (const reference of ['SR-held', 'SR-planned']) {
    const { answers, workforce, gaps } = await broker.reviewForms.page({ reference })
    expect([answers.length > 10, workforce.length > 2, gaps.length > 1]).toEqual([true, true, true])
  }
  const plans = await Promise.all(['SR-held', 'SR-planned'].map((reference) => broker.plans.page({ reference })))
  expect(plans.map(({ lines }) => lines.length)).toEqual([0, 3])
})
