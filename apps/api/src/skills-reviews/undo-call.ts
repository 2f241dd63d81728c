import type { Tx } from '@hubline/db/connection.ts'
import { UndoChange } from '@hubline/domain/skills-reviews/offers.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import { sql } from 'kysely'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'
import { nextCall } from './claim-call.ts'
import { type Written, mustBeOwnAndRecent, takeBackReview, writtenSql } from './take-back.ts'

/** Takes back what came of a call, with the offer, the answer or the attempt; its business is the next again. */
export const undoCall = writes('review:work')
  .input(UndoChange)
  .mutation(async ({ ctx: { db, actor, now, today }, input: { id, version } }) => {
    const entry = await takeBackCall(db, actor, { id, version })
    return { next: await nextCall(db, actor, { list_id: entry.call_list_id, prefer: id }, { now, today }) }
  })

type Entry = Written & {
  call_list_id: string
  outcome: string | null
  attempts: number
  skills_review_id: string | null
  interaction_id: string | null
}

async function takeBackCall(tx: Tx, actor: Actor, { id, version }: { id: string; version: number }): Promise<Entry> {
  const { hub_id } = actor
  const found =
    await sql<Entry>`select t.call_list_id, t.outcome, t.attempts, t.skills_review_id, t.interaction_id, ${writtenSql}
    from app.call_list_entry t where t.hub_id = ${hub_id} and t.id = ${id} and t.voided_at is null`.execute(tx)
  const [entry] = found.rows
  const values = {
    outcome: null,
    outcome_at: null,
    outcome_by_id: null,
    call_back_on: null,
    skills_review_id: null,
    interaction_id: null,
    attempts: Math.max(0, (entry?.attempts ?? 0) - 1),
  }
  // First, so that a stale form is told what changed and nothing else happens.
  await changeRecord(tx, { kind: 'call_list_entry', hub_id, id, version, values })
  if (!entry?.outcome)
    throw new Problem('invalid', 'Nothing was logged about this call: reload the page to see where it stands')
  mustBeOwnAndRecent(actor, entry)
  if (entry.skills_review_id) await takeBackOffer(tx, actor, entry.skills_review_id, entry.request_id)
  if (entry.interaction_id) await voidAttempt(tx, actor, entry.interaction_id)
  return entry
}

/** Only what this call did to the review: an offer that waited before the call and still waits stays as it is. */
async function takeBackOffer(tx: Tx, actor: Actor, id: string, request_id: string | null): Promise<void> {
  const found = await sql<{ version: number; is_latest: boolean; was_touched: boolean }>`
    select r.version, r.request_id is not distinct from ${request_id}::uuid as is_latest,
      exists (select from app.history h where h.hub_id = r.hub_id and h.kind = 'skills_review' and h.id = r.id and h.row ->> 'request_id' = ${request_id}::text) as was_touched
    from app.skills_review r where r.hub_id = ${actor.hub_id} and r.id = ${id} and r.voided_at is null`.execute(tx)
  const [review] = found.rows
  if (!review) return
  if (review.is_latest) return takeBackReview(tx, actor, { id, version: review.version })
  if (review.was_touched)
    throw new Problem('stale', 'The review has gone on since this call: open the business to see where it stands')
}

async function voidAttempt(tx: Tx, { hub_id, adviser_id }: Actor, id: string): Promise<void> {
  await tx
    .updateTable('interaction')
    .set({ voided_at: sql<Date>`now()`, voided_by: adviser_id, void_reason: 'Undone by whoever logged it' })
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .where('voided_at', 'is', null)
    .execute()
}
