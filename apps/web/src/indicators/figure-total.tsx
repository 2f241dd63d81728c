import type { List } from './list.ts'
import { countOf, figureInWords, rowsOf, showExactly } from './show-figure.ts'

/** The figure again, over its list: a count equals the rows; a sum says how many rows it adds up. */
export function FigureTotal({ list: { unit, value, districts } }: { list: List }) {
  const rows = districts.reduce((sum, { units }) => sum + units, 0)
  const exact = value === null ? undefined : showExactly(unit, value)
  const is_count = rowsOf(unit) === unit
  return (
    <p className="figure-total figures">
      <b>{figureInWords(unit, value)}</b>
      {exact && <span className="quiet">{exact}</span>}
      {!is_count && (
        <span className="quiet">
          {unit === 'score' ? `the mean of ${countOf(rows, 'answers')}` : `from ${countOf(rows, 'records')}`}
        </span>
      )}
    </p>
  )
}
