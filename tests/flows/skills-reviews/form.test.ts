import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aRecord } from '../../given/records.ts'
import { aReview } from '../../given/reviews.ts'

const REFERENCE = 'SR-1'
const ids = () => ({ request_id: randomUUID(), id: randomUUID() })

async function aBegunForm() {
  const hub = await aHub()
  const business = await hub.aBusiness()
  const skills_review_id = await aReview(hub, business, { reference: REFERENCE })
  await hub.as('skills_broker').reviewForms.begin({ ...ids(), skills_review_id })
  return { hub, business, skills_review_id }
}
const page = (hub: TestHub) => hub.as('adviser').reviewForms.page({ reference: REFERENCE })
const answer = (skills_review_id: string, question: string, value: unknown, seen = 0) => ({
  ...ids(),
  skills_review_id,
  question,
  value,
  seen,
})
const aWorkforceLine = (
  skills_review_id: string,
  facts: { id?: string; role?: string; people?: number; seen?: number },
) => ({
  ...ids(),
  skills_review_id,
  seen: 0,
  place: 1,
  role: 'CNC setters',
  role_group: 'skilled_trades' as const,
  people: 4,
  ...facts,
})

describe('a form is begun', () => {
  test('with the questions in force, shipped ones where the hub has none of its own', async () => {
    const hub = await aHub()
    const skills_review_id = await aReview(hub, await hub.aBusiness(), { reference: REFERENCE })
    const before = await page(hub)
    expect(before).toMatchObject({ form: null, questions: { number: 1 } })

    await hub.as('skills_broker').reviewForms.begin({ ...ids(), skills_review_id })
    expect(await hub.as('manager').reviewForms.begin({ ...ids(), skills_review_id })).toEqual({ was_begun: true })

    const { form, questions } = await page(hub)
    expect(form).toMatchObject({ finished_at: null })
    expect(questions).toEqual(before.questions)
  })

  test('with what is known: the headcount, and the workforce of the review before', async () => {
    const hub = await aHub()
    const business = await hub.aBusiness()
    await hub.inside((tx) =>
      tx
        .updateTable('business')
        .set({ employees_fte: '23.5', measured_on: '2022-01-31' as never })
        .where('hub_id', '=', hub.hub_id)
        .where('id', '=', business.id)
        .execute(),
    )
    const earlier = await aReview(hub, business, { offered_on: '2021-01-05', held_on: '2021-02-01' })
    await hub.as('skills_broker').reviewForms.begin({ ...ids(), skills_review_id: earlier })
    await hub.as('skills_broker').reviewForms.saveWorkforceLine(aWorkforceLine(earlier, {}))
    const skills_review_id = await aReview(hub, business, { reference: REFERENCE })

    await hub.as('skills_broker').reviewForms.begin({ ...ids(), skills_review_id })

    const { answers, workforce, last } = await page(hub)
    expect(answers).toMatchObject([{ question: 'headcount', value: 24 }])
    expect(workforce).toMatchObject([{ role: 'CNC setters', people: 4 }])
    expect(last).toMatchObject({ held_on: '2021-02-01', gaps: [] })
  })

  test.each(['offered', 'declined'] as const)('not for a review that is %s', async (status) => {
    const hub = await aHub()
    const skills_review_id = await aReview(hub, await hub.aBusiness(), { status, reference: REFERENCE })

    const refusal = await refusalOf(hub.as('skills_broker').reviewForms.begin({ ...ids(), skills_review_id }))

    expect(refusal.code).toBe('invalid')
    expect((await page(hub)).form).toBeNull()
  })

  test('by brokers and leads, in their own hub', async () => {
    const [hub, other] = [await aHub(), await aHub()]
    const skills_review_id = await aReview(hub, await hub.aBusiness(), { reference: REFERENCE })
    const begin = (who: ReturnType<TestHub['as']>) => refusalOf(who.reviewForms.begin({ ...ids(), skills_review_id }))

    expect(await begin(hub.as('adviser'))).toMatchObject({ code: 'not_allowed' })
    expect(await begin(other.as('skills_broker'))).toMatchObject({ code: 'not_found' })
    expect((await page(hub)).form).toBeNull()
  })
})

describe('an answer', () => {
  test('is kept as it is typed, and taken away again', async () => {
    const { hub, skills_review_id } = await aBegunForm()
    const broker = hub.as('skills_broker').reviewForms

    const first = await broker.saveAnswer(answer(skills_review_id, 'plans', 'A second kiln'))
    const second = await broker.saveAnswer(
      answer(skills_review_id, 'plans', 'A second kiln, and a shop', first.version),
    )
    await broker.saveAnswer(answer(skills_review_id, 'barriers', ['time_away_from_work', 'cost']))
    await broker.saveAnswer(answer(skills_review_id, 'pays_levy', false))
    await broker.saveAnswer(answer(skills_review_id, 'budget', 250_000))

    expect(second).toMatchObject({ id: first.id, version: 2, crossed: false })
    expect(Object.fromEntries((await page(hub)).answers.map(({ question, value }) => [question, value]))).toEqual({
      plans: 'A second kiln, and a shop',
      barriers: ['cost', 'time_away_from_work'],
      pays_levy: false,
      budget: 250_000,
    })
    await broker.saveAnswer(answer(skills_review_id, 'plans', ' ', 2))
    expect((await page(hub)).answers.find(({ question }) => question === 'plans')?.value).toBeNull()
  })

  test.each([
    ['a word where a number is asked', 'headcount', 'many'],
    ['a choice that is not there', 'would_take', 'maybe_never'],
    ['money below nothing', 'budget', -1],
    ['a question of no form', 'shoe_size', 4],
    ['the table of gaps as text', 'gaps', 'None'],
  ])('is refused where it is %s', async (_, question, value) => {
    const { hub, skills_review_id } = await aBegunForm()

    const refusal = await refusalOf(
      hub.as('skills_broker').reviewForms.saveAnswer(answer(skills_review_id, question, value)),
    )

    expect(refusal).toMatchObject({ code: 'invalid', field: question })
    expect((await page(hub)).answers).toEqual([])
  })

  test('typed in two goes by one person who was without a network crosses nothing', async () => {
    const { hub, skills_review_id } = await aBegunForm()
    const broker = hub.as('skills_broker').reviewForms

    await broker.saveAnswer(answer(skills_review_id, 'plans', 'A second'))
    const { crossed } = await broker.saveAnswer(answer(skills_review_id, 'plans', 'A second kiln'))

    expect(crossed).toBe(false)
  })

  test('written by two people at once is kept from both, told to both, and settled by either', async () => {
    const { hub, skills_review_id } = await aBegunForm()
    const { id } = await hub
      .as('manager')
      .reviewForms.saveAnswer(answer(skills_review_id, 'findings', 'Supervisors need a course'))

    const saved = await hub
      .as('skills_broker')
      .reviewForms.saveAnswer(answer(skills_review_id, 'findings', 'Nobody reads the gauges'))

    expect(saved).toMatchObject({ id, crossed: true })
    expect((await page(hub)).answers).toMatchObject([
      {
        value: 'Nobody reads the gauges',
        crossed: { by: `manager of ${hub.slug}`, content: { value: 'Supervisors need a course' } },
      },
    ])
    const settle = { ...ids(), id, skills_review_id, kind: 'review_answer' as const, keep: 'both' as const }
    expect(await hub.as('manager').reviewForms.settle(settle)).toEqual({ settled: true })
    expect((await page(hub)).answers).toMatchObject([
      { value: 'Supervisors need a course\nNobody reads the gauges', crossed: null },
    ])
    expect(await hub.as('manager').reviewForms.settle({ ...settle, request_id: randomUUID() })).toEqual({
      settled: false,
    })
  })
})

describe('a line of a table', () => {
  test('is kept half filled, then whole, then taken out', async () => {
    const { hub, skills_review_id } = await aBegunForm()
    const broker = hub.as('skills_broker').reviewForms
    const gap = { ...ids(), skills_review_id, seen: 0, place: 1, role: '', skill: 'Lean' }

    const { version } = await broker.saveGap(gap)
    await broker.saveGap({
      ...gap,
      request_id: randomUUID(),
      seen: version,
      role: 'CNC setters',
      skill: 'Lean working',
      role_group: 'skilled_trades',
      skill_area: 'technical',
      urgency: 'now',
      people: 3,
    })

    expect((await page(hub)).gaps).toMatchObject([
      { role: 'CNC setters', skill: 'Lean working', urgency: 'now', people: 3, version: 2, is_planned: false },
    ])
    const removal = { request_id: randomUUID(), kind: 'skills_gap' as const, id: gap.id, skills_review_id }
    await broker.removeLine(removal)
    await broker.removeLine({ ...removal, request_id: randomUUID() })
    expect((await page(hub)).gaps).toEqual([])
  })

  test('changed by one and taken out by another stands, with what the other did beside it', async () => {
    const { hub, skills_review_id } = await aBegunForm()
    const line = aWorkforceLine(skills_review_id, {})
    await hub.as('skills_broker').reviewForms.saveWorkforceLine(line)
    await hub
      .as('manager')
      .reviewForms.removeLine({ request_id: randomUUID(), kind: 'workforce_line', id: line.id, skills_review_id })

    await hub
      .as('skills_broker')
      .reviewForms.saveWorkforceLine(aWorkforceLine(skills_review_id, { id: line.id, people: 5, seen: 1 }))

    expect((await page(hub)).workforce).toMatchObject([{ people: 5, crossed: { content: { removed: true } } }])
    await hub
      .as('manager')
      .reviewForms.settle({ ...ids(), id: line.id, skills_review_id, kind: 'workforce_line', keep: 'other' })
    expect((await page(hub)).workforce).toEqual([])
  })

  test('changed by two at once can become two lines', async () => {
    const { hub, skills_review_id } = await aBegunForm()
    const line = aWorkforceLine(skills_review_id, {})
    await hub.as('skills_broker').reviewForms.saveWorkforceLine(line)
    const change = (role: string) => aWorkforceLine(skills_review_id, { id: line.id, role, seen: 1 })
    await hub.as('manager').reviewForms.saveWorkforceLine(change('CNC operators'))
    await hub.as('skills_broker').reviewForms.saveWorkforceLine(change('CNC programmers'))

    await hub
      .as('manager')
      .reviewForms.settle({ ...ids(), id: line.id, skills_review_id, kind: 'workforce_line', keep: 'both' })

    expect((await page(hub)).workforce.map(({ role, crossed }) => [role, crossed])).toEqual([
      ['CNC programmers', null],
      ['CNC operators', null],
    ])
  })

  test('is refused where the form was not begun, without words, or for another review', async () => {
    const { hub, business, skills_review_id } = await aBegunForm()
    const unbegun = await aReview(hub, business, { offered_on: '2022-01-05', held_on: '2022-01-20' })
    const broker = hub.as('skills_broker').reviewForms
    const line = aWorkforceLine(skills_review_id, {})
    await broker.saveWorkforceLine(line)

    expect(await refusalOf(broker.saveWorkforceLine(aWorkforceLine(unbegun, {})))).toMatchObject({ code: 'not_found' })
    expect(await refusalOf(broker.saveWorkforceLine(aWorkforceLine(skills_review_id, { role: ' ' })))).toMatchObject({
      code: 'invalid',
      field: 'role',
    })
    await broker.begin({ ...ids(), skills_review_id: unbegun })
    expect(await refusalOf(broker.saveWorkforceLine(aWorkforceLine(unbegun, { id: line.id })))).toMatchObject({
      code: 'invalid',
    })
    expect((await page(hub)).workforce).toHaveLength(1)
  })
})

test('people of the business who are on a course now are told', async () => {
  const { hub, business } = await aBegunForm()
  const course_id = await aRecord(hub, 'course', { hub_id: hub.hub_id, title: 'Lean manufacturing' })
  const person = await hub.aPerson()
  await aRecord(hub, 'participation', {
    hub_id: hub.hub_id,
    person_id: person.id,
    business_id: business.id,
    course_id,
    status: 'in_learning',
  })

  expect((await page(hub)).learning_now).toBe(1)
})

test('a form is finished once, and stays open to corrections', async () => {
  const { hub, skills_review_id } = await aBegunForm()
  const broker = hub.as('skills_broker').reviewForms

  await broker.finish({ request_id: randomUUID(), skills_review_id })
  const first = (await page(hub)).form?.finished_at
  await broker.finish({ request_id: randomUUID(), skills_review_id })
  await broker.saveAnswer(answer(skills_review_id, 'plans', 'A second kiln'))

  const { form, answers } = await page(hub)
  expect(first).toBeTruthy()
  expect(form?.finished_at).toBe(first)
  expect(answers).toHaveLength(1)
})
