import type { UnitOfValue } from '@hubline/domain/indicators/definition.ts'
import { paceOf } from '../indicators/pace.ts'
import { isNothing } from '../indicators/show-figure.ts'
import { useLastDay } from '../indicators/use-as-at.ts'
import { type Series, Spark } from '../ui/bars.tsx'
import type { Board, BoardFigure } from './board.ts'
import { ClampedWords } from '../indicators/clamped-words.tsx'
import { FigureLink, FigureUnit } from './figure-link.tsx'
import { LastYear } from './last-year.tsx'
import { runningTotals } from './months.ts'
import { PaceLine } from './pace-line.tsx'
import { PartnerTotals } from './partner-totals.tsx'
import { SignedValue } from './signed-value.tsx'

/** One colour for each unit, so that what cannot be added up does not look alike. */
const SERIES: Readonly<Record<UnitOfValue, Series>> = {
  businesses: 'c1',
  people: 'c2',
  FTE: 'c3',
  GBP: 'c4',
  projects: 'c1',
  referrals: 'c2',
  score: 'c3',
}

type Props = { figure: BoardFigure; board: Board }

/** A headline figure with everything that is needed to read it. */
export function FigureCard({ figure, board }: Props) {
  const { year, elapsed, as_at } = board
  const { title, unit, value, target, due } = figure
  const pace = paceOf({ unit, value, target, elapsed, due })
  const series = SERIES[unit]
  const reached = runningTotals(year, figure.months, useLastDay(as_at))
  return (
    <article className="figure-card">
      <h3>{title}</h3>
      <div className="figure-line">
        <p>
          <FigureLink figure={figure} year={year} className="figure-value" /> <FigureUnit figure={figure} />
        </p>
        {!isNothing(value) && unit !== 'score' && <Spark values={[0, ...reached]} series={series} />}
      </div>
      <PaceLine pace={pace} figure={figure} elapsed={elapsed} series={series} />
      <SignedValue figure={figure} board={board} />
      <LastYear figure={figure} board={board} />
      <PartnerTotals figure={figure} />
      <ClampedWords words={figure.words} about={title} />
    </article>
  )
}
