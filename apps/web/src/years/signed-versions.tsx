import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { figureInWords } from '../indicators/show-figure.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Panel } from '../ui/panel.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { type SignedFigures, type SignedVersion, type Standing, signedWords } from './standing.ts'

type Props = { standing: Standing; shown: SignedVersion }

/** What was signed off, version by version: the one that is shown, and the way to the others. */
export function SignedVersions({ standing: { year, versions }, shown }: Props) {
  return (
    <Panel title="What was signed off">
      <div className="year-signed">
        {versions.length > 1 && (
          <ul role="list">
            {versions.map((one) => (
              <li key={one.version}>
                <SearchLink change={{ version: String(one.version), after: undefined }} current={one === shown}>
                  Version {one.version}
                </SearchLink>
              </li>
            ))}
          </ul>
        )}
        <p>
          {signedWords(shown)}
          {shown.reason && (
            <>
              , approved by {shown.approved_by}
              {shown.approved_by_id === null && ' (outside the hub)'}: {shown.reason}
            </>
          )}
        </p>
        <p className="quiet signed-hash">
          Fingerprint: <span className="figures">{shown.hash}</span>. Write it down elsewhere, and anyone can later tell
          that these figures and lists are still the same.
        </p>
        <Figures year={year} shown={shown} />
      </div>
    </Panel>
  )
}

type Row = SignedFigures['figures'][number] & { year: string; version: number }

function Figures({ year, shown: { version } }: { year: string; shown: SignedVersion }) {
  const { data } = useQuery(trpc.years.signedFigures.queryOptions({ year, version }))
  if (!data) return <Skeleton lines={9} height="40vh" />
  return (
    <DataTable
      caption={`Figures of ${year}, version ${version}`}
      columns={COLUMNS}
      rows={data.figures.map((figure): Row => ({ ...figure, year, version }))}
      keyOf={({ key }) => key}
    />
  )
}

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'title',
    title: 'Figure',
    phone: 'title',
    cell: ({ key, title, explanation, year, version }) => (
      <>
        <Link to="/year/$year/close/$version/$key" params={{ year, version: String(version), key }}>
          {title}
        </Link>
        {explanation && <span className="cell-note">{explanation}</span>}
      </>
    ),
  },
  {
    key: 'value',
    title: 'Signed off',
    align: 'end',
    phone: 'corner',
    cell: ({ unit, value }) => <b className="strong figures">{figureInWords(unit, value)}</b>,
  },
]
