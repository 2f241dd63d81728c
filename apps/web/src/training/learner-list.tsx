import type { Day } from '@hubline/domain/day.ts'
import { type ParticipationStatus, STATUS_NAMES } from '@hubline/domain/training/stages.ts'
import { PARTICIPATION_STATUSES } from '@hubline/domain/training/training-files.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { oneOf, text } from '../address.ts'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { useMay } from '../staff/me.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { FilterChips } from '../ui/filter-chips.tsx'
import { Icon } from '../ui/icon.tsx'
import { ListSearch } from '../ui/list-search.tsx'
import { Pager } from '../ui/pager.tsx'
import { CellGrid } from '../ui/paste-grid/cell-grid.tsx'
import type { GridEdit } from '../ui/paste-grid/grid-column.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { ViewTabs } from '../ui/view-tabs.tsx'
import { changeByCell } from './change-by-cell.ts'
import type { CourseShown } from './course-sheet.tsx'
import { ExitDialog } from './exit-dialog.tsx'
import { LEARNER_COLUMNS } from './learner-columns.tsx'
import { LearnerSheet } from './learner-sheet.tsx'
import type { LearnerPage, LearnerShown } from './learner.ts'
import type { SessionShown } from './session-sheet.tsx'
import { spanWords } from './training-words.ts'
import { type LearnerChange, useChangeLearners } from './use-change-learners.ts'

type Props = { course: CourseShown; sessions: readonly SessionShown[]; today: Day }
type Leaving = { status: ParticipationStatus; learners: LearnerShown[] }

const route = getRouteApi('/hub/training/$reference')

/** Who is on the course and how far: a grid in which stages, days and proof are written, one by one or many at once. */
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
      {data ? (
        <Learners
          page={data}
          sessions={sessions}
          today={today}
          filtered={Boolean(filter.session ?? filter.stage ?? filter.text)}
        />
      ) : error ? (
        <EmptyState sentence={problemOf(error).sentence} />
      ) : (
        <Skeleton lines={8} height="40vh" />
      )}
    </section>
  )
}

function StageTabs({ stages, current }: { stages: LearnerPage['stages']; current: string | undefined }) {
  const all = Object.values(stages).reduce((sum, count) => sum + count, 0)
  const there = PARTICIPATION_STATUSES.filter((status) => (stages[status] ?? 0) > 0 || status === current)
  return (
    <ViewTabs
      label="Stages"
      current={current ?? 'all'}
      views={[
        { key: 'all', words: 'All', count: all, change: { stage: undefined, after: undefined, before: undefined } },
        ...there.map((status) => ({
          key: status,
          words: STATUS_NAMES[status],
          count: stages[status] ?? 0,
          change: { stage: status, after: undefined, before: undefined },
        })),
      ]}
    />
  )
}

function Learners({
  page,
  sessions,
  today,
  filtered,
}: {
  page: LearnerPage
  sessions: readonly SessionShown[]
  today: Day
  filtered: boolean
}) {
  const mayRecord = useMay('training:record')
  const { changeLearners, problem, say } = useChangeLearners(today)
  const [open, setOpen] = useState<LearnerShown>()
  const [leaving, setLeaving] = useState<Leaving>()
  const shown = open && (page.rows.find(({ id }) => id === open.id) ?? open)

  function onEdit(edits: readonly GridEdit[]) {
    const meant = readEdits(page.rows, edits, today)
    if ('error' in meant) say(meant.error)
    else if (meant.leaving) setLeaving(meant.leaving)
    else void changeLearners(meant.changes)
  }

  if (page.rows.length === 0)
    return (
      <EmptyState
        sentence={
          filtered ? 'No learner answers to this.' : 'Nobody is on this course yet. Paste a list, or add a learner.'
        }
      />
    )
  return (
    <>
      {problem && (
        <p role="alert" className="grid-refusal">
          <Icon name="warning" /> Nothing was changed. {problem}
        </p>
      )}
      <CellGrid
        label="Learners of the course"
        rows={page.rows}
        columns={mayRecord ? LEARNER_COLUMNS : READ_ONLY}
        keyOf={({ id }) => id}
        onEdit={onEdit}
        onOpen={setOpen}
      />
      <p className="small quiet no-print">
        Enter writes in a cell or opens a learner. The first letter of a stage is enough. Ctrl D fills down, Ctrl C and
        V copy and paste.
      </p>
      {(page.next || page.previous) && (
        <Pager
          next={page.next ?? undefined}
          previous={page.previous ?? undefined}
          words={`${page.rows.length} learners on this page`}
        />
      )}
      {shown && (
        <LearnerSheet
          key={shown.id}
          learner={shown}
          sessions={sessions}
          today={today}
          onClose={() => setOpen(undefined)}
        />
      )}
      {leaving && (
        <ExitDialog
          {...leaving}
          today={today}
          onClose={() => setLeaving(undefined)}
          onLeave={(facts) => changeLearners(leaving.learners.map((learner) => ({ learner, facts })))}
        />
      )}
    </>
  )
}

const READ_ONLY = LEARNER_COLUMNS.map(({ mayEdit: _, choices: __, ...column }) => column)

type Read = { changes: LearnerChange[]; leaving?: Leaving } | { error: string }

/** What the edits mean, each learner once. Whoever leaves does so with a reason, which is asked for. */
function readEdits(rows: readonly LearnerShown[], edits: readonly GridEdit[], today: Day): Read {
  const changes: LearnerChange[] = []
  const leaving: Leaving[] = []
  for (const [id, cells] of Map.groupBy(edits, ({ key }) => key)) {
    const learner = rows.find((row) => row.id === id)
    if (!learner) continue
    let facts = {}
    for (const { column, text: written } of cells) {
      const meant = changeByCell(learner, column, written, today)
      if ('error' in meant) return { error: `${learner.person.name}: ${meant.error}` }
      if ('exit' in meant) leaving.push({ status: meant.exit, learners: [learner] })
      else facts = { ...facts, ...meant.facts }
    }
    if (Object.keys(facts).length > 0) changes.push({ learner, facts })
  }
  const [first] = leaving
  if (!first) return { changes }
  const same = leaving.filter(({ status }) => status === first.status)
  return { changes, leaving: { status: first.status, learners: same.flatMap(({ learners }) => learners) } }
}
