import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { problemsOf } from '../problem.ts'
import { RecordLink } from '../records/record-link.tsx'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

type Props = { year: string; figure_key: string; version: number; children: (total: number) => string }

/** The list behind a figure by one version of its definition, page by page, under a heading that knows its length. */
export function VersionUnits({ year, figure_key, version, children }: Props) {
  const [after, setAfter] = useState<{ name: string; id: string }>()
  const { data, error } = useQuery(
    trpc.years.versionUnits.queryOptions({ year, key: figure_key, version, ...(after && { after }) }),
  )
  if (error) return <p>{problemsOf(error)[0].sentence}</p>
  if (!data) return <Skeleton lines={4} height="160px" />
  return (
    <section aria-label="The list" className="year-signed">
      <h4 role="status">{children(data.total)}</h4>
      <ul role="list">
        {data.rows.map(({ id, kind, reference, name }) => (
          <li key={id}>
            <RecordLink kind={kind} reference={reference}>
              {name}
            </RecordLink>{' '}
            <span className="quiet small">{reference}</span>
          </li>
        ))}
      </ul>
      <div className="cluster">
        {after && <Button onClick={() => setAfter(undefined)}>First page</Button>}
        {data.next && <Button onClick={() => setAfter(data.next ?? undefined)}>Next page</Button>}
      </div>
    </section>
  )
}
