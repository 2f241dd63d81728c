import { isUsualCompanyNumber, normaliseCompanyNumber, normaliseName } from '../businesses/identifiers.ts'
import type { Day } from '../day.ts'
import { guessColumns, type PastedColumn } from '../imports/guess-columns.ts'
import { isBlank, type ReadCell, readPastedDay, readPostcode, readText } from '../imports/pasted-cells.ts'
import { type PastedRow, readTable } from '../imports/read-table.ts'
import { Problem } from '../problem.ts'
import { type Year, yearOf } from '../years/year.ts'

/** So many rows of one list are matched at a time. */
export const MOST_RETURNED = 500

type Key = 'name' | 'company_number' | 'postcode' | 'supported_on' | 'minutes'

const COLUMNS: readonly (PastedColumn<Key> & { key: Key })[] = [
  {
    key: 'name',
    label: 'Business',
    headings: ['business', 'business name', 'name', 'company', 'company name', 'organisation', 'client'],
  },
  {
    key: 'company_number',
    label: 'Company number',
    headings: ['company number', 'companies house number', 'crn', 'company no', 'registration number'],
  },
  { key: 'postcode', label: 'Postcode', headings: ['postcode', 'post code', 'business postcode'] },
  {
    key: 'supported_on',
    label: 'Day of support',
    headings: ['day of support', 'date of support', 'supported on', 'support date', 'date'],
  },
  { key: 'minutes', label: 'Minutes', headings: ['minutes', 'minutes of support', 'duration in minutes'] },
]

/** The first line of the template, and of any list that is read. */
export const RETURN_HEADINGS = COLUMNS.map(({ label }) => label)

/**
 * A row of a partner's list as it is understood; `error` says what is wrong with it and how to put it right, `note` what
 * had to be supposed.
 */
export type ReturnedRow = {
  row: number
  name: string
  company_number: string | null
  postcode: string | null
  supported_on: Day | null
  minutes: number | null
  error: string | null
  note: string | null
}

/** Titles and notes may stand above the headings, so many rows of them. */
const MOST_ABOVE = 20

type Headed = { columns: (Key | null)[]; rows: PastedRow[] }

/** The rows below the headings; undefined where no row holds a heading for the business and for the day. */
function headed(table: readonly PastedRow[]): Headed | undefined {
  for (const at of table.slice(0, MOST_ABOVE).keys()) {
    const rows = table.slice(at)
    const { has_heading, columns } = guessColumns(
      rows.map(({ cells }) => cells),
      COLUMNS,
    )
    if (has_heading && columns.includes('name') && columns.includes('supported_on'))
      return { columns, rows: rows.slice(1) }
  }
  return undefined
}

/** Whether a text, or a sheet of a workbook, holds a partner's list by its headings. */
export const isReturn = (text: string): boolean => headed(readTable(text)) !== undefined

/**
 * Reads a partner's list: cells from a spreadsheet, or the text of a CSV file. Its headings are in the first row, or
 * below a title.
 * @throws Problem 'invalid' where the headings are missing or the list is too long
 */
export function readReturn(text: string, { year, today }: { year: Year; today: Day }): ReturnedRow[] {
  const table = readTable(text)
  if (table.length === 0) return []
  const list = headed(table)
  if (!list) throw new Problem('invalid', `One row must hold the headings, ${RETURN_HEADINGS.join(', ')}`, 'text')
  const { columns, rows } = list
  if (rows.length > MOST_RETURNED)
    throw new Problem('invalid', `The list has ${rows.length} rows: send at most ${MOST_RETURNED} at a time`, 'text')
  return rows.map(({ row, cells }) => readRow(row, (key) => cells[columns.indexOf(key)] ?? '', { year, today }))
}

function readRow(row: number, cell: (key: Key) => string, when: { year: Year; today: Day }): ReturnedRow {
  const name =
    normaliseName(cell('name')) === '' ? missing<string>('Enter the name of the business') : readText(cell('name'))
  const company_number = readCompanyNumber(cell('company_number'))
  const postcode = readPostcode(cell('postcode'))
  const supported_on = readSupportDay(cell('supported_on'), when)
  const minutes = readMinutes(cell('minutes'))
  const is_total =
    /^(?:grand |sub-?)?totals?\b/i.test(cell('name')) && isBlank(cell('company_number') + cell('supported_on'))
  const wrong = is_total
    ? missing('A line of totals is no business')
    : [name, company_number, postcode, supported_on, minutes].find(({ error }) => error !== undefined)
  return {
    row,
    name: name.value ?? cell('name').slice(0, 200),
    company_number: company_number.value,
    postcode: postcode.value,
    supported_on: supported_on.value,
    minutes: minutes.value,
    error: wrong?.error ?? null,
    note: wrong ? null : noteOn(cell('company_number'), company_number.value),
  }
}

const missing = <Value>(error: string): ReadCell<Value> => ({ value: null, error })

function readCompanyNumber(cell: string): ReadCell<string> {
  if (isBlank(cell)) return { value: null }
  const number = normaliseCompanyNumber(cell)
  return number ? { value: number } : missing('Enter the company number with its 8 characters, like 01234567')
}

/** A spreadsheet that takes a company number for a number drops the zeros before it. */
function noteOn(cell: string, number: string | null): string | null {
  if (number === null) return null
  if (/^\d{1,7}$/.test(cell))
    return `The company number ${cell} was taken for ${number}, with the zeros that a spreadsheet drops`
  return isUsualCompanyNumber(number) ? null : `${cell} does not look like a company number: look it up`
}

function readSupportDay(cell: string, { year, today }: { year: Year; today: Day }): ReadCell<Day> {
  if (isBlank(cell)) return missing('Enter the day of support, like 17/05/2026')
  // A workbook keeps the time with some days.
  const read = readPastedDay(cell.replace(/^(\d{4}-\d\d-\d\d)T[\d:.]+$/, '$1'), today)
  if (read.value === null) return read
  if (yearOf(read.value) !== year) return missing(`The day of support is not in ${year}`)
  return read.value > today ? missing('The day of support is still to come') : read
}

function readMinutes(cell: string): ReadCell<number> {
  if (isBlank(cell)) return { value: null }
  return /^\d{1,5}$/.test(cell) ? { value: Number(cell) } : missing('Enter the minutes as a whole number')
}
