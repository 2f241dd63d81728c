import type { Day } from '@hubline/domain/day.ts'
import { EVIDENCE_LEVELS } from '@hubline/domain/imports/bundle-file.ts'
import { END_REASON_NAMES, STATUS_NAMES, isExit, movesFrom } from '@hubline/domain/training/stages.ts'
import type { ParticipationStatus } from '@hubline/domain/training/stages.ts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { findClients } from '../businesses/find-clients.ts'
import { choicesOf } from '../cases/case-words.ts'
import { useMay } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { Finder } from '../ui/finder.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { toast } from '../ui/toast.tsx'
import { BootcampFields } from './bootcamp-fields.tsx'
import { CountingLine } from './counting-line.tsx'
import { LearnerDay, type LearnerParts } from './learner-day.tsx'
import { type LearnerField, filledFrom, readFilled } from './learner-filled.ts'
import type { LearnerShown } from './learner.ts'
import { refreshTraining } from './refresh-training.ts'
import type { SessionShown } from './session-sheet.tsx'
import { EVIDENCE_NAMES, spanWords } from './training-words.ts'
import { useChangeLearners } from './use-change-learners.ts'

type Props = { learner: LearnerShown; sessions: readonly SessionShown[]; today: Day; onClose: () => void }

/** One learner on the course: stage, days, proof and milestones, and whether that counts. */
export function LearnerSheet({ learner, sessions, today, onClose }: Props) {
  const mayRecord = useMay('training:record')
  const [filled, setFilled] = useState(() => filledFrom(learner))
  const [attempt, setAttempt] = useState(0)
  const { changeLearners, problem, saving } = useChangeLearners(today)
  const read = readFilled(learner, filled, today)
  const problems: FormProblem[] = attempt === 0 ? [] : [...(problem ? [{ sentence: problem }] : []), ...read.problems]
  const fill = (field: LearnerField, value: string) => setFilled((now) => ({ ...now, [field]: value }))
  const errorOf = (field: LearnerField) => problems.find((one) => one.field === field)?.sentence

  async function save() {
    setAttempt((count) => count + 1)
    if (!read.facts) return
    if (!(await changeLearners([{ learner, facts: read.facts }]))) return
    await refreshTraining()
    toast(`Saved ${learner.person.name}`)
    onClose()
  }

  const parts = { learner, filled, fill, errorOf, today }
  return (
    <Sheet
      title={learner.person.name}
      open
      onClose={onClose}
      note={
        <Link to="/p/$reference" params={{ reference: learner.person.reference }}>
          {learner.person.reference}
        </Link>
      }
      foot={
        <>
          {mayRecord && (
            <Button look="filled" icon="check" busy={saving ? 'Saving' : undefined} onClick={() => void save()}>
              Save
            </Button>
          )}
          <Button onClick={onClose}>{mayRecord ? 'Cancel' : 'Close'}</Button>
        </>
      }
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <CountingLine kind={learner.course.kind} learner={read.after} />
      <StageFields {...parts} />
      {learner.course.kind === 'bootcamp' && <BootcampFields {...parts} after={read.after} />}
      <SelectField
        id="evidence_level"
        label="Evidence"
        hint="Documented: a register, a certificate or the provider’s own list was seen"
        none="Not known"
        choices={EVIDENCE_LEVELS.filter((level) => level !== 'verified' || learner.evidence_level === 'verified').map(
          (value) => ({ value, words: EVIDENCE_NAMES[value] }),
        )}
        value={filled.evidence_level}
        error={errorOf('evidence_level')}
        onChange={({ target }) => fill('evidence_level', target.value)}
      />
      <Finder
        id="business_id"
        label="Employer"
        optional
        placeholder="Business name or number"
        search={(text) => findClients(text, { kinds: ['business'] })}
        nothing="No business matches"
        startsWith={learner.business?.name}
        error={errorOf('business_id')}
        onChoose={(found) => fill('business_id', found?.client.id ?? '')}
      />
      {sessions.length > 0 && (
        <SelectField
          id="session_id"
          label="Session"
          optional
          none="No session"
          choices={sessions.map((session) => ({ value: session.id, words: spanWords(session) }))}
          value={filled.session_id}
          error={errorOf('session_id')}
          onChange={({ target }) => fill('session_id', target.value)}
        />
      )}
      <p className="small">
        <Link to="/r/$kind/$reference" params={{ kind: 'participation', reference: learner.reference }}>
          {learner.reference}: every fact, and its history
        </Link>
      </p>
    </Sheet>
  )
}

const BEFORE_THE_START: readonly ParticipationStatus[] = ['applied', 'enrolled', 'did_not_start']

/** The stage, and the days that belong to it. */
function StageFields({ learner, filled, fill, errorOf, today }: LearnerParts) {
  const status = filled.status as ParticipationStatus
  const funded = learner.course.kind === 'regulated' || learner.course.kind === 'apprenticeship'
  const day = { filled, fill, errorOf, today }
  return (
    <>
      <SelectField
        id="status"
        label="Stage"
        choices={[learner.status, ...movesFrom(learner.status)].map((value) => ({ value, words: STATUS_NAMES[value] }))}
        value={filled.status}
        error={errorOf('status')}
        onChange={({ target }) => fill('status', target.value)}
      />
      {status === 'applied' && <LearnerDay field="applied_on" label="Applied on" {...day} />}
      {status !== 'applied' && <LearnerDay field="enrolled_on" label="Enrolled on" {...day} />}
      {!BEFORE_THE_START.includes(status) && (
        <LearnerDay field="first_attended_on" label="First session attended" {...day} />
      )}
      {funded && status !== 'applied' && (
        <LearnerDay
          field="funded_start_on"
          label="Funded start"
          hint="The provider’s day on which funding begins for whoever is still enrolled"
          {...day}
        />
      )}
      {(status === 'completed' || status === 'achieved') && (
        <LearnerDay field="completed_on" label="Completed on" {...day} />
      )}
      {status === 'achieved' && <LearnerDay field="achieved_on" label="Qualification achieved on" {...day} />}
      {isExit(status) && (
        <>
          <LearnerDay field="ended_on" label={status === 'did_not_start' ? 'Known on' : 'Left on'} {...day} />
          <SelectField
            id="end_reason"
            label="Why"
            none="Choose one"
            choices={choicesOf(END_REASON_NAMES)}
            value={filled.end_reason}
            error={errorOf('end_reason')}
            onChange={({ target }) => fill('end_reason', target.value)}
          />
        </>
      )}
    </>
  )
}
