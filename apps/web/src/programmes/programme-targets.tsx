import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { paceOf, wholePercent } from '../indicators/pace.ts'
import { figureInWords, partOfTarget } from '../indicators/show-figure.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Tag } from '../ui/tag.tsx'
import { useToday } from '../ui/use-today.ts'
import { forecastInWords } from '../years/course-lines.ts'
import type { ProgrammeYear } from './programme.ts'

type Row = ProgrammeYear['with_target'][number]

/** Each target of a programme: reached, how much of it, on pace or not, and where the year may end. */
export function ProgrammeTargets({ told }: { told: ProgrammeYear }) {
  const today = useToday()
  const columns = useMemo(() => columnsFor(told, today), [told, today])
  return <DataTable caption="Targets" columns={columns} rows={told.with_target} keyOf={({ key }) => key} />
}

function columnsFor(
  { year, elapsed, programme }: ProgrammeYear,
  today: ReturnType<typeof useToday>,
): readonly Column<Row>[] {
  return [
    {
      key: 'title',
      title: 'Figure',
      phone: 'title',
      cell: ({ key, title }) => (
        <Link to="/year/$year/$key" params={{ year, key }} search={{ programme: programme.reference }}>
          {title}
        </Link>
      ),
    },
    {
      key: 'value',
      title: 'Reached',
      align: 'end',
      phone: 'corner',
      cell: ({ unit, value }) => <b className="figures">{figureInWords(unit, value)}</b>,
    },
    {
      key: 'target',
      title: 'Target',
      phone: 'line',
      cell: ({ unit, value, target, due }) => {
        const pace = paceOf({ unit, value, target, elapsed, due })
        return (
          <span className="cluster">
            <span className="figures">
              {pace ? partOfTarget(unit, wholePercent(pace.share), target) : figureInWords(unit, target)}
            </span>
            {pace && <Tag tone={pace.tone}>{pace.words}</Tag>}
          </span>
        )
      },
    },
    {
      key: 'forecast',
      title: 'Forecast',
      phone: 'line',
      cell: ({ course }) => <span className="small">{forecastInWords(course, today).finding}</span>,
    },
  ]
}
