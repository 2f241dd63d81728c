import { findDefinition } from '@hubline/domain/indicators/catalogue.ts'
import { changed, unchanged } from '@hubline/domain/indicators/change-definition.ts'
import { ownStarter } from '@hubline/domain/indicators/own-indicator.ts'
import { unitsOf } from '@hubline/reporting/units.ts'
import { expect, test } from 'vitest'
import { counted, proved } from '../given/counted.ts'
import { aHub } from '../given/hub.ts'
import { aProgramme, aRecord, theFigures, theYear } from '../given/records.ts'

const YEAR = '2024-25'

test('UKSPF counts per programme, with the least support that the lead authority has set', async () => {
  const hub = await aHub()
  const ukspf = { framework: 'ukspf', definition_version: 1 } as const
  const any = await aProgramme(hub, { ...ukspf, reference: 'ANY' })
  const hours = await aProgramme(hub, { ...ukspf, reference: 'HOURS', minimum_minutes: 180 })
  const support = { kind: 'advice_session', channel: 'video', evidence_level: 'documented' } as const
  const [one, two] = [await hub.aBusiness({ reference: 'B-ONE' }), await hub.aBusiness({ reference: 'B-TWO' })]
  await aRecord(hub, 'interaction', {
    ...support,
    business_id: one.id,
    programme_id: any,
    occurred_on: '2024-04-01',
    minutes: 1,
  })
  await aRecord(hub, 'interaction', {
    ...support,
    business_id: one.id,
    programme_id: hours,
    occurred_on: '2024-03-31',
    minutes: 179,
  })
  await aRecord(hub, 'interaction', {
    ...support,
    business_id: two.id,
    programme_id: hours,
    occurred_on: '2025-03-31',
    minutes: 179,
  })
  const event_id = await aRecord(hub, 'event', {
    title: 'Day',
    held_on: '2025-03-01',
    minutes: 1,
    status: 'delivered',
    programme_id: hours,
  })
  for (let guest = 0; guest < 2; guest += 1)
    await aRecord(hub, 'attendance', {
      event_id,
      business_id: one.id,
      status: 'attended',
      evidence_level: 'documented',
    })
  await aRecord(hub, 'interaction', {
    ...support,
    business_id: two.id,
    programme_id: any,
    occurred_on: '2024-05-01',
    minutes: 60,
    evidence_level: 'self_declared',
  })
  expect(await counted(hub, 'ukspf.business_nonfinancial', YEAR)).toEqual(['B-ONE (ANY)', 'B-ONE (HOURS)'])
  expect(await counted(hub, 'ukspf.business_nonfinancial', '2023-24')).toEqual([])

  const [ready, trading] = [
    await hub.aPerson({ reference: 'P-READY' }),
    await hub.aPerson({ trading_since: '2024-01-01' }),
  ]
  for (const { id: person_id } of [ready, trading])
    await aRecord(hub, 'interaction', {
      ...support,
      person_id,
      programme_id: any,
      occurred_on: '2024-05-01',
      minutes: 30,
    })
  expect(await counted(hub, 'ukspf.enterprise_ready', YEAR)).toEqual(['P-READY (ANY)'])

  const grant = { scheme: 'Growth', regime: 'mfa', amount_pence: 500, status: 'paid' } as const
  await aRecord(hub, 'grant_award', { ...grant, business_id: two.id, programme_id: any, paid_on: '2024-05-01' })
  await aRecord(hub, 'grant_award', {
    ...grant,
    business_id: one.id,
    programme_id: any,
    accepted_on: '2024-05-01',
    status: 'offer_accepted',
  })
  expect(await counted(hub, 'ukspf.business_grants', YEAR)).toEqual(['B-TWO (ANY)'])

  const result = {
    business_id: one.id,
    programme_id: any,
    occurred_on: '2024-06-01',
    evidence_level: 'documented',
  } as const
  await aRecord(hub, 'outcome', {
    ...result,
    kind: 'job_created',
    state: 'evidenced',
    hours_per_week: '30',
    full_time_week: '40',
  })
  await aRecord(hub, 'outcome', { ...result, kind: 'job_created', state: 'forecast', hours_per_week: '40' })
  const post = { ...result, kind: 'job_created', state: 'evidenced', hours_per_week: '40' } as const
  await aRecord(hub, 'outcome', { ...post, expected_months: 11 })
  await aRecord(hub, 'outcome', { ...post, expected_months: 12 })
  await aRecord(hub, 'outcome', { ...result, kind: 'new_product_to_firm', state: 'evidenced' })
  await aRecord(hub, 'outcome', {
    ...result,
    kind: 'new_product_to_firm',
    state: 'evidenced',
    evidence_level: 'self_declared',
    business_id: two.id,
  })
  expect(await theFigures(hub, YEAR)).toMatchObject({ 'ukspf.jobs_created': '1.75' })
  expect(await counted(hub, 'ukspf.new_to_firm_products', YEAR)).toEqual(['B-ONE (ANY)'])

  const course_id = await aRecord(hub, 'course', { title: 'Bookkeeping', kind: 'short_course' })
  const learned = { course_id, status: 'completed', evidence_level: 'documented' } as const
  const [stranger, rung] = [await hub.aPerson(), await hub.aPerson()]
  const contact = { ...support, person_id: rung.id, programme_id: any, occurred_on: '2024-04-20' } as const
  await aRecord(hub, 'interaction', { ...contact, kind: 'attempted_contact', minutes: 5 })
  await aRecord(hub, 'interaction', { ...contact, minutes: 0 })
  const cancelled = await aRecord(hub, 'event', {
    title: 'Called off',
    held_on: '2024-04-21',
    minutes: 60,
    status: 'cancelled',
    programme_id: any,
  })
  await aRecord(hub, 'attendance', { event_id: cancelled, person_id: rung.id, status: 'attended' })
  await aRecord(hub, 'participation', { ...learned, person_id: ready.id, completed_on: '2024-05-01' })
  await aRecord(hub, 'participation', { ...learned, person_id: ready.id, completed_on: '2025-03-01' })
  await aRecord(hub, 'participation', { ...learned, person_id: trading.id, completed_on: '2024-04-30' })
  for (const { id: person_id } of [stranger, rung])
    await aRecord(hub, 'participation', { ...learned, person_id, completed_on: '2024-06-30' })
  expect(await counted(hub, 'ukspf.people_qualified', YEAR)).toEqual(['P-READY (ANY)'])

  // A copy by another day asks for support by that day, and a learner need not have completed anything.
  const enrolled = { course_id, status: 'enrolled', evidence_level: 'documented' } as const
  await aRecord(hub, 'participation', { ...enrolled, person_id: ready.id, enrolled_on: '2024-05-01' })
  await aRecord(hub, 'participation', { ...enrolled, person_id: trading.id, enrolled_on: '2024-04-30' })
  const copied = ownStarter(findDefinition('ukspf.people_qualified')!, { key: 'own.copy', title: 'People enrolled' })
  const was = unchanged(copied)
  const by_enrolment = { ...was, ways: was.ways.map((way) => ({ ...way, dated: 'enrolled_on' })) }
  const list = await hub.inside((tx) =>
    unitsOf(tx, changed(copied, by_enrolment, 1), { hub_id: hub.hub_id, year: theYear(YEAR), size: 10 }),
  )
  expect(list.rows.map(({ reference }) => reference)).toEqual(['P-READY'])

  const keys = [
    'business_nonfinancial',
    'business_grants',
    'enterprise_ready',
    'new_to_firm_products',
    'people_qualified',
  ]
  const lists: Record<string, string[]> = {}
  for (const key of keys) lists[`ukspf.${key}`] = await counted(hub, `ukspf.${key}`, YEAR)
  expect(await proved(hub, Object.keys(lists), YEAR)).toEqual(lists)
})
