import type { Tx } from '@hubline/db/connection.ts'
import { legalFormInName } from '@hubline/domain/businesses/legal-form-in-name.ts'
import type { Day } from '@hubline/domain/day.ts'
import { type RowOutcome, TakeReturn, WITHOUT_NAMES_KEY } from '@hubline/domain/partners/return-form.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { changeRecord } from '../records/change-record.ts'
import { nextReference, nextReferences } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'
import { type JudgedRow, judgeReturn, rowsKept } from './judge-return.ts'
import { holdPartner, waitingReturn } from './waiting-return.ts'

/** Takes a received return in, all of its sound rows or none, and keeps what came of each. */
export const takeReturn = writes('partner:receive')
  .input(TakeReturn)
  .mutation(async ({ ctx: { db, actor, today }, input: { id, version, without_names } }) => {
    const { hub_id, adviser_id } = actor
    // One at a time in a hub: two partners may tell of the same new business.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`take returns ${hub_id}`}, 0))`.execute(db)
    const { organisation_id, year } = await waitingReturn(db, { hub_id, id })
    await holdPartner(db, hub_id, organisation_id)
    const rows = await judgeReturn(db, { hub_id, organisation_id, rows: await rowsKept(db, { hub_id, id }) })
    const unsure = rows.find(({ outcome }) => outcome === 'unsure')
    if (unsure)
      throw new Problem('invalid', `Row ${unsure.row}: say which business ${unsure.name} is, or that it is new`, 'rows')
    const partner_total_id =
      without_names === null ? null : await addTotal(db, { hub_id, organisation_id, year }, without_names)
    const values = { awaits: false, taken_on: today, taken_by: adviser_id, partner_total_id }
    const taken = await changeRecord(db, { kind: 'partner_return', hub_id, id, version, values })
    await writeRows(db, { hub_id, organisation_id, rows: rows.filter(isSettled) })
    const count = (of_rows: JudgedRow['outcome']) => rows.filter(({ outcome }) => outcome === of_rows).length
    return { version: taken, rows: rows.length, matched: count('matched'), added: count('new') }
  })

type SettledRow = JudgedRow & { outcome: RowOutcome }
const isSettled = (row: JudgedRow): row is SettledRow => row.outcome !== 'unsure'

type Of = { hub_id: string; organisation_id: string; year: string }

async function addTotal(tx: Tx, { hub_id, organisation_id, year }: Of, value: number): Promise<string> {
  const reference = await nextReference(tx, 'partner_total')
  const total = { hub_id, reference, organisation_id, year, indicator_key: WITHOUT_NAMES_KEY, value: String(value) }
  const { id } = await tx.insertInto('partner_total').values(total).returning('id').executeTakeFirstOrThrow()
  return id
}

type Writing = { hub_id: string; organisation_id: string; rows: readonly SettledRow[] }

async function writeRows(tx: Tx, { hub_id, organisation_id, rows }: Writing): Promise<void> {
  if (rows.length === 0) return
  const made = await registerBusinesses(tx, hub_id, rows)
  const taken = rows.filter(({ outcome }) => outcome === 'matched' || outcome === 'new')
  const support = await nextReferences(tx, 'partner_support', taken.length, taken[0]?.supported_on ?? undefined)
  const values = taken.map((row, at) => ({
    hub_id,
    reference: support[at] ?? '',
    organisation_id,
    business_id: row.business?.id ?? made.get(row.mark ?? '') ?? '',
    supported_on: row.supported_on as Day,
    minutes: row.minutes,
  }))
  const written =
    values.length > 0
      ? await tx.insertInto('partner_support').values(values).returning(['id', 'reference']).execute()
      : []
  const id_of = new Map(written.map((each) => [each.reference, each.id]))
  const support_of = new Map(taken.map(({ id }, at) => [id, id_of.get(support[at] ?? '') ?? null]))
  await sql`update app.partner_return_row w set outcome = n.outcome, says = n.says, partner_support_id = n.support, repeats_id = n.repeats
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ outcome }) => outcome)}::text[], ${rows.map(({ says }) => says)}::text[],
      ${rows.map(({ id }) => support_of.get(id) ?? null)}::uuid[], ${rows.map(({ repeats }) => repeats?.id ?? null)}::uuid[]) as n (id, outcome, says, support, repeats)
    where w.hub_id = ${hub_id} and w.id = n.id`.execute(tx)
}

/** The businesses that the hub did not know, each once. Gives their ids by mark. */
async function registerBusinesses(tx: Tx, hub_id: string, rows: readonly JudgedRow[]): Promise<Map<string, string>> {
  const fresh = new Map<string, JudgedRow>()
  for (const row of rows) if (row.outcome === 'new' && row.mark && !fresh.has(row.mark)) fresh.set(row.mark, row)
  if (fresh.size === 0) return new Map()
  const references = await nextReferences(tx, 'business', fresh.size)
  const values = [...fresh.values()].map(({ name, company_number, postcode }, at) => ({
    hub_id,
    reference: references[at] ?? '',
    name,
    legal_form: legalFormInName(name),
    company_number,
    postcode,
  }))
  const made = await tx.insertInto('business').values(values).returning(['id', 'reference']).execute()
  const id_of = new Map(made.map(({ id, reference }) => [reference, id]))
  return new Map([...fresh.keys()].map((mark, at) => [mark, id_of.get(references[at] ?? '') ?? '']))
}
