import type { Row } from './read-bundle.ts'
import type { Random } from './random.ts'

/** How many there are of everything that other rows point at. */
export type Shape = {
  seed: number
  businesses: number
  people: number
  organisations: number
  programmes: number
  advisers: number
  cases: number
  courses: number
  events: number
  surveys: number
  capital_projects: number
  /** Rows of each file that nothing points at, by the file's name. */
  many: (file: string) => number
}

/** One file: its columns and, made one at a time, its rows. */
export type RandomFile = {
  file: string
  columns: readonly string[]
  rows: (random: Random, shape: Shape) => Iterable<Row>
}

export const AREAS = [
  'E06000021',
  'E07000192',
  'E07000193',
  'E07000194',
  'E07000195',
  'E07000196',
  'E07000197',
  'E07000198',
  'E07000199',
]
const ELSEWHERE = ['E06000020', 'E07000172']
export const EVIDENCE = ['', 'none', 'self_declared', 'documented', 'verified']

/** Where a client lies: mostly in the area, some outside, some nobody knows. */
export const someDistrict = (random: Random): string =>
  random.often(0.12) ? '' : random.often(0.12) ? random.one(ELSEWHERE) : random.one(AREAS)

export const yesNo = (random: Random): string => random.one(['yes', 'no', 'no', ''])

const some = (random: Random, prefix: string, many: number): string => `${prefix}-${random.between(1, many)}`

/** References to rows that exist. */
export const pick = {
  business: (random: Random, shape: Shape) => some(random, 'B', shape.businesses),
  person: (random: Random, shape: Shape) => some(random, 'P', shape.people),
  organisation: (random: Random, shape: Shape) => some(random, 'ORG', shape.organisations),
  programme: (random: Random, shape: Shape) => (random.often(0.5) ? '' : some(random, 'PRG', shape.programmes)),
  case: (random: Random, shape: Shape) => (random.often(0.7) ? '' : some(random, 'C', shape.cases)),
  adviser: (random: Random, shape: Shape) =>
    random.often(0.1) ? '' : `user${random.between(1, shape.advisers)}@hub.example`,
}

/** A business, a person, or both. */
export function someClient(random: Random, shape: Shape): { business_reference: string; person_reference: string } {
  const which = random.between(0, 3)
  return {
    business_reference: which === 1 ? '' : pick.business(random, shape),
    person_reference: which === 0 ? '' : pick.person(random, shape),
  }
}

/** Rows 1 to `many` of a file. */
export function* numbered(many: number, row: (number: number) => Row): Generator<Row> {
  for (let number = 1; number <= many; number++) yield row(number)
}

/**
 * Into which row a row was merged, in each run of twenty: one forward, one back, and a chain of two. Never a ring, and
 * found without looking at another row.
 */
export function mergedInto(prefix: string, number: number, many: number): string {
  const into = { 3: 1, 8: -1, 9: -1, 15: -13 }[number % 20]
  return into === undefined || number + into > many || number + into < 1 ? '' : `${prefix}-${number + into}`
}
