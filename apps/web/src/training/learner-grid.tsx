import type { Day } from '@hubline/domain/day.ts'
import type { ParticipationStatus } from '@hubline/domain/training/stages.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { useMay } from '../staff/me.ts'
import { Icon } from '../ui/icon.tsx'
import { Pager } from '../ui/pager.tsx'
import { CellGrid } from '../ui/paste-grid/cell-grid.tsx'
import type { GridColumn, GridEdit } from '../ui/paste-grid/grid-column.ts'
import { changeByCell } from './change-by-cell.ts'
import { ExitDialog } from './exit-dialog.tsx'
import { LEARNER_COLUMNS } from './learner-columns.tsx'
import { LearnerSheet } from './learner-sheet.tsx'
import type { LearnerPage, LearnerShown } from './learner.ts'
import { type LearnerChange, useChangeLearners } from './use-change-learners.ts'

type Leaving = { status: ParticipationStatus; learners: LearnerShown[] }
type Props = {
  label: string
  page: LearnerPage
  today: Day
  /** Made once, outside the component. */
  columns?: readonly GridColumn<LearnerShown>[]
}

/** Learners in a grid in which stages, days and proof are written, one by one or many at once. */
export function LearnerGrid({ label, page, today, columns = LEARNER_COLUMNS }: Props) {
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

  return (
    <>
      {problem && (
        <p role="alert" className="grid-refusal">
          <Icon name="warning" /> Nothing was changed. {problem}
        </p>
      )}
      <CellGrid
        label={label}
        rows={page.rows}
        columns={mayRecord ? columns : readOnly(columns)}
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
      {shown && <OpenLearner key={shown.id} learner={shown} today={today} onClose={() => setOpen(undefined)} />}
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

/** A learner may change to another session of the course: those are asked for as the sheet opens. */
function OpenLearner({ learner, today, onClose }: { learner: LearnerShown; today: Day; onClose: () => void }) {
  const { data } = useQuery(trpc.training.course.queryOptions({ reference: learner.course.reference }))
  return data ? <LearnerSheet learner={learner} sessions={data.sessions} today={today} onClose={onClose} /> : null
}

const kept = new WeakMap<object, readonly GridColumn<LearnerShown>[]>()

function readOnly(columns: readonly GridColumn<LearnerShown>[]): readonly GridColumn<LearnerShown>[] {
  const made = kept.get(columns) ?? columns.map(({ mayEdit: _, choices: __, ...column }) => column)
  kept.set(columns, made)
  return made
}

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
