import type { Pack, Row } from './read-pack.ts'

/** Of these, parts may be of any size, and need not add up to what is told. */
const AMOUNTS = new Set(['FTE', 'GBP', 'score'])
/** Somebody may be in several programmes. */
const OVERLAPS = 'programme'

/**
 * What the breakdowns give away to whoever has nothing but them and the headlines, each in a sentence: a part of fewer than
 * five that is shown, or one that is held back and follows from the figure by subtraction, or is told to be under five.
 */
export function checkHeldBack(pack: Pack): string[] {
  const headlines = new Map((pack['Headlines'] ?? []).map((row) => [row['key'], row]))
  const splits = Map.groupBy(pack['Breakdowns'] ?? [], ({ key, dimension }) => `${key} by ${dimension}`)
  return [...splits].flatMap(([split, rows]) => {
    const headline = headlines.get(rows[0]?.['key'])
    if (!headline) return [`${split} splits no headline`]
    return [...givenAway(headline, rows), ...(isWhole(headline, rows) ? [] : ['its parts do not add up'])].map(
      (said) => `${split}: ${said}`,
    )
  })
}

const sum = (rows: readonly Row[]) => rows.reduce((total, { value }) => total + Number(value), 0)
const isHeld = (row: Row) => row['held back'] === 'yes'

function givenAway({ value, unit = '' }: Row, rows: readonly Row[]): string[] {
  const [held, shown] = [rows.filter(isHeld), rows.filter((row) => !isHeld(row))]
  const told = [
    ...held.filter((row) => row['value'] !== '').map(({ part }) => `${part} is held back and told`),
    ...shown
      .filter((row) => !AMOUNTS.has(unit) && Number(row['value']) < 5)
      .map((row) => `${row['part']} is shown with ${row['value']}`),
  ]
  const [only] = held
  if (!only || (rows.length === 1 && only['part'] === '')) return told
  if (held.length === 1) return [...told, `${only['part']} is what the other parts leave of the figure`]
  if (AMOUNTS.has(unit) || rows[0]?.['dimension'] === OVERLAPS) return told
  // Each of them has one at least, so that none can have more than the others leave to it.
  const most = Number(value) - sum(shown) - (held.length - 1)
  return most < 5 ? [...told, `what is held back has ${most} at most in each part`] : told
}

function isWhole({ value, unit = '' }: Row, rows: readonly Row[]): boolean {
  if (AMOUNTS.has(unit) || rows[0]?.['dimension'] === OVERLAPS || rows.some(isHeld)) return true
  return sum(rows) === Number(value)
}
