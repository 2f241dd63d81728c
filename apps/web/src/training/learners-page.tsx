import { type Day, todayInLondon } from '@hubline/domain/day.ts'
import { PARTICIPATION_STATUSES } from '@hubline/domain/training/training-files.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { oneOf, text } from '../address.ts'
import { trpc } from '../api.ts'
import { ClientLink } from '../businesses/client-link.tsx'
import { problemOf } from '../problem.ts'
import { Page } from '../shell/page.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FilterChips } from '../ui/filter-chips.tsx'
import { ListSearch } from '../ui/list-search.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { LEARNER_COLUMNS } from './learner-columns.tsx'
import { LearnerGrid } from './learner-grid.tsx'
import { StageTabs } from './stage-tabs.tsx'
import './training.css'

const route = getRouteApi('/hub/training/learners')

/** Which course, after who it is. */
const COLUMNS = LEARNER_COLUMNS.flatMap((column) =>
  column.key === 'person'
    ? [
        column,
        {
          key: 'course',
          title: 'Course',
          width: 210,
          cell: ({ course }) => ({ text: course.title }),
        } satisfies (typeof LEARNER_COLUMNS)[number],
      ]
    : [column],
)

/** The learners of a business, of a person or of a line of a training plan, on whatever course, and how far each is. */
export function LearnersPage() {
  const search = route.useSearch()
  const of = { business: text(search, 'business'), person: text(search, 'person'), line: text(search, 'line') }
  const filter = { ...of, stage: oneOf(search, 'stage', PARTICIPATION_STATUSES), text: text(search, 'q') }
  const page = { after: text(search, 'after'), before: text(search, 'before'), size: 100 }
  const [today] = useState<Day>(() => todayInLondon(new Date()))
  const is_asked = Boolean(of.business ?? of.person ?? of.line)
  const asked = trpc.training.learners.queryOptions({ filter, ...page }, { enabled: is_asked })
  const { data, error } = useQuery({ ...asked, placeholderData: keepPreviousData })
  return (
    <Page title="Learners" note={<Whose {...of} />}>
      {data && <StageTabs stages={data.stages} current={filter.stage} />}
      {is_asked && (
        <div className="list-tools">
          <ListSearch label="Search these learners" value={filter.text} />
          <FilterChips
            chips={filter.text ? [{ key: 'q', words: 'Has', value: filter.text, without: { q: undefined } }] : []}
          />
        </div>
      )}
      {!is_asked ? (
        <EmptyState sentence="These lists are opened from the page of a business, of a person, or from a line of a training plan." />
      ) : data && data.rows.length > 0 ? (
        <LearnerGrid label="Learners" page={data} today={today} columns={COLUMNS} />
      ) : data ? (
        <EmptyState
          sentence={filter.text || filter.stage ? 'No learner answers to this.' : 'Nobody is on a course here yet.'}
        />
      ) : error ? (
        <EmptyState sentence={problemOf(error).sentence} />
      ) : (
        <Skeleton lines={8} height="40vh" />
      )}
    </Page>
  )
}

type Of = { business: string | undefined; person: string | undefined; line: string | undefined }

/** Whose learners these are, as links to there. */
function Whose({ business, person, line }: Of) {
  return (
    <>
      {business && (
        <>
          Of business <ClientLink client={{ kind: 'business', reference: business }}>{business}</ClientLink>{' '}
        </>
      )}
      {person && (
        <>
          Person <ClientLink client={{ kind: 'person', reference: person }}>{person}</ClientLink>{' '}
        </>
      )}
      {line && (
        <>
          For line{' '}
          <Link to="/training/uptake" search={{ q: line }}>
            {line}
          </Link>{' '}
          of a training plan
        </>
      )}
    </>
  )
}
