import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useMemo, useState } from 'react'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { Page } from '../shell/page.tsx'
import { useMay } from '../staff/me.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ViewTabs } from '../ui/view-tabs.tsx'
import { CourseSheet } from './course-sheet.tsx'
import { CoursesFilters } from './courses-filters.tsx'
import { type CoursesQuestion, readCoursesQuestion } from './courses-question.ts'
import { COURSE_KIND_NAMES, LEVEL_NAMES, placesWords, spanWords, whereWords } from './training-words.ts'

const route = getRouteApi('/hub/training')

export type CourseRow = inferOutput<typeof trpc.training.courses>['rows'][number]

const VIEWS = [
  { key: 'all', words: 'All courses', change: { sessions: undefined } },
  { key: 'coming', words: 'With a session to come', change: { sessions: 'coming' } },
  { key: 'places', words: 'With places left', change: { sessions: 'places' } },
] as const

/** Every course that the hub works with: who runs it, when it runs next, and how many places are left. */
export function TrainingPage() {
  const search = route.useSearch()
  const asked = useMemo(() => readCoursesQuestion(search), [search])
  const { data, error, isPlaceholderData } = useQuery({
    ...trpc.training.courses.queryOptions(asked),
    placeholderData: keepPreviousData,
  })
  const mayArrange = useMay('training:arrange')
  const [adding, setAdding] = useState(false)
  return (
    <Page
      title="Training"
      actions={
        <>
          <ButtonLink to="/training/uptake" icon="list">
            Uptake of plans
          </ButtonLink>
          {mayArrange && (
            <Button icon="plus" onClick={() => setAdding(true)}>
              Add a course
            </Button>
          )}
        </>
      }
    >
      <ViewTabs label="Views" views={VIEWS} current={asked.filter.sessions ?? 'all'} />
      <CoursesFilters asked={asked} />
      {error && !data ? (
        <EmptyState sentence={problemOf(error).sentence}>
          <SearchLink change={{ after: undefined, before: undefined }}>Go to the first page</SearchLink>
        </EmptyState>
      ) : data ? (
        <div aria-busy={isPlaceholderData} className="stack">
          {data.rows.length > 0 ? (
            <DataTable
              caption="Courses"
              columns={COLUMNS}
              rows={data.rows}
              keyOf={(row) => row.id}
              sort={search.sort ?? 'next'}
            />
          ) : (
            <NoCourses asked={asked} onAdd={mayArrange ? () => setAdding(true) : undefined} />
          )}
          {(data.next || data.previous) && (
            <Pager
              next={data.next ?? undefined}
              previous={data.previous ?? undefined}
              words={`${data.rows.length} courses on this page`}
            />
          )}
        </div>
      ) : (
        <Skeleton lines={12} height="60vh" />
      )}
      {adding && <CourseSheet onClose={() => setAdding(false)} />}
    </Page>
  )
}

const COLUMNS: readonly Column<CourseRow>[] = [
  { key: 'title', title: 'Course', sort: 'title', phone: 'title', width: '32%', cell: titleCell },
  {
    key: 'kind',
    title: 'Kind',
    phone: 'corner',
    cell: ({ kind, level }) => (
      <>
        {kind ? COURSE_KIND_NAMES[kind] : <span className="quiet">Kind not known</span>}
        {level && <span className="cell-note">{LEVEL_NAMES[level]}</span>}
      </>
    ),
  },
  { key: 'next', title: 'Next session', sort: 'next', phone: 'labelled', cell: nextCell },
  {
    key: 'places',
    title: 'Places',
    phone: 'labelled',
    cell: ({ next }) => (next ? <span className="no-wrap">{placesWords(next)}</span> : <NoSession />),
  },
  {
    key: 'learners',
    title: 'Learners',
    align: 'end',
    cell: ({ reference, learners }) => (
      <Link to="/training/$reference" params={{ reference }} hash="learners">
        {learners.toLocaleString('en-GB')}
        <span className="visually-hidden"> learners</span>
      </Link>
    ),
  },
]

function titleCell({ reference, title, provider }: CourseRow) {
  return (
    <>
      <Link to="/training/$reference" params={{ reference }}>
        {title}
      </Link>
      <span className="cell-note">{provider?.name ?? 'Provider not known'}</span>
    </>
  )
}

function nextCell({ next }: CourseRow) {
  if (!next) return <NoSession />
  return (
    <span>
      <span className="no-wrap">{spanWords(next)}</span>
      <span className="cell-note">
        {[whereWords(next), next.status === 'closed' ? 'closed to booking' : ''].filter(Boolean).join(' · ')}
      </span>
    </span>
  )
}

function NoSession() {
  return (
    <>
      <span aria-hidden="true" className="quiet">
        –
      </span>
      <span className="visually-hidden">None planned</span>
    </>
  )
}

function NoCourses({ asked, onAdd }: { asked: CoursesQuestion; onAdd: (() => void) | undefined }) {
  const filtered = Object.keys(asked.filter).length > 0 || Boolean(asked.after ?? asked.before)
  if (filtered)
    return (
      <EmptyState sentence="No course answers to this.">
        <SearchLink
          change={{
            q: undefined,
            kind: undefined,
            provider: undefined,
            sessions: undefined,
            after: undefined,
            before: undefined,
          }}
        >
          Show all courses
        </SearchLink>
      </EmptyState>
    )
  return (
    <EmptyState sentence="No courses yet. Add the first one to put learners on it.">
      {onAdd && (
        <Button icon="plus" onClick={onAdd}>
          Add a course
        </Button>
      )}
    </EmptyState>
  )
}
