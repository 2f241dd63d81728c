import type { Tx } from '@hubline/db/connection.ts'
import { normaliseName } from '@hubline/domain/businesses/identifiers.ts'
import { matchBusinesses } from '@hubline/domain/businesses/matching.ts'
import type { Day } from '@hubline/domain/day.ts'
import { MOST_RETURNED, type ReturnedRow } from '@hubline/domain/partners/read-return.ts'
import type { ROW_DECISIONS, RowOutcome } from '@hubline/domain/partners/return-form.ts'
import { sql } from 'kysely'
import { type Candidate, ranked } from '../businesses/candidates.ts'

const SIEVED = 20

/** What an erasure leaves of a row's name, as `house.personal_column` has it. */
const ERASED = 'Erased'

/** A row of a return as it is kept, with what somebody said of it. */
export type KeptRow = ReturnedRow & {
  id: string
  version: number
  decided: (typeof ROW_DECISIONS)[number] | null
  decided_business_id: string | null
  decided_business: Business | null
  decided_by: string | null
}

type Business = { id: string; reference: string; name: string }

/** A row with what will come of it; `unsure` until somebody says which of the candidates it means, or none. */
export type JudgedRow = KeptRow & {
  outcome: RowOutcome | 'unsure'
  business: Business | null
  /** Rows with the same mark are about one business that the hub does not know yet. */
  mark: string | null
  candidates: Candidate[]
  says: string | null
  /** What was told before, where the row repeats it. */
  repeats: { id: string; reference: string } | null
}

/** The rows of a return that waits to be taken in, in the order of its list. */
export async function rowsKept(tx: Tx, { hub_id, id }: { hub_id: string; id: string }): Promise<KeptRow[]> {
  const found = await sql<KeptRow>`
    select w.id, w.version, w.row, w.name, w.company_number, w.postcode, w.supported_on, w.minutes, w.says as error, w.note,
      w.decided, b.counts_as_id as decided_business_id, a.name as decided_by,
      case when q.id is not null then jsonb_build_object('id', q.id, 'reference', q.reference, 'name', q.name) end as decided_business
    from app.partner_return_row w left join app.adviser a on a.hub_id = w.hub_id and a.id = w.decided_by
      left join app.business b on b.hub_id = w.hub_id and b.id = w.decided_business_id
      left join app.business q on q.hub_id = b.hub_id and q.id = b.counts_as_id and q.voided_at is null
    where w.hub_id = ${hub_id} and w.partner_return_id = ${id} and w.outcome is null order by w.row limit ${MOST_RETURNED}`.execute(
    tx,
  )
  return found.rows
}

type Asked = { hub_id: string; organisation_id: string; rows: readonly KeptRow[] }

/** What comes of every row of a partner's list: matched by company number, then by name and postcode, and never guessed. */
export async function judgeReturn(tx: Tx, { hub_id, organisation_id, rows }: Asked): Promise<JudgedRow[]> {
  const alike = await alikeOf(tx, hub_id, rows)
  const judged = rows.map((row) => judgeRow(row, alike.get(row.row) ?? []))
  return sayRepeated(judged, await supportThere(tx, { hub_id, organisation_id, judged }))
}

type Alike = {
  row: number
  id: string
  reference: string
  called: string
  name: string
  trading_name: string | null
  town: string | null
  postcode: string | null
  company_number: string | null
}

/** Businesses that each row may mean. One that was merged is known by both names and called by the one that remains. */
async function alikeOf(tx: Tx, hub_id: string, rows: readonly KeptRow[]): Promise<Map<number, Alike[]>> {
  const sound = rows.filter(({ error, name }) => error === null && name !== ERASED)
  const found = await sql<Alike>`
    with alike as materialized (select r.row, s.id
      from unnest(${sound.map(({ row }) => row)}::integer[], ${sound.map(({ name }) => normaliseName(name))}::text[],
          ${sound.map((row) => row.company_number)}::text[], ${sound.map(({ postcode }) => postcode)}::text[]) as r (row, name, company_number, postcode)
        cross join lateral app.similar_businesses(r.name, r.company_number, null, r.postcode, null, null, null, ${SIEVED}) s)
    select a.row, q.id, q.reference, q.name as called, b.name, b.trading_name, q.town, b.postcode, b.company_number
    from alike a join app.business b on b.hub_id = ${hub_id} and b.id = a.id
      join app.business q on q.hub_id = b.hub_id and q.id = b.counts_as_id
    where b.voided_at is null and q.voided_at is null`.execute(tx)
  return Map.groupBy(found.rows, ({ row }) => row)
}

function judgeRow(row: KeptRow, alike: readonly Alike[]): JudgedRow {
  const nothing = { ...row, business: null, mark: null, candidates: [], says: row.error, repeats: null }
  if (row.error !== null) return { ...nothing, outcome: 'rejected' }
  if (row.name === ERASED) return judgeErased(row, nothing)
  const judged = ranked(
    alike.map(({ called, ...known }) => ({ ...known, ...matchBusinesses(row, known), name: called })),
  )
  const once = judged.filter(({ id }, at) => judged.findIndex((each) => each.id === id) === at)
  const [sure, other] = once.filter(({ verdict }) => verdict === 'same')
  // What was decided about a business that is no longer alike, as after a merge or a change of name, is asked again.
  const meant = sure && !other ? sure : once.find(({ id }) => id === row.decided_business_id)
  if (meant) {
    const { id, reference, name } = meant
    const candidates = meant === sure ? [] : once
    return { ...nothing, outcome: 'matched', business: { id, reference, name }, candidates }
  }
  if (once.length > 0 && row.decided !== 'new') return { ...nothing, outcome: 'unsure', candidates: once }
  const mark = row.company_number ?? `${normaliseName(row.name)} ${row.postcode ?? ''}`
  return { ...nothing, outcome: 'new', mark, candidates: once }
}

/** By a row of somebody who was erased no business is known: only what was decided before still says which it means. */
function judgeErased({ decided_business }: KeptRow, nothing: Omit<JudgedRow, 'outcome'>): JudgedRow {
  if (decided_business) return { ...nothing, outcome: 'matched', business: decided_business }
  return { ...nothing, outcome: 'rejected', says: 'The person was erased: nothing is taken in' }
}

const dayOf = (business_id: string, supported_on: Day | null) => `${business_id} ${supported_on}`

type There = { hub_id: string; organisation_id: string; judged: readonly JudgedRow[] }

type Told = { id: string; reference: string }

/** What this partner has told before, by business and day. */
async function supportThere(tx: Tx, { hub_id, organisation_id, judged }: There): Promise<Map<string, Told>> {
  const ids = judged.flatMap(({ business }) => business?.id ?? [])
  const found = await sql<Told & { business_id: string; supported_on: Day }>`
    select b.counts_as_id as business_id, s.supported_on, s.id, s.reference
    from app.business b join app.partner_support s on s.hub_id = b.hub_id and s.business_id = b.id
    where b.hub_id = ${hub_id} and b.counts_as_id = any (${ids}::uuid[]) and s.organisation_id = ${organisation_id} and s.voided_at is null`.execute(
    tx,
  )
  return new Map(
    found.rows.map(({ business_id, supported_on, id, reference }) => [
      dayOf(business_id, supported_on),
      { id, reference },
    ]),
  )
}

/** Support of one business on one day is told once, in this list and before it. */
function sayRepeated(judged: readonly JudgedRow[], there: ReadonlyMap<string, Told>): JudgedRow[] {
  const first = new Map<string, number>()
  return judged.map((row) => {
    const who = row.business?.id ?? row.mark
    if (who === null) return row
    const key = dayOf(who, row.supported_on)
    const [before, above] = [there.get(key), first.get(key)]
    if (before)
      return {
        ...row,
        outcome: 'repeated',
        says: `Told before: ${before.reference} is the same business and day`,
        repeats: before,
      }
    if (above !== undefined)
      return { ...row, outcome: 'repeated', says: `The same business and day as row ${above} of this list` }
    first.set(key, row.row)
    return row
  })
}
