import { PACKS, type Pack } from '@hubline/domain/indicators/definition.ts'
import { previousYear, type Year } from '@hubline/domain/years/year.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { trpc } from '../api.ts'
import { paceOf, wholePercent } from '../indicators/pace.ts'
import { useAsAt, useLastDay } from '../indicators/use-as-at.ts'
import { countOf, isNothing, partOfTarget, showExactly, showFigure, unitAfter } from '../indicators/show-figure.ts'
import { Spark } from '../ui/bars.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Tag } from '../ui/tag.tsx'
import type { Board, BoardFigure } from './board.ts'
import { ClampedWords } from '../indicators/clamped-words.tsx'
import { LastYear } from './last-year.tsx'
import { runningTotals } from './months.ts'
import { PartnerTotals } from './partner-totals.tsx'
import { SignedValue } from './signed-value.tsx'

/** The figures of the other packs: the same facts as a card, a line each. */
export function FiguresTable({ board, packs }: { board: Board; packs: readonly Pack[] }) {
  const columns = useMemo(() => columnsFor(board), [board])
  const rows = packs.flatMap((pack) => board.figures.filter((figure) => figure.pack === pack))
  return (
    <DataTable
      caption="Other figures"
      showCaption
      columns={columns}
      rows={rows}
      keyOf={({ key }) => key}
      groupOf={({ pack }) => PACKS[pack]}
    />
  )
}

function columnsFor(board: Board): readonly Column<BoardFigure>[] {
  const { year, elapsed, as_at } = board
  const before = previousYear(year)
  return [
    {
      key: 'title',
      title: 'Figure',
      phone: 'title',
      width: '38%',
      cell: (figure) => (
        <>
          <ListLink year={year} figure_key={figure.key}>
            {figure.title}
          </ListLink>
          <ClampedWords words={figure.words} about={figure.title} />
        </>
      ),
    },
    {
      key: 'value',
      title: year,
      align: 'end',
      phone: 'corner',
      cell: (figure) => (
        <>
          <Value figure={figure} year={year} />
          <SignedValue figure={figure} board={board} />
        </>
      ),
    },
    {
      key: 'shape',
      title: 'Through the year',
      phone: 'hide',
      cell: (figure) => <Shape figure={figure} year={year} as_at={as_at} />,
    },
    {
      key: 'target',
      title: 'Target',
      phone: 'labelled',
      cell: (figure) => <Target figure={figure} elapsed={elapsed} />,
    },
    {
      key: 'last',
      title: before,
      phone: 'labelled',
      cell: (figure) => (
        <>
          <LastYear figure={figure} board={board} under_heading />
          <PartnerTotals figure={figure} />
        </>
      ),
    },
  ]
}

type ListLinkProps = { year: Year; figure_key: string; className?: string; children: ReactNode }

/** To the list behind a figure, of the same day. */
function ListLink({ year, figure_key, className, children }: ListLinkProps) {
  const as_at = useAsAt()
  return (
    <Link to="/year/$year/$key" params={{ year, key: figure_key }} search={{ as_at }} className={className}>
      {children}
    </Link>
  )
}

function Value({ figure, year }: { figure: BoardFigure; year: Year }) {
  const { unit, value } = figure
  return (
    <span className="table-value">
      <ListLink year={year} figure_key={figure.key} className="strong">
        {value === null ? 'None' : showFigure(unit, value)}
        <span className="visually-hidden">: {figure.title}, open the list</span>
      </ListLink>{' '}
      <span className="cell-note">
        {value === null
          ? 'no answers yet'
          : isNothing(value)
            ? 'none yet'
            : (showExactly(unit, value) ?? unitAfter(unit))}
      </span>
      {unit === 'score' && value !== null && <Answers figure={figure} year={year} />}
    </span>
  )
}

/** A mean says nothing without the number of answers behind it. */
function Answers({ figure, year }: { figure: BoardFigure; year: Year }) {
  const { data } = useQuery(trpc.indicators.units.queryOptions({ key: figure.key, year, as_at: useAsAt() }))
  return <span className="cell-note">{data ? `n = ${countOf(data.total, 'answers')}` : ' '}</span>
}

type ShapeProps = { figure: BoardFigure; year: Year; as_at: string | null }

function Shape({ figure: { months, unit, value }, year, as_at }: ShapeProps) {
  const today = useLastDay(as_at)
  if (unit === 'score' || isNothing(value)) return null
  return <Spark values={[0, ...runningTotals(year, months, today)]} />
}

function Target({ figure: { unit, value, target, due }, elapsed }: { figure: BoardFigure; elapsed: number }) {
  const pace = paceOf({ unit, value, target, elapsed, due })
  if (!pace || target === null) return <span className="quiet small">None set</span>
  return (
    <span className="table-target">
      <span className="small figures">{partOfTarget(unit, wholePercent(pace.share), target)}</span>
      <Tag tone={pace.tone}>{pace.words}</Tag>
    </span>
  )
}
