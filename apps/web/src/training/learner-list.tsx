import type { Day } from '@hubline/domain/day.ts'
import { PARTICIPATION_STATUSES } from '@hubline/domain/training/training-files.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { oneOf, text } from '../address.ts'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { FilterChips } from '../ui/filter-chips.tsx'
import { ListSearch } from '../ui/list-search.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { CourseShown } from './course-sheet.tsx'
import { LearnerGrid } from './learner-grid.tsx'
import type { SessionShown } from './session-sheet.tsx'
import { StageTabs } from './stage-tabs.tsx'
import { spanWords } from './training-words.ts'

type Props = { course: CourseShown; sessions: readonly SessionShown[]; today: Day }

const route = getRouteApi('/hub/training/$reference')

/** Who is on the course and how far. */
export function LearnerList({ course, sessions, today }: Props) {
  const search = route.useSearch()
  const filter = {
    course: course.reference,
    session: text(search, 'session'),
    stage: oneOf(search, 'stage', PARTICIPATION_STATUSES),
    text: text(search, 'q'),
  }
  const page = { after: text(search, 'after'), before: text(search, 'before'), size: 100 }
  const asked = trpc.training.learners.queryOptions({ filter, ...page })
  const { data, error } = useQuery({ ...asked, placeholderData: keepPreviousData })
  const session = sessions.find(({ reference }) => reference === filter.session)
  const is_filtered = Boolean(filter.session ?? filter.stage ?? filter.text)
  return (
    <section aria-labelledby="learners" className="stack">
      <h2 id="learners">Learners</h2>
      {data && <StageTabs stages={data.stages} current={filter.stage} />}
      <div className="list-tools">
        <ListSearch label="Search these learners" value={filter.text} />
        <FilterChips
          chips={[
            ...(filter.session
              ? [
                  {
                    key: 'session',
                    words: 'Session of',
                    value: session ? spanWords(session) : filter.session,
                    without: { session: undefined },
                  },
                ]
              : []),
            ...(filter.text ? [{ key: 'q', words: 'Has', value: filter.text, without: { q: undefined } }] : []),
          ]}
        />
      </div>
      {data && data.rows.length > 0 ? (
        <LearnerGrid label="Learners of the course" page={data} today={today} />
      ) : data ? (
        <EmptyState
          sentence={
            is_filtered
              ? 'No learner answers to this.'
              : 'Nobody is on this course yet. Paste a list, or add a learner.'
          }
        />
      ) : error ? (
        <EmptyState sentence={problemOf(error).sentence} />
      ) : (
        <Skeleton lines={8} height="40vh" />
      )}
    </section>
  )
}
