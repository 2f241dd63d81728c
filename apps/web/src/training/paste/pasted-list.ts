import { type Day, showDay } from '@hubline/domain/day.ts'
import { guessColumns } from '@hubline/domain/imports/guess-columns.ts'
import { readTable } from '@hubline/domain/imports/read-table.ts'
import { MOST_PASTED } from '@hubline/domain/training/paste-form.ts'
import type { There } from '@hubline/domain/training/paste-outcome.ts'
import { LEARNER_COLUMNS, type LearnerKey } from '@hubline/domain/training/pasted-learners.ts'
import type { GridEdit } from '../../ui/paste-grid/grid-column.ts'
import { readDay } from '../../ui/read-day.ts'

export type ListRow = { key: string; row: number; cells: readonly string[] }

/** Who a row is about, as somebody has decided it. */
export type Decision =
  | { is: 'person'; id: string; name: string; reference: string; there?: There | undefined }
  | { is: 'new' }
  | { is: 'left_out' }
/** Which business a name in the list means. */
export type EmployerDecision = { is: 'business' | 'new'; id: string; name: string } | { is: 'none' }

/** A list that came in, and what has been made of it so far. Everything in it can be kept on the device. */
export type PastedList = {
  rows: readonly ListRow[]
  /** The first row as it came, where it is a heading. */
  heading: ListRow | undefined
  columns: readonly (LearnerKey | null)[]
  decisions: Readonly<Record<string, Decision>>
  employers: Readonly<Record<string, EmployerDecision>>
  /** Rows beyond those that can be saved in one go. */
  too_many: number
}

const asRow = ({ row, cells }: { row: number; cells: string[] }): ListRow => ({ key: String(row), row, cells })

/** Reads what came from the clipboard, and guesses what its columns hold. */
export function listFrom(text: string): PastedList | undefined {
  const all = readTable(text).map(asRow)
  if (all.length === 0) return undefined
  const { has_heading, columns } = guessColumns(
    all.map(({ cells }) => cells),
    LEARNER_COLUMNS,
  )
  const rows = has_heading ? all.slice(1) : all
  return {
    rows: rows.slice(0, MOST_PASTED),
    heading: has_heading ? all[0] : undefined,
    columns,
    decisions: {},
    employers: {},
    too_many: Math.max(0, rows.length - MOST_PASTED),
  }
}

/** The first row is a heading after all, or is somebody. */
export function withHeading(list: PastedList, has_heading: boolean): PastedList {
  const { heading, rows } = list
  if (has_heading === (heading !== undefined)) return list
  if (heading) return { ...list, heading: undefined, rows: [heading, ...rows] }
  const [first, ...rest] = rows
  return first ? { ...list, heading: first, rows: rest } : list
}

/** A column holds something else. No two columns hold the same. */
export function withColumn(list: PastedList, at: number, key: LearnerKey | null): PastedList {
  const columns = list.columns.map((before, i) => (i === at ? key : before === key ? null : before))
  return { ...list, columns }
}

/** A column that the list came without, to be written in here. */
export const withNewColumn = (list: PastedList, key: LearnerKey): PastedList => ({
  ...list,
  columns: [...list.columns, key],
})

/** What is typed for a day may be as short as elsewhere: `y`, `17/5`, `fri`. */
function inFull(text: string, holds: LearnerKey | null | undefined, today: Day): string {
  const day = holds?.endsWith('_on') ? readDay(text, today, 'past') : undefined
  return day ? showDay(day) : text
}

export function withEdits(list: PastedList, edits: readonly GridEdit[], today: Day): PastedList {
  const by_row = Map.groupBy(edits, ({ key }) => key)
  const rows = list.rows.map((row) => {
    const mine = by_row.get(row.key)
    if (!mine) return row
    const cells = list.columns.map((_, at) => row.cells[at] ?? '')
    for (const { column, text } of mine) cells[Number(column)] = inFull(text, list.columns[Number(column)], today)
    return { ...row, cells }
  })
  return { ...list, rows }
}

export function withDecisions(list: PastedList, keys: readonly string[], decision: Decision | undefined): PastedList {
  const gone = new Set(keys)
  const kept = Object.entries(list.decisions).filter(([key]) => !gone.has(key))
  const made = decision ? keys.map((key) => [key, decision] as const) : []
  return { ...list, decisions: Object.fromEntries([...kept, ...made]) }
}

export const withEmployer = (list: PastedList, name: string, decision: EmployerDecision): PastedList => ({
  ...list,
  employers: { ...list.employers, [name]: decision },
})

/** Employers that were new are there once their rows are saved. */
export const withSavedEmployers = (list: PastedList, saved: ReadonlySet<string>): PastedList => ({
  ...list,
  employers: Object.fromEntries(
    Object.entries(list.employers).map(([name, each]) => [
      name,
      each.is === 'new' && saved.has(each.id) ? { ...each, is: 'business' } : each,
    ]),
  ),
})

export const withoutRows = (list: PastedList, keys: ReadonlySet<string>): PastedList => ({
  ...list,
  rows: list.rows.filter(({ key }) => !keys.has(key)),
})

/** What each cell of a row says, by what its column holds. */
export function cellsOf(row: ListRow, columns: PastedList['columns']): Partial<Record<LearnerKey, string>> {
  return Object.fromEntries(columns.flatMap((key, at) => (key ? [[key, row.cells[at] ?? '']] : [])))
}
