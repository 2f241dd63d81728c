import { useQuery } from '@tanstack/react-query'
import { client } from '../api.ts'
import { showFigure } from '../indicators/show-figure.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { PairForm } from './use-merge.ts'

/** What stands in the signed-off figures stays as it is: the merge shows up as what differs from them. */
function restatement({ version, units }: { version: number; units: number }): string {
  const change = units < 0 ? `${-units} fewer` : `${units} more`
  return `The year is signed off: ${change} in its list ${units === 1 ? 'differs' : 'differ'} from version ${version}, because of this merge`
}

/** What the merge would move and change, worked out by making it and taking it back. */
export function MergePreview({ form }: { form: PairForm }) {
  const { data, error } = useQuery({
    queryKey: ['merge preview', form],
    queryFn: () => client.duplicates.preview.mutate({ ...form, request_id: newId() } as never),
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <Panel title="What the merge does">
      <div role="status" className="stack">
        {error ? (
          <p>{problemOf(error).sentence}</p>
        ) : !data ? (
          <Skeleton lines={3} height="6em" />
        ) : (
          <>
            <p>
              {data.moved.length === 0
                ? 'No record moves.'
                : `Moves: ${data.moved.map(({ noun, count }) => `${noun} × ${count}`).join(', ')}.`}
            </p>
            {data.figures.length === 0 ? (
              <p>No figure changes{data.years.length > 0 && ` in ${data.years.join(', ')}`}.</p>
            ) : (
              <ul>
                {data.figures.map(({ year, key, title, unit, before, after, restates }) => (
                  <li key={`${year} ${key}`}>
                    {year}: {title} from {showFigure(unit, before ?? '0')} to {showFigure(unit, after ?? '0')}
                    {restates && `. ${restatement(restates)}`}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </div>
    </Panel>
  )
}
