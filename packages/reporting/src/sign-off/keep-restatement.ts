import type { Db } from '@hubline/db/connection.ts'
import { changedInWords } from '@hubline/domain/years/changed-facts.ts'
import type { Sheet, SheetRow } from '@hubline/spreadsheet/sheet.ts'
import { sql } from 'kysely'
import { RESTATED_UNITS, RESTATEMENTS } from '../pack/restated-sheets.ts'
import { heldSheet } from '../pack/held-sheet.ts'
import { rowByRow } from '../row-by-row.ts'
import { type Cause, causesOf } from './causes.ts'
import type { Difference } from './differences.ts'

/** How many units are looked into at a time. */
const AT_A_TIME = 500

const WORDS = { recorded: 'late entry', voided: 'voided', merged: 'merged', changed: 'changed' } as const
const REDEFINED = 'definition'
const UNKNOWN = 'not known'

type Asked = {
  hub_id: string
  sign_off_id: string
  version: number
  /** The version before. */
  before: { id: string; signed_at: Date }
}

type Restated = Difference & { key: string; redefined: boolean }

/**
 * The sheets that tell of a restatement of this transaction, each unit with the causes of the records' history. They are
 * kept, because what caused it can be told apart from what happened later only now. The units must be read first.
 */
export function restatedSheets(db: Db, asked: Asked): Sheet[] {
  const causes = new Map<string, Map<string, number>>()
  return [
    heldSheetOf('Restated units', RESTATED_UNITS, () => unitRows(db, asked, causes)),
    heldSheet('Restatements', RESTATEMENTS, () => figureRows(db, asked, causes)),
  ]
}

const heldSheetOf = (name: string, columns: typeof RESTATED_UNITS, rows: () => AsyncGenerator<SheetRow>): Sheet => ({
  ...heldSheet(name, columns, []),
  rows,
})

async function* unitRows(db: Db, asked: Asked, tally: Map<string, Map<string, number>>): AsyncGenerator<SheetRow> {
  for await (const some of batches(rowByRow(db, differing(asked), AT_A_TIME))) {
    const causes = await causesOf(db, { hub_id: asked.hub_id, signed_at: asked.before.signed_at }, some)
    for (const [at, row] of some.entries()) {
      const found = causes[at] ?? []
      const words = sortsOf(found, row)
      const counts = tally.get(row.key) ?? new Map<string, number>()
      tally.set(row.key, counts)
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
      yield [
        String(asked.version),
        row.key,
        row.what,
        row.kind,
        row.id,
        row.reference,
        row.signed_amount,
        row.amount,
        words.join('; '),
        found.map(inWords).join('; ') || null,
      ]
    }
  }
}

/** Every sort of cause once. */
const sortsOf = (found: readonly Cause[], { redefined }: Restated): string[] => {
  const sorts = new Set<string>([...(redefined ? [REDEFINED] : []), ...found.map(({ did }) => WORDS[did])])
  return sorts.size === 0 ? [UNKNOWN] : [...sorts]
}

/** Without what somebody typed: a reason may name people. */
const inWords = ({ did, kind, reference, at, facts }: Cause) =>
  `${WORDS[did]}: ${kind} ${reference} on ${at.slice(0, 10)}${did === 'changed' && facts.length > 0 ? ` (${changedInWords(facts).join('; ')})` : ''}`

const differing = ({ hub_id, sign_off_id, before }: Asked) => sql<Restated>`
  select coalesce(n.key, b.key) as key, case when b.id is null then 'in' when n.id is null then 'out' else 'changed' end as what,
    coalesce(n.kind, b.kind) as kind, coalesce(n.id, b.id) as id, coalesce(n.reference, b.reference) as reference, coalesce(n.name, b.name) as name,
    b.amount as signed_amount, n.amount, b.because as signed_because, n.because,
    exists (select from signed_figure f join signed_figure g on g.hub_id = f.hub_id and g.key = f.key
      where f.hub_id = ${hub_id} and f.sign_off_id = ${sign_off_id} and g.sign_off_id = ${before.id} and f.key = coalesce(n.key, b.key)
        and f.definition <> g.definition) as redefined
  from (select * from signed_unit where hub_id = ${hub_id} and sign_off_id = ${sign_off_id}) n
    full join (select * from signed_unit where hub_id = ${hub_id} and sign_off_id = ${before.id}) b on b.key = n.key and b.id = n.id
  where b.id is null or n.id is null or b.amount is distinct from n.amount
  order by key, id`

async function* batches<T>(rows: AsyncIterable<T>): AsyncGenerator<T[]> {
  let some: T[] = []
  for await (const row of rows) {
    some.push(row)
    if (some.length < AT_A_TIME) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

type FigureRow = Record<'key' | 'came_in' | 'went_out' | 'moved' | 'reason' | 'signed_by_name' | 'signed_at', string> &
  Record<'value_before' | 'value' | 'approved_by', string | null>

async function figureRows(
  db: Db,
  { hub_id, sign_off_id, version, before }: Asked,
  tally: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Promise<SheetRow[]> {
  const { rows } = await sql<FigureRow>`
    select d.key, b.value as value_before, f.value, d.came_in::text, d.went_out::text, d.moved::text, s.reason, s.approved_by, s.signed_by_name,
      to_char(s.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as signed_at
    from (select key, count(*) filter (where what = 'in') as came_in, count(*) filter (where what = 'out') as went_out, count(*) filter (where what = 'changed') as moved
      from (${differing({ hub_id, sign_off_id, version, before })}) as u group by key) d
      join sign_off s on s.hub_id = ${hub_id} and s.id = ${sign_off_id}
      left join signed_figure f on f.hub_id = s.hub_id and f.sign_off_id = s.id and f.key = d.key
      left join signed_figure b on b.hub_id = s.hub_id and b.sign_off_id = ${before.id} and b.key = d.key
    order by d.key`.execute(db)
  return rows.map((row) => [
    String(version),
    row.key,
    row.value_before,
    row.value,
    row.came_in,
    row.went_out,
    row.moved,
    row.reason,
    [...(tally.get(row.key) ?? [])].map(([word, many]) => `${word} ${many}`).join('; '),
    row.approved_by,
    row.signed_by_name,
    row.signed_at,
  ])
}
