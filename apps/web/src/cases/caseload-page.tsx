import { dueOf } from '@hubline/domain/cases/due.ts'
import type { Day } from '@hubline/domain/day.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { Page } from '../shell/page.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { useShortcut } from '../ui/shortcuts.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { caseloadColumns } from './caseload-columns.tsx'
import type { CaseloadRow } from './caseload-row.ts'
import { CaseloadEmpty } from './caseload-empty.tsx'
import { CaseloadFilters } from './caseload-filters.tsx'
import { isGrouped, readCaseloadQuestion } from './caseload-question.ts'
import { CaseloadViews } from './caseload-views.tsx'
import './caseload.css'
import { DUE_NAMES } from './due-words.ts'

const route = getRouteApi('/hub/caseload')

/** Every open case of the adviser, or of the team, by what is to be done next. */
export function CaseloadPage() {
  const search = route.useSearch()
  const asked = useMemo(() => readCaseloadQuestion(search), [search])
  const { data, error, isPlaceholderData } = useQuery({
    ...trpc.cases.caseload.queryOptions(asked),
    placeholderData: keepPreviousData,
  })
  const districts = [
    ...new Set([
      ...(data?.rows ?? []).flatMap(({ district_code }) => district_code ?? []),
      ...(asked.filter.district ? [asked.filter.district] : []),
    ]),
  ]
  useShortcut({ keys: 'n', words: 'Set next step', where: 'Lists', run: openStepOfRow })
  return (
    <Page
      title={asked.whose === 'mine' ? 'My caseload' : 'Team caseload'}
      note={data && <CountNote all={data.counts.all} />}
    >
      <CaseloadViews asked={asked} counts={data?.counts} />
      <CaseloadFilters asked={asked} districts={districts.toSorted()} />
      {error && !data ? (
        <EmptyState sentence={problemOf(error).sentence}>
          <SearchLink change={{ after: undefined, before: undefined }}>Go to the first page</SearchLink>
        </EmptyState>
      ) : data ? (
        <div aria-busy={isPlaceholderData} className="caseload">
          <CaseloadTable
            rows={data.rows}
            sort={search.sort ?? 'next_on'}
            grouped={isGrouped(asked)}
            whole={!data.next && !data.previous}
            today={data.today}
            withOwner={asked.whose === 'team'}
          />
          {data.rows.length === 0 && <CaseloadEmpty asked={asked} />}
          {(data.next || data.previous) && (
            <Pager
              next={data.next ?? undefined}
              previous={data.previous ?? undefined}
              words={`${data.rows.length} cases on this page`}
            />
          )}
        </div>
      ) : (
        <Skeleton lines={12} height="60vh" />
      )}
    </Page>
  )
}

/** Counting stops at a thousand and one. */
function CountNote({ all }: { all: number }) {
  return (
    <span>{all > 1000 ? 'more than 1,000 cases' : all === 1 ? '1 case' : `${all.toLocaleString('en-GB')} cases`}</span>
  )
}

type TableProps = {
  rows: readonly CaseloadRow[]
  sort: string
  grouped: boolean
  whole: boolean
  today: Day
  withOwner: boolean
}

function CaseloadTable({ rows, sort, grouped, whole, today, withOwner }: TableProps) {
  const columns = useMemo(() => caseloadColumns(today, { withOwner }), [today, withOwner])
  const groupOf = useCallback((row: CaseloadRow) => DUE_NAMES[dueOf(row.next_on, today)], [today])
  if (rows.length === 0) return null
  return (
    <DataTable
      caption="Open cases"
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      sort={sort}
      groupOf={grouped ? groupOf : undefined}
      countGroups={whole}
    />
  )
}

/** `n` belongs to the row that has the focus, or to the first. */
function openStepOfRow(): void {
  const row = document.activeElement?.closest('[data-row]') ?? document.querySelector('[data-row]')
  row?.querySelector<HTMLElement>('[data-next-step]')?.click()
}
