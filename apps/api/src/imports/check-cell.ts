import type { Column, ColumnType } from '@hubline/domain/imports/bundle-file.ts'

/** What stands in a cell, spelled as the database takes it, or what is wrong with it. */
export type CheckedCell = string | { problem: string }
export type CheckCell = (text: string) => CheckedCell

const CONTROL = /\p{Cc}/u
const CONTROL_BUT_LINES = /[^\P{Cc}\r\n]/u
const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/
const LONGEST_NUMBER = 20

/** The check of one column's cells. It is given trimmed text that is not blank. */
export function checkOf(column: Column): CheckCell {
  const { type } = column
  switch (type.is) {
    case 'text':
      return checkText(type)
    case 'one_of':
      return checkChoice(type.values)
    case 'day':
      return (text) => (isCalendarDay(text) ? text : { problem: 'Enter a day of the calendar like 2021-05-17' })
    case 'instant':
      return checkInstant
    case 'money':
      return checkMoney
    case 'yes_no':
      return (text) => (text === 'yes' ? 't' : text === 'no' ? 'f' : { problem: 'Enter yes or no' })
    case 'integer':
      return checkInteger(type)
    case 'decimal':
      return checkDecimal(type)
    case 'year':
      return checkYear
    case 'codes':
      return checkCodes
    case 'refers_to':
      return checkText({ max: 320, lines: false })
  }
}

function checkText({ max, lines }: { max: number; lines: boolean }): CheckCell {
  const refused = lines ? CONTROL_BUT_LINES : CONTROL
  return (text) => {
    if (text.length > max) return { problem: `Shorten this to ${max} characters: it has ${text.length}` }
    const found = refused.exec(text)
    if (found === null) return text
    const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    if (found[0] === '\n' || found[0] === '\r') return { problem: 'Take out the line break: only notes may have them' }
    return { problem: `Take out the control character U+${code}${found[0] === '\t' ? ' (a tab)' : ''}` }
  }
}

function checkChoice(values: readonly string[]): CheckCell {
  const allowed = new Set(values)
  const problem = `Choose one of ${values.join(', ')}`
  return (text) => (allowed.has(text) ? text : { problem })
}

/** A real day of the years 1 to 9999, as the bundle writes it. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8))
  if (year < 1 || month < 1 || month > 12 || day < 1) return false
  if (day <= 28) return true
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= (month === 2 ? (isLeap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31)
}

function checkInstant(text: string): CheckedCell {
  const day = INSTANT.exec(text)?.[1]
  return day !== undefined && isCalendarDay(day)
    ? text
    : { problem: 'Enter the day and time with its offset from Greenwich, like 2021-05-17T10:30:00+01:00' }
}

/** Pounds become pence by moving the point, so no sum is ever rounded. */
function checkMoney(text: string): CheckedCell {
  const parts = /^(\d+)(?:\.(\d{1,2}))?$/.exec(text)
  if (parts?.[1] === undefined)
    return { problem: 'Enter pounds like 1250.00: digits with at most two decimals, no sign, comma or currency' }
  const pounds = parts[1].replace(/^0+(?=\d)/, '')
  if (pounds.length > 13) return { problem: 'Enter an amount below 10,000,000,000,000 pounds' }
  return (pounds + (parts[2] ?? '').padEnd(2, '0')).replace(/^0+(?=\d)/, '')
}

function checkInteger({ min, max }: Extract<ColumnType, { is: 'integer' }>): CheckCell {
  const problem = `Enter a whole number from ${min} to ${max}`
  return (text) => {
    if (text.length > LONGEST_NUMBER || !/^\d+$/.test(text)) return { problem }
    const value = Number(text)
    return value >= min && value <= max ? String(value) : { problem }
  }
}

function checkDecimal({ places, max }: Extract<ColumnType, { is: 'decimal' }>): CheckCell {
  const pattern = new RegExp(`^\\d+(\\.\\d{1,${places}})?$`)
  const problem = `Enter a number from 0 to ${max} with at most ${places} decimals, without a sign or commas`
  return (text) => (text.length <= LONGEST_NUMBER && pattern.test(text) && Number(text) <= max ? text : { problem })
}

function checkYear(text: string): CheckedCell {
  const parts = /^(\d{4})-(\d\d)$/.exec(text)
  const follows = parts !== null && (Number(parts[1]) + 1) % 100 === Number(parts[2])
  return follows ? text : { problem: 'Enter a year like 2021-22' }
}

function checkCodes(text: string): CheckedCell {
  const codes = text.split(/\s+/)
  if (codes.every((code) => /^[A-Za-z0-9]{1,20}$/.test(code))) return `{${codes.join(',')}}`
  return { problem: 'Enter the codes of districts with spaces between them, like E06000021 E07000192' }
}
