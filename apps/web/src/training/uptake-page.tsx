import { PLAN_LINE_STATUSES, PLAN_LINE_STATUS_NAMES } from '@hubline/domain/skills-reviews/plan-line.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { oneOf, text } from '../address.ts'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { Page } from '../shell/page.tsx'
import { useMay } from '../staff/me.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FilterChips } from '../ui/filter-chips.tsx'
import { Icon } from '../ui/icon.tsx'
import { ListSearch } from '../ui/list-search.tsx'
import { Pager } from '../ui/pager.tsx'
import { CellGrid } from '../ui/paste-grid/cell-grid.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ViewTabs } from '../ui/view-tabs.tsx'
import { EnrolFromLineSheet } from './enrol-from-line-sheet.tsx'
import './training.css'
import { UPTAKE_COLUMNS, UPTAKE_READ_ONLY } from './uptake-columns.tsx'
import { type UptakeLine, type UptakePageShown, useChangeLines } from './use-change-lines.ts'

const route = getRouteApi('/hub/training/uptake')
const FIRST_PAGE = { after: undefined, before: undefined }

/** Every line of the training plans, and how far it has come: one key for a status, Enter to put people on a course. */
export function UptakePage() {
  const search = route.useSearch()
  const filter = { status: oneOf(search, 'status', PLAN_LINE_STATUSES), text: text(search, 'q') }
  const page = { after: text(search, 'after'), before: text(search, 'before'), size: 100 }
  const { data, error } = useQuery({
    ...trpc.training.uptake.queryOptions({ filter, ...page }),
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title="Uptake"
      tabTitle="Uptake of training plans"
      note="What training plans of skills reviews have come to"
      actions={
        <ButtonLink to="/training" icon="board">
          Courses
        </ButtonLink>
      }
    >
      {data && <StatusTabs statuses={data.statuses} current={filter.status} />}
      <div className="list-tools">
        <ListSearch label="Search lines and businesses" value={filter.text} />
        <FilterChips
          chips={filter.text ? [{ key: 'q', words: 'Has', value: filter.text, without: { q: undefined } }] : []}
        />
      </div>
      {data && data.rows.length > 0 ? (
        <Lines page={data} />
      ) : data ? (
        <EmptyState
          sentence={
            filter.text || filter.status
              ? 'No line answers to this.'
              : 'No training plan has a line yet: they are written in the plan of a skills review.'
          }
        >
          {(filter.text || filter.status) && (
            <SearchLink change={{ q: undefined, status: undefined, ...FIRST_PAGE }}>Show all lines</SearchLink>
          )}
        </EmptyState>
      ) : error ? (
        <EmptyState sentence={problemOf(error).sentence} />
      ) : (
        <Skeleton lines={10} height="50vh" />
      )}
    </Page>
  )
}

function StatusTabs({ statuses, current }: { statuses: UptakePageShown['statuses']; current: string | undefined }) {
  const all = Object.values(statuses).reduce((sum, count) => sum + count, 0)
  return (
    <ViewTabs
      label="How far lines have come"
      current={current ?? 'all'}
      views={[
        { key: 'all', words: 'All lines', count: all, change: { status: undefined, ...FIRST_PAGE } },
        ...PLAN_LINE_STATUSES.map((status) => ({
          key: status,
          words: PLAN_LINE_STATUS_NAMES[status],
          count: statuses[status] ?? 0,
          change: { status, ...FIRST_PAGE },
        })),
      ]}
    />
  )
}

function Lines({ page }: { page: UptakePageShown }) {
  const mayWork = useMay('review:work')
  const [open, setOpen] = useState<UptakeLine>()
  const { onEdit, problem } = useChangeLines(page.rows)
  return (
    <>
      {problem && (
        <p role="alert" className="grid-refusal">
          <Icon name="warning" /> Nothing was changed. {problem}
        </p>
      )}
      <CellGrid
        label="Lines of training plans"
        rows={page.rows}
        columns={mayWork ? UPTAKE_COLUMNS : UPTAKE_READ_ONLY}
        keyOf={({ id }) => id}
        onEdit={onEdit}
        onOpen={setOpen}
      />
      <div className="list-tools no-print">
        <p className="small quiet">
          The first letter of a status is enough. A line with learners is as far as they are: Enter opens it, to see
          them or to put more people on a course.
        </p>
      </div>
      {(page.next || page.previous) && (
        <Pager
          next={page.next ?? undefined}
          previous={page.previous ?? undefined}
          words={`${page.rows.length} lines on this page`}
        />
      )}
      {open && <EnrolFromLineSheet key={open.id} line={open.reference} onClose={() => setOpen(undefined)} />}
    </>
  )
}
