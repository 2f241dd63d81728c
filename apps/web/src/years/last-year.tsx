import { previousYear, type Year } from '@hubline/domain/years/year.ts'
import { changeInWords } from '../indicators/change.ts'
import { showFigure } from '../indicators/show-figure.ts'
import type { BoardFigure } from './board.ts'

type Props = {
  figure: BoardFigure
  year: Year
  elapsed: number
  /** The name of last year stands above already. */
  under_heading?: boolean
}

/** Last year's value and how this year's stands to it. */
export function LastYear({ figure: { unit, value, last_year }, year, elapsed, under_heading = false }: Props) {
  const before = previousYear(year)
  if (last_year === null) return <p className="quiet small">No figure for {before}.</p>
  const whole = elapsed >= 1
  const change = changeInWords({ unit, value, last: last_year, whole })
  return (
    <p className="small figures">
      {!under_heading && <span className="quiet">{whole ? before : `Whole of ${before}`}:</span>}{' '}
      <b>{Number(last_year) === 0 ? 'none' : showFigure(unit, last_year)}</b>
      {change && <span className="quiet">, {change}</span>}
    </p>
  )
}
