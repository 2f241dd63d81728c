import { CheckEvidence } from '@hubline/domain/evidence/check-evidence.ts'
import { sql } from 'kysely'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'

/** What somebody found of the evidence for one line of a sample. Every earlier word on it stays in the history. */
export const checkEvidence = writes('year:close')
  .input(CheckEvidence)
  .mutation(async ({ ctx: { db, actor }, input: { id, version, outcome, note } }) => {
    const values = { outcome, note: note ?? null, checked_by: actor.adviser_id, checked_at: sql`now()` }
    return { version: await changeRecord(db, { kind: 'evidence_check', hub_id: actor.hub_id, id, version, values }) }
  })
