import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { useMay } from '../staff/me.ts'
import { Panel } from '../ui/panel.tsx'
import { ExplainForm } from './explain-form.tsx'
import { FarOff } from './far-off.tsx'
import { YearBefore } from './year-before.tsx'

/** The headlines that are far from last year or from their target, with the explanation that each needs. */
export function Variances({ year }: { year: string }) {
  const may_close = useMay('year:close')
  const { data } = useQuery(trpc.years.variances.queryOptions({ year }))
  if (!data || data.figures.length === 0) return null
  return (
    <Panel title="What has to be explained">
      <div className="year-next">
        <p>
          Headlines that differ by more than 5% from the year before or from their target, or where one of the two is
          none. What is said here is signed off with the figure. <YearBefore {...data} />
        </p>
        {may_close ? (
          <ExplainForm year={year} figures={data.figures} />
        ) : (
          <ul role="list" className="year-steps">
            {data.figures.map((far) => (
              <li key={far.key}>
                <FarOff far={far} />
                <p>{far.explanation?.words ?? 'Not explained yet'}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  )
}
