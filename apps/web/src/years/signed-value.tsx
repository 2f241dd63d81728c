import { showFigure } from '../indicators/show-figure.ts'
import type { Board, BoardFigure } from './board.ts'
import { SaidLink } from './said-link.tsx'

type Props = { figure: BoardFigure; board: Pick<Board, 'year' | 'version'> }

/** What was signed off of a figure, where it is counted otherwise today. */
export function SignedValue({ figure: { key, title, unit, signed }, board: { year, version } }: Props) {
  if (signed === null) return null
  return (
    <p className="small figures">
      <span className="quiet">As signed off:</span>{' '}
      <SaidLink year={year} version={version} figure_key={key} title={title}>
        {signed.value === null ? 'none' : showFigure(unit, signed.value)}
      </SaidLink>
    </p>
  )
}
