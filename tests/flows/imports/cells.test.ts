import { BUNDLE, fileOf } from '@hubline/domain/imports/bundle.ts'
import type { BundleFile, Column } from '@hubline/domain/imports/bundle-file.ts'
import { expect, test } from 'vitest'
import { aHub } from '../../given/hub.ts'
import { importInto } from './folder.ts'
import { everythingIn } from './nothing-written.ts'
import { type FileName, likeTheGood, wholeBundle } from './whole-bundle.ts'

/** What a person may type into a cell that is not that, and the sentence that they read. */
type Wrong = [found: string, problem: string]

const DAYS = ['2021-02-29', '2021-13-01', '2021-00-10', '17/05/2021', '2021-5-1', '20210517', '2021-05-17T09:00', 'May']
const POUNDS = ['-5', '+5', '1,000.00', '£5', '1.234', '.5', '5.', '1e3', '5 000', 'ten']
const FLAGS = ['Yes', 'NO', 'true', '1', 'y', 'maybe']
const YEARS = ['2021', '2021-23', '2021/22', '21-22', '2021-2022']
const INSTANTS = [
  '2021-07-01T10:00',
  '2021-07-01T10:00:00',
  '2021-07-01 10:00:00+01:00',
  '2021-02-30T10:00:00Z',
  '2021-07-01T25:00:00Z',
]
const A_TAB = 'Take out the control character U+0009 (a tab)'
const A_BELL = 'Take out the control character U+0007'

const all = (found: readonly string[], problem: string): Wrong[] => found.map((each) => [each, problem])

function wrongText(max: number, mayHaveLines: boolean): Wrong[] {
  const shown = max >= 500 ? `${'x'.repeat(500)}…` : 'x'.repeat(max + 1)
  const tooLong: Wrong = [shown, `Shorten this to ${max} characters: it has ${max + 1}`]
  if (mayHaveLines) return [['one\u0007two', A_BELL], tooLong]
  return [
    ['one\ttwo', A_TAB],
    ['one\u0007two', A_BELL],
    ['one\u0085two', 'Take out the control character U+0085'],
    ['one\ntwo', 'Take out the line break: only notes may have them'],
    tooLong,
  ]
}

function wrongFor({ type }: Column): Wrong[] {
  switch (type.is) {
    case 'text':
      return wrongText(type.max, type.lines)
    case 'one_of':
      return all(['something_else', `${type.values[0]} `.repeat(2).trim()], `Choose one of ${type.values.join(', ')}`)
    case 'day':
      return all(DAYS, 'Enter a day of the calendar like 2021-05-17')
    case 'instant':
      return all(INSTANTS, 'Enter the day and time with its offset from Greenwich, like 2021-05-17T10:30:00+01:00')
    case 'money':
      return [
        ...all(POUNDS, 'Enter pounds like 1250.00: digits with at most two decimals, no sign, comma or currency'),
        ['10000000000000', 'Enter an amount below 10,000,000,000,000 pounds'],
      ]
    case 'yes_no':
      return all(FLAGS, 'Enter yes or no')
    case 'integer':
      return all(
        [String(type.max + 1), '-1', '1.5', '1e1', 'some', ...(type.min > 0 ? [String(type.min - 1)] : [])],
        `Enter a whole number from ${type.min} to ${type.max}`,
      )
    case 'decimal':
      return all(
        ['-1', `0.${'1'.repeat(type.places + 1)}`, `${type.max}1`, '1,5', 'some', 'NaN'],
        `Enter a number from 0 to ${type.max} with at most ${type.places} decimals, without a sign or commas`,
      )
    case 'year':
      return all(YEARS, 'Enter a year like 2021-22')
    case 'codes':
      return all(
        ['E06000021,E07000192', 'E06000021; E07000192'],
        'Enter the codes of districts with spaces between them, like E06000021 E07000192',
      )
    case 'refers_to': {
      const { noun, file } = fileOf(type.kind)
      const key = type.kind === 'adviser' ? 'e-mail address' : 'reference'
      return all(['NOBODY-1'], `No ${noun} has this ${key}: correct it, or add the ${noun} to ${file}`)
    }
  }
}

type Case = { column: string; typed: string; found: string; problem: string }

/** Every wrong cell that a file can have, and each cell that may not be blank. */
function casesOf({ columns }: BundleFile): Case[] {
  return Object.entries(columns).flatMap(([column, description]) => {
    const wrong = wrongFor(description).map(([found, problem]) => {
      const { type } = description
      const isTooLong = problem.startsWith('Shorten') && type.is === 'text'
      return { column, typed: isTooLong ? 'x'.repeat(type.max + 1) : found, found, problem }
    })
    const blank = { column, typed: '  ', found: '', problem: `Fill in ${column}: it cannot be blank` }
    return description.required ? [...wrong, blank] : wrong
  })
}

test.each(BUNDLE.filter(({ kind }) => kind !== 'hub'))(
  'every wrong cell of $file is named with its line, column and what to do, and nothing is written',
  async (description) => {
    const hub = await aHub()
    const file = description.file as FileName
    const cases = casesOf(description)
    const rows = cases.map(({ column, typed }, index) => likeTheGood(file, { [column]: typed }, index + 3))
    const before = await everythingIn(hub)

    const told = await importInto(hub, wholeBundle({ [file]: rows }))

    expect(told.accepted).toBe(false)
    expect(told.rejected).toEqual(
      cases.map(({ column, found, problem }, index) => ({ file, line: index + 3, column, found, problem })),
    )
    expect(await everythingIn(hub)).toEqual(before)
  },
)

test('the row about the hub itself is checked like any other', async () => {
  const hub = await aHub()
  const before = await everythingIn(hub)

  for (const { column, typed, found, problem } of casesOf(fileOf('hub'))) {
    const row = { name: 'Sow Hub', area_codes: '', [column]: typed }
    const told = await importInto(hub, [{ file: 'hub.csv', columns: ['name', 'area_codes'], rows: [row] }])
    expect(told.rejected).toEqual([{ file: 'hub.csv', line: 2, column, found, problem }])
  }
  expect(await everythingIn(hub)).toEqual(before)
})

test('a row with several wrong cells has them all named at once', async () => {
  const hub = await aHub()
  const row = likeTheGood('interactions.csv', {
    kind: 'chat',
    minutes: '601',
    occurred_on: '',
    business_reference: 'B-9',
  })

  const told = await importInto(hub, wholeBundle({ 'interactions.csv': [row] }))

  expect(told.rejected.map(({ line, column }) => [line, column])).toEqual([
    [3, 'kind'],
    [3, 'occurred_on'],
    [3, 'minutes'],
  ])
})

test('a bundle with every file and column is taken whole', async () => {
  const hub = await aHub()

  const told = await importInto(hub, wholeBundle())

  expect(told.rejected).toEqual([])
  expect(Object.values(told.read)).toEqual(BUNDLE.map(() => 1))
})
