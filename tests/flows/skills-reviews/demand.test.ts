import { DEMAND_DIMENSIONS } from '@hubline/domain/skills-reviews/demand.ts'
import { describe, expect, test } from 'vitest'
import { aHeldReview, aPlanLine, aSaidGap, withSicCode } from '../../given/demand.ts'
import { refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { noted } from '../../given/noted.ts'
import { aServer } from '../../security/listening.ts'

type Api = ReturnType<TestHub['as']>['skillsReviews']
const demand = (hub: TestHub, asked: Partial<Parameters<Api['demand']>[0]> = {}) =>
  hub.as('adviser').skillsReviews.demand({ year: '2021-22', ...asked })
const needs = (hub: TestHub, asked: Partial<Parameters<Api['needs']>[0]> = {}) =>
  hub.as('adviser').skillsReviews.needs({ year: '2021-22', ...asked })

/** A bakery and a foundry that said what they need, in every way in which it can be said. */
async function twoBusinesses() {
  const hub = await aHub()
  const bakery = await hub.aBusiness({ name: 'Amber Bakery' })
  const foundry = await hub.aBusiness({ name: 'Birch Foundry', district_code: 'E06000021' })
  await withSicCode(hub, bakery, '10710')
  const [one, two] = [await aHeldReview(hub, bakery), await aHeldReview(hub, foundry, { held_on: '2022-03-31' })]
  const lean = await aSaidGap(hub, one)
  await aPlanLine(hub, one, { skills_gap_id: lean, need: 'Lean working for CNC setters', status: 'enrolled' })
  await aSaidGap(hub, one, {
    skill: 'Supervising',
    skill_area: 'leadership',
    role_group: 'managers',
    level: '3',
    people: null,
    urgency: 'later',
  })
  await aPlanLine(hub, one)
  await aSaidGap(hub, two, { skill: 'Casting', role_group: null, level: null })
  await aPlanLine(hub, two, { status: 'dropped' })
  return { hub, bakery, foundry, one, two }
}

describe('what businesses said they need', () => {
  test('is each gap once, and each line of a plan that comes from no gap', async () => {
    const { hub } = await twoBusinesses()

    const { rows, total } = await needs(hub)

    expect(total).toEqual({ needs: 5, businesses: 2, people: 10 })
    expect(rows.map(({ need, state }) => [need, state]).toSorted()).toEqual([
      ['Casting', 'not_planned'],
      ['Excel for office staff', 'dropped'],
      ['Excel for office staff', 'planned'],
      ['Lean working', 'taken_up'],
      ['Supervising', 'not_planned'],
    ])
  })

  test('opens, at every number, a list of just that length', async () => {
    const { hub } = await twoBusinesses()
    const { all, by, cells } = await demand(hub, { rows: 'sector', columns: 'urgency' })

    expect(all).toEqual((await needs(hub)).total)
    for (const dimension of DEMAND_DIMENSIONS)
      for (const { value, ...counts } of by[dimension]) {
        const list = await needs(hub, { [dimension]: value })
        expect({ dimension, value, rows: list.rows.length, ...list.total }).toEqual({
          dimension,
          value,
          rows: counts.needs,
          ...counts,
        })
      }
    expect(cells).toHaveLength(5)
    for (const { row, column, ...counts } of cells)
      expect((await needs(hub, { sector: row as 'C', urgency: column as 'now' })).total).toEqual(counts)
    for (const dimension of DEMAND_DIMENSIONS)
      expect(by[dimension].reduce((sum, one) => sum + one.needs, 0)).toBe(all.needs)
  })

  test('is narrowed in every dimension, and the picture with it', async () => {
    const { hub } = await twoBusinesses()

    const { all, by } = await demand(hub, { sector: 'C', role: 'managers' })

    expect(all).toEqual({ needs: 1, businesses: 1, people: 0 })
    expect(by.level).toEqual([{ value: '3', needs: 1, businesses: 1, people: 0 }])
    expect(by.sector).toEqual([{ value: 'C', needs: 1, businesses: 1, people: 0 }])
    expect((await demand(hub, { sector: 'none' })).all.needs).toBe(2)
    expect((await demand(hub, { place: 'E06000021' })).all.needs).toBe(2)
  })

  test('stands in the year of the meeting, from its first day to its last', async () => {
    const hub = await aHub()
    for (const held_on of ['2021-03-31', '2021-04-01', '2022-03-31', '2022-04-01'])
      await aSaidGap(hub, await aHeldReview(hub, await hub.aBusiness(), { offered_on: '2021-01-01', held_on }), {
        skill: held_on,
      })

    const of = async (year: string) => (await needs(hub, { year })).rows.map(({ need }) => need)

    expect(await of('2020-21')).toEqual(['2021-03-31'])
    expect(await of('2021-22')).toEqual(['2022-03-31', '2021-04-01'].toSorted())
    expect(await of('2022-23')).toEqual(['2022-04-01'])
  })

  test('leaves out what was taken out, rows of which only the role is typed, and reviews that were not held', async () => {
    const { hub, one } = await twoBusinesses()
    const { total } = await needs(hub)
    await aSaidGap(hub, one, { skill: '' })
    await aSaidGap(hub, one, { voided_at: new Date(), void_reason: 'Taken out of the form' })
    await aPlanLine(hub, one, { voided_at: new Date(), void_reason: 'Taken out of the plan' })
    const booked = await aHeldReview(hub, await hub.aBusiness(), { status: 'accepted', held_on: null })
    await aSaidGap(hub, booked)

    expect((await needs(hub)).total).toEqual(total)
  })

  test('counts a line for itself once its gap was taken out', async () => {
    const hub = await aHub()
    const review = await aHeldReview(hub, await hub.aBusiness())
    const gap = await aSaidGap(hub, review, { voided_at: new Date(), void_reason: 'Taken out of the form' })
    await aPlanLine(hub, review, { skills_gap_id: gap })

    expect((await needs(hub)).rows).toMatchObject([{ kind: 'plan_line', need: 'Excel for office staff' }])
  })

  test('stands under the business that it counts as', async () => {
    const hub = await aHub()
    const survivor = await hub.aBusiness({ name: 'Amber Ltd' })
    const merged = await hub.aBusiness({ name: 'Old Amber', merged_into_id: survivor.id })
    await aSaidGap(hub, await aHeldReview(hub, survivor))
    await aSaidGap(hub, await aHeldReview(hub, merged))

    expect((await demand(hub)).all).toEqual({ needs: 2, businesses: 1, people: 6 })
    expect((await needs(hub)).rows.map(({ business }) => business.name)).toEqual(['Amber Ltd', 'Amber Ltd'])
  })

  test('is listed a page at a time, none twice and none left out', async () => {
    const hub = await aHub()
    const review = await aHeldReview(hub, await hub.aBusiness())
    for (let n = 0; n < 5; n++) await aSaidGap(hub, review, { skill: `Skill ${n}` })
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof needs>> = await needs(hub, { size: 2, after })
      seen.push(...page.rows.map(({ need }) => need))
      after = page.next
    } while (after !== null)

    expect(seen.toSorted()).toEqual(['Skill 0', 'Skill 1', 'Skill 2', 'Skill 3', 'Skill 4'])
  })
})

test('another hub sees none of it, and a word that means nothing is refused', async () => {
  const [{ hub }, other] = [await twoBusinesses(), await aHub()]

  expect((await demand(other)).all.needs).toBe(0)
  expect((await needs(other)).rows).toEqual([])
  expect((await other.as('manager').skillsReviews.demandToPublish({ year: '2021-22' })).all).toMatchObject({
    businesses: 0,
  })
  expect(await refusalOf(demand(hub, { year: '2021' }))).toMatchObject({ code: 'invalid' })
  expect(await refusalOf(demand(hub, { role: 'kings' as 'managers' }))).toMatchObject({
    code: 'invalid',
    field: 'role',
  })
})

/** So many businesses of a district that need one and the same. */
async function manyNeed(hub: TestHub, many: number, facts: Parameters<typeof aSaidGap>[2] & { district?: string }) {
  const { district = 'E07000197', ...gap } = facts
  for (let n = 0; n < many; n++) {
    const business = await hub.aBusiness({ name: `Firm ${n}`, district_code: district })
    await aSaidGap(hub, await aHeldReview(hub, business), gap)
  }
}

/** Fifteen businesses, two of which are the only ones that need operators. */
async function publishedHub() {
  const hub = await aHub()
  await manyNeed(hub, 7, { role_group: 'skilled_trades', level: '2' })
  await manyNeed(hub, 6, { role_group: 'managers', level: '2' })
  await manyNeed(hub, 2, { role_group: 'operatives', level: '2' })
  return hub
}

describe('for the local skills plan', () => {
  test('numbers of fewer than five businesses are held back, and another with them', async () => {
    const hub = await publishedHub()

    const { all, tables } = await hub.as('manager').skillsReviews.demandToPublish({ year: '2021-22' })

    expect(all).toMatchObject({ held_back: false, businesses: 15, people: 45 })
    const role = tables.find(({ rows, columns }) => rows === 'role' && !columns)
    // With the two alone held back, 15 less 7 less 6 would give them away.
    expect(role?.cells.toSorted((a, b) => (a.row < b.row ? -1 : 1))).toEqual([
      { row: 'managers', held_back: true },
      { row: 'operatives', held_back: true },
      { row: 'skilled_trades', held_back: false, businesses: 7, people: 21 },
    ])
    const shown = tables.flatMap(({ cells }) => cells).flatMap((cell) => (cell.held_back ? [] : [cell.businesses]))
    expect(Math.min(...shown)).toBeGreaterThanOrEqual(5)
  })

  test('no name, reference or word of a business leaves the hub', async () => {
    const hub = await publishedHub()

    const said = JSON.stringify(await hub.as('manager').skillsReviews.demandToPublish({ year: '2021-22' }))

    expect(said).not.toMatch(/Firm|B-\d|Lean working|CNC/)
  })
})

describe('as a file', () => {
  const get = async (hub: TestHub, path: string, token?: string) => {
    const { url } = await aServer(hub.database)
    return fetch(`${url}${path}`, token ? { headers: { cookie: `hubline=${token}` } } : {})
  }

  test('the list on the screen is downloaded whole, in words, harmless in a spreadsheet, and noted', async () => {
    const { hub, one } = await twoBusinesses()
    await aSaidGap(hub, one, { skill: '=HYPERLINK("x")', role: '@sum', role_group: 'operatives' })

    const answer = await get(hub, '/skills-demand.csv?year=2021-22&role=operatives&why=The+board', hub.tokens.adviser)
    const lines = (await answer.text()).trim().split('\r\n')

    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="skills demand 2021-22.csv"')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(
      `"'=HYPERLINK(""x"")",'@sum,3,Machine operators and drivers,Technical and job-specific,Level 2,Manufacturing,Stafford,Now,In no plan,`,
    )
    await expect.poll(() => noted(hub)).toEqual(['demand.asked', 'demand.downloaded'])
    const whole = (
      await (await get(hub, '/skills-demand.csv?year=2021-22&why=The+board', hub.tokens.adviser)).text()
    ).trim()
    expect(whole.split('\r\n')).toHaveLength(1 + (await needs(hub)).total.needs)
  })

  test('the tables for publication say what is held back as official statistics do', async () => {
    const hub = await aHub()
    await manyNeed(hub, 5, {})
    await manyNeed(hub, 1, { role_group: 'managers' })

    const answer = await get(hub, '/skills-demand-published.csv?year=2021-22', hub.tokens.manager)
    const lines = (await answer.text()).trim().split('\r\n')

    expect(lines[1]).toBe('2021-22,All,All,,6,18')
    expect(lines).toContain('2021-22,Role,Managers and directors,,[c],[c]')
    expect(lines).toContain('2021-22,Role,Skilled trades,,[c],[c]')
    expect(lines).toContain('2021-22,Level,Level 2,,6,18')
    await expect.poll(() => noted(hub)).toEqual(['demand_tables.asked', 'demand_tables.downloaded'])
  })

  test('nobody who is not signed in gets it, and a question that means nothing is refused', async () => {
    const hub = await aHub()

    for (const path of ['/skills-demand.csv', '/skills-demand-published.csv']) {
      expect((await get(hub, `${path}?year=2021-22`)).status).toBe(401)
      expect((await get(hub, path, hub.tokens.adviser)).status).toBe(400)
      expect((await get(hub, `${path}?year=2021`, hub.tokens.adviser)).status).toBe(400)
    }
  })
})
