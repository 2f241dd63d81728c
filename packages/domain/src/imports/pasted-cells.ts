import { normalisePhone, normalisePostcode } from '../businesses/identifiers.ts'
import { normaliseEmail } from '../businesses/mail.ts'
import type { Day } from '../day.ts'
import { readDay } from '../read-day.ts'

/** A cell of a pasted list: what it says, nothing, or a sentence on how to write it. */
export type ReadCell<Value> = { value: Value | null; error?: string }

const nothing = { value: null }
const wrong = (error: string) => ({ value: null, error })

/** Words by which people say that they do not know. */
export const isBlank = (cell: string): boolean =>
  /^(?:|-+|\.+|\?+|n\/?a|none|nil|null|unknown|not known|not given|tbc|tba)$/i.test(cell.trim())

const MOST_OF_A_TEXT = 200

export function readText(cell: string, max = MOST_OF_A_TEXT): ReadCell<string> {
  if (isBlank(cell)) return nothing
  return cell.length > max ? wrong(`Use at most ${max} characters`) : { value: cell }
}

/** Also as mail programs copy it: `Priya Shah <priya@firm.example>`. */
export function readEmail(cell: string): ReadCell<string> {
  if (isBlank(cell)) return nothing
  const bare = /<([^<>]+)>\s*$/.exec(cell)?.[1] ?? cell.replace(/^mailto:/i, '')
  const email = bare.length > 320 ? undefined : normaliseEmail(bare)
  return email ? { value: email } : wrong('Enter one e-mail address, like name@firm.co.uk')
}

export function readPhone(cell: string): ReadCell<string> {
  if (isBlank(cell)) return nothing
  const phone = normalisePhone(cell)
  return phone ? { value: phone.national } : wrong('Enter one telephone number, like 01782 000000')
}

export function readPostcode(cell: string): ReadCell<string> {
  if (isBlank(cell)) return nothing
  const postcode = normalisePostcode(cell)
  return postcode ? { value: postcode } : wrong('Enter a whole postcode, like ST1 1AB')
}

// Midnight is what a spreadsheet adds to a day that it keeps as an instant.
const MIDNIGHT = /[T ]0?0:00(?::00(?:\.0+)?)?Z?$/i
const DAY_MONTH_YEAR = /^(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4}|\d{2})$/
const WITH_A_YEAR = /(?:[/.\- ,]|[a-z]|^\d{4})(?:\d{4}|\d{2})$|^\d{4}[/.-]\d{1,2}[/.-]\d{1,2}$/i

/**
 * A day with its year, the day before the month: `17/05/2026`, `17-May-26`, `17 May 2026`, `2026-05-17`. A list is read
 * by many eyes later, so words such as "yesterday" and days without a year are not read.
 */
export function readPastedDay(cell: string, today: Day): ReadCell<Day> {
  if (isBlank(cell)) return nothing
  const typed = cell.trim().replace(MIDNIGHT, '')
  if (/^\d{5}$/.test(typed)) return wrong('That is a number: give the column the format of a date and copy it again')
  const [, first, , second] = DAY_MONTH_YEAR.exec(typed) ?? []
  if (Number(second) > 12 && Number(first) <= 12) return wrong('Write the day before the month, like 31/08/2020')
  const day = /\d/.test(typed) && WITH_A_YEAR.test(typed) ? readDay(typed, { today, prefer: 'past' }) : undefined
  if (day) return { value: day }
  return /^\d{1,2}[/.\- ]?(?:\d{1,2}|[a-z]{3,9})$/i.test(typed)
    ? wrong('Write the year too, like 17/05/2026')
    : wrong('Enter a real day, like 17/05/2026')
}

/** Whether a cell reads like a day, for guessing what a column holds. */
export const looksLikeDay = (cell: string): boolean =>
  DAY_MONTH_YEAR.test(cell.replace(MIDNIGHT, '')) || /^\d{4}-\d\d-\d\d|^\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{2,4}$/.test(cell)
