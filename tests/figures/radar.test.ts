import { pageSql } from '@hubline/api/records/key-page.ts'
import { nearlyCounting } from '@hubline/reporting/radar.ts'
import { expect, test } from 'vitest'
import { type TestHub, aHub } from '../given/hub.ts'
import { aProgramme, aRecord, theYear } from '../given/records.ts'

const advice = { kind: 'advice_session', channel: 'telephone', occurred_on: '2021-06-14' } as const

const nearly = (hub: TestHub, owner_id?: string, size = 50) =>
  hub.inside((tx) =>
    nearlyCounting(tx, {
      hub_id: hub.hub_id,
      year: theYear('2021-22'),
      page: pageSql({ direction: 'asc', size }),
      ...(owner_id === undefined ? {} : { owner_id }),
    }),
  )

test('the list of the nearly counting is in the order of the smallest fix, and its length is its number', async () => {
  const hub = await aHub()
  const [few, many, far] = [await hub.aBusiness(), await hub.aBusiness(), await hub.aBusiness()]
  const last = { ...advice, occurred_on: '2021-09-01' } as const
  await aRecord(hub, 'interaction', { ...last, business_id: few.id, minutes: 100 })
  await aRecord(hub, 'interaction', { ...last, business_id: many.id, minutes: 170 })
  await aRecord(hub, 'interaction', { ...last, business_id: far.id, minutes: 30 })
  const job = { kind: 'job_created', hours_per_week: '30', is_primary: true, state: 'claimed' } as const
  await aRecord(hub, 'outcome', { ...job, business_id: far.id, occurred_on: '2021-06-14' })
  await aRecord(hub, 'outcome', { ...job, state: 'rejected', business_id: few.id, occurred_on: '2021-06-14' })

  const ask = (size: number) => nearly(hub, undefined, size)
  const all = await ask(50)
  expect(all.rows.map(({ id, key, explanation: { fix } }) => [id, key, fix])).toEqual([
    [far.id, 'lep.jobs_created', 'A second person must verify it.'],
    [many.id, 'gh.medium', '10 minutes more of support in the year would make it count, or a completed diagnostic.'],
    [
      few.id,
      'gh.medium',
      '1 hour 20 minutes more of support in the year would make it count, or a completed diagnostic.',
    ],
  ])
  expect(all.listed).toBe(3)
  expect((await ask(1)).listed).toBe(3)
})

test('a record that came so far and lacks its deciding day nearly counts; one that only was offered does not', async () => {
  const hub = await aHub()
  const [reported, offered, early] = [await hub.aBusiness(), await hub.aBusiness(), await hub.aBusiness()]
  const review = { offered_on: '2021-06-01', offer_channel: 'e-mail' } as const
  await aRecord(hub, 'skills_review', { ...review, business_id: reported.id, status: 'report_issued' })
  await aRecord(hub, 'skills_review', { ...review, business_id: offered.id, status: 'offered' })
  await aRecord(hub, 'skills_review', {
    ...review,
    business_id: early.id,
    status: 'report_issued',
    offered_on: '2020-06-01',
  })

  const { rows } = await nearly(hub)

  const lacking = ['It has no day on which it was held.', 'It counts with the day on which it was held, in 2021-22.']
  expect(rows.map(({ id, key, explanation: { why, fix } }) => [id, key, why, fix])).toEqual([
    [reported.id, 'lep.businesses_supported', ...lacking],
    [reported.id, 'skills.reviews_held', ...lacking],
  ])
})

test('the list may be of one adviser: of whom knows the client best', async () => {
  const hub = await aHub()
  const [mine, theirs] = [await hub.aBusiness(), await hub.aBusiness()]
  const { adviser, manager } = hub.advisers
  await aRecord(hub, 'interaction', { ...advice, business_id: mine.id, minutes: 100, adviser_id: adviser })
  await aRecord(hub, 'interaction', { ...advice, business_id: theirs.id, minutes: 50, adviser_id: adviser })
  const later = { occurred_on: '2021-07-05', minutes: 60, adviser_id: manager } as const
  await aRecord(hub, 'interaction', { ...advice, business_id: theirs.id, ...later })

  const found = [await nearly(hub, adviser), await nearly(hub, manager)]

  expect(found.map(({ rows }) => rows.map(({ id }) => id))).toEqual([[mine.id], [theirs.id]])
})

test('an enterprise past half of the hours of an output is nearly counting in it, while the programme runs', async () => {
  const hub = await aHub()
  const erdf = { framework: 'erdf', definition_version: 3 } as const
  const [half, minute, ended] = [await hub.aBusiness(), await hub.aBusiness(), await hub.aBusiness()]
  const runs = await aProgramme(hub, { ...erdf, reference: 'RUNS', starts_on: '2021-04-01' })
  const over = await aProgramme(hub, { ...erdf, reference: 'OVER', starts_on: '2020-04-01', ends_on: '2021-03-31' })
  const given = { kind: 'advice_session', channel: 'video', evidence_level: 'verified' } as const
  const ofMay = { ...given, occurred_on: '2021-05-04', programme_id: runs } as const
  await aRecord(hub, 'interaction', { ...ofMay, business_id: half.id, minutes: 400 })
  await aRecord(hub, 'interaction', { ...ofMay, business_id: minute.id, minutes: 179 })
  const before = { ...given, occurred_on: '2021-03-01', programme_id: over } as const
  await aRecord(hub, 'interaction', { ...before, business_id: ended.id, minutes: 400 })
  await aRecord(hub, 'diagnostic', { business_id: minute.id, completed_on: '2021-05-10', evidence_level: 'verified' })
  const organisation_id = await aRecord(hub, 'organisation', { name: 'Chamber', kind: 'chamber' })
  const referral = { organisation_id, category: 'export', status: 'made', consent_on: '2021-05-20' } as const
  await aRecord(hub, 'referral', { ...referral, business_id: minute.id, made_on: '2021-05-20' })

  const { rows } = await nearly(hub)

  const more = (id: string) =>
    rows
      .filter((row) => row.id === id && row.key.startsWith('erdf.'))
      .map(({ key, explanation: { fix } }) => [key, fix])
  const hours = 'It counts with 5 hours 20 minutes more of support in the programme.'
  expect([half.id, minute.id, ended.id].map(more)).toEqual([
    [
      ['erdf.c1', hours],
      ['erdf.c4', hours],
    ],
    [['erdf.p13', 'It counts with 1 minute more of support in the programme.']],
    [],
  ])
})

test('a person past half of the hours is nearly counting as enterprise ready only if they did not trade before the year', async () => {
  const hub = await aHub()
  const [pending, trading] = [await hub.aPerson(), await hub.aPerson({ trading_since: '2021-03-31' })]
  const erdf = { framework: 'erdf', definition_version: 3 } as const
  const programme_id = await aProgramme(hub, { ...erdf, reference: 'START', starts_on: '2020-04-01' })
  const given = { kind: 'advice_session', channel: 'video', evidence_level: 'verified', minutes: 400 } as const
  for (const { id: person_id } of [pending, trading])
    await aRecord(hub, 'interaction', { ...given, occurred_on: '2021-03-01', person_id, programme_id })

  const { rows } = await nearly(hub)

  expect(rows.map(({ id, key }) => [id, key])).toEqual([[pending.id, 'erdf.p11']])
})
