import { expect, test } from 'vitest'
import { PERSON_COLUMNS } from '../people/pasted-people.ts'
import { guessColumns } from './guess-columns.ts'
import { readTable } from './read-table.ts'

const guess = (text: string) =>
  guessColumns(
    readTable(text).map(({ cells }) => cells),
    PERSON_COLUMNS,
  )

test.each<[string, string, (string | null)[]]>([
  [
    'usual',
    'First name\tSurname\tE-mail\tMobile\nPriya\tShah\tp@firm.example\t07700 900123',
    ['given_name', 'family_name', 'email', 'phone'],
  ],
  [
    'of a provider',
    'Learner Name*\tLearner’s e-mail (work)\tDOB\nPriya Shah\tp@firm.example\t17/05/1990',
    ['full_name', 'email', null],
  ],
  [
    'of the learner record',
    'LearnRefNumber,ULN,FamilyName,GivenNames,Postcode,TelNo\n0Accm01,9000000008,Sméth,Mary Jane,ZZ99 9ZZ,07855555555',
    [null, null, 'family_name', 'given_name', 'postcode', 'phone'],
  ],
  ['with a company beside the name', 'Name\tCompany name\nPriya Shah\tAmberwood Bakery', ['full_name', null]],
])('headings %s say what the columns hold', (_, text, columns) => {
  expect(guess(text)).toEqual({ has_heading: true, columns })
})

test.each<[string, string, (string | null)[]]>([
  [
    'first and last name apart',
    'Priya\tShah\tp@firm.example\nTom\tAshby\tt@firm.example',
    ['given_name', 'family_name', 'email'],
  ],
  ['whole names', 'Priya Shah\tST1 1AA\t07700 900123\nTom Ashby\tST1 1AB\t', ['full_name', 'postcode', 'phone']],
  ['one column', 'Shah, Priya\nAshby, Tom', ['full_name']],
  ['two columns of addresses', 'p@firm.example\tq@firm.example', [null, null]],
  ['references', 'A-17\nB-18', [null]],
])('a list without headings is read by its cells: %s', (_, text, columns) => {
  expect(guess(text)).toEqual({ has_heading: false, columns })
})

test('a list of nothing has no columns', () => {
  expect(guess('')).toEqual({ has_heading: false, columns: [] })
})
