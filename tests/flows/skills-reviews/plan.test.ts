import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aRecord } from '../../given/records.ts'
import { aCourse, aGap, aReview } from '../../given/reviews.ts'

const sent = () => ({ request_id: randomUUID() })
const changed = (id: string, version = 1) => ({ ...sent(), id, version })
const aLine = (skills_review_id: string) => ({
  ...sent(),
  id: randomUUID(),
  skills_review_id,
  need: 'Supervisory management',
  people: 2,
})
const REFERENCE = 'SR-1'
const thePlan = (hub: TestHub) => hub.as('adviser').plans.page({ reference: REFERENCE })

async function aReviewedHub() {
  const hub = await aHub()
  const business = await hub.aBusiness()
  return { hub, business, review: await aReview(hub, business, { reference: REFERENCE }) }
}

describe('a line of a training plan', () => {
  test('is added at the end, with a reference of the year and the area that its words point to', async () => {
    const { hub, business, review } = await aReviewedHub()
    const broker = hub.as('skills_broker').plans
    await broker.addLine(aLine(review))

    const { reference } = await broker.addLine({
      ...aLine(review),
      need: 'Food safety',
      level: '2',
      mode: 'at_work',
      provider_options: 'Two colleges, or in house',
      funding_route: 'adult_skills_fund',
      cost_pence: 45_000,
      target_month: '2022-09-01',
    })

    expect(reference).toBe('PL-2122-00002')
    const { review: shown, lines } = await thePlan(hub)
    expect(shown).toMatchObject({ reference: REFERENCE, status: 'held', business: { reference: business.reference } })
    expect(lines.map(({ need }) => need)).toEqual(['Supervisory management', 'Food safety'])
    expect(lines[1]).toMatchObject({
      skill_area: 'safety_and_compliance',
      people: 2,
      level: '2',
      mode: 'at_work',
      funding_route: 'adult_skills_fund',
      cost_pence: 45_000,
      target_month: '2022-09-01',
      status: 'planned',
    })
  })

  test('sent twice is added once', async () => {
    const { hub, review } = await aReviewedHub()
    const line = aLine(review)

    await hub.as('skills_broker').plans.addLine(line)
    await hub.as('skills_broker').plans.addLine(line)

    expect((await thePlan(hub)).lines).toHaveLength(1)
  })

  test.each([
    ['without a need', { need: ' ' }, 'need'],
    ['for nobody', { people: 0 }, 'people'],
    ['at a cost below nothing', { cost_pence: -1 }, 'cost_pence'],
    ['in a month that is none', { target_month: '2022-13-01' }, 'target_month'],
    ['on a course of nowhere', { course_id: randomUUID() }, 'course_id'],
    ['for a gap of nowhere', { skills_gap_id: randomUUID() }, 'skills_gap_id'],
  ])('cannot be added %s', async (_, facts, field) => {
    const { hub, review } = await aReviewedHub()

    const refusal = await refusalOf(hub.as('skills_broker').plans.addLine({ ...aLine(review), ...facts }))

    expect(refusal).toMatchObject({ code: 'invalid', field })
    expect((await thePlan(hub)).lines).toEqual([])
  })

  test.each(['offered', 'declined'] as const)('is not planned for a review that is %s', async (status) => {
    const hub = await aHub()
    const review = await aReview(hub, await hub.aBusiness(), { status })

    const refusal = await refusalOf(hub.as('skills_broker').plans.addLine(aLine(review)))

    expect(refusal.code).toBe('invalid')
    expect(refusal.sentence).toContain('This review was')
  })

  test('is changed field by field, and a second broker is told what changed meanwhile', async () => {
    const { hub, review } = await aReviewedHub()
    const { id } = await hub.as('skills_broker').plans.addLine({ ...aLine(review), cost_pence: 120_000 })

    await hub.as('manager').plans.changeLine({ ...changed(id), people: 6, status: 'enrolled' })
    const refusal = await refusalOf(hub.as('skills_broker').plans.changeLine({ ...changed(id), people: 3 }))

    expect(refusal.code).toBe('stale')
    expect(refusal.sentence).toContain('changed the number of people and the status just now')
    expect((await thePlan(hub)).lines).toMatchObject([
      { people: 6, status: 'enrolled', cost_pence: 120_000, version: 2 },
    ])
  })

  test('moves between its neighbours', async () => {
    const { hub, review } = await aReviewedHub()
    const broker = hub.as('skills_broker').plans
    for (const need of ['One', 'Two', 'Three']) await broker.addLine({ ...aLine(review), need })
    const [, , three] = (await thePlan(hub)).lines

    await broker.changeLine({ ...changed(three?.id ?? ''), place: 1.5 })

    expect((await thePlan(hub)).lines.map(({ need }) => need)).toEqual(['One', 'Three', 'Two'])
  })

  test('is taken out, and its former versions stay', async () => {
    const { hub, review } = await aReviewedHub()
    const { id } = await hub.as('skills_broker').plans.addLine(aLine(review))

    await hub.as('skills_broker').plans.removeLine(changed(id))

    expect((await thePlan(hub)).lines).toEqual([])
    const kept = await hub.inside((tx) =>
      tx.selectFrom('history').select('version').where('hub_id', '=', hub.hub_id).where('id', '=', id).execute(),
    )
    expect(kept).toEqual([{ version: 1 }])
  })

  test('is written by brokers and leads, and read by all', async () => {
    const { hub, review } = await aReviewedHub()

    expect(await refusalOf(hub.as('adviser').plans.addLine(aLine(review)))).toMatchObject({ code: 'not_allowed' })
    expect((await thePlan(hub)).lines).toEqual([])
  })

  test('cannot be added to, or seen in, a review of another hub', async () => {
    const { hub, review } = await aReviewedHub()
    const other = await aHub()
    await hub.as('skills_broker').plans.addLine(aLine(review))

    expect(await refusalOf(other.as('skills_broker').plans.addLine(aLine(review)))).toMatchObject({ code: 'not_found' })
    expect(await refusalOf(other.as('manager').plans.page({ reference: REFERENCE }))).toMatchObject({
      code: 'not_found',
    })
    expect((await thePlan(hub)).lines).toHaveLength(1)
  })
})

describe('gaps become lines', () => {
  test('in one go, in their order, each once', async () => {
    const { hub, review } = await aReviewedHub()
    const second = await aGap(hub, review, { place: '2', role: 'Office staff', skill: 'Excel' })
    const first = await aGap(hub, review)
    const plan = (gaps: string[]) =>
      hub.as('skills_broker').plans.planGaps({ ...sent(), skills_review_id: review, gaps })

    expect((await thePlan(hub)).gaps.map(({ skill }) => skill)).toEqual(['Lean working', 'Excel'])
    expect(await plan([second, first])).toEqual({ added: 2 })
    expect(await plan([second])).toEqual({ added: 0 })

    const { lines, gaps } = await thePlan(hub)
    expect(gaps).toEqual([])
    expect(lines.map(({ need }) => need)).toEqual(['Lean working for CNC setters', 'Excel for office staff'])
    expect(lines[0]).toMatchObject({
      skills_gap_id: first,
      role_group: 'skilled_trades',
      skill_area: 'technical',
      level: '2',
      people: 3,
    })
  })

  test('not those of another review', async () => {
    const { hub, business, review } = await aReviewedHub()
    const foreign = await aGap(hub, await aReview(hub, business))

    const refusal = await refusalOf(
      hub.as('skills_broker').plans.planGaps({ ...sent(), skills_review_id: review, gaps: [foreign] }),
    )

    expect(refusal).toMatchObject({ code: 'invalid', field: 'gaps' })
    expect((await thePlan(hub)).lines).toEqual([])
  })
})

describe('a need is matched to courses', () => {
  test('by words and level, closest first, with who runs them', async () => {
    const { hub } = await aReviewedHub()
    const organisation_id = await aRecord(hub, 'organisation', {
      hub_id: hub.hub_id,
      name: 'Kiln Lane College',
      kind: 'college',
    })
    await aCourse(hub, 'Supervisory management', { level: '3', organisation_id })
    await aCourse(hub, 'Supervisory management', { level: '2' })
    await aCourse(hub, 'Barista and front of house')

    const { courses } = await hub
      .as('adviser')
      .plans.courses({ need: 'Supervisory management for team leaders', level: '3' })

    expect(courses.map(({ title, level, provider }) => [title, level, provider])).toEqual([
      ['Supervisory management', '3', 'Kiln Lane College'],
      ['Supervisory management', '2', null],
    ])
  })

  test('and the line shows the course that was chosen', async () => {
    const { hub, review } = await aReviewedHub()
    const course_id = await aCourse(hub, 'Lean manufacturing')
    const { id } = await hub.as('skills_broker').plans.addLine(aLine(review))

    await hub.as('skills_broker').plans.changeLine({ ...changed(id), course_id })

    expect((await thePlan(hub)).lines[0]?.course).toMatchObject({ title: 'Lean manufacturing', provider: null })
  })
})
