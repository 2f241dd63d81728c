import { findDefinition } from '@hubline/domain/indicators/catalogue.ts'
import { inWords } from '@hubline/domain/indicators/in-words.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { counted, proved } from '../given/counted.ts'
import { type TestHub, aHub } from '../given/hub.ts'
import { aProgramme, aRecord, theFigures } from '../given/records.ts'

/** ERDF outputs per programme, all in one hub; each test has programmes of its own. */

const YEAR = '2021-22'
let hub: TestHub
let organisation_id = ''
beforeAll(async () => {
  hub = await aHub()
  organisation_id = await aRecord(hub, 'organisation', { name: 'Chamber', kind: 'chamber' })
})

const programme = (reference: string, facts = {}) =>
  aProgramme(hub, { reference, framework: 'erdf', definition_version: 3, ...facts })
const inAndOut = async (reference: string, key: string, year = YEAR) =>
  (await counted(hub, key, year))
    .filter((each) => each.endsWith(`(${reference})`))
    .map((each) => each.replace(/ \(.*/, ''))

type Session = { business_id?: string; person_id?: string; programme_id?: string; case_id?: string }
const advice = (
  facts: Session,
  occurred_on: string,
  minutes: number,
  evidence_level: 'documented' | 'verified' = 'verified',
) =>
  aRecord(hub, 'interaction', {
    kind: 'advice_session',
    channel: 'video',
    ...facts,
    occurred_on,
    minutes,
    evidence_level,
  })
const diagnosed = (business_id: string, completed_on: string) =>
  aRecord(hub, 'diagnostic', { business_id, completed_on, evidence_level: 'verified' })
const referred = (business_id: string, made_on: string) =>
  aRecord(hub, 'referral', {
    business_id,
    organisation_id,
    category: 'export',
    status: 'made',
    consent_on: made_on,
    made_on,
  })
const why = async (id: string, key: string, year = YEAR) =>
  (await hub.as('adviser').indicators.why({ kind: 'business', id, year })).find((one) => one.key === key)

describe('T17: P13 was reached with 180 minutes', () => {
  let business = { id: '', reference: '' }
  let programme_id = ''
  const session = (occurred_on: string, minutes: number) =>
    advice({ business_id: business.id, programme_id }, occurred_on, minutes)
  beforeAll(async () => {
    business = await hub.aBusiness({ reference: 'B-T17' })
    programme_id = await programme('T17', { starts_on: '2021-04-01', ends_on: '2023-06-30' })
    await session('2021-05-04', 120)
    await diagnosed(business.id, '2021-05-10')
    await referred(business.id, '2021-05-20')
    await session('2021-06-01', 59)
  })

  test('a minute less is no P13; with it P13 is reached on that day', async () => {
    expect(await inAndOut('T17', 'erdf.p13')).toEqual([])
    expect(await why(business.id, 'erdf.p13')).toMatchObject({
      why: 'It had 2 hours 59 minutes in the programme; this needs 3 hours: 1 minute more.',
      fix: 'It counts with 1 minute more of support in the programme.',
    })
    await session('2021-06-30', 1)
    expect(await inAndOut('T17', 'erdf.p13')).toEqual(['B-T17'])
    const { rows } = await hub.as('adviser').indicators.units({ key: 'erdf.p13', year: YEAR })
    expect(rows.find(({ reference }) => reference === 'B-T17')).toMatchObject({
      first_on: '2021-06-30',
      name: 'Amberwood Bakery Ltd (Programme T17)',
    })
  })

  test('540 minutes more are no C4: P13 has used up 180, so 180 more are needed', async () => {
    await session('2021-09-01', 540)
    expect(await inAndOut('T17', 'erdf.c4')).toEqual([])
    expect(await inAndOut('T17', 'erdf.c1')).toEqual([])
    expect(await why(business.id, 'erdf.c4')).toMatchObject({
      counted: false,
      why: 'It had 12 hours in the programme; this needs 15 hours: 3 hours more. P13 has used up 3 hours of them.',
      fix: 'It counts with 3 hours more of support in the programme.',
    })
  })

  test('with those it counts in the year in which they are reached, and in no other', async () => {
    await session('2022-03-31', 179)
    expect(await inAndOut('T17', 'erdf.c4')).toEqual([])
    await session('2022-04-01', 1)
    await session('2022-09-01', 600)
    expect(await inAndOut('T17', 'erdf.c4')).toEqual([])
    expect(await inAndOut('T17', 'erdf.c4', '2022-23')).toEqual(['B-T17'])
    expect(await inAndOut('T17', 'erdf.c1', '2022-23')).toEqual(['B-T17'])
    expect(await inAndOut('T17', 'erdf.c4', '2023-24')).toEqual([])
    expect(await inAndOut('T17', 'erdf.p13', '2022-23')).toEqual([])
  })
})

describe('C4 and P13', () => {
  test('where C4 comes first, its 720 minutes are used up and P13 needs 180 more', async () => {
    const { id: business_id } = await hub.aBusiness({ reference: 'B-C4-FIRST' })
    const programme_id = await programme('C4F', { starts_on: '2021-04-01', ends_on: '2022-03-31' })
    await advice({ business_id, programme_id }, '2021-05-04', 600)
    await advice({ business_id, programme_id }, '2021-05-05', 120)
    await diagnosed(business_id, '2021-06-01')
    await referred(business_id, '2021-06-02')
    expect(await inAndOut('C4F', 'erdf.c4')).toEqual(['B-C4-FIRST'])
    expect(await inAndOut('C4F', 'erdf.p13')).toEqual([])
    await advice({ business_id, programme_id }, '2021-07-01', 180)
    expect(await inAndOut('C4F', 'erdf.p13')).toEqual(['B-C4-FIRST'])
    expect(await inAndOut('C4F', 'erdf.c4')).toEqual(['B-C4-FIRST'])
  })

  test('a business counts once for each programme; minutes of other programmes, of none and without verified evidence are not there', async () => {
    const { id: business_id } = await hub.aBusiness({ reference: 'B-EACH' })
    const [one, two, short] = [await programme('ONE'), await programme('TWO'), await programme('SHORT')]
    const none = await aProgramme(hub, { reference: 'NONE' })
    const older = await aProgramme(hub, { reference: 'OLDER', framework: 'erdf', definition_version: 2 })
    for (const programme_id of [one, two, none, older])
      for (const minutes of [400, 320]) await advice({ business_id, programme_id }, '2021-05-04', minutes)
    await advice({ business_id, programme_id: short }, '2021-05-04', 600)
    await advice({ business_id, programme_id: short }, '2021-05-05', 119)
    await advice({ business_id, programme_id: short }, '2021-05-06', 1, 'documented')

    expect((await counted(hub, 'erdf.c4', YEAR)).filter((each) => each.startsWith('B-EACH'))).toEqual([
      'B-EACH (ONE)',
      'B-EACH (TWO)',
    ])
  })

  test('an interaction of a case is of the programme of the case; a large business and one outside the area do not count', async () => {
    const programme_id = await programme('CASE')
    const [small, large, away] = [
      await hub.aBusiness({ reference: 'B-SMALL' }),
      await hub.aBusiness({ reference: 'B-LARGE' }),
      await hub.aBusiness({ reference: 'B-AWAY', district_code: 'E08000003' }),
    ]
    await hub.inside((tx) =>
      tx.updateTable('business').set({ employees_fte: '250' }).where('id', '=', large.id).execute(),
    )
    for (const { id: business_id } of [small, large, away]) {
      const case_id = await aRecord(hub, 'case', {
        business_id,
        kind: 'growth',
        status: 'open',
        opened_on: '2021-05-01',
        programme_id,
      })
      for (const minutes of [600, 120]) await advice({ business_id, case_id }, '2021-05-04', minutes)
    }
    expect(await inAndOut('CASE', 'erdf.c4')).toEqual(['B-SMALL'])
    expect(await why(large.id, 'erdf.c4')).toMatchObject({
      why: 'The business has 250 employees; this is for fewer than 250.',
    })
  })
})

describe('C1, C2 and C5', () => {
  test('C1 is C2 or C4; a grant counts from £1,000 that were paid', async () => {
    const programme_id = await programme('GRANT')
    const grant = async (
      reference: string,
      facts: { amount_pence?: number; paid_on?: string; status?: 'paid' | 'recovered' },
    ) => {
      const { id: business_id } = await hub.aBusiness({ reference })
      const whole = {
        business_id,
        programme_id,
        scheme: 'Growth',
        regime: 'mfa',
        amount_pence: 100_000,
        paid_on: '2021-07-01',
        status: 'paid',
      } as const
      await aRecord(hub, 'grant_award', { ...whole, ...facts })
    }
    await grant('B-GRANT', {})
    await grant('B-LESS', { amount_pence: 99_999 })
    await grant('B-NEXT', { paid_on: '2022-04-01' })
    await grant('B-BACK', { status: 'recovered' })
    const { id: business_id } = await hub.aBusiness({ reference: 'B-HOURS' })
    for (const minutes of [600, 120]) await advice({ business_id, programme_id }, '2021-05-04', minutes)

    expect(await inAndOut('GRANT', 'erdf.c2')).toEqual(['B-GRANT'])
    expect(await inAndOut('GRANT', 'erdf.c1')).toEqual(['B-GRANT', 'B-HOURS'])
    expect(await inAndOut('GRANT', 'erdf.c1', '2022-23')).toEqual(['B-NEXT'])
  })

  test('C5 is C1 and registered less than 12 months before the first support, not before the threshold', async () => {
    const programme_id = await programme('NEW')
    const registered = async (reference: string, incorporated_on: string | null) => {
      const { id: business_id } = await hub.aBusiness({ reference })
      await hub.inside((tx) =>
        tx.updateTable('business').set({ incorporated_on }).where('id', '=', business_id).execute(),
      )
      await advice({ business_id, programme_id }, '2021-05-04', 600)
      await advice({ business_id, programme_id }, '2021-11-04', 120)
    }
    await registered('B-NEW', '2020-05-05')
    await registered('B-YEAR-OLD', '2020-05-04')
    await registered('B-UNKNOWN', null)

    expect(await inAndOut('NEW', 'erdf.c5')).toEqual(['B-NEW'])
    expect(await inAndOut('NEW', 'erdf.c1')).toEqual(['B-NEW', 'B-UNKNOWN', 'B-YEAR-OLD'])
  })
})

test('P11 counts people who do not trade, with minutes of sessions and of events', async () => {
  const programme_id = await programme('P11')
  const event_id = await aRecord(hub, 'event', {
    title: 'Start well',
    held_on: '2021-06-01',
    minutes: 120,
    status: 'delivered',
    programme_id,
  })
  const person = async (reference: string, trading_since: string | null, minutes: number) => {
    const { id: person_id } = await hub.aPerson({ reference, trading_since })
    await aRecord(hub, 'attendance', { event_id, person_id, status: 'attended', evidence_level: 'verified' })
    await advice({ person_id, programme_id }, '2021-07-01', minutes)
  }
  await person('P-READY', null, 600)
  await person('P-SHORT', null, 599)
  await person('P-TRADES', '2021-07-01', 600)

  expect(await inAndOut('P11', 'erdf.p11')).toEqual(['P-READY'])
})

test('C28 and C29 count businesses with products that were launched; C6 and C8 add up what was verified', async () => {
  const programme_id = await programme('RESULT')
  const { id: business_id } = await hub.aBusiness({ reference: 'B-RESULT' })
  const other = await hub.aBusiness({ reference: 'B-PLAIN' })
  const verified = { state: 'verified', verified_on: '2021-08-01', verified_by_id: hub.advisers.manager } as const
  const result = { ...verified, programme_id, business_id, occurred_on: '2021-07-01' } as const
  await aRecord(hub, 'outcome', { ...result, kind: 'new_product_to_market' })
  await aRecord(hub, 'outcome', { ...result, kind: 'new_product_to_firm', business_id: other.id })
  await aRecord(hub, 'outcome', { ...result, kind: 'new_product_to_firm', occurred_on: '2022-07-01' })
  await aRecord(hub, 'outcome', { ...result, kind: 'job_created', hours_per_week: '45' })
  await aRecord(hub, 'outcome', { ...result, kind: 'job_created', hours_per_week: '15', is_primary: false })
  await aRecord(hub, 'outcome', { ...result, kind: 'job_created', hours_per_week: '30', expected_months: 11 })
  const money = { ...result, kind: 'investment_private', amount_pence: 5_000_00 } as const
  await aRecord(hub, 'outcome', money)
  await aRecord(hub, 'outcome', { ...money, business_id: other.id })

  expect(await inAndOut('RESULT', 'erdf.c28')).toEqual(['B-RESULT'])
  expect(await inAndOut('RESULT', 'erdf.c29')).toEqual(['B-PLAIN', 'B-RESULT'])
  expect(await inAndOut('RESULT', 'erdf.c29', '2022-23')).toEqual([])
  expect(await theFigures(hub, YEAR)).toMatchObject({ 'erdf.c8': '1.50', 'erdf.c6': '0.00' })
  const grant = {
    scheme: 'Growth',
    regime: 'mfa',
    amount_pence: 50_000,
    accepted_on: '2021-04-01',
    status: 'offer_accepted',
  } as const
  await aRecord(hub, 'grant_award', { ...grant, business_id, programme_id })
  expect(await theFigures(hub, YEAR)).toMatchObject({ 'erdf.c6': '5000.00' })
})

test('the pack has the same in its proof as each list', async () => {
  const keys = ['c1', 'c2', 'c4', 'c5', 'c28', 'c29', 'p11', 'p13'].map((output) => `erdf.${output}`)
  const lists: Record<string, string[]> = {}
  for (const key of keys) lists[key] = await counted(hub, key, YEAR)
  expect(await proved(hub, keys, YEAR)).toEqual(lists)
})

test('the definition says that minutes are not used twice', () => {
  const c4 = findDefinition('erdf.c4')
  expect(c4 && inWords(c4)).toBe(
    'Counts each business once for each programme, in the first year in which it qualifies, when an interaction took place (it took at least a minute; it is of a programme of ERDF (legacy); it was more than an admin note, an attempted contact or intelligence). It counts once its support in the programme comes to 12 hours or more, whatever the year. Minutes that P13 has used up do not count again. Only businesses with fewer than 250 employees; an unknown number counts. Only in the districts that the hub serves; an unknown district counts. Evidence must be verified or better, where the record has a level.',
  )
})
