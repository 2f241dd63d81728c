import { previousYear } from '@hubline/domain/years/year.ts'
import { useQuery } from '@tanstack/react-query'
import { paceOf } from '../indicators/pace.ts'
import { countOf } from '../indicators/show-figure.ts'
import { Panel } from '../ui/panel.tsx'
import { Tag } from '../ui/tag.tsx'
import { useToday } from '../ui/use-today.ts'
import { boardQuery } from './board-query.ts'
import type { Board } from './board.ts'
import { monthsGone, runningTotals } from './months.ts'
import { MonthsChart, type MonthsLines } from './months-chart.tsx'
import { MonthsTable } from './months-table.tsx'

const KEY = 'lep.businesses_supported'

/** How the first headline grew through the year, beside last year and the straight way to the target. */
export function MonthByMonth({ board: { year, figures, elapsed } }: { board: Board }) {
  const figure = figures.find(({ key }) => key === KEY)
  const before = previousYear(year)
  const { data: last } = useQuery(boardQuery(before))
  const today = useToday()
  if (!figure) return null
  const last_months = last?.figures.find(({ key }) => key === KEY)?.months ?? []
  const lines: MonthsLines = {
    year,
    before,
    reached: runningTotals(year, figure.months, today),
    gone: monthsGone(year, today),
    last: last_months.length > 0 ? runningTotals(before, last_months, today) : [],
    target: Number(figure.target ?? 0),
  }
  const pace = paceOf({ unit: figure.unit, value: figure.value, target: figure.target, elapsed })
  const finding = `${countOf(Number(figure.value ?? 0), 'businesses')}${elapsed < 1 ? ' so far' : ` in ${year}`}${pace ? `: ${pace.words.toLowerCase()}` : ''}`
  return (
    <Panel title="Businesses helped, month by month" actions={pace && <Tag tone={pace.tone}>{pace.words}</Tag>}>
      <MonthsChart lines={lines} finding={finding} />
      <details className="as-table">
        <summary>Show as table</summary>
        <MonthsTable lines={lines} />
      </details>
    </Panel>
  )
}
