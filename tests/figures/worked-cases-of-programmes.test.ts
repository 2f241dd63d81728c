import { expect, test } from 'vitest'
import { aHub } from '../given/hub.ts'
import { aRecord, theFigures, theUnits } from '../given/records.ts'

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

test('Skills for Growth engages a business of the area by a valid answer of the year, once; an answer without a name adds one', async () => {
  const hub = await aHub()
  const key = 'lep.skills_for_growth_businesses'
  const wave = { family: 'skills_for_growth', title: 'Skills for Growth', fieldwork_from: '2022-02-01' } as const
  const survey_id = await aRecord(hub, 'survey', wave)
  const [again, sitrep, dropped] = [
    await aRecord(hub, 'survey', { ...wave, title: 'Skills for Growth again' }),
    await aRecord(hub, 'survey', { ...wave, family: 'sitrep' }),
    await aRecord(hub, 'survey', { ...wave, voided_at: new Date(), void_reason: 'Entered twice' }),
  ]
  const answers = async (reference: string, ...given: Partial<Parameters<typeof answer>[0]>[]) => {
    const { id: business_id } = await hub.aBusiness({ reference })
    for (const facts of given) await answer({ business_id, ...facts })
    return business_id
  }
  const answer = (facts: {
    business_id?: string
    survey_id?: string
    submitted_on?: string
    valid?: boolean
    voided_at?: Date
    void_reason?: string
  }) => aRecord(hub, 'survey_response', { survey_id, submitted_on: '2022-02-14', valid: true, ...facts })

  const one = await answers('B-ONE', {}, { submitted_on: '2022-03-01' }, { survey_id: again })
  const twin = await hub.aBusiness({ merged_into_id: one })
  await answer({ business_id: twin.id })
  await answers('B-LAST-DAY', { submitted_on: '2022-03-31' })
  await answers('B-FIRST-DAY', { submitted_on: '2021-04-01' })
  await answers('B-EARLY', { submitted_on: '2021-03-31' })
  await answers('B-LATE', { submitted_on: '2022-04-01' })
  await answers('B-INVALID', { valid: false })
  await answers('B-SITREP', { survey_id: sitrep })
  await answers('B-NO-SURVEY', { survey_id: dropped })
  await answers('B-IN-ERROR', { voided_at: new Date(), void_reason: 'A test' })
  const away = await hub.aBusiness({ district_code: 'E08000003' })
  await answer({ business_id: away.id })

  expect(await theUnits(hub, '2021-22', key)).toEqual(['B-FIRST-DAY', 'B-LAST-DAY', 'B-ONE'])
  expect(await theUnits(hub, '2022-23', key)).toEqual(['B-LATE'])
  for (const valid of [true, true, false]) await answer({ valid })
  expect(await theFigures(hub, '2021-22')).toMatchObject({ [key]: '5', 'lep.sitrep_businesses': '1' })
})

test('a capital project has progressed in each year in which it reached one of three milestones, once', async () => {
  const hub = await aHub()
  const key = 'lep.capital_projects_progressed'
  type Milestone = 'approved' | 'contracted' | 'start_on_site' | 'practical_completion' | 'operational'
  const project = async (reference: string, ...reached: [Milestone, string | null][]) => {
    const { id: capital_project_id } = await hub.inside((tx) =>
      tx
        .insertInto('capital_project')
        .values({ reference, name: `Works ${reference}` })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    const milestones: string[] = []
    for (const [milestone, actual_on] of reached)
      milestones.push(
        await aRecord(hub, 'capital_milestone', {
          capital_project_id,
          milestone,
          actual_on,
          forecast_on: '2021-09-01',
        }),
      )
    return { capital_project_id, milestones }
  }
  await project('CP-SITE', ['start_on_site', '2021-04-01'])
  await project('CP-BUILT', ['practical_completion', '2021-10-01'], ['operational', '2022-03-31'])
  await project('CP-DONE', ['practical_completion', '2022-01-10'])
  await project('CP-OPEN', ['operational', '2021-06-01'], ['start_on_site', '2020-06-01'])
  await project('CP-PAPER', ['approved', '2021-06-01'], ['contracted', '2021-07-01'])
  await project('CP-FORECAST', ['operational', null])
  await project('CP-EARLY', ['operational', '2021-03-31'])
  await project('CP-LATE', ['start_on_site', '2022-04-01'])
  const [wrong, dropped] = [
    await project('CP-WRONG', ['operational', '2021-06-01']),
    await project('CP-DROPPED', ['operational', '2021-06-01']),
  ]
  const voided = { voided_at: new Date(), void_reason: 'Entered in error' }
  await hub.inside(async (tx) => {
    await tx.updateTable('capital_milestone').set(voided).where('id', 'in', wrong.milestones).execute()
    await tx.updateTable('capital_project').set(voided).where('id', '=', dropped.capital_project_id).execute()
  })

  expect(await theUnits(hub, '2020-21', key)).toEqual(['CP-EARLY', 'CP-OPEN'])
  expect(await theUnits(hub, '2021-22', key)).toEqual(['CP-BUILT', 'CP-DONE', 'CP-OPEN', 'CP-SITE'])
  expect(await theUnits(hub, '2022-23', key)).toEqual(['CP-LATE'])
  expect(await theFigures(hub, '2021-22')).toMatchObject({ [key]: '4' })
})
