import { expect, test } from 'vitest'
import { type TestHub, aHub } from '../given/hub.ts'
import { aRecord, theFigures, theUnits } from '../given/records.ts'

/** The worked cases of the trade, as sentences. T11, T12 and T16 to T18 belong to later work. */

const advice = { kind: 'advice_session', channel: 'telephone', minutes: 60 } as const

async function anEventAttended(
  hub: TestHub,
  held_on: string,
  minutes: number,
  attendees: { business_id?: string; person_id?: string }[],
) {
  const event_id = await aRecord(hub, 'event', { title: 'Workshop', held_on, minutes, status: 'delivered' })
  for (const attendee of attendees) await aRecord(hub, 'attendance', { event_id, status: 'attended', ...attendee })
}

async function afterTwoCallsAndAWorkshop(hub: TestHub) {
  const { id: business_id, reference } = await hub.aBusiness()
  await aRecord(hub, 'interaction', { ...advice, business_id, occurred_on: '2021-05-03', minutes: 30 })
  await aRecord(hub, 'interaction', { ...advice, business_id, occurred_on: '2021-11-09', minutes: 60 })
  await anEventAttended(hub, '2022-02-02', 120, [{ business_id }])
  return { business_id, reference }
}

test('T1: two calls and a workshop are one business supported, with medium intensity', async () => {
  const hub = await aHub()

  await afterTwoCallsAndAWorkshop(hub)

  expect(await theFigures(hub, '2021-22')).toMatchObject({
    'lep.businesses_supported': '1',
    'gh.light': '0',
    'gh.medium': '1',
    'gh.high': '0',
  })
})

test('T2: exactly 720 minutes are high intensity, because the threshold is "at least"', async () => {
  const hub = await aHub()
  const { business_id } = await afterTwoCallsAndAWorkshop(hub)

  await aRecord(hub, 'interaction', { ...advice, business_id, occurred_on: '2022-03-30', minutes: 510 })

  expect(await theFigures(hub, '2021-22')).toMatchObject({ 'gh.light': '0', 'gh.medium': '0', 'gh.high': '1' })
})

test('T2: one minute less is medium intensity', async () => {
  const hub = await aHub()
  const { business_id } = await afterTwoCallsAndAWorkshop(hub)

  await aRecord(hub, 'interaction', { ...advice, business_id, occurred_on: '2022-03-30', minutes: 509 })

  expect(await theFigures(hub, '2021-22')).toMatchObject({ 'gh.medium': '1', 'gh.high': '0' })
})

test('T3: 31 March belongs to the year that ends and 1 April to the next, whenever they are entered', async () => {
  const hub = await aHub()
  const [last, first] = [await hub.aBusiness(), await hub.aBusiness()]

  await aRecord(hub, 'interaction', { ...advice, business_id: last.id, occurred_on: '2022-03-31' })
  await aRecord(hub, 'interaction', { ...advice, business_id: first.id, occurred_on: '2022-04-01' })

  expect(await theUnits(hub, '2021-22', 'lep.businesses_supported')).toEqual([last.reference])
  expect(await theUnits(hub, '2022-23', 'lep.businesses_supported')).toEqual([first.reference])
})

test('T4: two founders and their company are two people, one business supported and one started, never four helped', async () => {
  const hub = await aHub()
  const founders = [
    await hub.aPerson({ trading_since: '2021-09-06' }),
    await hub.aPerson({ trading_since: '2021-09-06' }),
  ]
  for (const founder of founders)
    await aRecord(hub, 'interaction', {
      ...advice,
      person_id: founder.id,
      occurred_on: '2021-06-14',
      start_up_support: true,
    })

  const company = await hub.aBusiness()
  await aRecord(hub, 'outcome', {
    kind: 'business_started',
    business_id: company.id,
    state: 'evidenced',
    evidence_level: 'documented',
    occurred_on: '2021-09-06',
  })
  await aRecord(hub, 'interaction', { ...advice, business_id: company.id, occurred_on: '2021-10-11' })

  expect(await theFigures(hub, '2021-22')).toMatchObject({
    'lep.individuals_helped_to_start': '2',
    'lep.businesses_supported': '1',
    'lep.businesses_started': '1',
  })
})

test('T4: start-up support on the very day on which a person begins to trade does not count', async () => {
  const hub = await aHub()
  const person = await hub.aPerson({ trading_since: '2021-06-14' })

  await aRecord(hub, 'interaction', {
    ...advice,
    person_id: person.id,
    occurred_on: '2021-06-14',
    start_up_support: true,
  })

  expect(await theFigures(hub, '2021-22')).toMatchObject({ 'lep.individuals_helped_to_start': '0' })
})

test('T5: one firm entered twice and merged is one business supported, and its former name still leads there', async () => {
  const hub = await aHub()
  const survivor = await hub.aBusiness({ name: 'SMITH POTTERY LTD', company_number: '01234567' })
  const twin = await hub.aBusiness({ name: 'Smith Pottery', merged_into_id: survivor.id })

  await aRecord(hub, 'interaction', { ...advice, business_id: survivor.id, occurred_on: '2021-06-14' })
  await aRecord(hub, 'interaction', { ...advice, business_id: twin.id, occurred_on: '2021-07-14' })

  expect(await theUnits(hub, '2021-22', 'lep.businesses_supported')).toEqual([survivor.reference])
})

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

test('an event gives a business its minutes once, however many of its people came', async () => {
  const hub = await aHub()
  const { id: business_id } = await hub.aBusiness()
  const people = [await hub.aPerson(), await hub.aPerson(), await hub.aPerson()]

  await anEventAttended(
    hub,
    '2021-10-05',
    90,
    people.map((person) => ({ business_id, person_id: person.id })),
  )

  expect(await theFigures(hub, '2021-22')).toMatchObject({
    'gh.light': '1',
    'gh.medium': '0',
    'local.event_businesses': '1',
  })
})

test('a voided record no longer counts', async () => {
  const hub = await aHub()
  const { id: business_id } = await hub.aBusiness()
  const id = await aRecord(hub, 'interaction', { ...advice, business_id, occurred_on: '2021-06-14' })

  await hub.inside((tx) =>
    tx
      .updateTable('interaction')
      .set({ voided_at: new Date(), void_reason: 'Entered for the wrong firm' })
      .where('hub_id', '=', hub.hub_id)
      .where('id', '=', id)
      .execute(),
  )

  expect(await theFigures(hub, '2021-22')).toMatchObject({ 'lep.businesses_supported': '0' })
})

test("another hub's records change nothing", async () => {
  const [hub, other] = [await aHub(), await aHub()]
  const { id: business_id } = await other.aBusiness()

  await aRecord(other, 'interaction', { ...advice, business_id, occurred_on: '2021-06-14' })

  expect(await theFigures(hub, '2021-22')).toMatchObject({ 'lep.businesses_supported': '0' })
  expect(await theFigures(other, '2021-22')).toMatchObject({ 'lep.businesses_supported': '1' })
})
