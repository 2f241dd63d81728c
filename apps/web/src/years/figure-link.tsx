import { Link } from '@tanstack/react-router'
import { useAsAt } from '../indicators/use-as-at.ts'
import { isNothing, showExactly, showFigure, unitAfter } from '../indicators/show-figure.ts'
import type { BoardFigure } from './board.ts'

type Props = { figure: BoardFigure; year: string; className?: string | undefined }

/** The number itself, which leads to the list that makes it. */
export function FigureLink({ figure: { key, title, unit, value }, year, className }: Props) {
  const as_at = useAsAt()
  return (
    <Link to="/year/$year/$key" params={{ year, key }} search={{ as_at }} className={className}>
      {value === null ? 'None' : showFigure(unit, value)}
      <span className="visually-hidden">
        {' '}
        {unitAfter(unit)}: {title}, open the list
      </span>
    </Link>
  )
}

/** What the number is a number of, or the whole amount where it was rounded. */
export function FigureUnit({ figure: { unit, value } }: { figure: BoardFigure }) {
  const unit_words = unitAfter(unit)
  const words =
    value === null
      ? 'no answer gives a score yet'
      : isNothing(value)
        ? `${unit_words} recorded yet`.trim()
        : (showExactly(unit, value) ?? unit_words)
  return words ? <span className="figure-unit figures">{words}</span> : null
}
