import { FUNNEL_PLACES } from '@hubline/domain/skills-reviews/funnel.ts'
import { SKILLS_REVIEW_STATUSES } from '@hubline/domain/skills-reviews/skills-reviews-file.ts'
import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { noted } from '../../given/noted.ts'
import { aReview } from '../../given/skills-reviews.ts'
import { aServer } from '../../security/listening.ts'

type Asked = Parameters<ReturnType<TestHub['as']>['skillsReviews']['list']>[0]
const list = (hub: TestHub, asked: Asked) => hub.as('adviser').skillsReviews.list(asked)
const references = async (hub: TestHub, asked: Asked) => (await list(hub, asked)).rows.map(({ reference }) => reference)

/** A review of every status, each as far as its status says, and one of the year before. */
async function everyStatus(): Promise<TestHub> {
  const hub = await aHub()
  for (const status of SKILLS_REVIEW_STATUSES) {
    const business = await hub.aBusiness({ name: `Firm ${status}` })
    const far = SKILLS_REVIEW_STATUSES.indexOf(status)
    await aReview(hub, business, {
      reference: `SR-${status}`,
      status,
      ...(status === 'declined' ? { decline_reason: 'no_time' as const } : {}),
      ...(far >= SKILLS_REVIEW_STATUSES.indexOf('booked') ? { booked_on: '2022-03-02' } : {}),
      ...(far >= SKILLS_REVIEW_STATUSES.indexOf('held') ? { held_on: '2022-03-10' } : {}),
      ...(far >= SKILLS_REVIEW_STATUSES.indexOf('plan_agreed') ? { plan_agreed_on: '2022-03-20' } : {}),
      ...(far >= SKILLS_REVIEW_STATUSES.indexOf('uptake_recorded') ? { uptake_on: '2022-03-25' } : {}),
    })
  }
  await aReview(hub, await hub.aBusiness(), { reference: 'SR-before', status: 'declined', offered_on: '2021-03-31' })
  return hub
}

describe('the funnel', () => {
  test('opens, at every number, a list of just that length', async () => {
    const hub = await everyStatus()
    const { places, reasons } = await hub.as('adviser').skillsReviews.funnel({ year: '2021-22' })

    for (const at of FUNNEL_PLACES) {
      const page = await list(hub, { year: '2021-22', at })
      expect({ at, rows: page.rows.length, total: page.total }).toEqual({ at, rows: places[at], total: places[at] })
    }
    for (const { reason, reviews } of reasons)
      expect((await list(hub, { year: '2021-22', at: 'declined', reason })).total).toBe(reviews)
  })

  test('says how far the reviews of a year came, and where the others stayed', async () => {
    const hub = await everyStatus()

    const { places, reasons } = await hub.as('adviser').skillsReviews.funnel({ year: '2021-22' })

    expect(places).toMatchObject({ offered: 12, accepted: 9, booked: 8, held: 5, plan: 3, uptake: 2 })
    expect(places).toMatchObject({ waiting: 1, declined: 1, no_response: 1, closed_offer: 0, to_book: 1 })
    expect(places).toMatchObject({ to_come: 1, to_mark: 0, cancelled: 1, no_show: 1, to_plan: 2, to_take_up: 1 })
    expect(reasons).toEqual([{ reason: 'no_time', reviews: 1 }])
  })

  test('loses nobody between two steps', async () => {
    const hub = await everyStatus()
    const { places: n } = await hub.as('adviser').skillsReviews.funnel({})

    expect(n.offered - n.accepted).toBe(n.waiting + n.declined + n.no_response + n.closed_offer)
    expect(n.accepted - n.booked).toBe(n.to_book + n.closed_accepted)
    expect(n.booked - n.held).toBe(n.to_come + n.to_mark + n.cancelled + n.no_show + n.closed_booked)
    expect(n.held - n.plan).toBe(n.to_plan + n.closed_held)
    expect(n.plan - n.uptake).toBe(n.to_take_up + n.closed_planned)
  })
})

test('the list has the newest offer first, or the first name, a page at a time', async () => {
  const hub = await aHub()
  for (const [name, offered_on] of [
    ['Cedar', '2022-03-01'],
    ['Amber', '2022-03-02'],
    ['Birch', '2022-03-03'],
  ] as const)
    await aReview(hub, await hub.aBusiness({ name }), { reference: `SR-${name}`, offered_on })

  expect(await references(hub, { direction: 'desc' })).toEqual(['SR-Birch', 'SR-Amber', 'SR-Cedar'])
  expect(await references(hub, { sort: 'name' })).toEqual(['SR-Amber', 'SR-Birch', 'SR-Cedar'])
  const first = await list(hub, { sort: 'name', size: 2 })
  expect(first.total).toBe(3)
  expect(await references(hub, { sort: 'name', size: 2, after: first.next })).toEqual(['SR-Cedar'])
})

test('the list is narrowed by broker, district, sector, words and days', async () => {
  const hub = await aHub()
  const amber = await hub.aBusiness({ name: 'Amber Ltd', district_code: 'E06000021' })
  const birch = await hub.aBusiness({ name: 'Birch Ltd' })
  await hub.inside((tx) =>
    tx
      .updateTable('business')
      .set({ sic_code: '10710' })
      .where('hub_id', '=', hub.hub_id)
      .where('id', '=', birch.id)
      .execute(),
  )
  await aReview(hub, amber, {
    reference: 'SR-amber',
    broker_id: hub.advisers.manager,
    held_on: '2022-03-10',
    status: 'held',
  })
  await aReview(hub, birch, { reference: 'SR-birch' })

  expect(await references(hub, { broker: hub.advisers.manager })).toEqual(['SR-amber'])
  expect(await references(hub, { broker: 'none' })).toEqual([])
  expect(await references(hub, { district: 'E06000021' })).toEqual(['SR-amber'])
  expect(await references(hub, { sector: 'C' })).toEqual(['SR-birch'])
  expect(await references(hub, { text: 'birch' })).toEqual(['SR-birch'])
  expect(await references(hub, { text: 'sr-amber' })).toEqual(['SR-amber'])
  expect(await references(hub, { by: 'held_on', from: '2022-03-10', to: '2022-03-10' })).toEqual(['SR-amber'])
  expect(await references(hub, { by: 'held_on', from: '2022-03-11' })).toEqual([])
})

test('a review of a merged business stands under the business that it counts as', async () => {
  const hub = await aHub()
  const survivor = await hub.aBusiness({ name: 'Amber Ltd' })
  await aReview(hub, await hub.aBusiness({ name: 'Old Amber', merged_into_id: survivor.id }))

  const { rows } = await list(hub, {})

  expect(rows.map(({ business }) => business.name)).toEqual(['Amber Ltd'])
})

test('the reviews of one business are those of every business merged with it, and of no other hub', async () => {
  const [hub, other] = [await aHub(), await aHub()]
  const survivor = await hub.aBusiness({ name: 'Amber Ltd' })
  const former = await hub.aBusiness({ name: 'Old Amber', merged_into_id: survivor.id })
  await aReview(hub, survivor, { reference: 'SR-now' })
  await aReview(hub, former, { reference: 'SR-before', status: 'declined', offered_on: '2021-05-04' })
  await aReview(hub, await hub.aBusiness(), { reference: 'SR-elsewhere' })

  for (const { id } of [survivor, former])
    expect(await references(hub, { business_id: id, direction: 'desc' })).toEqual(['SR-now', 'SR-before'])
  expect(await references(other, { business_id: survivor.id })).toEqual([])
})

test('an address that means nothing is refused in words, and another hub sees nothing', async () => {
  const [hub, other] = [await everyStatus(), await aHub()]

  expect(await refusalOf(list(hub, { year: '2021' }))).toMatchObject({ code: 'invalid', field: 'year' })
  expect((await list(other, {})).total).toBe(0)
})

test('the list on the screen is downloaded whole, and the download is noted', async () => {
  const hub = await everyStatus()
  const { url } = await aServer(hub.database)
  const get = (question: string, token?: string) =>
    fetch(
      `${url}/skills-reviews.csv?why=The+board&${question}`,
      token ? { headers: { cookie: `hubline=${token}` } } : {},
    )

  const answer = await get('year=2021-22&at=declined', hub.tokens.adviser)
  const lines = (await answer.text()).trim().split('\r\n')

  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/^SR-declined,Declined,B-\d+,Firm declined,Stafford,/)
  expect(lines[1]).toContain('No time')
  await expect.poll(() => noted(hub)).toEqual(['reviews.asked', 'reviews.downloaded'])
  expect((await get('year=2021', hub.tokens.adviser)).status).toBe(400)
  expect((await get('at=nowhere', hub.tokens.adviser)).status).toBe(400)
  expect((await get('year=2021-22')).status).toBe(401)
})
