import type { Pack, UnitOfValue } from '@hubline/domain/indicators/definition.ts'
import { evenProfile, hasProfile, profileLike, targetProblem } from '@hubline/domain/years/target.ts'
import { monthsOf, type MonthValue } from './months.ts'
import type { GridEdit } from '../ui/paste-grid/grid-column.ts'
import type { Year } from '@hubline/domain/years/year.ts'

/** A figure with its target as texts, as they are typed. */
export type TargetRow = {
  key: string
  title: string
  pack: Pack
  unit: UnitOfValue
  /** Of the target that the form was filled from. */
  version: number
  value: string
  /** Null: the same every month. */
  profile: readonly string[] | null
  /** The year before: how it went, what it was to reach, and what each of its months added. */
  before: { value: string | null; target: string | null; months: readonly number[] }
}

/** What somebody has typed into some rows: by key, with the version it was typed over. */
export type TypedTargets = Readonly<Record<string, Pick<TargetRow, 'version' | 'value' | 'profile'>>>

export const EVEN = 'Even'
export const OWN = 'Own months'
export const likeWords = (before: string) => `As ${before}`

/** The months of a year in their order; one that added nothing is nought. */
export function amountsOf(year: Year, months: readonly MonthValue[]): number[] {
  const by_month = new Map(months.map(({ month, value }) => [month, Number(value)]))
  return monthsOf(year).map((month) => by_month.get(month) ?? 0)
}

/** `2,900`, `£2 900` and `2900` are one number; undefined where it is none. */
export function readAmount(text: string): number | undefined {
  const digits = text.replaceAll(/[\s,£]/g, '')
  return /^\d{1,12}(?:\.\d{1,2})?$/.test(digits) ? Number(digits) : undefined
}

const textsOf = (profile: readonly number[]) => profile.map(String)

/** The texts of the twelve months: nothing where there is no target to spread. */
export function monthTexts({ unit, value, profile }: TargetRow): readonly string[] {
  if (profile) return profile
  const amount = readAmount(value)
  return amount === undefined || !hasProfile(unit) ? Array.from({ length: 12 }, () => '') : textsOf(evenProfile(amount))
}

/** How the target is spread, in a word or two. */
export function spreadWords(row: TargetRow, before: string): string {
  if (!row.profile || !hasProfile(row.unit)) return hasProfile(row.unit) && row.value.trim() ? EVEN : ''
  const like = profileLike(readAmount(row.value) ?? 0, row.before.months)
  return like && like.join(' ') === row.profile.join(' ') ? likeWords(before) : OWN
}

/** The row after one cell of it was given another text. */
export function edited(row: TargetRow, column: string, text: string): TargetRow {
  if (column === 'value') return withValue(row, text)
  if (!hasProfile(row.unit)) return row
  if (column === 'spread') return withSpread(row, text)
  const at = Number(column.slice(1))
  return { ...row, profile: monthTexts(row).map((now, month) => (month === at ? text.trim() : now)) }
}

/** Another target keeps the shape of its months. */
function withValue(row: TargetRow, text: string): TargetRow {
  const value = text.trim()
  if (value === '' || !row.profile) return { ...row, value, profile: null }
  const amount = readAmount(value)
  const months = row.profile.map((month) => readAmount(month) ?? 0)
  const scaled = amount === undefined ? undefined : profileLike(amount, months)
  return { ...row, value, profile: scaled ? textsOf(scaled) : row.profile }
}

function withSpread(row: TargetRow, text: string): TargetRow {
  const word = text.trim().toLowerCase()
  if (word === '' || 'even'.startsWith(word)) return { ...row, profile: null }
  if (OWN.toLowerCase().startsWith(word)) return { ...row, profile: monthTexts(row) }
  const like = profileLike(readAmount(row.value) ?? 0, row.before.months)
  return 'as'.startsWith(word.slice(0, 2)) && like ? { ...row, profile: textsOf(like) } : row
}

/** All edits, cell after cell. */
export function applied(rows: readonly TargetRow[], edits: readonly GridEdit[]): TargetRow[] {
  const by_key = Map.groupBy(edits, ({ key }) => key)
  return rows.map((row) =>
    (by_key.get(row.key) ?? []).reduce((now, { column, text }) => edited(now, column, text), row),
  )
}

/** What is wrong with a row, in a sentence. */
export function rowProblem(row: TargetRow): string | undefined {
  if (row.value.trim() === '') return row.profile ? 'Write the target of the year' : undefined
  const value = readAmount(row.value)
  if (value === undefined) return 'Write the target in digits, like 2900'
  const months = row.profile?.map((text) => readAmount(text === '' ? '0' : text)) ?? null
  if (months?.includes(undefined)) return 'Write each month in digits'
  return targetProblem(row.unit, { value, profile: months as number[] | null })
}

/** A row without a problem as it is sent. */
export const sentOf = ({ key, version, value, profile }: TargetRow) => ({
  key,
  version,
  value: value.trim() === '' ? null : (readAmount(value) ?? null),
  profile: profile && value.trim() !== '' ? profile.map((text) => readAmount(text) ?? 0) : null,
})

export const isSame = (one: TargetRow, other: TargetRow): boolean =>
  JSON.stringify(sentOf(one)) === JSON.stringify(sentOf(other)) && one.value.trim() === other.value.trim()

/** The rows with what was typed, each to be sent over the target that stands by now. */
export const withTyped = (standing: readonly TargetRow[], typed: TypedTargets): TargetRow[] =>
  standing.map((row) => ({ ...row, ...typed[row.key], version: row.version }))

/** What somebody else set under a row that was typed, as it stands: shown before what was typed takes its place. */
export const setMeanwhile = (standing: readonly TargetRow[], typed: TypedTargets): TargetRow[] =>
  standing.filter((row) => {
    const own = typed[row.key]
    return (
      own !== undefined && own.version !== row.version && !isSame({ ...row, ...own }, { ...row, version: own.version })
    )
  })
