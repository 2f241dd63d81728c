import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aRecord, theFigures, theUnits } from '../../given/records.ts'
import { aReview } from '../../given/skills-reviews.ts'
import { aChangeOf, aCourse, aLearner, anEnrolmentForm, theLearner } from '../../given/training.ts'

const UPSKILLED = 'lep.individuals_upskilled'
const upskilled = async (hub: TestHub, year = '2021-22') => (await theFigures(hub, year))[UPSKILLED]

describe('a learner', () => {
  test('who attends the first session counts as upskilled once that is documented', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub)
    const person = await hub.aPerson()
    const training = hub.as('adviser').training
    const { id } = await training.enrol(anEnrolmentForm(course_id, person, { enrolled_on: '2022-03-01' }))
    expect(await theLearner(hub, id)).toMatchObject({ status: 'enrolled', qualifying_start_on: null })

    await training.changeLearners(aChangeOf(id, 1, { status: 'started', first_attended_on: '2022-03-07' }))
    expect(await theLearner(hub, id)).toMatchObject({ status: 'started', qualifying_start_on: '2022-03-07' })
    expect(await upskilled(hub)).toBe('0')
    await training.changeLearners(aChangeOf(id, 2, { evidence_level: 'documented' }))

    expect(await theUnits(hub, '2021-22', UPSKILLED)).toEqual([person.reference])
  })

  test('who never came after all counts no longer, and the reason is kept', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub)
    const id = await aLearner(hub, course_id, await hub.aPerson(), {
      status: 'started',
      first_attended_on: '2022-03-07',
      qualifying_start_on: '2022-03-07',
      evidence_level: 'documented',
    })
    const change = hub.as('adviser').training.changeLearners
    expect(await upskilled(hub)).toBe('1')

    await change(aChangeOf(id, 1, { status: 'enrolled' }))
    await change(aChangeOf(id, 2, { status: 'did_not_start', ended_on: '2022-03-08', end_reason: 'lost_contact' }))

    expect(await theLearner(hub, id)).toMatchObject({ qualifying_start_on: null, end_reason: 'lost_contact' })
    expect(await upskilled(hub)).toBe('0')
  })

  test('of a bootcamp counts from milestone 1, and the milestones follow from what is entered', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub, { kind: 'bootcamp', guided_hours: '90' })
    const id = await aLearner(hub, course_id, await hub.aPerson(), { enrolled_on: '2022-01-03' })
    const change = (version: number, facts: object) =>
      hub.as('skills_broker').training.changeLearners(aChangeOf(id, version, facts))
    await change(1, { status: 'started', first_attended_on: '2022-01-10', evidence_level: 'documented' })
    expect(await upskilled(hub)).toBe('0')

    const early = { initial_assessment_on: '2022-01-10', guided_hours: '12', milestone_1_on: '2022-01-22' }
    expect(await refusalOf(change(2, early))).toMatchObject({ code: 'invalid', field: 'milestone_1_on' })
    await change(2, { ...early, milestone_1_on: '2022-01-23' })
    expect(await upskilled(hub)).toBe('1')
    await change(3, {
      status: 'completed',
      completed_on: '2022-03-11',
      guided_hours: 84.5,
      employment: 'unemployed',
      interview_on: '2022-03-18',
      interview_for: 'vacancy',
      vacancy_weeks: '12',
      role_offered_on: '2022-03-25',
    })

    expect(await theLearner(hub, id)).toMatchObject({
      qualifying_start_on: '2022-01-23',
      milestone_1_on: '2022-01-23',
      milestone_2_on: '2022-03-18',
      milestone_3_on: '2022-03-25',
    })
  })

  test('of a regulated course counts from enrolment past the funded start', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub, { kind: 'regulated' })
    const id = await aLearner(hub, course_id, await hub.aPerson(), { enrolled_on: '2022-03-01' })
    const change = hub.as('adviser').training.changeLearners

    expect(await refusalOf(change(aChangeOf(id, 1, { funded_start_on: '2022-04-12' })))).toMatchObject({
      field: 'funded_start_on',
    })
    await change(aChangeOf(id, 1, { funded_start_on: '2022-03-15' }))

    expect((await theLearner(hub, id)).qualifying_start_on).toBe('2022-03-15')
  })

  test('whose import said when learning began keeps that day while nothing here bears out another', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub)
    const id = await aLearner(hub, course_id, await hub.aPerson(), {
      status: 'in_learning',
      qualifying_start_on: '2022-02-01',
    })

    await hub
      .as('adviser')
      .training.changeLearners(aChangeOf(id, 1, { status: 'completed', completed_on: '2022-03-01' }))

    expect((await theLearner(hub, id)).qualifying_start_on).toBe('2022-02-01')
  })

  test('changed by somebody else meanwhile is not changed again by a stale form', async () => {
    const hub = await aHub()
    const id = await aLearner(hub, await aCourse(hub), await hub.aPerson())
    await hub.as('manager').training.changeLearners(aChangeOf(id, 1, { enrolled_on: '2022-03-02' }))

    const refusal = await refusalOf(
      hub.as('adviser').training.changeLearners(aChangeOf(id, 1, { enrolled_on: '2022-03-03' })),
    )

    expect(refusal).toMatchObject({
      code: 'stale',
      sentence: expect.stringContaining('changed the day of enrolment just now') as string,
    })
    expect((await theLearner(hub, id)).enrolled_on).toBe('2022-03-02')
  })

  test('of another hub is not there', async () => {
    const [hub, other] = [await aHub(), await aHub()]
    const theirs = await aLearner(other, await aCourse(other), await other.aPerson())
    const ours = await aLearner(hub, await aCourse(hub), await hub.aPerson())
    const employer = await other.aBusiness()
    const change = hub.as('adviser').training.changeLearners

    expect((await refusalOf(change(aChangeOf(theirs, 1, { enrolled_on: '2022-03-02' })))).code).toBe('not_found')
    expect((await refusalOf(change(aChangeOf(ours, 1, { business_id: employer.id })))).code).toBe('invalid')
  })
})

test('learners are changed many at once: all of them, or none', async () => {
  const hub = await aHub()
  const course_id = await aCourse(hub)
  const ids: string[] = []
  for (let at = 0; at < 30; at++) ids.push(await aLearner(hub, course_id, await hub.aPerson({ given_name: `L${at}` })))
  const change = (facts: object, last: object = facts) =>
    hub.as('adviser').training.changeLearners({
      request_id: randomUUID(),
      learners: ids.map((id, at) => ({ id, version: 1, ...(at === 29 ? last : facts) })),
    })
  const start = { status: 'started' as const, first_attended_on: '2022-03-07' }

  expect(await refusalOf(change(start, { status: 'started' }))).toMatchObject({ field: 'first_attended_on' })
  expect((await theLearner(hub, ids[0] ?? '')).status).toBe('enrolled')
  const done = await change({ ...start, evidence_level: 'documented' })

  expect(done.learners).toHaveLength(30)
  expect(await upskilled(hub)).toBe('30')
})

test('D9.3: a person on three courses with two completions is one person upskilled', async () => {
  const hub = await aHub()
  const person = await hub.aPerson()
  const training = hub.as('adviser').training
  for (const completed of [true, true, false]) {
    const { id } = await training.enrol(anEnrolmentForm(await aCourse(hub), person, { enrolled_on: '2022-01-10' }))
    const start = { status: 'started' as const, first_attended_on: '2022-01-17', evidence_level: 'documented' as const }
    await training.changeLearners(aChangeOf(id, 1, start))
    if (completed) await training.changeLearners(aChangeOf(id, 2, { status: 'completed', completed_on: '2022-02-14' }))
  }

  expect(await theUnits(hub, '2021-22', UPSKILLED)).toEqual([person.reference])
})

test('T14: a person who starts one course in February 2022 and two in May counts once in each year', async () => {
  const hub = await aHub({ now: new Date('2022-06-01T11:00:00Z') })
  const person = await hub.aPerson()
  const training = hub.as('adviser').training
  for (const first_attended_on of ['2022-02-07', '2022-05-09', '2022-05-23']) {
    const { id } = await training.enrol(anEnrolmentForm(await aCourse(hub), person, { enrolled_on: '2022-01-10' }))
    await training.changeLearners(
      aChangeOf(id, 1, { status: 'started', first_attended_on, evidence_level: 'documented' }),
    )
  }

  expect([await upskilled(hub, '2021-22'), await upskilled(hub, '2022-23')]).toEqual(['1', '1'])
})

describe('a line of a training plan', () => {
  test('comes as far as its learners, and is followed from their list', async () => {
    const hub = await aHub()
    const business = await hub.aBusiness()
    const review_id = await aReview(hub, business, {
      status: 'plan_agreed',
      held_on: '2022-03-02',
      plan_agreed_on: '2022-03-04',
    })
    const plan_line_id = await aRecord(hub, 'plan_line', {
      hub_id: hub.hub_id,
      skills_review_id: review_id,
      place: '1',
      need: 'Lean working',
      skill_area: 'technical',
      people: 2,
    })
    const status = async () =>
      hub.inside(
        async (tx) =>
          (
            await tx
              .selectFrom('plan_line')
              .select('status')
              .where('hub_id', '=', hub.hub_id)
              .where('id', '=', plan_line_id)
              .executeTakeFirstOrThrow()
          ).status,
      )
    const course_id = await aCourse(hub, { reference: 'CR-7' })
    const training = hub.as('skills_broker').training
    const one = await training.enrol(
      anEnrolmentForm(course_id, await hub.aPerson(), { plan_line_id, business_id: business.id }),
    )
    const two = await training.enrol(anEnrolmentForm(course_id, await hub.aPerson(), { plan_line_id }))
    expect(await status()).toBe('enrolled')

    await training.changeLearners(aChangeOf(one.id, 1, { status: 'started', first_attended_on: '2022-03-31' }))
    expect(await status()).toBe('started')
    await training.changeLearners(aChangeOf(one.id, 2, { status: 'completed', completed_on: '2022-03-31' }))
    expect(await status()).toBe('started')
    await training.changeLearners(
      aChangeOf(two.id, 1, { status: 'withdrawn', ended_on: '2022-03-31', end_reason: 'health' }),
    )

    expect(await status()).toBe('completed')
    expect((await training.learners({ filter: { course: 'CR-7' } })).rows).toMatchObject([
      { plan_line: { need: 'Lean working' } },
      { plan_line: { need: 'Lean working' } },
    ])
  })
})
