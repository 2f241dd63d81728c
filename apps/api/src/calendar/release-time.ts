import type { Tx } from '@hubline/db/connection.ts'
import { WriteByLink } from '@hubline/domain/staff/links.ts'
import { sql } from 'kysely'
import { writesByLink } from '../by-link.ts'
import type { Sql } from '../records/client.ts'

/** Times that are held for one review, or for one request. */
export const isHeldFor = (id: string): Sql<boolean> => sql`${id}::uuid in (review_id, request_id)`

/** Lets go of what is held for one review, so that others can have it. */
export async function releaseFor(tx: Tx, { hub_id, review_id, now }: { hub_id: string; review_id: string; now: Date }) {
  await tx
    .updateTable('held_time')
    .set({ released_at: now })
    .where('hub_id', '=', hub_id)
    .where(isHeldFor(review_id))
    .where('released_at', 'is', null)
    .execute()
}

/** Whoever looks at other times gives back the one that was kept for them. */
export const releaseTime = writesByLink('book_review')
  .input(WriteByLink)
  .mutation(async ({ ctx: { db, link, now } }) => {
    await releaseFor(db, { hub_id: link.hub_id, review_id: link.record_id, now })
    return { released: true }
  })
