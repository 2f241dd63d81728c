import type { DemandDimension } from '@hubline/domain/skills-reviews/demand.ts'
import { DIMENSION_NAMES, compareDemand, demandInWords } from '@hubline/domain/skills-reviews/demand-words.ts'
import { LEAST_BEHIND } from '@hubline/domain/held-back.ts'
import { useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { trpc } from '../api.ts'
import { PageError } from '../shell/page-states.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

type Published = inferOutput<typeof trpc.skillsReviews.demandToPublish>
type Table = Published['tables'][number]
type Cell = Table['cells'][number]

/** What those who write the local skills plan may have: no names, and no number that would tell who is behind it. */
export function DemandPublished({ year }: { year: string }) {
  const { data, error, refetch } = useQuery(trpc.skillsReviews.demandToPublish.queryOptions({ year }))
  if (!data && error) return <PageError error={error} reset={() => void refetch()} />
  if (!data) return <Skeleton lines={12} height="60vh" />
  if (!data.all.held_back && data.all.businesses === 0)
    return <EmptyState sentence="No review of this year says a need, so there is nothing to publish." />
  return (
    <div className="stack">
      <p className="demand-finding figures">
        {data.all.held_back
          ? 'Fewer than five businesses said what they need: nothing can be published.'
          : `${data.all.businesses.toLocaleString('en-GB')} businesses said in skills reviews of ${year} what they need${data.all.people === null ? '' : `, for ${data.all.people.toLocaleString('en-GB')} people where they said how many`}.`}
      </p>
      <p className="measure">
        A number with fewer than {LEAST_BEHIND} businesses behind it is held back and written <HeldBack />, and so are
        as many others as it takes that nobody can work it out from the sums. A business that needs several things
        stands in several rows. The tables are always of a whole year and of all businesses: sent with other filters
        they would give away what is held back here.
      </p>
      <div className="demand-panels">
        {data.tables
          .filter(({ columns }) => !columns)
          .map((table) => (
            <OneWay key={table.rows} table={table} />
          ))}
      </div>
      {data.tables.map((table) =>
        table.columns ? <TwoWay key={`${table.rows} ${table.columns}`} table={table} columns={table.columns} /> : null,
      )}
    </div>
  )
}

function HeldBack() {
  return (
    <span className="quiet">
      <span aria-hidden="true">[c]</span>
      <span className="visually-hidden">held back</span>
    </span>
  )
}

const valuesOf = (dimension: DemandDimension, values: readonly string[]) =>
  [...new Set(values)].toSorted((a, b) => compareDemand(dimension, a, b))

const businessesIn = (cell: Cell | undefined) =>
  cell?.held_back ? <HeldBack /> : (cell?.businesses ?? 0).toLocaleString('en-GB')

function OneWay({ table: { rows, cells } }: { table: Table }) {
  const found = new Map(cells.map((cell) => [cell.row, cell]))
  const values = valuesOf(rows, [...found.keys()])
  return (
    <Panel>
      <table className="number-table figures">
        <caption>{DIMENSION_NAMES[rows]}</caption>
        <thead>
          <tr>
            <th scope="col">{DIMENSION_NAMES[rows]}</th>
            <th scope="col">Businesses</th>
            <th scope="col">People</th>
          </tr>
        </thead>
        <tbody>
          {values.map((value) => (
            <tr key={value}>
              <th scope="row">{demandInWords(rows, value)}</th>
              <td>{businessesIn(found.get(value))}</td>
              <td>{peopleIn(found.get(value))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function peopleIn(cell: Cell | undefined) {
  if (!cell || cell.held_back) return <HeldBack />
  return cell.people === null ? <span className="quiet">Not said</span> : cell.people.toLocaleString('en-GB')
}

function TwoWay({ table: { rows, cells }, columns }: { table: Table; columns: DemandDimension }) {
  const found = new Map(cells.map((cell) => [`${cell.row}|${cell.column}`, cell]))
  const down = valuesOf(
    rows,
    cells.map(({ row }) => row),
  )
  const across = valuesOf(
    columns,
    cells.map(({ column }) => column ?? ''),
  )
  const title = `Businesses by ${DIMENSION_NAMES[rows].toLowerCase()} and ${DIMENSION_NAMES[columns].toLowerCase()}`
  return (
    <Panel>
      <div className="wide-table" role="region" aria-label={title} tabIndex={0}>
        <table className="number-table figures">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{DIMENSION_NAMES[rows]}</th>
              {across.map((column) => (
                <th key={column} scope="col">
                  {demandInWords(columns, column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {down.map((row) => (
              <tr key={row}>
                <th scope="row">{demandInWords(rows, row)}</th>
                {across.map((column) => (
                  <td key={column}>{businessesIn(found.get(`${row}|${column}`))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
