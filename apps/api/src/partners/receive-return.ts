import { createHash } from 'node:crypto'
import type { Tx } from '@hubline/db/connection.ts'
import { type ReturnedRow, readReturn } from '@hubline/domain/partners/read-return.ts'
import { ReceiveReturn } from '@hubline/domain/partners/return-form.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { z } from 'zod'
import { isSealed } from '../imports/list-seal.ts'
import { YearInput } from '../indicators/board.ts'
import { nextReference, nextReferences } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'
import { holdPartner } from './waiting-return.ts'

/** Keeps what a partner sent of a year, row by row, so that people can decide about it; nothing of it counts yet. */
export const receiveReturn = writes('partner:receive')
  .input(ReceiveReturn)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const { hub_id } = actor
    const { organisation_id, text, file } = input
    const year = YearInput.parse(input.year)
    await holdPartner(db, hub_id, organisation_id)
    const came = { hub_id, organisation_id, year, ...fingerprintOf(text, file) }
    if (text.trim() !== '') await mustBeNew(db, came)
    const rows = readReturn(text, { year, today })
    if (rows.length === 0 && text.trim() !== '')
      throw new Problem('invalid', 'There is no row below the headings of that list', 'text')
    const { id, reference } = await db
      .insertInto('partner_return')
      .values({ ...came, awaits: true, received_on: today, reference: await nextReference(db, 'partner_return') })
      .returning(['id', 'reference'])
      .executeTakeFirstOrThrow()
    await keepRows(db, { hub_id, id, rows })
    return { id, reference, rows: rows.length }
  })

/** @throws Problem 'invalid' where the server did not read this text in that file */
function fingerprintOf(text: string, file: z.output<typeof ReceiveReturn>['file']) {
  if (file === null)
    return {
      sha256: createHash('sha256')
        .update(text.trim() === '' ? '' : text)
        .digest('hex'),
      sheet: '',
    }
  const { name, sha256, sheet, seal } = file
  if (!isSealed({ sha256, sheet, text }, seal))
    throw new Problem('invalid', 'That file was read too long ago: choose it again', 'text')
  return { sha256, sheet, file_name: name }
}

type Came = { hub_id: string; organisation_id: string; year: string; sha256: string; sheet: string }

async function mustBeNew(tx: Tx, { hub_id, organisation_id, year, sha256, sheet }: Came): Promise<void> {
  const before = await tx
    .selectFrom('partner_return as r')
    .innerJoin('adviser as a', (join) => join.onRef('a.hub_id', '=', 'r.hub_id').onRef('a.id', '=', 'r.received_by'))
    .select(['r.reference', 'a.name'])
    .where('r.hub_id', '=', hub_id)
    .where('r.year', '=', year)
    .where('r.organisation_id', '=', organisation_id)
    .where('r.sha256', '=', sha256)
    .where('r.sheet', '=', sheet)
    .where('r.voided_at', 'is', null)
    .executeTakeFirst()
  if (before)
    throw new Problem('already_exists', `${before.name} brought this list in before: it is ${before.reference}`, 'text')
}

type Keeping = { hub_id: string; id: string; rows: readonly ReturnedRow[] }

async function keepRows(tx: Tx, { hub_id, id, rows }: Keeping): Promise<void> {
  if (rows.length === 0) return
  const references = await nextReferences(tx, 'partner_return_row', rows.length)
  const kept = rows.map(({ error, ...row }, at) => ({
    hub_id,
    reference: references[at] ?? '',
    partner_return_id: id,
    ...row,
    says: error,
  }))
  await tx.insertInto('partner_return_row').values(kept).execute()
}
