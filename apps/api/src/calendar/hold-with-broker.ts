import type { Tx } from '@hubline/db/connection.ts'
import { HoldWithBroker } from '@hubline/domain/calendar/book-with-broker.ts'
import { HOLD_MINUTES } from '@hubline/domain/calendar/choose-time.ts'
import { isVisit } from '@hubline/domain/calendar/free-times.ts'
import { writesByLink } from '../by-link.ts'
import { brokerByLink } from './broker-by-link.ts'
import { countBooking } from './booking-attempts.ts'
import { mustBeFree } from './must-be-free.ts'

/** Keeps a time with a broker for ten minutes while somebody says who they are; the one kept before is given back. */
export const holdWithBroker = writesByLink('book_broker')
  .input(HoldWithBroker)
  .mutation(async ({ ctx: { db, link, now, address }, input }) => {
    const { hub_id } = link
    const { slot_start, place, hold_id, instead_of } = input
    await countBooking('hold', link.link_id, address)
    const broker = await brokerByLink(db, link)
    if (instead_of) await releaseHold(db, { hub_id, broker_id: broker.id, hold_id: instead_of, now })
    const slot_end = new Date(slot_start.getTime() + broker.review_minutes * 60_000)
    const is_visit = isVisit(place)
    const slot = { from: slot_start.getTime(), to: slot_end.getTime(), is_visit }
    await mustBeFree(db, { hub_id, broker, slot, now, review_id: hold_id, passing: [] })
    const held_until = new Date(now.getTime() + HOLD_MINUTES * 60_000)
    await db
      .insertInto('held_time')
      .values({ hub_id, id: hold_id, broker_id: broker.id, slot_start, slot_end, is_visit, held_until })
      .execute()
    return { held_until: held_until.toISOString() }
  })

/** Gives back what one visitor to a broker's page kept; nothing of anybody's review. */
export async function releaseHold(
  tx: Tx,
  { hub_id, broker_id, hold_id, now }: { hub_id: string; broker_id: string; hold_id: string; now: Date },
): Promise<void> {
  await tx
    .updateTable('held_time')
    .set({ released_at: now })
    .where('hub_id', '=', hub_id)
    .where('broker_id', '=', broker_id)
    .where('id', '=', hold_id)
    .where('review_id', 'is', null)
    .where('request_id', 'is', null)
    .where('released_at', 'is', null)
    .execute()
}
