import type { RecordKind } from '../imports/bundle-file.ts'
import type { Day } from '../day.ts'
import { showDay } from '../day.ts'
import { showNumber } from '../number.ts'

/** What being listed means for the figures. */
export const STAKES = {
  left_out: 'Left out of a figure until put right',
  open_to_challenge: 'Counted, but open to challenge',
  tidiness: 'In no figure, but in somebody’s way',
} as const
export type Stakes = keyof typeof STAKES

/**
 * One way in which a record falls short. Rules are data that a manager can read; the list that each gives is one query
 * of the reporting package, and its number is the length of that list.
 */
export type QualityRule = {
  readonly key: string
  readonly title: string
  /** What is listed. */
  readonly lists: RecordKind
  /** The records of a year, or those that stand so today. */
  readonly of: 'year' | 'today'
  readonly wrong: string
  readonly put_right: string
  readonly stakes: Stakes
  /** What is at stake, in a sentence. */
  readonly at_stake: string
  /** The figures that it bears on. */
  readonly figures: readonly string[]
  /** What each line says; `{incorporated_on}` stands for a fact of the record. */
  readonly line?: string
  /** What it says where one of those facts is blank. */
  readonly line_without?: string
}

/** Facts of a listed record by their names; days as `YYYY-MM-DD`. */
export type ListedFacts = Readonly<Record<string, string | number | null>>

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The line of a listed record in words: days as people write them, numbers with their thousands set off. */
export function lineOf({ line, line_without }: Pick<QualityRule, 'line' | 'line_without'>, facts: ListedFacts): string {
  if (line === undefined) return ''
  const names = [...line.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  if (names.some((name) => (facts[name] ?? null) === null)) return line_without ?? ''
  return line.replace(/\{(\w+)\}/g, (_found, name: string) => said(facts[name] ?? ''))
}

const said = (value: string | number): string =>
  typeof value === 'string' && DAY.test(value) ? showDay(value as Day) : showNumber(value)
