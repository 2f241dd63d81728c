import { type Day, showDay } from '@hubline/domain/day.ts'
import { type Year, yearsBack } from '@hubline/domain/years/year.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { inferInput, inferOutput } from '@trpc/tanstack-react-query'
import { isYearName } from '../address.ts'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { RecordLink } from '../records/record-link.tsx'
import { Panel } from '../ui/panel.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import '../ui/line-list.css'
import './why-counted.css'

type Answer = inferOutput<typeof trpc.indicators.why>[number]
type Counted = Extract<Answer, { counted: true }>
type NotCounted = Exclude<Answer, { counted: true }>
type Of = Pick<inferInput<typeof trpc.indicators.why>, 'kind' | 'id'>

const YEARS_SHOWN = 7
const FEW = 2
/** More rules than any figure has: what is nearest to counting comes first. */
const FAR = 100

/**
 * In which figures of a year something counts, and by which records; and why it is not in the others. `asked` is the
 * year in the address.
 */
export function WhyCounted({ of: { kind, id }, current, asked }: { of: Of; current: Year; asked: string | undefined }) {
  const change = useChangeSearch()
  const year = asked && isYearName(asked) ? asked : current
  const years = [...new Set([...yearsBack(current, YEARS_SHOWN), year])].toSorted().toReversed()
  const { data, error, isPlaceholderData } = useQuery({
    ...trpc.indicators.why.queryOptions({ kind, id, year }),
    placeholderData: keepPreviousData,
  })
  return (
    <Panel
      title={`Counts in ${year}`}
      actions={
        <span className="counts-year no-print">
          <SelectField
            label="Year of the counts"
            hideLabel
            choices={years.map((value) => ({ value, words: value }))}
            value={year}
            onChange={({ target }) =>
              change({ year: target.value === current ? undefined : target.value }, { replace: true })
            }
          />
        </span>
      }
    >
      {error && !data ? (
        <p>{problemOf(error).sentence}</p>
      ) : data ? (
        <Answers answers={data} year={year} waiting={isPlaceholderData} />
      ) : (
        <Skeleton lines={3} height="120px" />
      )}
    </Panel>
  )
}

function Answers({ answers, year, waiting }: { answers: readonly Answer[]; year: string; waiting: boolean }) {
  const counted = answers.filter((answer): answer is Counted => answer.counted)
  const others = answers
    .filter((answer): answer is NotCounted => !answer.counted)
    .toSorted((one, other) => (one.broken ?? FAR) - (other.broken ?? FAR))
  return (
    <div aria-busy={waiting}>
      {counted.length === 0 ? (
        <p className="quiet">In no figure of {year}, as far as is recorded.</p>
      ) : (
        <ul role="list" className="line-list">
          {counted.map((answer) => (
            <li key={answer.key}>
              <Figure answer={answer} year={year} />
              <span className="counts-because figures">
                <Because because={answer.because.slice(0, FEW)} />
                {answer.because.length > FEW && (
                  <details>
                    <summary>{answer.because.length - FEW} more</summary>
                    <Because because={answer.because.slice(FEW)} />
                  </details>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <details className="why-not">
          <summary>
            Why not in {others.length} {counted.length > 0 && 'other '}
            {others.length === 1 ? 'figure' : 'figures'}?
          </summary>
          <ul role="list" className="line-list">
            {others.map((answer) => (
              <li key={answer.key}>
                <Figure answer={answer} year={year} />
                <Shortfall answer={answer} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

const Figure = ({ answer: { key, title }, year }: { answer: Answer; year: string }) => (
  <Link to="/year/$year/$key" params={{ year, key }}>
    {title}
  </Link>
)

function Shortfall({ answer: { nearest, why, also, fix } }: { answer: NotCounted }) {
  return (
    <div className="shortfall">
      <p>
        {nearest && (
          <>
            The nearest is the <RecordNamed {...nearest} />.{' '}
          </>
        )}
        {[why, ...also].join(' ')}
      </p>
      <p className="quiet">{fix}</p>
    </div>
  )
}

function Because({ because }: { because: Counted['because'] }) {
  return because.map((record, at) => (
    <span key={`${record.kind}${record.reference}${record.on}${at}`}>
      {at > 0 && ', '}
      <RecordNamed {...record} />
    </span>
  ))
}

const RecordNamed = ({ kind, noun, reference, on }: Counted['because'][number]) => (
  <RecordLink kind={kind} reference={reference}>
    {noun}
    {on && ` of ${showDay(on as Day)}`}
    <span className={on ? 'visually-hidden' : undefined}> {reference}</span>
  </RecordLink>
)
