import { randomUUID } from 'node:crypto'
import type { Tx } from '@hubline/db/connection.ts'
import { BOOKING_CONSENT, BookWithBroker } from '@hubline/domain/calendar/book-with-broker.ts'
import { isVisit } from '@hubline/domain/calendar/free-times.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { writesByLink } from '../by-link.ts'
import { settleByKeys } from '../events/settle-by-keys.ts'
import { nextReference } from '../records/next-reference.ts'
import { brokerByLink } from './broker-by-link.ts'
import { countBooking } from './booking-attempts.ts'
import { releaseHold } from './hold-with-broker.ts'
import { mustBeFree } from './must-be-free.ts'
import { settleRequest } from './settle-request.ts'
import { tellOfBooking } from './tell-of-booking.ts'

/**
 * Somebody without an account books a review with one broker. The answer is the same whoever they are: whether the hub
 * knows them is nobody's business.
 */
export const bookWithBroker = writesByLink('book_broker')
  .input(BookWithBroker)
  .mutation(async ({ ctx: { db, link, now, today, address }, input }) => {
    const { hub_id } = link
    const { slot_start, hold_id } = input
    await countBooking('booking', link.link_id, address)
    const broker = await brokerByLink(db, link)
    const slot_end = new Date(slot_start.getTime() + broker.review_minutes * 60_000)
    const reply = { slot_start: slot_start.toISOString(), slot_end: slot_end.toISOString(), broker: broker.name }
    if (input.website.trim() !== '') return reply
    const settled = await settleByKeys(db, hub_id, input)
    if (hold_id) await releaseHold(db, { hub_id, broker_id: broker.id, hold_id, now })
    const slot = { from: slot_start.getTime(), to: slot_end.getTime(), is_visit: isVisit(input.place) }
    const id = randomUUID()
    await mustBeFree(db, { hub_id, broker, slot, now, review_id: id, passing: [] })
    await keepRequest(db, { hub_id, id, broker_id: broker.id, slot_end, typed: input, now })
    if (settled.is_settled && settled.business_id !== null)
      await settleRequest(db, { hub_id, id, business_id: settled.business_id, by: null, now, today }).catch(toBeMatched)
    await tellOfBooking(db, { hub_id, review_id: id, news: 'booked', now })
    return reply
  })

/** Their business has a review in hand already: a person of the hub sees to that. Nothing was written before it was seen. */
function toBeMatched(fault: unknown): void {
  if (!(fault instanceof Problem)) throw fault
}

type Kept = { hub_id: string; id: string; broker_id: string; slot_end: Date; typed: BookWithBroker; now: Date }

/** What they typed, as they typed it, under the words to which they agreed. */
async function keepRequest(tx: Tx, { hub_id, id, broker_id, slot_end, typed, now }: Kept): Promise<void> {
  const { slot_start, place, given_name, family_name, business_name, email, phone = null } = typed
  await tx
    .insertInto('booking_request')
    .values({
      hub_id,
      id,
      broker_id,
      slot_start,
      slot_end,
      place,
      given_name,
      family_name,
      business_name,
      email,
      phone,
      reference: await nextReference(tx, 'booking_request'),
      consent_words: BOOKING_CONSENT,
      consented_at: now,
    })
    .execute()
}
