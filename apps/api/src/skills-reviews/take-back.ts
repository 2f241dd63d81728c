import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { isOfferStatus } from '@hubline/domain/skills-reviews/offers.ts'
import type { ReviewStatus } from '@hubline/domain/skills-reviews/stages.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import { sql } from 'kysely'
import { changeRecord } from '../records/change-record.ts'

/** What one person did in one request can be taken back by that person, for a day. */
const SECONDS_TO_UNDO = 24 * 60 * 60

export type Written = { version: number; recorded_by: string | null; request_id: string | null; seconds: number }
type Review = Written & { business_id: string; status: ReviewStatus }

/** When a row was last written and by whom, in the database's own time. */
export const writtenSql = sql<Written>`t.version, t.recorded_by, t.request_id, extract(epoch from clock_timestamp() - t.recorded_at)::integer as seconds`

/** @throws Problem 'invalid' for another's change and for one of more than a day ago */
export function mustBeOwnAndRecent(actor: Actor, { recorded_by, seconds }: Written): void {
  if (recorded_by !== actor.adviser_id)
    throw new Problem('invalid', 'Only whoever made a change can undo it: log a further answer instead')
  if (seconds > SECONDS_TO_UNDO)
    throw new Problem('invalid', 'That was more than a day ago: log a further answer instead')
}

/**
 * Takes back the last change of a review that is still an offer: a new offer is voided, an answer gives way to what was
 * there before. @throws Problem 'stale' where somebody changed it since, 'invalid' once it is booked or further
 */
export async function takeBackReview(
  tx: Tx,
  actor: Actor,
  { id, version }: { id: string; version: number },
): Promise<void> {
  const { hub_id } = actor
  const found = await sql<Review>`select t.business_id, t.status, ${writtenSql} from app.skills_review t
    where t.hub_id = ${hub_id} and t.id = ${id} and t.voided_at is null`.execute(tx)
  const [review] = found.rows
  if (review?.version !== version)
    return void (await changeRecord(tx, { kind: 'skills_review', hub_id, id, version, values: {} }))
  mustBeOwnAndRecent(actor, review)
  const former = await formerOf(tx, hub_id, { id, version })
  if (!isOfferStatus(review.status) || (former && !isOfferStatus(former)))
    throw new Problem('invalid', 'The review has been booked meanwhile: cancel the booking instead', 'status')
  if (former) return restore(tx, hub_id, { id, version })
  const values = { voided_at: sql`now()`, voided_by: actor.adviser_id, void_reason: 'Undone by whoever logged it' }
  await changeRecord(tx, { kind: 'skills_review', hub_id, id, version, values })
  await restoreForgotten(tx, hub_id, review)
}

async function formerOf(
  tx: Tx,
  hub_id: string,
  { id, version }: { id: string; version: number },
): Promise<ReviewStatus | undefined> {
  const found = await sql<{ status: ReviewStatus }>`select h.row ->> 'status' as status from app.history h
    where h.hub_id = ${hub_id} and h.kind = 'skills_review' and h.id = ${id} and h.version = ${version - 1}`.execute(tx)
  return found.rows[0]?.status
}

/** Everything that a record says of itself; the rest is how it is kept. */
const HOUSEKEEPING = [
  'hub_id',
  'id',
  'reference',
  'version',
  'recorded_at',
  'recorded_by',
  'request_id',
  'voided_at',
  'voided_by',
  'void_reason',
]

async function restore(tx: Tx, hub_id: string, { id, version }: { id: string; version: number }): Promise<void> {
  const former = sql`app.history h, jsonb_populate_record(null::app.skills_review, h.row) f
    where h.hub_id = ${hub_id} and h.kind = 'skills_review' and h.id = ${id} and h.version = ${version - 1}`
  const found = await sql<{ column: string }>`select jsonb_object_keys(h.row) as column from ${former}`.execute(tx)
  const columns = found.rows.map(({ column }) => column).filter((column) => !HOUSEKEEPING.includes(column))
  await sql`update app.skills_review t set (${sql.join(columns.map((column) => sql.ref(column)))})
      = (select ${sql.join(columns.map((column) => sql.ref(`f.${column}`)))} from ${former})
    where t.hub_id = ${hub_id} and t.id = ${id} and t.version = ${version}`.execute(tx)
}

/** Earlier offers that ended because the new one was made are open again. */
async function restoreForgotten(tx: Tx, hub_id: string, { business_id, request_id }: Review): Promise<void> {
  const forgotten = await tx
    .selectFrom('skills_review')
    .select(['id', 'version'])
    .where('hub_id', '=', hub_id)
    .where('business_id', '=', business_id)
    .where('request_id', '=', request_id)
    .where('status', '=', 'no_response')
    .where('version', '>', 1)
    .execute()
  for (const one of forgotten) await restore(tx, hub_id, one)
}
