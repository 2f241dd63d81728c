/** Numbers that look random and are the same for the same seed, on every machine. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next: () => number
  /** A whole number, both ends included. */
  between: (least: number, most: number) => number
  one: <T>(values: readonly T[]) => T
  /** True this often: 0.2 is once in five. */
  often: (share: number) => boolean
}

const seedOf = (text: string): number => {
  let hash = 2166136261
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619)
  return hash >>> 0
}

/** A source of its own for each name, so that one file's rows do not depend on another's. */
export function randomOf(seed: number, name: string): Random {
  let state = seedOf(`${seed} ${name}`)
  const next = () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    between,
    one: (values) => {
      const value = values[between(0, values.length - 1)]
      if (value === undefined) throw new Error('Nothing to choose from')
      return value
    },
    often: (share) => next() < share,
  }
}

/** The days around the turn of each year, where a count goes wrong first. */
const EDGES = [
  '2019-03-31',
  '2019-04-01',
  '2020-03-31',
  '2020-04-01',
  '2021-03-31',
  '2021-04-01',
  '2022-03-31',
  '2022-04-01',
  '2020-02-29',
]

/** The day so many days after another. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** A day from 2019 to 2022, one in four at the edge of a year. */
export const someDay = (random: Random): string =>
  random.often(0.25) ? random.one(EDGES) : daysAfter('2019-01-15', random.between(0, 1400))

const SOME_TEXT = [
  '=SUM(A1:A9)',
  '+44 1632 960001',
  '-1',
  '@home',
  'Price, "as quoted"',
  'Café Zoë & Söhne',
  "O'Neill’s",
  'plain',
  '0012',
  '1e5',
  'NULL',
  'true',
]

/** Text that spreadsheets, quotes and careless programs trip over. */
export const someText = (random: Random): string => random.one(SOME_TEXT)

/** As `someText`, over several lines. */
export const someNotes = (random: Random): string =>
  random.often(0.2) ? `${someText(random)}\n\nSecond, with "quotes"\n${someText(random)}` : someText(random)

/** Pounds and pence up to a number of pounds. */
export const someMoney = (random: Random, most: number): string => {
  const pence = random.between(0, most * 100)
  return random.often(0.2)
    ? String(Math.floor(pence / 100))
    : `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`
}

/** A value, or now and then nothing. */
export const orBlank = (random: Random, share: number, value: string): string => (random.often(share) ? '' : value)
