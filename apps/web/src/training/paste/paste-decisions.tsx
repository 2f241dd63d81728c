import type { RecognisedBusiness } from '@hubline/domain/businesses/recognise-business.ts'
import { useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { findClients } from '../../businesses/find-clients.ts'
import { newId } from '../../new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Finder } from '../../ui/finder.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { CourseShown } from '../course-sheet.tsx'
import { STATUS_NAMES } from '@hubline/domain/training/stages.ts'
import { type Judged, employerKey } from './judge-rows.ts'
import { type Decision, type EmployerDecision, withDecisions, withEmployer } from './pasted-list.ts'
import type { Pasting } from './use-pasted-learners.ts'
import '../../ui/line-list.css'

type Props = { course: CourseShown; pasting: Pasting }

/** So many questions stand open at a time; the next come as they are answered. */
const AT_ONCE = 4

/** Who a row is about where that is not certain, similar names first: link, add, or leave out, each with one press. */
export function PasteDecisions({ course, pasting: { rows, change, employers } }: Props) {
  const open = rows.filter(({ standing }) => standing === 'decide')
  const names = [
    ...new Map(
      rows.flatMap(({ standing, learner }) =>
        standing === 'employer' && learner.employer ? [[employerKey(learner.employer), learner.employer] as const] : [],
      ),
    ),
  ]
  const many = open.length + names.length
  if (many === 0) return null
  const decide = (keys: readonly string[], decision: Decision) => change((list) => withDecisions(list, keys, decision))
  const employ = (name: string, decision: EmployerDecision) => change((list) => withEmployer(list, name, decision))
  const all = open.map(({ key }) => key)
  return (
    <Panel
      title={many === 1 ? '1 question' : `${many} questions`}
      note="Nobody is guessed"
      className="paste-questions"
      actions={
        open.length > AT_ONCE && (
          <span className="cluster">
            <Button size="small" icon="plus" onClick={() => decide(all, { is: 'new' })}>
              Add all {open.length} as new people
            </Button>
            <Button size="small" look="quiet" onClick={() => decide(all, { is: 'left_out' })}>
              Leave all {open.length} out
            </Button>
          </span>
        )
      }
    >
      <ul role="list" className="line-list">
        {names.slice(0, AT_ONCE).map(([key, name]) => (
          <li key={key}>
            <EmployerQuestion
              name={name}
              found={employers.get(key)}
              rows={rows.filter(({ learner }) => learner.employer && employerKey(learner.employer) === key).length}
              onDecide={(decision) => employ(key, decision)}
            />
          </li>
        ))}
        {open.slice(0, Math.max(1, AT_ONCE - names.length)).map((judged) => (
          <li key={judged.key}>
            <PersonQuestion course={course} judged={judged} onDecide={(decision) => decide([judged.key], decision)} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type PersonProps = { course: CourseShown; judged: Judged; onDecide: (decision: Decision) => void }

function PersonQuestion({ course, judged: { row, learner, candidates }, onDecide }: PersonProps) {
  const [other, setOther] = useState(false)
  const name = `${learner.given_name} ${learner.family_name}`
  const facts = [learner.email, learner.phone, learner.postcode, learner.employer].filter(Boolean).join(' · ')
  return (
    <div className="paste-question">
      <p>
        Row {row.row}: is <b>{name}</b>
        {facts && <span className="quiet"> ({facts})</span>} one of these?
      </p>
      <div className="cluster">
        {candidates.map(({ id, name: called, reference, email, postcode, works_at, reason, there }) => (
          <Button
            key={id}
            size="small"
            icon="person"
            onClick={() => onDecide({ is: 'person', id, name: called, reference })}
          >
            {called}, {reference}
            <span className="paste-reason">
              {[
                reason,
                email,
                postcode,
                works_at,
                there && `on this course: ${STATUS_NAMES[there.status].toLowerCase()}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </Button>
        ))}
        <Button size="small" icon="plus" onClick={() => onDecide({ is: 'new' })}>
          Add as a new person<span className="visually-hidden">: {name}</span>
        </Button>
        <Button size="small" look="quiet" onClick={() => setOther(!other)}>
          Somebody else<span className="visually-hidden">, for {name}</span>
        </Button>
        <Button size="small" look="quiet" onClick={() => onDecide({ is: 'left_out' })}>
          Leave out<span className="visually-hidden"> {name}</span>
        </Button>
      </div>
      {other && (
        <Finder
          label={`Who is ${name}?`}
          placeholder="Name, phone, e-mail"
          search={(text) => findClients(text, { kinds: ['person'] })}
          nothing="No match"
          onChoose={(found) => found && void findThere(course, found.client).then(onDecide)}
        />
      )}
    </div>
  )
}

/** Somebody whom the list did not suggest may be on the course all the same. */
async function findThere(
  course: CourseShown,
  { id, name, reference }: { id: string; name: string; reference: string },
): Promise<Decision> {
  const asked = trpc.training.learners.queryOptions(
    { filter: { course: course.reference, text: reference } },
    { staleTime: 0 },
  )
  const { rows } = await queryClient.fetchQuery(asked)
  return { is: 'person', id, name, reference, there: rows.find(({ person }) => person.reference === reference) }
}

type EmployerProps = {
  name: string
  found: RecognisedBusiness | undefined
  rows: number
  onDecide: (decision: EmployerDecision) => void
}

function EmployerQuestion({ name, found, rows, onDecide }: EmployerProps) {
  const [other, setOther] = useState(false)
  const candidates = found?.candidates ?? []
  return (
    <div className="paste-question">
      <p>
        {candidates.length > 0 ? 'Which business is ' : 'No business is called '}
        <b>{name}</b>
        {candidates.length > 0 ? '?' : '.'}{' '}
        <span className="quiet">{rows === 1 ? '1 row names it' : `${rows} rows name it`}</span>
      </p>
      <div className="cluster">
        {candidates.map(({ id, name: called, reference, town, reason }) => (
          <Button key={id} size="small" icon="building" onClick={() => onDecide({ is: 'business', id, name: called })}>
            {called}, {reference}
            <span className="paste-reason">{[reason, town].filter(Boolean).join(' · ')}</span>
          </Button>
        ))}
        <Button size="small" icon="plus" onClick={() => onDecide({ is: 'new', id: newId(), name })}>
          Add as a new business<span className="visually-hidden">: {name}</span>
        </Button>
        <Button size="small" look="quiet" onClick={() => setOther(!other)}>
          Another business<span className="visually-hidden"> for {name}</span>
        </Button>
        <Button size="small" look="quiet" onClick={() => onDecide({ is: 'none' })}>
          Leave the employer out<span className="visually-hidden">: {name}</span>
        </Button>
      </div>
      {other && (
        <Finder
          label={`Which business is ${name}?`}
          placeholder="Business name or number"
          search={(text) => findClients(text, { kinds: ['business'] })}
          nothing="No match: register it first, or leave the employer out"
          onChoose={(chosen) => chosen && onDecide({ is: 'business', id: chosen.client.id, name: chosen.client.name })}
        />
      )}
    </div>
  )
}
