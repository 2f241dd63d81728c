import { growsInTheYear, type Pace, wholePercent } from '../indicators/pace.ts'
import { partOfTarget } from '../indicators/show-figure.ts'
import { PaceBar, type Series } from '../ui/bars.tsx'
import { Tag } from '../ui/tag.tsx'
import type { BoardFigure } from './board.ts'

type Props = { pace: Pace | undefined; figure: BoardFigure; elapsed: number; series: Series }

/** The figure against its target: a bar with today's mark, and the same in words. */
export function PaceLine({ pace, figure: { unit, target, due: part_due }, elapsed, series }: Props) {
  if (!pace || target === null) return <p className="quiet small">No target has been set for this year.</p>
  const part = partOfTarget(unit, wholePercent(pace.share), target)
  const is_under_way = elapsed < 1 && growsInTheYear(unit)
  const due = is_under_way
    ? part_due === elapsed
      ? `; ${wholePercent(elapsed)}% of the year has gone`
      : `; ${wholePercent(part_due)}% is due by today`
    : ''
  return (
    <div className="pace">
      <PaceBar
        share={pace.share}
        expected={is_under_way ? part_due : undefined}
        series={series}
        label={`${part}${due}`}
      />
      <p className="pace-words">
        <span className="figures">{part}</span> <Tag tone={pace.tone}>{pace.words}</Tag>
      </p>
    </div>
  )
}
