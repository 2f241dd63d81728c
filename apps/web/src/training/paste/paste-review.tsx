import type { Day } from '@hubline/domain/day.ts'
import { LEARNER_COLUMNS, type LearnerKey } from '@hubline/domain/training/pasted-learners.ts'
import { useCallback, useMemo, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { CellGrid } from '../../ui/paste-grid/cell-grid.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { CourseShown } from '../course-sheet.tsx'
import type { SessionShown } from '../session-sheet.tsx'
import { type Judged, isReady, needsSomebody } from './judge-rows.ts'
import { pasteColumns } from './paste-columns.tsx'
import { PasteDecisions } from './paste-decisions.tsx'
import { withColumn, withDecisions, withEdits, withNewColumn } from './pasted-list.ts'
import type { Pasting } from './use-pasted-learners.ts'
import { useSavePaste } from './use-save-paste.ts'

type Props = {
  course: CourseShown
  sessions: readonly SessionShown[]
  pasting: Pasting
  plan_line: string | undefined
  today: Day
}
const NO_LIST = { columns: [], heading: undefined }

type Shown = 'all' | 'open' | 'ready' | 'rest'

const IS_SHOWN: Readonly<Record<Shown, (judged: Judged) => boolean>> = {
  all: () => true,
  open: needsSomebody,
  ready: isReady,
  rest: (judged) => !needsSomebody(judged) && !isReady(judged) && judged.standing !== 'checking',
}

/** The list as it came, with what each row comes to; questions above it, and what saving does at the foot. */
export function PasteReview({ course, sessions, pasting, plan_line, today }: Props) {
  const { list, rows, change, setHeading, checking } = pasting
  const [shown, setShown] = useState<Shown>('all')
  const { save, saving, problem } = useSavePaste({ course, pasting, plan_line })
  const onHold = useCallback(
    (at: number, key: LearnerKey | null) => change((now) => withColumn(now, at, key)),
    [change],
  )
  const { columns: held, heading } = list ?? NO_LIST
  const columns = useMemo(() => pasteColumns({ columns: held, heading }, onHold), [held, heading, onHold])
  const visible = useMemo(() => rows.filter(IS_SHOWN[shown]), [rows, shown])
  if (!list) return null
  const count = (which: Shown) => rows.filter(IS_SHOWN[which]).length
  const segments = (['all', 'open', 'ready', 'rest'] as const).map((value) => ({
    value,
    words: `${WORDS[value]} ${count(value).toLocaleString('en-GB')}`,
  }))
  return (
    <>
      {checking === 0 && <PasteDecisions course={course} pasting={pasting} />}
      <div className="list-tools">
        <Segmented label="Show" hideLabel segments={segments} value={shown} onChange={setShown} />
        <Checkbox checked={list.heading !== undefined} onChange={({ target }) => setHeading(target.checked)}>
          The first row is a heading
        </Checkbox>
        <AddColumn held={list.columns} onAdd={(key) => change((now) => withNewColumn(now, key))} />
        <Button look="quiet" size="small" icon="close" onClick={() => pasting.take(undefined)}>
          Paste another list
        </Button>
      </div>
      {list.too_many > 0 && (
        <p className="grid-refusal">
          <Icon name="warning" /> The list has {list.too_many.toLocaleString('en-GB')} rows more than can be saved in
          one go: paste those once these are saved.
        </p>
      )}
      <CellGrid
        label="The pasted list"
        rows={visible}
        columns={columns}
        keyOf={({ key }) => key}
        onEdit={(edits) => change((now) => withEdits(now, edits, today))}
        onOpen={({ key, standing }) =>
          change((now) => withDecisions(now, [key], standing === 'left_out' ? undefined : { is: 'left_out' }))
        }
      />
      <p className="small quiet no-print">
        Enter writes in a cell; on the first column it leaves the row out, or takes it in again. Ctrl D fills down, Ctrl
        C and V copy and paste.
      </p>
      <SaveBar pasting={pasting} sessions={sessions} problem={problem} saving={saving} onSave={() => void save()} />
    </>
  )
}

const WORDS: Readonly<Record<Shown, string>> = { all: 'All', open: 'Need you', ready: 'Ready', rest: 'Nothing to save' }

/** A column that the list came without: stages and days for many at once are written there and filled down. */
function AddColumn({ held, onAdd }: { held: readonly (LearnerKey | null)[]; onAdd: (key: LearnerKey) => void }) {
  const free = LEARNER_COLUMNS.filter(({ key }) => !held.includes(key))
  return (
    <Menu
      label="to the list"
      className="button plain small"
      face={
        <>
          <Icon name="plus" size={16} />
          <span>Add a column</span>
        </>
      }
      groups={[{ items: free.map(({ key, label }) => ({ id: key, words: label, run: () => onAdd(key) })) }]}
    />
  )
}

type BarProps = {
  pasting: Pasting
  sessions: readonly SessionShown[]
  problem: string | undefined
  saving: boolean
  onSave: () => void
}

/** What saving would do, in words and numbers, and the one button that does it. */
function SaveBar({
  pasting: { rows, checking, failure, retry, settings },
  sessions,
  problem,
  saving,
  onSave,
}: BarProps) {
  const many = (is: (judged: Judged) => boolean) => rows.filter(is).length
  const ready = many(isReady)
  const fresh = many(({ standing, person }) => standing === 'add' && !person)
  const parts = [
    ...said(
      many(({ standing, person }) => standing === 'add' && person !== undefined),
      'known person',
      'known people',
    ),
    ...said(fresh, 'new person', 'new people'),
    ...said(
      many(({ standing }) => standing === 'change'),
      'moves on',
      'move on',
    ),
    ...said(
      many(({ standing }) => standing === 'nothing'),
      'there already',
      'there already',
    ),
    ...said(
      many(({ standing }) => standing === 'decide' || standing === 'employer'),
      'to decide',
      'to decide',
    ),
    ...said(
      many(({ standing }) => standing === 'wrong'),
      'to put right',
      'to put right',
    ),
  ]
  const session = sessions.find(({ id }) => id === settings.session_id)
  const left = session ? session.places - session.taken : undefined
  const added = many(({ standing }) => standing === 'add')
  return (
    <footer className="paste-bar no-print">
      <div>
        <p role="status" className="strong">
          {checking > 0 ? `Checking: ${checking.toLocaleString('en-GB')} to go` : parts.join(', ') || 'No rows'}
        </p>
        {checking === 0 && ready === 0 && many(needsSomebody) === 0 && (
          <p className="small quiet">Nothing of this list is new: there is nothing to save.</p>
        )}
        {left !== undefined && added > left && (
          <p className="small quiet">
            {Math.max(0, left)} of the {added} get a place, in the order of the list. The others wait.
          </p>
        )}
        {(problem ?? failure) && (
          <p role="alert" className="field-error">
            <Icon name="warning" size={16} /> {problem ?? failure}
          </p>
        )}
      </div>
      {failure && checking > 0 ? (
        <Button onClick={retry}>Try again</Button>
      ) : (
        ready > 0 &&
        checking === 0 && (
          <Button look="filled" icon="check" busy={saving ? 'Saving' : undefined} onClick={onSave}>
            Save {ready.toLocaleString('en-GB')} {ready === 1 ? 'learner' : 'learners'}
          </Button>
        )
      )}
    </footer>
  )
}

const said = (count: number, one: string, more: string): string[] =>
  count === 0 ? [] : [`${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`]
