import { MONTH_NUMBERS, type MonthNumber } from '@hubline/domain/skills-reviews/broker-month.ts'
import { describe, expect, test } from 'vitest'
import { aHeldReview, aPlanLine } from '../../given/demand.ts'
import { refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aRecord } from '../../given/records.ts'
import { aCourse, aLearner } from '../../given/training.ts'

const month = (hub: TestHub, broker: string, when = '2022-03') =>
  hub.as('manager').skillsReviews.month({ month: when, broker })
const list = (hub: TestHub, of: MonthNumber, broker: string, when = '2022-03') =>
  hub.as('manager').skillsReviews.monthList({ month: when, broker, of })

/** What the numbers of the last month shown are, by name. */
const lastOf = ({ numbers }: Awaited<ReturnType<typeof month>>) =>
  Object.fromEntries(numbers.map(({ number, values }) => [number, values.at(-1)]))

/** A month of the broker's work with one business, and a little of the manager's. */
async function aBusyMonth() {
  const hub = await aHub()
  const business = await hub.aBusiness()
  const { skills_broker, manager } = hub.advisers
  const review = await aHeldReview(hub, business, {
    status: 'plan_agreed',
    offered_on: '2022-02-20',
    booked_on: '2022-03-01',
    held_on: '2022-03-10',
    plan_agreed_on: '2022-03-31',
  })
  const line = await aPlanLine(hub, review, { status: 'started' })
  await aPlanLine(hub, review, { need: 'Casting' })
  await aHeldReview(hub, business, {
    status: 'no_show',
    held_on: null,
    offered_on: '2022-03-02',
    offered_by_id: manager,
    // Half past midnight in London, the day before by the clocks of the database.
    slot_start: new Date('2022-03-31T23:30:00Z'),
    slot_end: new Date('2022-04-01T00:30:00Z'),
  })
  await aLearner(hub, await aCourse(hub), await hub.aPerson(), {
    plan_line_id: line,
    status: 'started',
    first_attended_on: '2022-03-30',
  })
  await aLearner(hub, await aCourse(hub), await hub.aPerson(), { plan_line_id: line, enrolled_on: '2022-03-30' })
  for (const [kind, minutes, adviser_id] of [
    ['skills_review_meeting', 90, skills_broker],
    ['advice_session', 45, skills_broker],
    ['admin_note', 60, skills_broker],
    ['advice_session', 30, manager],
  ] as const)
    await aRecord(hub, 'interaction', {
      hub_id: hub.hub_id,
      business_id: business.id,
      kind,
      minutes,
      adviser_id,
      channel: 'video',
      occurred_on: '2022-03-15',
    })
  return { hub, business, review }
}

describe('a broker’s month', () => {
  test('says what was offered, booked, held, missed, agreed and begun in it, and the hours', async () => {
    const { hub } = await aBusyMonth()

    const { months, numbers, brokers } = await month(hub, hub.advisers.skills_broker)

    expect(months).toEqual(['2021-10', '2021-11', '2021-12', '2022-01', '2022-02', '2022-03'])
    expect(Object.fromEntries(numbers.map(({ number, values }) => [number, values.slice(-2)]))).toEqual({
      offers: [1, 0],
      booked: [0, 1],
      held: [0, 1],
      no_shows: [0, 0],
      plans: [0, 1],
      lines: [0, 2],
      learners: [0, 1],
      minutes: [0, 135],
    })
    expect(brokers).toEqual([])
  })

  test('has an end: what happens after midnight in London is of the next month', async () => {
    const { hub } = await aBusyMonth()

    expect(lastOf(await month(hub, hub.advisers.skills_broker, '2022-04'))).toMatchObject({ no_shows: 1, plans: 0 })
    expect((await list(hub, 'no_shows', hub.advisers.skills_broker, '2022-04')).rows).toMatchObject([
      { on: '2022-04-01' },
    ])
  })

  test('gives the offer to whoever made it, and the review to its broker', async () => {
    const { hub } = await aBusyMonth()

    expect(lastOf(await month(hub, hub.advisers.manager))).toMatchObject({ offers: 1, held: 0, minutes: 30 })
  })

  test('opens, at every number, a list of just that length', async () => {
    const { hub } = await aBusyMonth()

    for (const broker of ['team', hub.advisers.skills_broker, hub.advisers.manager])
      for (const [number, value] of Object.entries(lastOf(await month(hub, broker)))) {
        const { rows, total } = await list(hub, number as MonthNumber, broker)
        const counted = number === 'minutes' ? rows.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0) : rows.length
        expect({ broker, number, counted, total: total.value }).toEqual({
          broker,
          number,
          counted: value,
          total: value,
        })
      }
  })

  test('leaves out what was voided', async () => {
    const { hub, review } = await aBusyMonth()
    await hub.inside((tx) =>
      tx
        .updateTable('skills_review')
        .set({ voided_at: new Date(), void_reason: 'Twice' })
        .where('hub_id', '=', hub.hub_id)
        .where('id', '=', review)
        .execute(),
    )

    expect(lastOf(await month(hub, 'team'))).toMatchObject({ held: 0, plans: 0, lines: 0, learners: 0 })
  })
})

describe('the team’s month', () => {
  test('is the sum of everybody’s, with what stands under nobody’s name', async () => {
    const { hub, business } = await aBusyMonth()
    await aHeldReview(hub, business, { broker_id: null, held_on: '2022-03-20', offered_on: '2022-03-20' })

    const team = await month(hub, 'team')

    const names = team.brokers.map(({ id, name }) => name ?? id)
    expect(names).toEqual([`skills_broker of ${hub.slug}`, `manager of ${hub.slug}`, 'nobody'])
    for (const [at, number] of MONTH_NUMBERS.entries())
      expect({ number, sum: team.brokers.reduce((sum, { values }) => sum + (values[at] ?? 0), 0) }).toEqual({
        number,
        sum: lastOf(team)[number],
      })
    expect((await list(hub, 'held', 'nobody')).total.records).toBe(1)
  })
})

describe('whose month', () => {
  test.each(['adviser', 'skills_broker'] as const)('an %s looks at their own, and at nobody else’s', async (role) => {
    const { hub } = await aBusyMonth()
    const api = hub.as(role).skillsReviews

    expect((await api.month({ month: '2022-03', broker: hub.advisers[role] })).numbers).toHaveLength(
      MONTH_NUMBERS.length,
    )
    for (const broker of [hub.advisers.manager, 'team', 'nobody']) {
      const refusal = { code: 'not_allowed', field: 'broker' }
      expect(await refusalOf(api.month({ month: '2022-03', broker }))).toMatchObject(refusal)
      expect(await refusalOf(api.monthList({ month: '2022-03', broker, of: 'held' }))).toMatchObject(refusal)
    }
  })

  test('another hub’s broker has done nothing here', async () => {
    const [{ hub }, other] = [await aBusyMonth(), await aHub()]

    const seen = await month(other, hub.advisers.skills_broker)

    expect(Object.values(lastOf(seen)).every((value) => value === 0)).toBe(true)
    expect((await list(other, 'held', hub.advisers.skills_broker)).rows).toEqual([])
  })

  test('a month that is none is refused in words', async () => {
    const hub = await aHub()

    expect(await refusalOf(month(hub, 'team', '2022-13'))).toMatchObject({
      code: 'invalid',
      field: 'month',
      sentence: 'Write the month like 2026-11',
    })
  })
})
