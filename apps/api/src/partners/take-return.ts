import { createHash } from 'node:crypto'
import type { Tx } from '@hubline/db/connection.ts'
import { legalFormInName } from '@hubline/domain/businesses/legal-form-in-name.ts'
import type { Day } from '@hubline/domain/day.ts'
import { type RowOutcome, TakeReturn, WITHOUT_NAMES_KEY } from '@hubline/domain/partners/return-form.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import { YearInput } from '../indicators/board.ts'
import { nextReference, nextReferences } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'
import { type JudgedRow, judgeReturn } from './judge-return.ts'

/** Takes a partner's list of a year in, all of its sound rows or none, and keeps what came of each. */
export const takeReturn = writes('partner:receive')
  .input(TakeReturn)
  .mutation(async ({ ctx: { db, actor, today }, input: { without_names, ...list } }) => {
    const { hub_id } = actor
    const { organisation_id } = list
    const year = YearInput.parse(list.year)
    await holdPartner(db, hub_id, organisation_id)
    const sha256 = createHash('sha256').update(list.text).digest('hex')
    const of = { hub_id, organisation_id, year, sha256 }
    if (list.text.trim() !== '') await mustBeNew(db, of)
    const rows = await judgeReturn(db, { hub_id, list, year, today })
    const unsure = rows.find(({ outcome }) => outcome === 'unsure')
    if (unsure)
      throw new Problem('invalid', `Row ${unsure.row}: say which business ${unsure.name} is, or that it is new`, 'text')
    if (rows.length === 0 && without_names === null)
      throw new Problem('invalid', 'Paste the list, or enter the number without names', 'text')
    const partner_total_id = without_names === null ? null : await addTotal(db, of, without_names)
    const { id } = await db
      .insertInto('partner_return')
      .values({ ...of, partner_total_id, received_on: today, reference: await nextReference(db, 'partner_return') })
      .returning('id')
      .executeTakeFirstOrThrow()
    await writeRows(db, { hub_id, organisation_id, id, rows: rows.filter(isSettled) })
    const count = (of_rows: JudgedRow['outcome']) => rows.filter(({ outcome }) => outcome === of_rows).length
    return { id, rows: rows.length, matched: count('matched'), added: count('new') }
  })

type SettledRow = JudgedRow & { outcome: RowOutcome }
const isSettled = (row: JudgedRow): row is SettledRow => row.outcome !== 'unsure'

/** Two people who bring the same list wait for each other. @throws Problem 'invalid' */
async function holdPartner(tx: Tx, hub_id: string, id: string): Promise<void> {
  const held = await sql`select from app.organisation where hub_id = ${hub_id} and id = ${id} and voided_at is null
    for no key update`.execute(tx)
  if (held.rows.length === 0)
    throw new Problem('invalid', 'That partner is not in your hub: choose it again', 'organisation_id')
}

type Of = { hub_id: string; organisation_id: string; year: Year; sha256: string }

async function mustBeNew(tx: Tx, { hub_id, organisation_id, year, sha256 }: Of): Promise<void> {
  const before = await tx
    .selectFrom('partner_return as r')
    .innerJoin('adviser as a', (join) => join.onRef('a.hub_id', '=', 'r.hub_id').onRef('a.id', '=', 'r.received_by'))
    .select(['r.reference', 'a.name'])
    .where('r.hub_id', '=', hub_id)
    .where('r.year', '=', year)
    .where('r.organisation_id', '=', organisation_id)
    .where('r.sha256', '=', sha256)
    .where('r.voided_at', 'is', null)
    .executeTakeFirst()
  if (before)
    throw new Problem('already_exists', `${before.name} brought this list in before: it is ${before.reference}`, 'text')
}

async function addTotal(tx: Tx, { hub_id, organisation_id, year }: Of, value: number): Promise<string> {
  const reference = await nextReference(tx, 'partner_total')
  const total = { hub_id, reference, organisation_id, year, indicator_key: WITHOUT_NAMES_KEY, value: String(value) }
  const { id } = await tx.insertInto('partner_total').values(total).returning('id').executeTakeFirstOrThrow()
  return id
}

type Writing = { hub_id: string; organisation_id: string; id: string; rows: readonly SettledRow[] }

async function writeRows(tx: Tx, { hub_id, organisation_id, id, rows }: Writing): Promise<void> {
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
  const support_of = new Map(taken.map(({ row }, at) => [row, id_of.get(support[at] ?? '') ?? null]))
  const references = await nextReferences(tx, 'partner_return_row', rows.length)
  const kept = rows.map(({ row, outcome, name, says }, at) => ({
    hub_id,
    reference: references[at] ?? '',
    partner_return_id: id,
    row,
    outcome,
    name,
    says,
    partner_support_id: support_of.get(row) ?? null,
  }))
  await tx.insertInto('partner_return_row').values(kept).execute()
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
