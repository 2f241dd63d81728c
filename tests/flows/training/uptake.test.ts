import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../given/forms.ts'
import { type Made, type TestHub, aHub } from '../../given/hub.ts'
import { aPaste, aRow } from '../../given/pasted.ts'
import { aRecord } from '../../given/records.ts'
import { aReview } from '../../given/reviews.ts'
import { aChangeOf, aCourse, aLearner, aSession, anEnrolmentForm, theLearner } from '../../given/training.ts'

type LineFacts = {
  reference: string
  need: string
  people: number
  status: 'planned' | 'enrolled' | 'started' | 'completed' | 'dropped'
  target_month: string
  course_id: string
  level: '2' | '3'
  mode: 'online_live' | 'classroom'
  skill_area: 'technical' | 'leadership'
}

/** A line of the training plan of a review of the business. Gives its id. */
async function aLine(
  hub: TestHub,
  business: Made,
  facts: Partial<LineFacts> = {},
  review: Parameters<typeof aReview>[2] = {},
): Promise<string> {
  const skills_review_id = await aReview(hub, business, { held_on: '2022-03-20', ...review })
  return aRecord(hub, 'plan_line', {
    hub_id: hub.hub_id,
    skills_review_id,
    place: '1',
    need: 'Lean working for setters',
    skill_area: 'technical',
    people: 3,
    ...facts,
  })
}

describe('the uptake of training plans', () => {
  test('has every line by its month, with as many learners as its list has', async () => {
    const hub = await aHub()
    const bakery = await hub.aBusiness({ name: 'Amberwood Bakery' })
    const later = await aLine(hub, bakery, { reference: 'PL-2', need: 'Excel', target_month: '2022-09-01' })
    await aLine(hub, bakery, { reference: 'PL-1', target_month: '2022-05-01', status: 'started' })
    await aLine(hub, bakery, { reference: 'PL-3' })
    const course = await aCourse(hub)
    for (const status of ['enrolled', 'withdrawn'] as const)
      await aLearner(hub, course, await hub.aPerson(), { plan_line_id: later, status })
    const { uptake, learners } = hub.as('adviser').training

    const all = await uptake({})
    expect(all.rows.map(({ reference, learners: many }) => [reference, many])).toEqual([
      ['PL-1', 0],
      ['PL-2', 2],
      ['PL-3', 0],
    ])
    expect(all.rows[1]).toMatchObject({
      business: { name: 'Amberwood Bakery' },
      people: 3,
      review: { broker: expect.any(String) },
    })
    expect(all.statuses).toEqual({ planned: 2, started: 1 })
    const { rows, stages } = await learners({ filter: { line: 'PL-2' } })
    expect([rows.length, stages]).toEqual([2, { enrolled: 1, withdrawn: 1 }])
  })

  test('is narrowed to a status, to words, to the reviews of one broker, and read a page at a time', async () => {
    const hub = await aHub()
    const bakery = await hub.aBusiness({ name: 'Amberwood Bakery' })
    await aLine(hub, bakery, { reference: 'PL-1', need: 'Excel', status: 'dropped' })
    await aLine(hub, await hub.aBusiness({ name: 'Kiln Works' }), { reference: 'PL-2', need: 'Glazing' })
    const { uptake } = hub.as('adviser').training
    const found = async (filter: Parameters<typeof uptake>[0]['filter']) =>
      (await uptake({ filter })).rows.map(({ reference }) => reference)

    expect(await found({ status: 'dropped' })).toEqual(['PL-1'])
    expect(await found({ text: 'kiln' })).toEqual(['PL-2'])
    expect(await found({ text: 'glaz' })).toEqual(['PL-2'])
    expect(await found({ text: 'pl-1' })).toEqual(['PL-1'])
    expect(await found({ broker: hub.advisers.skills_broker })).toEqual(['PL-1', 'PL-2'])
    expect(await found({ broker: randomUUID() })).toEqual([])
    const first = await uptake({ size: 1 })
    expect((await uptake({ size: 1, after: first.next })).rows.map(({ reference }) => reference)).toEqual(['PL-2'])
  })

  test('shows nothing of another hub', async () => {
    const [ours, theirs] = [await aHub(), await aHub()]
    await aLine(theirs, await theirs.aBusiness())

    expect((await ours.as('adviser').training.uptake({})).rows).toEqual([])
  })
})

describe('learners are listed', () => {
  test('of a business with all that were merged into it, of a person, the latest first', async () => {
    const hub = await aHub()
    const business = await hub.aBusiness()
    const person = await hub.aPerson({ given_name: 'Priya', family_name: 'Shah' })
    const [lean, excel] = [await aCourse(hub, { title: 'Lean' }), await aCourse(hub, { title: 'Excel' })]
    await aLearner(hub, lean, person, { business_id: business.id, enrolled_on: '2022-01-10' })
    await aLearner(hub, excel, person, { enrolled_on: '2022-02-10' })
    const { learners } = hub.as('adviser').training
    const titles = async (filter: object) =>
      (await learners({ filter, sort: 'day', direction: 'desc' })).rows.map(({ course }) => course.title)

    expect(await titles({ person: person.reference })).toEqual(['Excel', 'Lean'])
    expect(await titles({ business: business.reference })).toEqual(['Lean'])
    expect(await titles({ business: business.reference, person: 'nobody' })).toEqual([])
  })

  test('never of the whole hub at once', async () => {
    const hub = await aHub()

    expect(await refusalOf(hub.as('adviser').training.learners({ filter: {} }))).toMatchObject({ code: 'invalid' })
  })
})

describe('for a line of a plan', () => {
  test('sessions with places are proposed, what suits best first, and the people of the business', async () => {
    const hub = await aHub()
    const business = await hub.aBusiness({ name: 'Kiln Works' })
    const priya = await hub.aPerson({ given_name: 'Priya', family_name: 'Shah' })
    await aRecord(hub, 'business_role', {
      hub_id: hub.hub_id,
      business_id: business.id,
      person_id: priya.id,
      is_main: true,
    })
    const matched = await aCourse(hub, { title: 'Improvement practice' })
    const [lean, excel] = [await aCourse(hub, { title: 'Lean manufacturing' }), await aCourse(hub, { title: 'Excel' })]
    await aLine(hub, business, { reference: 'PL-1', course_id: matched })
    const at_matched = await aSession(hub, matched)
    const at_lean = await aSession(hub, lean)
    await aSession(hub, excel)
    await aSession(hub, lean, { status: 'closed' })
    await aSession(hub, lean, { starts_on: '2022-03-01', ends_on: '2022-03-02' })
    const full = await aSession(hub, lean, { places: 1 })
    await aLearner(hub, lean, await hub.aPerson(), { session_id: full })

    const { line, sessions, people } = await hub.as('adviser').training.sessionsForLine({ line: 'PL-1' })

    expect(sessions.map(({ id }) => id)).toEqual([at_matched, at_lean])
    expect(sessions[1]?.reasons).toContain('About lean')
    expect(line).toMatchObject({ business: { name: 'Kiln Works' }, people: 3, learners: 0, course: { id: matched } })
    expect(people).toMatchObject([{ id: priya.id, name: 'Priya Shah', status: null }])
  })

  test('a line that is not there is said so', async () => {
    const hub = await aHub()

    expect(await refusalOf(hub.as('adviser').training.sessionsForLine({ line: 'PL-9' }))).toMatchObject({
      code: 'not_found',
    })
  })

  test('people are enrolled in one go; the line is then as far as they are, whoever was on the course is taken along', async () => {
    const hub = await aHub()
    const business = await hub.aBusiness()
    const [priya, sam] = [await hub.aPerson({ given_name: 'Priya' }), await hub.aPerson({ given_name: 'Sam' })]
    const course_id = await aCourse(hub)
    const plan_line_id = await aLine(hub, business, { reference: 'PL-1', course_id })
    const before = await aLearner(hub, course_id, sam)
    const { pasteLearners, uptake, changeLearners } = hub.as('adviser').training
    const rows = [
      aRow(1, { full_name: 'Priya Shah' }, { person_id: priya.id, business_id: business.id }),
      aRow(2, { full_name: 'Sam Shah' }, { person_id: sam.id, business_id: business.id }),
    ]

    expect(await pasteLearners(aPaste(course_id, rows, { plan_line_id }))).toMatchObject({ added: 1, changed: 1 })
    expect((await uptake({})).rows).toMatchObject([{ status: 'enrolled', learners: 2 }])
    expect(await theLearner(hub, before)).toMatchObject({ plan_line_id, business_id: business.id })
    await changeLearners(aChangeOf(before, 2, { status: 'started', first_attended_on: '2022-03-07' }))
    expect((await uptake({})).rows).toMatchObject([{ status: 'started', learners: 2 }])
  })
})

describe('training is taken up', () => {
  const reviewOf = (hub: TestHub) =>
    hub.inside((tx) =>
      tx
        .selectFrom('skills_review')
        .select(['id', 'status', 'uptake_on'])
        .where('hub_id', '=', hub.hub_id)
        .executeTakeFirstOrThrow(),
    )
  const agreed = { status: 'plan_agreed', plan_agreed_on: '2022-03-25' } as const

  test('on the day on which somebody is enrolled for a line of an agreed plan, once', async () => {
    const hub = await aHub()
    const plan_line_id = await aLine(hub, await hub.aBusiness(), {}, agreed)
    const course_id = await aCourse(hub)
    const { enrol } = hub.as('adviser').training

    await enrol(anEnrolmentForm(course_id, await hub.aPerson(), { plan_line_id }))
    expect(await reviewOf(hub)).toMatchObject({ status: 'uptake_recorded', uptake_on: '2022-03-31' })
    await enrol(anEnrolmentForm(course_id, await hub.aPerson(), { plan_line_id }))
    expect((await reviewOf(hub)).status).toBe('uptake_recorded')
  })

  test('by whoever waits only when they have a place', async () => {
    const hub = await aHub()
    const plan_line_id = await aLine(hub, await hub.aBusiness(), {}, agreed)
    const course_id = await aCourse(hub)
    const session_id = await aSession(hub, course_id, { places: 1 })
    const has = await aLearner(hub, course_id, await hub.aPerson(), { session_id })
    const { enrol, changeLearners } = hub.as('adviser').training

    await enrol(anEnrolmentForm(course_id, await hub.aPerson(), { session_id, plan_line_id }))
    expect((await reviewOf(hub)).status).toBe('plan_agreed')
    await changeLearners(aChangeOf(has, 1, { status: 'did_not_start', ended_on: '2022-03-30', end_reason: 'health' }))
    expect((await reviewOf(hub)).status).toBe('uptake_recorded')
  })

  test('and a learner who was entered by mistake leaves the line where the others are', async () => {
    const hub = await aHub()
    const plan_line_id = await aLine(hub, await hub.aBusiness(), { status: 'started' })
    const course_id = await aCourse(hub)
    const facts = { plan_line_id, first_attended_on: '2022-03-07' }
    const id = await aLearner(hub, course_id, await hub.aPerson(), { ...facts, status: 'started' })
    await aLearner(hub, course_id, await hub.aPerson(), { plan_line_id })

    await hub
      .as('manager')
      .records.void({ request_id: randomUUID(), kind: 'participation', id, version: 1, reason: 'Another person' })

    expect((await hub.as('adviser').training.uptake({})).rows).toMatchObject([{ status: 'enrolled', learners: 1 }])
  })

  test('where a line is said to be, without names; and not while the plan is not agreed', async () => {
    const hub = await aHub()
    const id = await aLine(hub, await hub.aBusiness(), {})
    const broker = hub.as('skills_broker')
    const change = (version: number) =>
      broker.plans.changeLine({ request_id: randomUUID(), id, version, status: 'started' })

    await change(1)
    const review = await reviewOf(hub)
    expect(review.status).toBe('held')
    await broker.plans.recordAgreement({
      request_id: randomUUID(),
      skills_review_id: review.id,
      way: 'telephone',
      answer: 'agreed',
      said_by: 'Priya Shah',
    })
    expect(await reviewOf(hub)).toMatchObject({ status: 'uptake_recorded', uptake_on: '2022-03-31' })
  })
})
