import { expect, test } from 'vitest'
import { type TestHub, aHub } from '../../given/hub.ts'
import { theFigures } from '../../given/records.ts'
import { importInto } from './folder.ts'
import { everythingIn } from './nothing-written.ts'
import { type Cells, type FileName, WHOLE, likeTheGood, wholeBundle } from './whole-bundle.ts'

type Check = {
  says: string
  file: FileName
  cells: Cells
  column: string
  found: string
  problem: string
}

const NO_CLIENT = { business_reference: '', person_reference: '' }
const needsClient = (file: FileName, a: string): Check => ({
  says: `${a} without a client`,
  file,
  cells: NO_CLIENT,
  column: 'business_reference',
  found: '',
  problem: 'Fill in business_reference or person_reference',
})

/** One line for each sentence of the contract's "Checks across columns", and for those that follow from its columns. */
const CHECKS: Check[] = [
  {
    says: 'a case closed before it was opened',
    file: 'cases.csv',
    cells: { closed_on: '2021-04-30' },
    column: 'closed_on',
    found: '2021-04-30',
    problem: 'closed_on is before opened_on: correct one of the two days',
  },
  {
    says: 'an enquiry closed before it was received',
    file: 'enquiries.csv',
    cells: { closed_on: '2021-04-19' },
    column: 'closed_on',
    found: '2021-04-19',
    problem: 'closed_on is before received_on: correct one of the two days',
  },
  {
    says: 'a role that ends before it begins',
    file: 'business_roles.csv',
    cells: { to: '2020-01-31' },
    column: 'to',
    found: '2020-01-31',
    problem: 'to is before from: correct one of the two days',
  },
  {
    says: 'fieldwork that ends before it begins',
    file: 'surveys.csv',
    cells: { fieldwork_to: '2021-09-30' },
    column: 'fieldwork_to',
    found: '2021-09-30',
    problem: 'fieldwork_to is before fieldwork_from: correct one of the two days',
  },
  ...([{ verified_by_email: '' }, { verified_on: '' }, { verified_by_email: '', verified_on: '' }] as Cells[]).map(
    (cells) => ({
      says: `a verified outcome without ${Object.keys(cells).join(' and ')}`,
      file: 'outcomes.csv' as const,
      cells,
      column: 'verified_on',
      found: cells['verified_on'] === undefined ? '2021-09-01' : '',
      problem: 'A verified outcome needs verified_by_email and verified_on: say who verified it and when',
    }),
  ),
  {
    says: 'a skills review held before it was offered',
    file: 'skills_reviews.csv',
    cells: { held_on: '2021-05-31' },
    column: 'held_on',
    found: '2021-05-31',
    problem: 'held_on is before offered_on: correct one of the two days',
  },
  {
    says: 'a skills review held on no day',
    file: 'skills_reviews.csv',
    cells: { held_on: '' },
    column: 'held_on',
    found: '',
    problem: 'A skills review with status held needs held_on: enter the day on which it was held',
  },
  {
    says: 'a slot that ends when it starts',
    file: 'skills_reviews.csv',
    cells: { slot_end: '2021-07-01T09:00:00Z' },
    column: 'slot_end',
    found: '2021-07-01T09:00:00Z',
    problem: 'slot_end must be after slot_start: correct the times of the slot',
  },
  {
    says: 'a slot without an end',
    file: 'skills_reviews.csv',
    cells: { slot_end: '' },
    column: 'slot_start',
    found: '2021-07-01T10:00:00+01:00',
    problem: 'A slot needs both slot_start and slot_end',
  },
  {
    says: 'a referral accepted on no day',
    file: 'referrals.csv',
    cells: { status: 'accepted', accepted_on: '' },
    column: 'accepted_on',
    found: '',
    problem: 'A referral with status accepted needs accepted_on: enter the day on which the partner accepted it',
  },
  {
    says: 'a job created without hours',
    file: 'outcomes.csv',
    cells: { hours_per_week: '' },
    column: 'hours_per_week',
    found: '',
    problem: 'A job created needs hours_per_week',
  },
  ...['investment_private', 'investment_public'].map((kind) => ({
    says: `an ${kind} without an amount`,
    file: 'outcomes.csv' as const,
    cells: { kind, amount_gbp: '' },
    column: 'amount_gbp',
    found: '',
    problem: 'An investment needs amount_gbp',
  })),
  {
    says: 'a full-time week of no hours',
    file: 'outcomes.csv',
    cells: { full_time_week: '0.0' },
    column: 'full_time_week',
    found: '0.0',
    problem: 'full_time_week cannot be 0: enter the hours of a full-time week, or leave it blank',
  },
  {
    says: 'an interaction of tomorrow',
    file: 'interactions.csv',
    cells: { occurred_on: '2022-04-01' },
    column: 'occurred_on',
    found: '2022-04-01',
    problem: 'An interaction cannot be dated in the future: correct occurred_on',
  },
  {
    says: 'a business merged into itself',
    file: 'businesses.csv',
    cells: { reference: 'B-2', merged_into_reference: 'B-2' },
    column: 'merged_into_reference',
    found: 'B-2',
    problem: 'A business cannot be merged into itself: name the business that remains',
  },
  {
    says: 'a person merged into themselves',
    file: 'people.csv',
    cells: { reference: 'P-2', merged_into_reference: 'P-2' },
    column: 'merged_into_reference',
    found: 'P-2',
    problem: 'A person cannot be merged into themselves: name the person who remains',
  },
  needsClient('cases.csv', 'a case'),
  needsClient('interactions.csv', 'an interaction'),
  needsClient('diagnostics.csv', 'a diagnostic'),
  needsClient('referrals.csv', 'a referral'),
  needsClient('partner_support.csv', 'partner support'),
  {
    says: 'a reference that stands twice',
    file: 'grants.csv',
    cells: { reference: 'GR-1' },
    column: 'reference',
    found: 'GR-1',
    problem: 'The same reference stands on line 2 and on line 3: give each row one of its own, or take this row out',
  },
  {
    says: 'an adviser twice, in other letters',
    file: 'advisers.csv',
    cells: { email: 'ANN@hub.example' },
    column: 'email',
    found: 'ann@hub.example',
    problem: 'The same email stands on line 2 and on line 3: give each row one of its own, or take this row out',
  },
  {
    says: 'a second hub',
    file: 'hub.csv',
    cells: { name: 'Another' },
    column: 'name',
    found: 'hub',
    problem: 'The same name stands on line 2 and on line 3: keep one row: the file describes one hub',
  },
  {
    says: 'a target that stands twice',
    file: 'targets.csv',
    cells: { indicator_key: 'lep.jobs_created', value: '9' },
    column: 'indicator_key',
    found: 'lep.jobs_created 2021-22',
    problem:
      'The same indicator_key stands on line 2 and on line 3: give each row one of its own, or take this row out',
  },
]

test.each(CHECKS)('$says is refused, and nothing is written', async ({ file, cells, column, found, problem }) => {
  const hub = await aHub()
  const before = await everythingIn(hub)

  const told = await importInto(hub, wholeBundle({ [file]: [likeTheGood(file, cells)] }))

  expect(told.rejected).toEqual([{ file, line: 3, column, found, problem }])
  expect(told).toMatchObject({ accepted: false, problems: 1 })
  expect(await everythingIn(hub)).toEqual(before)
})

const ringOf = (file: 'businesses.csv' | 'people.csv', names: readonly string[]): Cells[] =>
  names.map((reference, index) => ({
    ...WHOLE[file],
    reference,
    merged_into_reference: names[(index + 1) % names.length] ?? '',
  }))

test.each([
  ['businesses.csv', 'business', 2],
  ['businesses.csv', 'business', 3],
  ['people.csv', 'person', 2],
  ['people.csv', 'person', 9],
] as const)('in %s a ring of merges is refused, every %s of the %i in it', async (file, noun, many) => {
  const hub = await aHub()
  const before = await everythingIn(hub)
  const names = Array.from({ length: many }, (_, index) => `RING-${index}`)
  const leadsIn = { ...WHOLE[file], reference: 'LEADS-IN', merged_into_reference: 'RING-0' }

  const told = await importInto(hub, wholeBundle({ [file]: [...ringOf(file, names), leadsIn] }))

  expect(told.rejected).toEqual(
    names.map((_, index) => ({
      file,
      line: index + 3,
      column: 'merged_into_reference',
      found: names[(index + 1) % many],
      problem: `The merges from here lead back to this ${noun}: name one that is not merged itself`,
    })),
  )
  expect(await everythingIn(hub)).toEqual(before)
})

test.each([
  ['an interaction of today', { 'interactions.csv': { occurred_on: '2022-03-31' } }],
  ['an interaction before the business was incorporated', { 'interactions.csv': { occurred_on: '2009-12-31' } }],
  ['a job safeguarded whose risk nobody noted', { 'outcomes.csv': { kind: 'job_safeguarded', at_risk_noted_on: '' } }],
  ['a diagnostic of a person alone', { 'diagnostics.csv': { business_reference: '' } }],
  ['an answer without a name', { 'survey_responses.csv': NO_CLIENT }],
] as const)('%s is taken', async (_, files) => {
  const hub = await aHub()
  const others = Object.entries(files).map(([file, cells]) => [file, [likeTheGood(file as FileName, cells)]])

  expect((await importInto(hub, wholeBundle(Object.fromEntries(others)))).rejected).toEqual([])
})

test('after midnight in London an interaction of the new day is no longer of tomorrow', async () => {
  const rows = [likeTheGood('interactions.csv', { occurred_on: '2022-04-01' })]
  const at = (now: string) => async (hub: TestHub) =>
    (await importInto(hub, wholeBundle({ 'interactions.csv': rows }), { now: new Date(now), dry_run: true })).accepted
  const hub = await aHub()

  expect([await at('2022-03-31T22:59:59Z')(hub), await at('2022-03-31T23:00:00Z')(hub)]).toEqual([false, true])
})

test('a job safeguarded without a note of the risk is in the hub and in no figure', async () => {
  const hub = await aHub()
  const job = { kind: 'job_safeguarded', hours_per_week: '37.5' }
  const rows = [
    likeTheGood('outcomes.csv', { ...job, at_risk_noted_on: '' }, 2),
    likeTheGood('outcomes.csv', { ...job, at_risk_noted_on: '2021-08-01' }, 3),
    likeTheGood('outcomes.csv', job, 4),
  ]

  await importInto(hub, wholeBundle({ 'outcomes.csv': rows }))

  expect(await theFigures(hub, '2021-22')).toMatchObject({ 'lep.jobs_safeguarded': '1.00', 'lep.jobs_created': '1.00' })
})
