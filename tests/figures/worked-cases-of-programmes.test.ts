import { expect, test } from 'vitest'
import { aHub } from '../given/hub.ts'
import { aRecord, theFigures } from '../given/records.ts'

/** The worked cases of skills, jobs, money, referrals and surveys. T11, T12 and T16 to T18 are beside what they try. */

test('T6: a review offered in March and held in April counts as offered in one year and held in the next', async () => {
  const hub = await aHub()
  const { id: business_id } = await hub.aBusiness()

  await aRecord(hub, 'skills_review', { business_id, status: 'held', offered_on: '2022-03-20', held_on: '2022-04-20' })

  expect(await theFigures(hub, '2021-22')).toMatchObject({
    'lep.skills_reviews_offered': '1',
    'skills.reviews_held': '0',
  })
  expect(await theFigures(hub, '2022-23')).toMatchObject({
    'lep.skills_reviews_offered': '0',
    'skills.reviews_held': '1',
  })
})

test('T7: three offers to one business in a year count once', async () => {
  const hub = await aHub()
  const { id: business_id } = await hub.aBusiness()

  for (const offered_on of ['2021-04-01', '2021-09-10', '2022-03-31'])
    await aRecord(hub, 'skills_review', { business_id, status: 'no_response', offered_on })

  expect(await theFigures(hub, '2021-22')).toMatchObject({ 'lep.skills_reviews_offered': '1' })
})

test('T8: posts count as full-time equivalents of 30 hours in the year in which they are filled', async () => {
  const hub = await aHub()
  const { id: business_id } = await hub.aBusiness()
  const job = {
    kind: 'job_created',
    business_id,
    state: 'verified',
    is_primary: true,
    verified_by_id: hub.advisers.manager,
    verified_on: '2022-04-20',
    full_time_week: '37.5',
  } as const

  await aRecord(hub, 'outcome', { ...job, hours_per_week: '30', occurred_on: '2022-02-01' })
  await aRecord(hub, 'outcome', { ...job, hours_per_week: '15', occurred_on: '2022-03-01' })
  await aRecord(hub, 'outcome', { ...job, hours_per_week: '24', occurred_on: '2022-04-05' })

  expect(await theFigures(hub, '2021-22')).toMatchObject({ 'lep.jobs_created': '1.50' })
  expect(await theFigures(hub, '2022-23')).toMatchObject({ 'lep.jobs_created': '0.80' })
})

test('T9: a post claimed by a capital project and by its tenant counts once, for the primary claim', async () => {
  const hub = await aHub()
  const { id: business_id } = await hub.aBusiness()
  const capital_project_id = await aRecord(hub, 'capital_project', { name: 'Kiln Street workspace' })
  const post = {
    kind: 'job_created',
    state: 'verified',
    verified_by_id: hub.advisers.manager,
    verified_on: '2022-01-20',
    hours_per_week: '37.5',
    occurred_on: '2022-01-10',
  } as const

  await aRecord(hub, 'outcome', { ...post, capital_project_id, is_primary: true })
  await aRecord(hub, 'outcome', { ...post, business_id, is_primary: false })

  expect(await theFigures(hub, '2021-22')).toMatchObject({ 'lep.jobs_created': '1.00' })
})

test('T10: private money counts on the day on which it leaves the bank', async () => {
  const hub = await aHub()
  const capital_project_id = await aRecord(hub, 'capital_project', { name: 'Kiln Street workspace' })

  await aRecord(hub, 'capital_funding', {
    capital_project_id,
    source: 'private',
    amount_pence: 4_000_000,
    state: 'defrayed',
    defrayed_on: '2022-04-02',
    verified_on: '2022-04-20',
  })

  expect(await theFigures(hub, '2021-22')).toMatchObject({ 'lep.private_investment_leveraged': '0.00' })
  expect(await theFigures(hub, '2022-23')).toMatchObject({ 'lep.private_investment_leveraged': '40000.00' })
})

test('T13: a referral made in March and accepted in April counts as referred in one year and as moved on in the next', async () => {
  const hub = await aHub()
  const { id: business_id } = await hub.aBusiness()
  const organisation_id = await aRecord(hub, 'organisation', { name: 'Chamber', kind: 'chamber' })

  await aRecord(hub, 'referral', {
    business_id,
    organisation_id,
    category: 'export',
    status: 'accepted',
    consent_on: '2022-03-28',
    made_on: '2022-03-28',
    accepted_on: '2022-04-06',
  })

  expect(await theFigures(hub, '2021-22')).toMatchObject({ 'gh.referred_any': '1', 'local.referrals_moved_on': '0' })
  expect(await theFigures(hub, '2022-23')).toMatchObject({ 'gh.referred_any': '0', 'local.referrals_moved_on': '1' })
})

test('T14: a person on three courses is one person upskilled in each year with a start', async () => {
  const hub = await aHub()
  const person = await hub.aPerson()
  const course_id = await aRecord(hub, 'course', { title: 'Welding', kind: 'short_course' })

  for (const qualifying_start_on of ['2022-02-14', '2022-05-09', '2022-05-16'])
    await aRecord(hub, 'participation', {
      person_id: person.id,
      course_id,
      status: 'started',
      qualifying_start_on,
      evidence_level: 'documented',
    })

  expect(await theFigures(hub, '2021-22')).toMatchObject({ 'lep.individuals_upskilled': '1' })
  expect(await theFigures(hub, '2022-23')).toMatchObject({ 'lep.individuals_upskilled': '1' })
})

test('T15: two answers by one business and one without a name are two businesses engaged', async () => {
  const hub = await aHub()
  const { id: business_id } = await hub.aBusiness()
  const survey_id = await aRecord(hub, 'survey', {
    family: 'sitrep',
    title: 'SITREP 2022',
    fieldwork_from: '2022-01-10',
  })

  for (const answer of [{ business_id }, { business_id }, {}])
    await aRecord(hub, 'survey_response', { survey_id, submitted_on: '2022-02-01', valid: true, ...answer })

  expect(await theFigures(hub, '2021-22')).toMatchObject({ 'lep.sitrep_businesses': '2' })
})
