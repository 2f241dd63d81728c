import { findDefinition } from '@hubline/domain/indicators/catalogue.ts'
import { inWords } from '@hubline/domain/indicators/in-words.ts'
import { categoriesOf } from '@hubline/reporting/units.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { counted, proved } from '../given/counted.ts'
import { type TestHub, aHub } from '../given/hub.ts'
import { aRecord, theFigures, theYear } from '../given/records.ts'

/** The indicators of the Growth Hub's funder and of the hub itself that need no programme, all in one hub. */

const YEAR = '2021-22'
const advice = { kind: 'advice_session', channel: 'telephone', minutes: 60, occurred_on: '2021-06-14' } as const
let hub: TestHub
let organisation_id = ''
beforeAll(async () => {
  hub = await aHub()
  organisation_id = await aRecord(hub, 'organisation', { name: 'Chamber', kind: 'chamber' })
})

describe('individuals helped to start', () => {
  test('are the people of the headline, whatever framework asks', async () => {
    const [before, already] = [
      await hub.aPerson({ reference: 'P-START' }),
      await hub.aPerson({ trading_since: '2021-06-14' }),
    ]
    for (const person of [before, already])
      await aRecord(hub, 'interaction', { ...advice, person_id: person.id, start_up_support: true })

    expect(await counted(hub, 'gh.individuals_start', YEAR)).toEqual(['P-START'])
    const figures = await theFigures(hub, YEAR)
    expect(figures['gh.individuals_start']).toBe(figures['lep.individuals_helped_to_start'])
  })
})

describe('businesses referred, by category', () => {
  test('are distinct businesses, who may stand under several categories and are never added up', async () => {
    const [one, other] = [await hub.aBusiness({ reference: 'B-ONE' }), await hub.aBusiness({ reference: 'B-OTHER' })]
    const referral = { organisation_id, consent_on: '2021-06-01', status: 'made' } as const
    for (const category of ['export', 'export', 'finance'])
      await aRecord(hub, 'referral', { ...referral, business_id: one.id, category, made_on: '2021-06-01' })
    await aRecord(hub, 'referral', { ...referral, business_id: other.id, category: 'export', made_on: '2022-03-31' })
    await aRecord(hub, 'referral', { ...referral, business_id: other.id, category: 'finance', made_on: '2022-04-01' })
    const withdrawn = { ...referral, status: 'withdrawn' } as const
    await aRecord(hub, 'referral', { ...withdrawn, business_id: other.id, category: 'digital', made_on: '2021-06-01' })

    expect(await counted(hub, 'gh.referred_by_category', YEAR)).toEqual(['B-ONE', 'B-OTHER'])
    const definition = findDefinition('gh.referred_by_category')
    if (!definition) throw new Error('No definition')
    const asked = { hub_id: hub.hub_id, year: theYear(YEAR) }
    expect(await hub.inside((tx) => categoriesOf(tx, definition, asked))).toEqual([
      { name: 'export', units: 2 },
      { name: 'finance', units: 1 },
    ])
  })

  test('each category opens a list as long as its number', async () => {
    const ask = (category: string) =>
      hub.as('manager').indicators.units({ key: 'gh.referred_by_category', year: YEAR, category })
    const { rows, total, categories } = await ask('export')
    expect([rows.length, total]).toEqual([2, 2])
    expect(categories).toHaveLength(2)
    expect((await ask('finance')).rows.map(({ reference }) => reference)).toEqual(['B-ONE'])
    expect((await ask('premises')).total).toBe(0)
  })
})

describe('people making initial contact', () => {
  test('are those of whom nothing was known, by helpline, e-mail or direct referral', async () => {
    const ask = async (
      reference: string,
      facts: { channel?: string; status?: 'new' | 'spam'; received_on?: string },
    ) => {
      const { id: person_id } = await hub.aPerson({ reference })
      await aRecord(hub, 'enquiry', {
        person_id,
        channel: 'telephone',
        received_on: '2021-06-14',
        status: 'new',
        ...facts,
      })
      return person_id
    }
    await ask('P-RANG', {})
    await ask('P-WROTE', { channel: 'e-mail', received_on: '2022-03-31' })
    await ask('P-SENT', { channel: 'partner' })
    await ask('P-WALKED-IN', { channel: 'walk-in' })
    await ask('P-SPAM', { status: 'spam' })
    await ask('P-NEXT-YEAR', { received_on: '2022-04-01' })
    const twice = await ask('P-TWICE', {})
    await aRecord(hub, 'enquiry', { person_id: twice, channel: 'telephone', received_on: '2021-07-01', status: 'new' })
    const known = await ask('P-KNOWN', {})
    await aRecord(hub, 'interaction', { ...advice, person_id: known, occurred_on: '2021-06-13' })
    const sameDay = await ask('P-SAME-DAY', {})
    await aRecord(hub, 'interaction', { ...advice, person_id: sameDay })
    const lastYear = await ask('P-LAST-YEAR', {})
    await aRecord(hub, 'enquiry', { person_id: lastYear, channel: 'event', received_on: '2019-05-01', status: 'new' })
    const noEvent = await ask('P-NO-EVENT', {})
    const event_id = await aRecord(hub, 'event', {
      title: 'Entered twice',
      held_on: '2021-05-01',
      minutes: 60,
      status: 'delivered',
      voided_at: new Date(),
      void_reason: 'It is there already',
    })
    await aRecord(hub, 'attendance', { event_id, person_id: noEvent, status: 'attended' })

    expect(await counted(hub, 'local.initial_contacts', YEAR)).toEqual([
      'P-NO-EVENT',
      'P-RANG',
      'P-SAME-DAY',
      'P-SENT',
      'P-TWICE',
      'P-WROTE',
    ])
  })

  test('a new person of a client business is no initial contact, nor is one known under a merged record', async () => {
    const business = await hub.aBusiness()
    await aRecord(hub, 'interaction', { ...advice, business_id: business.id, occurred_on: '2021-05-01' })
    const colleague = await hub.aPerson({ reference: 'P-COLLEAGUE' })
    const survivor = await hub.aPerson({ reference: 'P-MERGED' })
    const twin = await hub.aPerson({ merged_into_id: survivor.id })
    await aRecord(hub, 'interaction', { ...advice, person_id: twin.id, occurred_on: '2020-05-01' })
    const enquiry = { channel: 'telephone', received_on: '2021-06-14', status: 'answered' } as const
    await aRecord(hub, 'enquiry', { ...enquiry, person_id: colleague.id, business_id: business.id })
    await aRecord(hub, 'enquiry', { ...enquiry, person_id: survivor.id })

    const found = await counted(hub, 'local.initial_contacts', YEAR)
    expect(found.filter((reference) => reference === 'P-COLLEAGUE' || reference === 'P-MERGED')).toEqual([])
    const why = await hub.as('adviser').indicators.why({ kind: 'person', id: colleague.id, year: YEAR })
    expect(why.find(({ key }) => key === 'local.initial_contacts')).toMatchObject({
      why: 'It was not the first contact: the person or the business was known before that day.',
    })
  })
})

describe('businesses given one-to-one support', () => {
  const ours = async (year = YEAR) =>
    (await counted(hub, 'local.one_to_one', year)).filter((reference) => reference.startsWith('B-121-'))
  const met = async (reference: string, facts: Partial<Parameters<typeof aMeeting>[0]> = {}) => {
    const { id: business_id } = await hub.aBusiness({ reference: `B-121-${reference}` })
    await aMeeting({ business_id, ...facts })
    return business_id
  }
  const aMeeting = (facts: {
    business_id: string
    kind?: 'advice_session' | 'diagnostic_meeting' | 'mentoring' | 'account_management' | 'triage_call' | 'admin_note'
    occurred_on?: string
    minutes?: number
    evidence_level?: 'none'
  }) => aRecord(hub, 'interaction', { ...advice, ...facts })

  test('count by a meeting of each of the four kinds, wherever they lie and whatever the proof', async () => {
    for (const kind of ['advice_session', 'diagnostic_meeting', 'mentoring', 'account_management'] as const)
      await met(kind, { kind })
    await met('MINUTE', { minutes: 1 })
    await met('UNPROVEN', { evidence_level: 'none' })
    const away = await hub.aBusiness({ reference: 'B-121-AWAY', district_code: 'E08000003' })
    await aMeeting({ business_id: away.id })

    expect(await ours()).toEqual(
      ['AWAY', 'MINUTE', 'UNPROVEN', 'account_management', 'advice_session', 'diagnostic_meeting', 'mentoring'].map(
        (name) => `B-121-${name}`,
      ),
    )
  })

  test('do not count by other contacts, without a minute, by an event in a group, or by a meeting that was voided', async () => {
    const before = await ours()
    await met('TRIAGE', { kind: 'triage_call' })
    await met('NOTE', { kind: 'admin_note' })
    await met('NO-MINUTE', { minutes: 0 })
    const { id: business_id } = await hub.aBusiness({ reference: 'B-121-GROUP' })
    const event_id = await aRecord(hub, 'event', {
      title: 'Workshop',
      held_on: '2021-06-14',
      minutes: 90,
      status: 'delivered',
    })
    await aRecord(hub, 'attendance', { event_id, business_id, status: 'attended' })
    const { id: in_error } = await hub.aBusiness({ reference: 'B-121-IN-ERROR' })
    await aRecord(hub, 'interaction', {
      ...advice,
      business_id: in_error,
      voided_at: new Date(),
      void_reason: 'The wrong firm',
    })

    expect(await ours()).toEqual(before)
  })

  test('count from 1 April to 31 March, and once for all meetings, those of a merged record too', async () => {
    const [before, beforeNext] = [await ours(), await ours('2022-23')]
    const first = await met('FIRST', { occurred_on: '2021-04-01' })
    await met('LAST', { occurred_on: '2022-03-31' })
    await met('EARLY', { occurred_on: '2021-03-31' })
    const late = await met('LATE', { occurred_on: '2022-04-01' })
    await aMeeting({ business_id: first, occurred_on: '2021-12-01' })
    const twin = await hub.aBusiness({ merged_into_id: first })
    await aMeeting({ business_id: twin.id, kind: 'mentoring' })

    expect(await ours()).toEqual([...before, 'B-121-FIRST', 'B-121-LAST'].toSorted())
    expect(await ours('2022-23')).toEqual([...beforeNext, 'B-121-LATE'])
    await aMeeting({ business_id: late })
    expect(await ours()).toEqual([...before, 'B-121-FIRST', 'B-121-LAST', 'B-121-LATE'].toSorted())
  })
})

describe('scale-up potential', () => {
  const support = (business_id: string, minutes: number) =>
    aRecord(hub, 'interaction', { ...advice, business_id, minutes })

  test('counts where an adviser said so with a reason, and medium or high support was given in the same year', async () => {
    const [medium, light, high, late] = [
      await hub.aBusiness({ reference: 'B-MEDIUM' }),
      await hub.aBusiness({ reference: 'B-LIGHT' }),
      await hub.aBusiness({ reference: 'B-HIGH' }),
      await hub.aBusiness({ reference: 'B-LATE' }),
    ]
    for (const [{ id }, minutes] of [
      [medium, [180]],
      [light, [179]],
      [high, [600, 120]],
      [late, [180]],
    ] as const) {
      for (const each of minutes) await support(id, each)
    }
    const flag = {
      flag: 'scaleup_potential',
      reason: 'Three new export markets',
      flagged_by_id: hub.advisers.adviser,
    } as const
    for (const [{ id: business_id }, flagged_on] of [
      [medium, '2021-04-01'],
      [light, '2021-06-14'],
      [high, '2022-03-31'],
      [late, '2022-04-01'],
    ] as const)
      await aRecord(hub, 'business_flag', { ...flag, business_id, flagged_on })

    expect(await counted(hub, 'gh.scaleup_potential', YEAR)).toEqual(['B-HIGH', 'B-MEDIUM'])
    const why = await hub.as('adviser').indicators.why({ kind: 'business', id: light.id, year: YEAR })
    expect(why.find(({ key }) => key === 'gh.scaleup_potential')).toMatchObject({
      counted: false,
      why: 'It does not count in “Businesses given medium-intensity support” or “Businesses given high-intensity support”.',
    })
  })

  test('an adviser says it on the page of the business, and takes back what was said in error', async () => {
    const { id: business_id } = await hub.aBusiness({ reference: 'B-SAID' })
    await support(business_id, 200)
    const adviser = hub.as('adviser').businesses
    const id = crypto.randomUUID()
    const said = { request_id: crypto.randomUUID(), id, business_id, flag: 'scaleup_potential' } as const

    await expect(adviser.flag({ ...said, reason: ' ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await adviser.flags({ id: business_id })).toEqual([])
    const { version } = await adviser.flag({ ...said, reason: 'Ambition to double in two years' })

    expect(await adviser.flags({ id: business_id })).toMatchObject([
      { flagged_on: '2022-03-31', reason: 'Ambition to double in two years', flagged_by: `adviser of ${hub.slug}` },
    ])
    expect(await counted(hub, 'gh.scaleup_potential', YEAR)).toContain('B-SAID')
    await adviser.withdrawFlag({ request_id: crypto.randomUUID(), id, version, void_reason: 'The wrong business' })
    expect(await adviser.flags({ id: business_id })).toEqual([])
    expect(await counted(hub, 'gh.scaleup_potential', YEAR)).not.toContain('B-SAID')
  })
})

test('the pack has the same in its proof as each list', async () => {
  const keys = ['gh.individuals_start', 'gh.referred_by_category', 'gh.scaleup_potential', 'local.initial_contacts']
  const lists: Record<string, string[]> = {}
  for (const key of keys) lists[key] = await counted(hub, key, YEAR)
  expect(await proved(hub, keys, YEAR)).toEqual(lists)
})

test('the definitions say in words what they count', () => {
  const words = (key: string) => {
    const definition = findDefinition(key)
    return definition && inWords(definition)
  }
  expect(words('local.initial_contacts')).toBe(
    'Counts each person once for the year, when an enquiry came in (it came by telephone, helpline, e-mail, email, email website, partner, referral or direct referral; it was the first contact: nothing earlier is known of the person or the business; it is not duplicate or spam).',
  )
  expect(words('gh.scaleup_potential')).toBe(
    'Counts each business once for the year, when “Scale-up potential” was flagged. It must count in “Businesses given medium-intensity support” or “Businesses given high-intensity support” of that year too.',
  )
  expect(words('skills.bootcamp_outcomes')).toBe(
    'Counts each person once for each course in the year, when a bootcamp reached milestone 3 (it had reached milestone 1; it had reached milestone 2). Evidence must be verified or better, where the record has a level.',
  )
})
