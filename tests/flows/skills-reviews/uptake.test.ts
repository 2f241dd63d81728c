import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aReview, theReview } from '../../given/skills-reviews.ts'
import { aChangeOf, aCourse, anEnrolmentForm } from '../../given/training.ts'

const AGREED = { status: 'plan_agreed', held_on: '2022-03-10', plan_agreed_on: '2022-03-15' } as const
const sent = () => ({ request_id: randomUUID() })

/** A review with a line of its plan, and somebody who could take it up. */
async function aPlannedReview(facts: Parameters<typeof aReview>[2] = AGREED) {
  const hub = await aHub()
  const business = await hub.aBusiness()
  const review = await aReview(hub, business, { reference: 'SR-1', ...facts })
  const broker = hub.as('skills_broker')
  const line = { ...sent(), id: randomUUID(), skills_review_id: review, need: 'Excel for office staff', people: 3 }
  await broker.plans.addLine(line)
  return { hub, business, review, broker, plan_line_id: line.id, person: await hub.aPerson() }
}

const funnelOf = async (hub: TestHub) => (await hub.as('adviser').skillsReviews.funnel({ year: '2021-22' })).places
const uptakeOf = async (hub: TestHub, review: string) => {
  const { status, uptake_on } = await theReview(hub, review)
  return { status, uptake_on }
}

describe('a plan is taken up', () => {
  test('when somebody is enrolled on a line of it, by the day of the enrolment', async () => {
    const { hub, review, broker, plan_line_id, person } = await aPlannedReview()
    expect(await funnelOf(hub)).toMatchObject({ plan: 1, to_take_up: 1, uptake: 0 })

    await broker.training.enrol(
      anEnrolmentForm(await aCourse(hub), person, { plan_line_id, enrolled_on: '2022-03-20' }),
    )

    expect(await uptakeOf(hub, review)).toEqual({ status: 'uptake_recorded', uptake_on: '2022-03-20' })
    expect(await funnelOf(hub)).toMatchObject({ plan: 1, to_take_up: 0, uptake: 1 })
    const { rows } = await broker.skillsReviews.list({ year: '2021-22', at: 'uptake' })
    expect(rows).toMatchObject([{ reference: 'SR-1', lines: 1, taken_up: 1 }])
  })

  test('when a broker says that a line has begun, with no learner named', async () => {
    const { hub, review, broker, plan_line_id } = await aPlannedReview()

    await broker.plans.changeLine({ ...sent(), id: plan_line_id, version: 1, status: 'started' })

    expect(await uptakeOf(hub, review)).toEqual({ status: 'uptake_recorded', uptake_on: '2022-03-31' })
  })

  test('on the day of the agreement, where learners came before it', async () => {
    const { hub, review, broker, plan_line_id, person } = await aPlannedReview({
      status: 'held',
      held_on: '2022-03-10',
    })
    await broker.training.enrol(
      anEnrolmentForm(await aCourse(hub), person, { plan_line_id, enrolled_on: '2022-03-12' }),
    )
    expect(await uptakeOf(hub, review)).toEqual({ status: 'held', uptake_on: null })

    await broker.plans.recordAgreement({
      ...sent(),
      skills_review_id: review,
      way: 'telephone',
      answer: 'agreed',
      said_by: 'Jo Marsh',
    })

    expect(await uptakeOf(hub, review)).toEqual({ status: 'uptake_recorded', uptake_on: '2022-03-31' })
  })

  test('no longer, once the line goes back to planned or is taken out', async () => {
    const { hub, review, broker, plan_line_id } = await aPlannedReview()
    const change = (version: number, status: 'planned' | 'enrolled') =>
      broker.plans.changeLine({ ...sent(), id: plan_line_id, version, status })

    await change(1, 'enrolled')
    await change(2, 'planned')
    expect(await uptakeOf(hub, review)).toEqual({ status: 'plan_agreed', uptake_on: null })

    await change(3, 'enrolled')
    await broker.plans.removeLine({ ...sent(), id: plan_line_id, version: 4 })
    expect(await uptakeOf(hub, review)).toEqual({ status: 'plan_agreed', uptake_on: null })
  })

  test('and stays so when learners move on', async () => {
    const { hub, review, broker, plan_line_id, person } = await aPlannedReview()
    const { id } = await broker.training.enrol(
      anEnrolmentForm(await aCourse(hub), person, { plan_line_id, enrolled_on: '2022-03-20' }),
    )

    await broker.training.changeLearners(aChangeOf(id, 1, { status: 'started', first_attended_on: '2022-03-25' }))

    expect(await uptakeOf(hub, review)).toEqual({ status: 'uptake_recorded', uptake_on: '2022-03-20' })
  })
})

test('uptake that a hub moved in with is not taken back by a line that is planned later', async () => {
  const { hub, review, broker, plan_line_id } = await aPlannedReview({ ...AGREED, status: 'uptake_recorded' })

  await broker.plans.changeLine({ ...sent(), id: plan_line_id, version: 1, status: 'planned' })

  expect(await uptakeOf(hub, review)).toEqual({ status: 'uptake_recorded', uptake_on: null })
})
