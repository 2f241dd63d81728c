import { showNumber } from './number.ts'

/** How many places each suffix moves the point: thousand, million, (short) billion. */
const SUFFIXES: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  million: 6,
  bn: 9,
  billion: 9,
}

const TYPED = /^£? ?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))? ?([a-z]+)?$/

/**
 * Reads an amount as people type it, in whole pence: `250k`, `£65.61m`, `65,610,000`, `1234.56`. No sign, and nothing
 * that would have to be rounded to a penny.
 */
export function readMoney(text: string): number | undefined {
  const found = TYPED.exec(text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' '))
  if (!found) return undefined
  const [, whole = '', part = '', suffix] = found
  const places = suffix === undefined ? 0 : SUFFIXES[suffix]
  if (places === undefined || (suffix === undefined && part.length > 2)) return undefined
  const decimals = part.replace(/0+$/, '')
  if (decimals.length > places + 2) return undefined
  const pence = Number(whole.replaceAll(',', '') + decimals.padEnd(places + 2, '0'))
  return Number.isSafeInteger(pence) ? pence : undefined
}

/** `£65,610,000.00`: to the penny, as in tables and exports. */
export function showMoney(pence: number): string {
  const sign = pence < 0 ? '-' : ''
  const digits = String(Math.abs(pence)).padStart(3, '0')
  return `${sign}£${showNumber(digits.slice(0, -2))}.${digits.slice(-2)}`
}

/**
 * `£65.61m`, as in headlines: from a million on, millions with two decimals, half up; below that, whole pounds. Source:
 * the wording rule of the annual review, where £65.61m is £65,605,000.00 to £65,614,999.99.
 */
export function showMoneyShort(pence: number): string {
  const sign = pence < 0 ? '-' : ''
  const amount = Math.abs(pence)
  if (amount < 100_000_000) return `${sign}£${showNumber(Math.floor((amount + 50) / 100))}`
  // Ten thousand pounds is a hundredth of a million.
  const hundredths = String(Math.floor((amount + 500_000) / 1_000_000))
  return `${sign}£${showNumber(hundredths.slice(0, -2))}.${hundredths.slice(-2)}m`
}
