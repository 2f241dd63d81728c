import { expect, test } from 'vitest'
import { type Day, parseIsoDay } from '../day.ts'
import { Problem } from '../problem.ts'
import { parseYear } from '../years/year.ts'
import { MOST_RETURNED, RETURN_HEADINGS, isReturn, readReturn } from './read-return.ts'

const today = parseIsoDay('2021-06-01') as Day
const year = parseYear('2020-21')
const read = (text: string) => (year ? readReturn(text, { year, today }) : [])
const HEADINGS = RETURN_HEADINGS.join('\t')
const rowOf = (...cells: string[]) => read(`${HEADINGS}\n${cells.join('\t')}`)[0]

test('a row is what its cells say, whatever order and words its headings have', () => {
  const whole = {
    row: 2,
    name: 'Kiln Works Ltd',
    company_number: '01234567',
    postcode: 'ST1 1AB',
    supported_on: '2020-09-12',
    minutes: 45,
    error: null,
    note: null,
  }
  expect(rowOf('Kiln Works Ltd', '01234567', 'st11ab', '12/09/2020', '45')).toEqual(whole)
  expect(read('Date of support;Company name;Post code;CRN\n12 Sep 2020;Kiln Works Ltd;ST1 1AB;01234567')).toEqual([
    { ...whole, minutes: null },
  ])
  expect(rowOf('Kiln Works Ltd', 'n/a', '-', '2020-09-12', '')).toMatchObject({
    company_number: null,
    postcode: null,
    error: null,
  })
})

test('headings are found below a title, and blank lines keep the numbers of the rows', () => {
  const rows = read(`Chamber of Amberwood\t\t\nReturn of 2020-21\t\t\n\n${HEADINGS}\n\nKiln Ltd\t\t\t12/09/2020\t`)
  expect(rows).toMatchObject([{ row: 6, name: 'Kiln Ltd', error: null }])
  expect(read(HEADINGS)).toEqual([])
  expect(read('')).toEqual([])
})

test('a sheet without the headings is no return, and says which it wants', () => {
  expect(isReturn(`${HEADINGS}\nKiln Ltd\t\t\t12/09/2020\t`)).toBe(true)
  expect(isReturn('Item\tWhat it is\nBusiness\tIts legal name')).toBe(false)
  expect(() => read('Kiln Ltd\t12/09/2020')).toThrow(Problem)
  expect(() => read('Kiln Ltd\t12/09/2020')).toThrow(/Business, Company number, Postcode, Day of support, Minutes/)
})

test.each([
  [['', '', '', '12/09/2020', ''], 'Enter the name of the business'],
  [['Kiln Ltd', 'none yet', '', '12/09/2020', ''], 'Enter the company number with its 8 characters, like 01234567'],
  [['Kiln Ltd', '', 'Stoke', '12/09/2020', ''], 'Enter a whole postcode, like ST1 1AB'],
  [['Kiln Ltd', '', '', '', ''], 'Enter the day of support, like 17/05/2026'],
  [['Kiln Ltd', '', '', '09/25/2020', ''], 'Write the day before the month, like 31/08/2020'],
  [['Kiln Ltd', '', '', '44086', ''], 'That is a number: give the column the format of a date and copy it again'],
  [['Kiln Ltd', '', '', '31/03/2020', ''], 'The day of support is not in 2020-21'],
  [['Kiln Ltd', '', '', '01/04/2021', ''], 'The day of support is not in 2020-21'],
  [['Kiln Ltd', '', '', '12/09/2020', '1.5'], 'Enter the minutes as a whole number'],
  [['Total', '', '', '', '310'], 'A line of totals is no business'],
])('the row %j is left out: %s', (cells, error) => {
  expect(rowOf(...cells)).toMatchObject({ error, note: null })
})

test('a business may be called Total, and a day may come with its time', () => {
  expect(rowOf('Total Tiles Ltd', '', '', '2020-09-12T14:30:00', '')).toMatchObject({
    name: 'Total Tiles Ltd',
    supported_on: '2020-09-12',
    error: null,
  })
})

test('a day of the year that is still to come is left out', () => {
  const late = year ? readReturn(`${HEADINGS}\nKiln Ltd\t\t\t12/03/2021\t`, { year, today: '2021-01-01' as Day }) : []
  expect(late).toMatchObject([{ error: 'The day of support is still to come' }])
})

test('what had to be supposed of a company number is said', () => {
  expect(rowOf('Kiln Ltd', '1234567', '', '12/09/2020', '')).toMatchObject({
    company_number: '01234567',
    note: 'The company number 1234567 was taken for 01234567, with the zeros that a spreadsheet drops',
  })
  expect(rowOf('Kiln Ltd', 'GB123456789', '', '12/09/2020', '')?.note).toContain('does not look like')
  expect(rowOf('Kiln Ltd', 'SC123456', '', '12/09/2020', '')?.note).toBeNull()
})

test('so many rows are taken at a time, and no more', () => {
  const rows = (count: number) => `${HEADINGS}\n${'Kiln Ltd\t\t\t12/09/2020\t\n'.repeat(count)}`
  expect(read(rows(MOST_RETURNED))).toHaveLength(MOST_RETURNED)
  expect(() => read(rows(MOST_RETURNED + 1))).toThrow(`send at most ${MOST_RETURNED}`)
})
