import { type Day, showDay } from '@hubline/domain/day.ts'
import { type Year, yearsBack } from '@hubline/domain/years/year.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { isYearName } from '../address.ts'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { RecordLink } from '../records/record-link.tsx'
import { Panel } from '../ui/panel.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import type { Client } from './client.ts'
import '../ui/line-list.css'

type Counted = inferOutput<typeof trpc.indicators.ofClient>[number]

const YEARS_SHOWN = 7
const FEW = 2

/** In which figures of a year the client counts, and which records bring it in. `asked` is the year in the address. */
export function ClientCounts({
  client: { kind, id },
  current,
  asked,
}: {
  client: Client
  current: Year
  asked: string | undefined
}) {
  const change = useChangeSearch()
  const year = asked && isYearName(asked) ? asked : current
  const years = [...new Set([...yearsBack(current, YEARS_SHOWN), year])].toSorted().toReversed()
  const { data, error, isPlaceholderData } = useQuery({
    ...trpc.indicators.ofClient.queryOptions({ kind, id, year }),
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
        <CountsList counted={data} year={year} waiting={isPlaceholderData} />
      ) : (
        <Skeleton lines={3} height="120px" />
      )}
    </Panel>
  )
}

function CountsList({ counted, year, waiting }: { counted: readonly Counted[]; year: string; waiting: boolean }) {
  if (counted.length === 0) return <p className="quiet">In no figure of {year}, as far as is recorded.</p>
  return (
    <ul role="list" className="line-list" aria-busy={waiting}>
      {counted.map(({ key, title, because }) => (
        <li key={key}>
          <Link to="/year/$year/$key" params={{ year, key }}>
            {title}
          </Link>
          <span className="counts-because figures">
            <Because because={because.slice(0, FEW)} />
            {because.length > FEW && (
              <details>
                <summary>{because.length - FEW} more</summary>
                <Because because={because.slice(FEW)} />
              </details>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Because({ because }: { because: Counted['because'] }) {
  return because.map(({ kind, noun, reference, on }, at) => (
    <span key={`${kind}${reference}${on}${at}`}>
      {at > 0 && ', '}
      <RecordLink kind={kind} reference={reference}>
        {noun}
        {on && ` of ${showDay(on as Day)}`}
        <span className="visually-hidden"> {reference}</span>
      </RecordLink>
    </span>
  ))
}
