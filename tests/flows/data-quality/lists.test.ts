import path from 'node:path'
import type { QualityKey } from '@hubline/domain/data-quality/rules.ts'
import { expect, test } from 'vitest'
import { aHubWith } from '../../given/bundle.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aRecord } from '../../given/records.ts'
import { readBundle } from '../../recount/read-bundle.ts'
import { SLIPS } from './slips.ts'

const YEAR = '2021-22'
const SAMPLES = path.resolve(import.meta.dirname, '..', '..', 'samples')
const inYear = (day: string) => day >= '2021-04-01' && day <= '2022-03-31'

const listedIn = async (hub: TestHub, rule: QualityKey, asked: { whose?: string } = {}) =>
  (await hub.as('adviser').dataQuality.list({ rule, year: YEAR, size: 100, ...asked })).rows.map(({ id }) => id)

const numberOf = async (hub: TestHub, rule: QualityKey, whose: string) =>
  (await hub.as('adviser').dataQuality.overview({ year: YEAR, whose })).rules.find(({ key }) => key === rule)?.listed

test('the lists of one adviser are what that adviser should put right', async () => {
  const hub = await aHub()
  const { business, person } = { business: await hub.aBusiness(), person: await hub.aPerson() }
  const of_broker = await SLIPS.interaction_over_eight_hours(hub, { business, person })
  await hub.inside((tx) =>
    tx
      .updateTable('interaction')
      .set({ adviser_id: hub.advisers.skills_broker })
      .where('hub_id', '=', hub.hub_id)
      .where('id', '=', of_broker.listed)
      .execute(),
  )

  expect(await listedIn(hub, 'interaction_over_eight_hours', { whose: hub.advisers.skills_broker })).toEqual([
    of_broker.listed,
  ])
  expect(await listedIn(hub, 'interaction_over_eight_hours', { whose: 'mine' })).toEqual([])
  expect(await numberOf(hub, 'interaction_over_eight_hours', hub.advisers.manager)).toBe(0)
  // A business belongs to whoever met it last, until somebody has an open case with it.
  expect(await listedIn(hub, 'business_without_identifier', { whose: hub.advisers.skills_broker })).toEqual([
    business.id,
  ])

  await SLIPS.open_case_without_owner(hub, { business, person })
  await hub.inside((tx) =>
    tx.updateTable('case').set({ owner_id: hub.advisers.adviser }).where('hub_id', '=', hub.hub_id).execute(),
  )
  expect(await listedIn(hub, 'business_without_identifier', { whose: 'mine' })).toEqual([business.id])
})

test('a list is read page by page, forwards and back, and its number is its whole length', async () => {
  const hub = await aHub()
  const person = await hub.aPerson()
  const slips: string[] = []
  for (let n = 0; n < 5; n += 1)
    slips.push((await SLIPS.interaction_over_eight_hours(hub, { business: await hub.aBusiness(), person })).listed)
  const ask = (page: { after?: string | null; before?: string | null }) =>
    hub.as('manager').dataQuality.list({ rule: 'interaction_over_eight_hours', year: YEAR, size: 2, ...page })

  const first = await ask({})
  const second = await ask({ after: first.next })
  const third = await ask({ after: second.next })

  expect([first, second, third].map(({ listed }) => listed)).toEqual([5, 5, 5])
  const seen = [...first.rows, ...second.rows, ...third.rows].map(({ id }) => id)
  expect(seen.toSorted()).toEqual(slips.toSorted())
  expect(third.next).toBeNull()
  expect((await ask({ before: second.previous })).rows).toEqual(first.rows)
})

test('a line names the record, its client, the day, the facts and who should put it right', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness({ name: 'Kiln Works Ltd', reference: 'B-KILN' })
  await SLIPS.interaction_before_incorporation(hub, { business, person: await hub.aPerson() })

  const { rows, rule } = await hub
    .as('adviser')
    .dataQuality.list({ rule: 'interaction_before_incorporation', year: YEAR })

  expect(rows).toMatchObject([
    {
      kind: 'interaction',
      client: { kind: 'business', reference: 'B-KILN', name: 'Kiln Works Ltd' },
      on: '2021-06-14',
      line: 'Incorporated on 15/06/2021',
      owner: { id: hub.advisers.adviser },
    },
  ])
  expect(rule.figures.map(({ title }) => title)).toContain('Businesses helped to grow and access support')
})

test('an intensive business is told of the year in which it reached its band, not of all its years together', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness({ company_number: null })
  for (const occurred_on of ['2020-05-04', '2021-05-04'])
    await aRecord(hub, 'interaction', {
      business_id: business.id,
      kind: 'advice_session',
      channel: 'video',
      occurred_on,
      minutes: occurred_on < '2021' ? 180 : 120,
    })

  const under = await hub.as('adviser').dataQuality.ofRecord({ kind: 'business', id: business.id })

  expect(under.find(({ key }) => key === 'intensive_without_company_number')?.year).toBe('2020-21')
  expect(under.find(({ key }) => key === 'business_without_identifier')?.year).toBe('2021-22')
})

test('a rule that does not exist is refused in words', async () => {
  const hub = await aHub()

  await expect(hub.as('adviser').dataQuality.list({ rule: 'colours', year: YEAR })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: 'There is no such rule: choose one under Data quality',
  })
  await expect(hub.as('adviser').dataQuality.overview({ year: '2021' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('the sample bundle is listed as the contract says: it imports, and here is what to look at', async () => {
  const hub = await aHubWith(path.join(SAMPLES, 'bundle-a'))
  const { rules } = await hub.as('manager').dataQuality.overview({ year: YEAR })
  const bundle = readBundle(path.join(SAMPLES, 'bundle-a'))
  const businesses = new Map((bundle['businesses'] ?? []).map((row) => [row['reference'], row]))
  const early = (bundle['interactions'] ?? []).filter(({ business_reference, occurred_on = '' }) => {
    const incorporated_on = businesses.get(business_reference)?.['incorporated_on']
    return incorporated_on && incorporated_on > occurred_on && inYear(occurred_on)
  })
  const unsafe = (bundle['outcomes'] ?? []).filter(
    ({ kind, state = '', at_risk_noted_on = '', occurred_on = '' }) =>
      kind === 'job_safeguarded' &&
      !['rejected', 'withdrawn'].includes(state) &&
      inYear(occurred_on) &&
      (at_risk_noted_on === '' || at_risk_noted_on >= occurred_on),
  )
  const number = (key: QualityKey) => rules.find((rule) => rule.key === key)?.listed

  expect(number('interaction_before_incorporation')).toBe(early.length)
  expect(number('safeguarded_without_risk')).toBe(unsafe.length)
  for (const { key, listed } of rules)
    expect((await listedIn(hub, key as QualityKey)).length).toBe(Math.min(listed, 100))
})
