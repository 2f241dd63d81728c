import type { UnitOfValue } from './definition.ts'

/**
 * How a press text says a figure. The round number R goes in steps of 50 under 1,000, of 500 under 10,000 and so on:
 * `nearly` from 95% of R up to it, `over` from R to 105% of it, else the figure itself; under 100 always the figure.
 * Pounds from a million are millions with two decimals, half up. Blank where there is no value.
 */
export function inPress(value: string | null, unit: UnitOfValue): string {
  if (value === null) return ''
  const number = Number(value)
  if (unit === 'score') return value
  if (unit === 'GBP')
    return number >= 1_000_000 ? `£${grouped(halfUp(value, 1_000_000))}m` : `£${grouped(value.replace(/\.00$/, ''))}`
  const whole = Math.floor(number + 0.5)
  if (whole < 100) return grouped(String(whole))
  const step = 10 ** Math.floor(Math.log10(whole)) / 2
  const [below, above] = [Math.floor(whole / step) * step, Math.ceil(whole / step) * step]
  if (whole === below) return grouped(String(whole))
  const isNearly = whole * 100 >= above * 95
  const isOver = whole * 100 <= below * 105
  if (isNearly) return `nearly ${grouped(String(above))}`
  return isOver ? `over ${grouped(String(below))}` : grouped(String(whole))
}

/**
 * A headline as a press text says it, from its title: `Nearly 3,000 businesses helped to grow and access support`,
 * `£65.61m of private investment leveraged`, `Client satisfaction: 4.12 of 5`. Nothing counted is `No …`; what has no value is said to have none.
 */
export function sentenceInPress({ title, unit, value }: Headline): string {
  const said = inPress(value, unit)
  const what = title.replace(/^[A-Z](?=[a-z ])/, (first) => first.toLowerCase())
  if (said === '') return `${title}: no figure`
  if (Number(value) === 0) return `No ${what}`
  if (unit === 'score') return `${title}: ${said} of 5`
  const sentence = unit === 'GBP' ? `${said} of ${what}` : `${said} ${what}`
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

export type Headline = { title: string; unit: UnitOfValue; value: string | null }

/** Pounds in millions with two decimals, reckoned in whole pence. */
function halfUp(pounds: string, of: number): string {
  const [whole = '0', pence = ''] = pounds.split('.')
  const hundredths = (BigInt(whole + pence.padEnd(2, '0')) + BigInt(of) / 2n) / BigInt(of)
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\..*)/g, ',')
