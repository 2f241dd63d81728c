import { parseIsoDay, showDay, todayInLondon } from '@hubline/domain/day.ts'
import { showMoney } from '@hubline/domain/money.ts'
import { showNumber } from '@hubline/domain/number.ts'

/** What the bundle says of a column: how its value is to be read. */
export type ValueType =
  | 'text'
  | 'one_of'
  | 'day'
  | 'instant'
  | 'money'
  | 'yes_no'
  | 'integer'
  | 'decimal'
  | 'year'
  | 'codes'
  | 'refers_to'

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** `17/05/2025 at 14:02`, by the clocks of the United Kingdom. */
export function showInstant(instant: string | Date): string {
  const at = new Date(instant)
  return Number.isNaN(at.getTime()) ? String(instant) : `${showDay(todayInLondon(at))} at ${CLOCK.format(at)}`
}

/** `advice_session` as people say it: "Advice session". */
export function showWord(word: string): string {
  const words = word.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A stored value in the words of a page; undefined where nothing is known. Money comes in whole pence. */
export function showValue(type: string, value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.join(', ')
  const text = String(value)
  switch (type as ValueType) {
    case 'day': {
      const day = parseIsoDay(text.slice(0, 10))
      return day ? showDay(day) : text
    }
    case 'instant':
      return showInstant(text)
    case 'money':
      return Number.isSafeInteger(Number(text)) ? showMoney(Number(text)) : text
    case 'yes_no':
      return value === true || text === 'yes' || text === 'true' ? 'Yes' : 'No'
    case 'one_of':
      return showWord(text)
    case 'integer':
    case 'decimal':
      return showNumber(text)
    case 'codes':
      return text.split(' ').filter(Boolean).join(', ')
    default:
      return text
  }
}
