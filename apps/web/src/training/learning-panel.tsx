import { showDay } from '@hubline/domain/day.ts'
import { STATUS_NAMES } from '@hubline/domain/training/stages.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import type { Client } from '../businesses/client.ts'
import { ClientLink } from '../businesses/client-link.tsx'
import { problemOf } from '../problem.ts'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import '../ui/line-list.css'
import type { LearnerShown } from './learner.ts'
import { STAGE_TONES } from './training-words.ts'

const FEW = 4

/** What a person, or the people of a business, are learning and how far they are, the latest first. */
export function LearningPanel({ client: { kind, reference } }: { client: Client }) {
  const of = { [kind]: reference } as { business?: string; person?: string }
  const asked = trpc.training.learners.queryOptions({ filter: of, sort: 'day', direction: 'desc', size: FEW })
  const { data, error } = useQuery(asked)
  const all = Object.values(data?.stages ?? {}).reduce((sum, count) => sum + count, 0)
  return (
    <Panel
      title="Training"
      actions={
        all > 0 && (
          <Link to="/training/learners" search={of} className="small">
            {kind === 'person'
              ? all === 1
                ? '1 course'
                : `All ${all} courses`
              : all === 1
                ? '1 learner'
                : `All ${all.toLocaleString('en-GB')} learners`}
          </Link>
        )
      }
    >
      {data && data.rows.length > 0 ? (
        <ul role="list" className="line-list">
          {data.rows.map((learner) => (
            <li key={learner.id}>
              <LearningLine learner={learner} of={kind} />
            </li>
          ))}
        </ul>
      ) : data ? (
        <p className="quiet">
          {kind === 'person' ? 'On no course so far.' : 'Nobody from here is on a course so far.'}
        </p>
      ) : error ? (
        <p>{problemOf(error).sentence}</p>
      ) : (
        <Skeleton lines={2} height="60px" />
      )}
    </Panel>
  )
}

function LearningLine({ learner, of }: { learner: LearnerShown; of: Client['kind'] }) {
  const { course, status, person, business, waiting_place } = learner
  return (
    <>
      <Link to="/training/$reference" params={{ reference: course.reference }} search={{ q: person.reference }}>
        {course.title}
      </Link>{' '}
      <Tag tone={STAGE_TONES[status]}>
        {waiting_place === null ? STATUS_NAMES[status] : `Waiting, no. ${waiting_place}`}
      </Tag>
      <span className="cell-note">
        {of === 'business' ? (
          <ClientLink client={{ kind: 'person', reference: person.reference }}>{person.name}</ClientLink>
        ) : (
          business && (
            <ClientLink client={{ kind: 'business', reference: business.reference }}>{business.name}</ClientLink>
          )
        )}
        {(of === 'business' || business) && ' · '}
        {sinceWords(learner)}
      </span>
    </>
  )
}

/** The last day that is known of them, and what it was. */
function sinceWords({
  achieved_on,
  completed_on,
  ended_on,
  first_attended_on,
  qualifying_start_on,
  enrolled_on,
  applied_on,
}: LearnerShown): string {
  const days = [
    ['achieved', achieved_on],
    ['completed', completed_on],
    ['left', ended_on],
    ['began', first_attended_on ?? qualifying_start_on],
    ['enrolled', enrolled_on],
    ['applied', applied_on],
  ] as const
  const [last] = days.flatMap(([what, on]) => (on ? [`${what} ${showDay(on)}`] : []))
  return last ?? 'no day known'
}
