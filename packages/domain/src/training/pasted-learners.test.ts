import { expect, test } from 'vitest'
import { type Day, parseIsoDay } from '../day.ts'
import { guessColumns } from '../imports/guess-columns.ts'
import { readTable } from '../imports/read-table.ts'
import { LEARNER_COLUMNS, type LearnerKey, readPastedLearner } from './pasted-learners.ts'

function theDay(text: string): Day {
  const day = parseIsoDay(text)
  if (!day) throw new Error(`${text} is no day`)
  return day
}
const today = theDay('2026-11-25')
const guess = (text: string) =>
  guessColumns(
    readTable(text).map(({ cells }) => cells),
    LEARNER_COLUMNS,
  )
const read = (cells: Partial<Record<LearnerKey, string>>) =>
  readPastedLearner({ full_name: 'Priya Shah', ...cells }, today)

test.each<[string, string, (string | null)[]]>([
  [
    'a provider',
    'Learner name\tEmployer\tEmail\tStart date\tPlanned end date\tActual end date\tStatus\nPriya Shah\tKiln Ltd\tp@firm.example\t01/09/2026\t01/12/2026\t\tContinuing',
    ['full_name', 'employer', 'email', 'first_attended_on', null, 'ended_on', 'status'],
  ],
  [
    'an employer',
    'Forename\tSurname\tHome postcode\tDOB\nPriya\tShah\tST1 1AA\t17/05/1990',
    ['given_name', 'family_name', 'postcode', null],
  ],
  [
    'the deliveries of a learner record',
    'LearnRefNumber,LearnStartDate,LearnPlanEndDate,CompStatus,LearnActEndDate,AchDate\n0Accm01,2018-10-14,2020-07-31,1,,',
    [null, 'first_attended_on', null, null, 'ended_on', 'achieved_on'],
  ],
  [
    'a sheet without headings',
    'Priya Shah\tAmberwood Bakery Ltd\tEnrolled\t01/09/2026\nTom Ashby\tKiln Works Ltd\tDNS\t02/09/2026',
    ['full_name', 'employer', 'status', 'enrolled_on'],
  ],
])('the columns of a list from %s are guessed', (_, text, columns) => {
  expect(guess(text).columns).toEqual(columns)
})

test.each([
  ['Enrolled', 'enrolled'],
  ['ON PROGRAMME', 'started'],
  ['in-learning', 'in_learning'],
  ['Passed', 'achieved'],
  ['Dropped out', 'withdrawn'],
  ['DNS', 'did_not_start'],
  ['Did not start', 'did_not_start'],
  ['', null],
])('a stage written %s is %s', (cell, status) => {
  expect(read({ status: cell })).toMatchObject({ learner: { status }, errors: [] })
})

test('an end is completion for whoever completed, and leaving for whoever left', () => {
  expect(read({ status: 'Completed', ended_on: '01/10/2026' }).learner).toMatchObject({
    completed_on: '2026-10-01',
    ended_on: null,
  })
  expect(read({ status: 'Left', ended_on: '01/10/2026', end_reason: 'found work' }).learner).toMatchObject({
    completed_on: null,
    ended_on: '2026-10-01',
    end_reason: 'found_work',
  })
})

test('every cell that cannot be read is told, with what to write', () => {
  const { errors } = read({
    status: 'sort of',
    enrolled_on: '08/31/2026',
    first_attended_on: '01/12/2026',
    ended_on: '01/10/2026',
    end_reason: 'because',
    postcode: 'Stoke',
  })

  expect(errors.map(({ key }) => key)).toEqual([
    'postcode',
    'status',
    'ended_on',
    'enrolled_on',
    'first_attended_on',
    'end_reason',
  ])
  expect(errors.find(({ key }) => key === 'first_attended_on')?.sentence).toBe('That day is in the future')
})
