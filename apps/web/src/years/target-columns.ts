import { hasProfile } from '@hubline/domain/years/target.ts'
import { showNumber } from '@hubline/domain/number.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { showFigure } from '../indicators/show-figure.ts'
import type { GridColumn } from '../ui/paste-grid/grid-column.ts'
import { monthName, monthsOf } from './months.ts'
import { EVEN, OWN, type TargetRow, likeWords, monthTexts, rowProblem, spreadWords } from './target-rows.ts'

/** Titles name what they count, and not what they add up. */
const added = ({ unit }: TargetRow) => (unit === 'GBP' ? ' (£)' : unit === 'FTE' ? ' (FTE)' : '')

/** What was typed or reckoned, drawn as figures are where it is a number: `60000000` as `£60.00m`. */
const written = ({ unit }: TargetRow, text: string) =>
  /^\d+(\.\d+)?$/.test(text) && (unit === 'GBP' || Number.isInteger(Number(text)))
    ? { text, face: unit === 'GBP' ? showFigure(unit, text) : showNumber(text) }
    : { text }

type Asked = { year: Year; before: Year; may_set: boolean; is_wide: boolean }

/** The columns of the targets of a year; without `may_set` they are only read. */
export function targetColumns({ year, before, may_set, is_wide }: Asked): readonly GridColumn<TargetRow>[] {
  const mayEdit = may_set ? () => true : undefined
  const mayEditMonths = may_set ? ({ unit }: TargetRow) => hasProfile(unit) : undefined
  return [
    {
      key: 'title',
      title: 'Figure',
      width: is_wide ? 330 : 190,
      cell: (row) => ({ text: `${row.title}${added(row)}` }),
    },
    {
      key: 'before',
      title: before,
      width: 96,
      cell: ({ unit, before: { value } }) => ({ text: value === null ? 'None' : showFigure(unit, value) }),
    },
    {
      key: 'value',
      title: 'Target',
      width: 104,
      cell: (row) => ({ ...written(row, row.value), error: rowProblem(row) }),
      mayEdit,
    },
    {
      key: 'spread',
      title: 'Spread',
      width: 112,
      cell: (row) => ({ text: spreadWords(row, before) }),
      mayEdit: mayEditMonths,
      choices: [EVEN, likeWords(before), OWN],
    },
    ...monthsOf(year).map((month, at) => ({
      key: `m${at}`,
      title: monthName(month, 'short'),
      width: 74,
      cell: (row: TargetRow) => written(row, monthTexts(row)[at] ?? ''),
      mayEdit: mayEditMonths,
    })),
  ]
}
