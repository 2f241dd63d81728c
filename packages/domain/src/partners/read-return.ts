import { normaliseCompanyNumber, normaliseName } from '../businesses/identifiers.ts'
import type { Day } from '../day.ts'
import { guessColumns, type PastedColumn } from '../imports/guess-columns.ts'
import { isBlank, type ReadCell, readPastedDay, readPostcode, readText } from '../imports/pasted-cells.ts'
import { readTable } from '../imports/read-table.ts'
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

/** A row of a partner's list as it is understood; `error` says what is wrong with it and how to put it right. */
export type ReturnedRow = {
  row: number
  name: string
  company_number: string | null
  postcode: string | null
  supported_on: Day | null
  minutes: number | null
  error: string | null
}

/**
 * Reads a partner's list: cells from a spreadsheet, or the text of a CSV file, with headings in its first row.
 * @throws Problem 'invalid' where the headings are missing or the list is too long
 */
export function readReturn(text: string, { year, today }: { year: Year; today: Day }): ReturnedRow[] {
  const table = readTable(text)
  if (table.length === 0) return []
  const { has_heading, columns } = guessColumns(
    table.map(({ cells }) => cells),
    COLUMNS,
  )
  if (!has_heading || !columns.includes('name') || !columns.includes('supported_on'))
    throw new Problem('invalid', `The first row must hold the headings, ${RETURN_HEADINGS.join(', ')}`, 'text')
  const rows = table.slice(1)
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
  const wrong = [name, company_number, postcode, supported_on, minutes].find(({ error }) => error !== undefined)
  return {
    row,
    name: name.value ?? cell('name').slice(0, 200),
    company_number: company_number.value,
    postcode: postcode.value,
    supported_on: supported_on.value,
    minutes: minutes.value,
    error: wrong?.error ?? null,
  }
}

const missing = <Value>(error: string): ReadCell<Value> => ({ value: null, error })

function readCompanyNumber(cell: string): ReadCell<string> {
  if (isBlank(cell)) return { value: null }
  const number = normaliseCompanyNumber(cell)
  return number ? { value: number } : missing('Enter the company number with its 8 characters, like 01234567')
}

function readSupportDay(cell: string, { year, today }: { year: Year; today: Day }): ReadCell<Day> {
  if (isBlank(cell)) return missing('Enter the day of support, like 17/05/2026')
  const read = readPastedDay(cell, today)
  if (read.value === null) return read
  if (yearOf(read.value) !== year) return missing(`The day of support is not in ${year}`)
  return read.value > today ? missing('The day of support is still to come') : read
}

function readMinutes(cell: string): ReadCell<number> {
  if (isBlank(cell)) return { value: null }
  return /^\d{1,5}$/.test(cell) ? { value: Number(cell) } : missing('Enter the minutes as a whole number')
}
