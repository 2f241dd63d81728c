import { previousYear } from '@hubline/domain/years/year.ts'
import { changeInWords } from '../indicators/change.ts'
import { showFigure } from '../indicators/show-figure.ts'
import type { Board, BoardFigure } from './board.ts'
import { SaidLink } from './said-link.tsx'

type Props = {
  figure: BoardFigure
  board: Pick<Board, 'year' | 'elapsed' | 'last_version'>
  /** The name of last year stands above already. */
  under_heading?: boolean
}

/** Last year's value and how this year's stands to it. */
export function LastYear({ figure, board: { year, elapsed, last_version }, under_heading = false }: Props) {
  const { key, title, unit, value, last_year } = figure
  const before = previousYear(year)
  if (last_year === null) return <p className="quiet small">No figure for {before}.</p>
  const whole = elapsed >= 1
  const change = changeInWords({ unit, value, last: last_year, whole })
  return (
    <p className="small figures">
      {!under_heading && <span className="quiet">{whole ? before : `Whole of ${before}`}:</span>}{' '}
      <SaidLink year={before} version={last_version} figure_key={key} title={title}>
        {Number(last_year) === 0 ? 'none' : showFigure(unit, last_year)}
      </SaidLink>
      {change && <span className="quiet">, {change}</span>}
    </p>
  )
}
