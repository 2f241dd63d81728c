import type { Tx } from '@hubline/db/connection.ts'
import { changed, requiredText } from '@hubline/domain/fields.ts'
import { BUNDLE, fileOf } from '@hubline/domain/imports/bundle.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { writes } from '../trpc.ts'
import { type ClientKind, idsOf } from './client.ts'
import { leaveNothingOf } from '../training/places.ts'
import { changeRecord } from './change-record.ts'
import { TIMELINE_KINDS, timelineLines } from './timeline-sources.ts'

/** A hub has one record of itself, and people who leave are signed off elsewhere: those two are never voided. */
const VOIDABLE = BUNDLE.map((file) => file.kind).filter((kind) => kind !== 'hub' && kind !== 'adviser')

const VoidRecord = z.object({
  ...changed,
  kind: z.enum(VOIDABLE, 'That kind of record cannot be voided'),
  reason: requiredText('Say why the record should not count', 500),
})

/** Takes a record out of every count and list. It stays readable, with the reason. */
export const voidRecord = writes('record:void')
  .input(VoidRecord)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const { kind, id, version, reason } = input
    if (kind === 'business' || kind === 'person') await mustHaveNoRecords(db, actor.hub_id, kind, id)
    const values = { voided_at: sql`now()`, voided_by: actor.adviser_id, void_reason: reason }
    const voided = await changeRecord(db, { kind, hub_id: actor.hub_id, id, version, values })
    if (kind === 'participation') await leaveNothingOf(db, { hub_id: actor.hub_id, id, today })
    return { version: voided }
  })

/** Work done with a client must not disappear with it. @throws Problem 'invalid' */
async function mustHaveNoRecords(tx: Tx, hub_id: string, kind: ClientKind, id: string): Promise<void> {
  const lines = timelineLines({ client: kind, hub_id, ids: idsOf(kind, hub_id, sql`${id}::uuid`) }, TIMELINE_KINDS)
  const found = await sql<{ count: number }>`select count(*)::integer as count from (${lines} limit 1000) line`.execute(
    tx,
  )
  const count = found.rows[0]?.count ?? 0
  if (count > 0)
    throw new Problem(
      'invalid',
      `This ${fileOf(kind).noun} has ${count} ${count === 1 ? 'record' : 'records'}: void those first, or merge it into the right one`,
      'reason',
    )
}
