import { RecordLink } from '../records/record-link.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Because } from './because.tsx'
import { type ListQuestion, WITHOUT_PARTS, partsOf, writeAfter } from './list-question.ts'
import type { List, ListRow } from './list.ts'
import { countOf, rowsOf, showFigure } from './show-figure.ts'

/** The rows of one page of the list, and the way to the next. */
export function ListRows({ list, question }: { list: List; question: ListQuestion }) {
  const { rows, unit, title, year, next, total } = list
  const nouns = rowsOf(unit)
  if (rows.length === 0) return <NoRows list={list} question={question} />
  const words =
    next || question.after
      ? `${countOf(rows.length, nouns)} on this page, by name`
      : `All ${countOf(total, nouns)}, by name`
  return (
    <>
      <DataTable caption={`${title}, ${year}`} columns={COLUMNS[unit]} rows={rows} keyOf={({ id }) => id} />
      <div className="list-foot no-print">
        {question.after && <SearchLink change={{ after: undefined }}>First page</SearchLink>}
        <Pager words={total === 1 ? '' : words} next={next ? writeAfter(next) : undefined} />
      </div>
    </>
  )
}

function NoRows({ list: { year, title }, question }: { list: List; question: ListQuestion }) {
  const { text, district, month, event, category, after } = question
  const is_filtered = [text, district, month, event, category, after, ...Object.values(partsOf(question))].some(
    (part) => part !== undefined,
  )
  if (!is_filtered)
    return (
      <EmptyState
        sentence={`Nothing counts in "${title}" for ${year} yet. What has to happen for it to count stands above.`}
      />
    )
  return (
    <EmptyState sentence="Nothing in this list matches the filter.">
      <SearchLink
        change={{
          ...WITHOUT_PARTS,
          text: undefined,
          district: undefined,
          month: undefined,
          event: undefined,
          category: undefined,
          after: undefined,
        }}
      >
        Show the whole list
      </SearchLink>
    </EmptyState>
  )
}

const name: Column<ListRow> = {
  key: 'name',
  title: 'Name',
  phone: 'title',
  width: '32%',
  cell: ({ kind, reference, name: shown, noun }) => (
    <>
      <RecordLink kind={kind} reference={reference}>
        {shown || reference}
      </RecordLink>
      <span className="cell-note">{kind === 'business' || kind === 'person' ? reference : `${noun} ${reference}`}</span>
    </>
  ),
}

const district: Column<ListRow> = {
  key: 'district',
  title: 'District',
  phone: 'line',
  cell: (row) => row.district ?? <span className="quiet">District unknown</span>,
}

const because: Column<ListRow> = {
  key: 'because',
  title: 'Counts because of',
  phone: 'line',
  cell: (row) => <Because records={row.because} of={row.name || row.reference} />,
}

const amount = (title: string, unit: 'GBP' | 'FTE' | 'score'): Column<ListRow> => ({
  key: 'amount',
  title,
  align: 'end',
  phone: 'corner',
  cell: (row) => (
    <b className="strong">
      {row.amount === null ? '' : unit === 'GBP' ? `£${exactPounds(row.amount)}` : showFigure(unit, row.amount)}
    </b>
  ),
})

/** In a list every pound is shown: `1,250,000.00`. */
function exactPounds(pounds: string): string {
  return Number(pounds).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}

const counted: readonly Column<ListRow>[] = [name, district, because]
const COLUMNS: Readonly<Record<List['unit'], readonly Column<ListRow>[]>> = {
  businesses: counted,
  people: counted,
  projects: counted,
  referrals: counted,
  FTE: [name, district, because, amount('FTE', 'FTE')],
  GBP: [name, district, because, amount('Amount', 'GBP')],
  score: [name, district, because, amount('Score', 'score')],
}
