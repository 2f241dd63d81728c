import { DEMAND_DIMENSIONS, type DemandDimension } from '@hubline/domain/skills-reviews/demand.ts'
import { DIMENSION_NAMES, compareDemand, demandInWords } from '@hubline/domain/skills-reviews/demand-words.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { PageError } from '../shell/page-states.tsx'
import { BarList } from '../ui/bar-list.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { type Demand, FIRST_OF_LIST, countsInWords } from './demand-counts.ts'
import { DemandGrid } from './demand-grid.tsx'
import type { DemandQuestion } from './demand-question.ts'

/** Needs in all, by each dimension and by two together. */
export function DemandPicture({ question }: { question: DemandQuestion }) {
  const { asked, rows, columns } = question
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...trpc.skillsReviews.demand.queryOptions({ ...asked, rows, columns }),
    placeholderData: keepPreviousData,
  })
  if (!data && error) return <PageError error={error} reset={() => void refetch()} />
  if (!data) return <Skeleton lines={12} height="60vh" />
  if (data.all.needs === 0)
    return (
      <EmptyState sentence="No review of this year says a need like that. Needs come from the gaps of review forms and from training plans." />
    )
  return (
    <div className="stack" aria-busy={isPlaceholderData}>
      <p className="demand-finding figures">{findingOf(data)}</p>
      <div className="demand-panels">
        {DEMAND_DIMENSIONS.map((dimension) => (
          <Panel key={dimension} title={DIMENSION_NAMES[dimension]}>
            <BarList rows={barsOf(data, dimension)} />
          </Panel>
        ))}
      </div>
      <DemandGrid demand={data} rows={rows} columns={columns} />
    </div>
  )
}

const ORDERED = new Set<DemandDimension>(['level', 'urgency', 'state'])

/** Levels, times and stages in their order; everything else with the most at the top. */
function barsOf({ by }: Demand, dimension: DemandDimension) {
  const found = by[dimension]
  const sorted = ORDERED.has(dimension)
    ? found.toSorted((a, b) => compareDemand(dimension, a.value, b.value))
    : found.toSorted((a, b) => b.needs - a.needs || compareDemand(dimension, a.value, b.value))
  return sorted.map(({ value, needs, people }) => ({
    key: value,
    words: demandInWords(dimension, value),
    value: needs,
    note: people === 1 ? '1 person' : `${people.toLocaleString('en-GB')} people`,
    change: { [dimension]: value, ...FIRST_OF_LIST },
  }))
}

function findingOf(demand: Demand): string {
  const [skill] = demand.by.skill.toSorted((a, b) => b.needs - a.needs)
  if (!skill || demand.by.skill.length < 2) return `${countsInWords(demand.all)}.`
  const share = Math.round((skill.needs / demand.all.needs) * 100)
  return `${countsInWords(demand.all)}. Asked for most: ${demandInWords('skill', skill.value)}, ${share}%.`
}
