import { useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { figureInWords } from '../indicators/show-figure.ts'
import { useMay } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Panel } from '../ui/panel.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { DifferingUnits } from './differing-units.tsx'
import { RestateDialog } from './restate-dialog.tsx'
import { redefinedWords } from './redefined-words.ts'
import type { Standing } from './standing.ts'

type Differing = inferOutput<typeof trpc.years.restatement>['figures'][number]

/** What says something else today than was signed off, figure by figure, and the way to issue the year again. */
export function Restatement({
  standing,
  differs,
  after,
}: {
  standing: Standing
  differs: string | undefined
  after: string | undefined
}) {
  const { year } = standing
  const may_close = useMay('year:close')
  const [asking, setAsking] = useState(false)
  const { data } = useQuery({ ...trpc.years.restatement.queryOptions({ year }), staleTime: 0 })
  if (!data) return <Skeleton lines={3} height="120px" />
  const { version, figures } = data
  return (
    <Panel title="What differs today">
      <div className="year-signed">
        {figures.length === 0 ? (
          <p>Today’s figures and lists are those of version {version}.</p>
        ) : (
          <>
            <p>
              Records that came in, changed or were voided after version {version} was signed off move today’s figures
              and not the signed-off ones.
            </p>
            <DataTable caption="Figures that differ" columns={COLUMNS} rows={figures} keyOf={({ key }) => key} />
            {differs && <DifferingUnits key={differs} year={year} figure_key={differs} after={after} />}
            {may_close && (
              <div className="cluster">
                <Button onClick={() => setAsking(true)}>Restate {year}</Button>
              </div>
            )}
          </>
        )}
      </div>
      {asking && <RestateDialog standing={standing} onClose={() => setAsking(false)} />}
    </Panel>
  )
}

const moved = ({ units_in, units_out, units_changed }: Differing): string =>
  [
    ...(units_in > 0 ? [`${units_in} in`] : []),
    ...(units_out > 0 ? [`${units_out} out`] : []),
    ...(units_changed > 0 ? [`${units_changed} changed`] : []),
  ].join(', ')

const COLUMNS: readonly Column<Differing>[] = [
  {
    key: 'title',
    title: 'Figure',
    phone: 'title',
    cell: (figure) => (
      <>
        <SearchLink change={{ differs: figure.key, after: undefined }}>
          {figure.title}
          <span className="visually-hidden">: show what differs</span>
        </SearchLink>
        {figure.redefined && <span className="cell-note">{redefinedWords(figure.redefined)}</span>}
      </>
    ),
  },
  { key: 'signed', title: 'Signed off', align: 'end', cell: ({ unit, signed }) => figureInWords(unit, signed) },
  { key: 'now', title: 'Today', align: 'end', cell: ({ unit, now }) => figureInWords(unit, now) },
  { key: 'moved', title: 'What moved', phone: 'labelled', cell: moved },
]
