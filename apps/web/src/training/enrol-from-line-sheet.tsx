import { STATUS_NAMES } from '@hubline/domain/training/stages.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api.ts'
import type { Client } from '../businesses/client.ts'
import { findClients } from '../businesses/find-clients.ts'
import { problemOf } from '../problem.ts'
import { useMay } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FieldGroup } from '../ui/field.tsx'
import { Finder } from '../ui/finder.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import './training.css'
import { placesWords, spanWords, whereWords } from './training-words.ts'
import { type Choice, type ForLine, choicesOf, useEnrolFromLine } from './use-enrol-from-line.ts'

/** Puts people of a business on a course for a line of its training plan: where it suits, and who works there. */
export function EnrolFromLineSheet({ line, onClose }: { line: string; onClose: () => void }) {
  const { data, error } = useQuery(trpc.training.sessionsForLine.queryOptions({ line }))
  if (data) return <Enrolling found={data} onClose={onClose} />
  return (
    <Sheet title="Training for a line" open onClose={onClose}>
      {error ? <p>{problemOf(error).sentence}</p> : <Skeleton lines={8} height="50vh" />}
    </Sheet>
  )
}

function Enrolling({ found, onClose }: { found: ForLine; onClose: () => void }) {
  const mayRecord = useMay('training:record')
  const { line } = found
  const [choices] = useState(() => choicesOf(found))
  const [key, setKey] = useState(choices[0]?.key)
  const { workers, wanted, chosen, toggle, add } = useWanted(found)
  const choice = choices.find((each) => each.key === key)
  const { enrol, problem, attempt, saving } = useEnrolFromLine(found, onClose)
  return (
    <Sheet
      title={line.need}
      open
      onClose={onClose}
      note={<span className="quiet small">{line.business.name}</span>}
      foot={
        <>
          {mayRecord && choice && (
            <Button
              look="filled"
              icon="check"
              busy={saving ? 'Saving' : undefined}
              onClick={() => void enrol(choice, wanted)}
            >
              {wanted.length === 0 ? 'Enrol' : `Enrol ${wanted.length}`}
            </Button>
          )}
          <Button onClick={onClose}>{mayRecord ? 'Cancel' : 'Close'}</Button>
        </>
      }
    >
      <ErrorSummary problems={problem ? [{ sentence: problem }] : []} attempt={attempt} />
      <SoFar found={found} />
      <Where choices={choices} chosen={key} onChoose={setKey} />
      <FieldGroup label={`Who of ${line.business.name}`}>
        <ul role="list" className="line-choices">
          {workers.map(({ id, name, job_title, status }) => (
            <li key={id}>
              <Checkbox
                checked={chosen.has(id)}
                disabled={status !== null || !mayRecord}
                onChange={({ target }) => toggle(id, target.checked)}
              >
                {name}
                {job_title && <span className="quiet">, {job_title}</span>}
                {status && <span className="quiet"> ({STATUS_NAMES[status].toLowerCase()})</span>}
              </Checkbox>
            </li>
          ))}
        </ul>
        {workers.length === 0 && <p className="quiet">Nobody is linked with this business.</p>}
      </FieldGroup>
      {mayRecord && (
        <Finder
          label="Somebody else"
          optional
          after="go"
          placeholder="Name, phone, e-mail"
          search={(text) => findClients(text, { kinds: ['person'] })}
          nothing="No match: register them first, or paste them as a list"
          onChoose={(other) => other && add(other.client)}
        />
      )}
      <Waiting choice={choice} many={wanted.length} />
      {choice && mayRecord && (
        <p className="small">
          <Link
            to="/training/$reference/paste"
            params={{ reference: choice.course.reference }}
            search={{ line: line.id, session: choice.session?.reference }}
          >
            Paste a list instead
          </Link>
        </p>
      )}
    </Sheet>
  )
}

/** Who works there, with those who were added by name; and who of them is ticked. */
function useWanted({ people }: ForLine) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [others, setOthers] = useState<readonly Client[]>([])
  const workers = [...people, ...others.map((other) => ({ ...other, job_title: null, status: null }))]
  const toggle = (id: string, is: boolean) =>
    setChosen((now) => new Set(is ? [...now, id] : [...now].filter((each) => each !== id)))
  function add(other: Client) {
    if (!workers.some(({ id }) => id === other.id)) setOthers((now) => [...now, other])
    toggle(other.id, true)
  }
  return { workers, chosen, wanted: workers.filter(({ id, status }) => chosen.has(id) && status === null), toggle, add }
}

function SoFar({ found: { line } }: { found: ForLine }) {
  return (
    <p>
      Planned for {line.people} {line.people === 1 ? 'person' : 'people'}.{' '}
      {line.learners === 0 ? (
        'Nobody is on a course for it yet.'
      ) : (
        <Link to="/training/learners" search={{ line: line.reference }}>
          {line.learners === 1 ? '1 learner so far' : `${line.learners} learners so far`}
        </Link>
      )}
    </p>
  )
}

type WhereProps = { choices: readonly Choice[]; chosen: string | undefined; onChoose: (key: string) => void }

function Where({ choices, chosen, onChoose }: WhereProps) {
  return (
    <FieldGroup label="Where and when">
      <ul role="list" className="line-choices">
        {choices.map(({ key, course, session }) => (
          <li key={key}>
            <label className="line-choice">
              <input type="radio" name="session" checked={key === chosen} onChange={() => onChoose(key)} />
              <span>
                {course.name}
                {course.provider && <span className="quiet">, {course.provider}</span>}
                <span className="cell-note">
                  {session
                    ? [spanWords(session), whereWords(session), placesWords(session)].filter(Boolean).join(' · ')
                    : 'The course of this line; no session is planned'}
                </span>
                {session && <span className="cell-note">{session.reasons.join(' · ')}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {choices.length === 0 && (
        <p className="quiet">
          No session with a place comes near this need. Match a course in the plan, or{' '}
          <Link to="/training" search={{ sessions: 'places' }}>
            look through the courses with places
          </Link>
          .
        </p>
      )}
    </FieldGroup>
  )
}

function Waiting({ choice, many }: { choice: Choice | undefined; many: number }) {
  const session = choice?.session
  const free = session ? Math.max(0, session.places - session.taken) : many
  if (many <= free) return null
  return (
    <p role="status">
      {free === 0 ? 'No place is left' : free === 1 ? 'One place is left' : `${free} places are left`}: {many - free}{' '}
      will wait, in this order.
    </p>
  )
}
