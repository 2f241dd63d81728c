import {
  type DemonstrationFile,
  demonstrationBundle,
  demonstrationNextSteps,
  demonstrationNorthBundle,
  demonstrationNorthNextSteps,
} from '@hubline/db/seed/demonstration.ts'
import { beforeAll, expect, test } from 'vitest'
import { problemsOf } from './bundle-problems.ts'
import type { Bundle, Row } from './read-bundle.ts'
import { IN_NO_BUNDLE, KEYS, recount, unitsOf } from './recount.ts'

const LAST_DAY = '2026-11-20'
const YEARS = ['2019-20', '2020-21', '2021-22', '2022-23', '2023-24', '2024-25', '2025-26', '2026-27']

const bundleOf = (files: Iterable<DemonstrationFile>): Bundle =>
  Object.fromEntries([...files].map(({ file, rows }) => [file.replace(/\.csv$/, ''), [...rows]]))

let demo: Bundle = {}
let north: Bundle = {}
let figures: Record<string, string> = {}
const rowsOf = (bundle: Bundle, file: string): readonly Row[] => bundle[file] ?? []

beforeAll(() => {
  demo = bundleOf(demonstrationBundle())
  north = bundleOf(demonstrationNorthBundle())
  figures = recount(demo, '2021-22')
})

test('both demonstration hubs keep every rule of the bundle', () => {
  expect(problemsOf(demo, LAST_DAY)).toEqual([])
  expect(problemsOf(north, LAST_DAY)).toEqual([])
})

test.each([
  ['lep.businesses_supported', 2850, 2999],
  ['lep.individuals_helped_to_start', 475, 499],
  ['lep.private_investment_leveraged', 65_605_000, 65_614_999.99],
  ['lep.skills_reviews_offered', 878, 878],
  ['lep.individuals_upskilled', 3001, 3150],
  ['lep.sitrep_businesses', 760, 799],
  ['lep.capital_projects_progressed', 4, 4],
])('the year 2021-22 gives %s between %d and %d', (key, least, most) => {
  expect(Number(figures[key])).toBeGreaterThanOrEqual(least)
  expect(Number(figures[key])).toBeLessThanOrEqual(most)
})

test('the year 2021-22 gives 297 jobs, rounded', () => {
  expect(Math.floor(Number(figures['lep.jobs_created']) + 0.5)).toBe(297)
})

test('the Skills for Growth survey reaches about 780 businesses, part of them in the year after', () => {
  const both = ['2021-22', '2022-23'].map((year) => unitsOf(demo, year, 'lep.skills_for_growth_businesses'))
  const together = new Set(both.flat())

  expect(both.every((units) => units.length > 200)).toBe(true)
  expect(together.size).toBeGreaterThanOrEqual(770)
  expect(together.size).toBeLessThanOrEqual(790)
})

test('each of the four capital projects reaches its milestone in 2021-22', () => {
  const reached = new Set(
    rowsOf(demo, 'capital_milestones')
      .filter((row) => (row['actual_on'] ?? '') >= '2021-04-01' && (row['actual_on'] ?? '') <= '2022-03-31')
      .map((row) => `${row['capital_project_reference']} ${row['milestone']}`),
  )
  const projects = rowsOf(demo, 'capital_projects')
  const expected = ['operational', 'operational', 'start_on_site', 'practical_completion']

  expect(projects.map((row) => row['name']?.replace(' (synthetic figures)', ''))).toEqual([
    'Smithfield Works',
    'Shire Hall',
    'Etruria Valley Link Road',
    'Innovation Way',
  ])
  projects.forEach((row, at) => expect(reached).toContain(`${row['reference']} ${expected[at]}`))
})

/** What a bundle does not hold, what is another figure seen anew, and what funders asked of no hub in those years. */
const AIMED_AT_BY_NOBODY = [
  ...IN_NO_BUNDLE,
  'gh.individuals_start',
  'gh.referred_by_category',
  'local.initial_contacts',
]

test('every figure of every year but a survey not held has something to show, and a target', () => {
  const seldom = [
    'lep.sitrep_businesses',
    'lep.skills_for_growth_businesses',
    'lep.capital_projects_progressed',
    ...IN_NO_BUNDLE,
  ]
  for (const year of YEARS) {
    const counted = recount(demo, year)
    for (const key of KEYS.filter((one) => !seldom.includes(one)))
      expect([year, key, Number(counted[key]) > 0]).toEqual([year, key, true])
    const targets = rowsOf(demo, 'targets')
      .filter((row) => row['year'] === year)
      .map((row) => row['indicator_key'])
    expect(targets.toSorted()).toEqual(KEYS.filter((key) => !AIMED_AT_BY_NOBODY.includes(key)))
    expect(rowsOf(demo, 'partner_totals').some((row) => row['year'] === year)).toBe(true)
  }
})

test('nothing was done after the last day', () => {
  const days: Record<string, string[]> = {
    interactions: ['occurred_on'],
    cases: ['opened_on', 'closed_on'],
    enquiries: ['received_on', 'closed_on'],
    diagnostics: ['completed_on'],
    referrals: ['made_on', 'accepted_on', 'started_on', 'completed_on', 'closed_on'],
    skills_reviews: ['offered_on', 'held_on', 'plan_agreed_on'],
    participations: ['qualifying_start_on', 'completed_on', 'achieved_on'],
    grants: ['paid_on', 'accepted_on'],
    outcomes: ['occurred_on', 'verified_on'],
    survey_responses: ['submitted_on'],
    partner_support: ['supported_on'],
  }
  for (const [file, columns] of Object.entries(days))
    for (const column of columns) {
      const late = rowsOf(demo, file).filter((row) => (row[column] ?? '') > LAST_DAY)
      expect([file, column, late]).toEqual([file, column, []])
    }
})

test('an adviser and a broker who sign in find a caseload of many kinds, some of it overdue', () => {
  const planned = new Map([...demonstrationNextSteps()].map((step) => [step.case_reference, step]))
  const openOf = (email: string) =>
    rowsOf(demo, 'cases').filter((row) => row['owner_email'] === email && row['status'] !== 'closed')
  const mine = openOf('adviser@demo.example')
  const steps = mine.flatMap((row) => planned.get(row['reference'] ?? '') ?? [])
  const distinct = (column: string) => new Set(mine.map((row) => row[column])).size

  expect(mine.length).toBeGreaterThanOrEqual(45)
  expect(mine.length).toBeLessThanOrEqual(60)
  expect(distinct('kind')).toBeGreaterThanOrEqual(5)
  expect(distinct('status')).toBe(5)
  expect(steps.filter(({ next_on }) => next_on < LAST_DAY).length).toBeGreaterThanOrEqual(8)
  expect(steps.filter(({ next_on }) => next_on > LAST_DAY).length).toBeGreaterThanOrEqual(15)
  expect(openOf('broker@demo.example').filter((row) => row['kind'] === 'skills').length).toBeGreaterThanOrEqual(15)
})

test('next steps are planned on open cases only', () => {
  for (const [bundle, steps] of [
    [demo, demonstrationNextSteps()],
    [north, demonstrationNorthNextSteps()],
  ] as const) {
    const open = new Set(
      rowsOf(bundle, 'cases')
        .filter((row) => row['status'] !== 'closed')
        .map((row) => row['reference']),
    )
    expect([...steps].filter(({ case_reference }) => !open.has(case_reference))).toEqual([])
  }
})

test.each([
  ['demo', () => demo],
  ['demo-north', () => north],
])('four people can sign in to %s', (slug, hub) => {
  const staff = rowsOf(hub(), 'advisers')
    .slice(0, 4)
    .map((row) => [row['email'], row['role']])
  const domain = `${slug}.example`

  expect(staff).toEqual([
    [`adviser@${domain}`, 'adviser'],
    [`broker@${domain}`, 'skills_broker'],
    [`manager@${domain}`, 'manager'],
    [`admin@${domain}`, 'admin'],
  ])
})

test('no record can be taken for a real one', () => {
  expect(rowsOf(demo, 'hub')[0]?.['name']).toContain('synthetic')
  for (const row of [...rowsOf(demo, 'businesses'), ...rowsOf(north, 'businesses'), ...rowsOf(demo, 'people')]) {
    expect(row['company_number'] ?? '').toMatch(/^(ZZ\d{6})?$/)
    expect(row['postcode'] ?? '').toMatch(/^([A-Z]+\d+ \d[CIKMOV]{2})?$/)
    expect(row['email'] ?? '').toMatch(/^(\S+@\S+\.example)?$/)
    expect(row['phone'] ?? '').toMatch(/^(01632 960\d{3}|07700 900\d{3}|01\d\d 496 0\d{3})?$/)
  }
})

test('hardly a note is written twice', () => {
  const notes = rowsOf(demo, 'interactions')
    .map((row) => row['notes'] ?? '')
    .filter((words) => words.length > 60)

  expect(notes.length).toBeGreaterThan(20_000)
  expect(new Set(notes).size / notes.length).toBeGreaterThan(0.98)
})

test('the demonstration is the same every time', () => {
  expect(bundleOf(demonstrationNorthBundle())).toEqual(north)
  expect(bundleOf(demonstrationBundle())['interactions']?.slice(-500)).toEqual(rowsOf(demo, 'interactions').slice(-500))
})
