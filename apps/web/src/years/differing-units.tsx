import { useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { trpc } from '../api.ts'
import { readAfter, writeAfter } from '../indicators/list-question.ts'
import { showFigure } from '../indicators/show-figure.ts'
import { RecordLink } from '../records/record-link.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { nameColumn } from './name-column.tsx'
import { redefinedWords } from './redefined-words.ts'
import { showInstantDay } from './standing.ts'

type Differing = inferOutput<typeof trpc.years.restatementUnits>
type Row = Differing['rows'][number] & Pick<Differing, 'unit' | 'redefined'>

type Props = { year: string; figure_key: string; after: string | undefined }

/** The units by which one figure differs from what was signed off, each with what happened since. */
export function DifferingUnits({ year, figure_key, after }: Props) {
  const asked = { year, key: figure_key, after: readAfter(after) }
  const { data, error } = useQuery({ ...trpc.years.restatementUnits.queryOptions(asked), staleTime: 0 })
  if (error) return <p role="alert">The list could not be opened: choose a figure above.</p>
  if (!data) return <Skeleton lines={4} height="160px" />
  return (
    <>
      <DataTable
        caption={`What differs: ${data.title}`}
        showCaption
        columns={COLUMNS}
        rows={data.rows.map((row): Row => ({ ...row, unit: data.unit, redefined: data.redefined }))}
        keyOf={({ id }) => id}
      />
      <div className="list-foot no-print">
        {after && <SearchLink change={{ after: undefined }}>First page</SearchLink>}
        <Pager words="" next={data.next ? writeAfter(data.next) : undefined} />
      </div>
    </>
  )
}

const SAID = { in: 'In', out: 'Out', changed: 'Changed' } as const
const TONES = { in: 'ok', out: 'warn', changed: 'info' } as const

function Amounts({ unit, signed_amount, amount }: Row) {
  if (signed_amount === null && amount === null) return null
  const show = (value: string | null) => (value === null ? 'not in' : showFigure(unit, value))
  return (
    <span className="cell-note figures">
      {show(signed_amount)} → {show(amount)}
    </span>
  )
}

function Causes({ causes, redefined }: Row) {
  if (causes.length === 0 && redefined) return redefinedWords(redefined)
  if (causes.length === 0) return <span className="quiet">Something that these records depend on: open them</span>
  return (
    <ul role="list" className="causes">
      {causes.map(({ kind, reference, noun, did, by, at, reason, changed }) => (
        <li key={`${kind} ${reference}`}>
          <RecordLink kind={kind} reference={reference}>
            {noun.charAt(0).toUpperCase() + noun.slice(1)} {reference}
          </RecordLink>{' '}
          {did} on {showInstantDay(at)}
          {by && ` by ${by}`}
          {reason && `: ${reason}`}
          {did === 'changed' && changed.length > 0 && `: ${changed.join('; ')}`}
        </li>
      ))}
    </ul>
  )
}

const COLUMNS: readonly Column<Row>[] = [
  nameColumn,
  {
    key: 'what',
    title: 'What moved',
    phone: 'corner',
    cell: (row) => (
      <>
        <Tag tone={TONES[row.what]}>{SAID[row.what]}</Tag>
        <Amounts {...row} />
      </>
    ),
  },
  { key: 'causes', title: 'Because', phone: 'line', cell: (row) => <Causes {...row} /> },
]
