import type { Tx } from '@hubline/db/connection.ts'
import { type Day, todayInLondon } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { type ReviewStatus, afterMove } from '@hubline/domain/skills-reviews/stages.ts'
import { sql } from 'kysely'
import { cancelJob } from '../jobs/enqueue.ts'
import { changeRecord } from '../records/change-record.ts'
import { idsOf } from '../records/client.ts'
import { makeOffer } from '../skills-reviews/make-offer.ts'
import { brokersOf } from './brokers.ts'
import { keepReminder, reminderKey } from './tell-of-booking.ts'
import { bookingToTell } from './told-of-booking.ts'

type Settling = {
  hub_id: string
  /** The request. */
  id: string
  business_id: string
  /** Who says so; null where the keys do. */
  by: string | null
  now: Date
  today: Day
}

/**
 * A request becomes the booked review of a business: of the offer that it has in hand or, where there is none, of one
 * made on the day on which they booked. The client keeps link and calendar entry. Gives the review's id.
 * @throws Problem 'invalid' where the request is not waiting or the business has a review booked already
 */
export async function settleRequest(tx: Tx, { hub_id, id, business_id, by, now, today }: Settling): Promise<string> {
  const request = await waitingRequest(tx, hub_id, id)
  const { broker_id, slot_start, slot_end, place, consented_at } = request
  const asked_on = todayInLondon(consented_at)
  const actor = { hub_id, adviser_id: by ?? broker_id }
  const review =
    (await inHand(tx, hub_id, business_id)) ?? (await offered(tx, { id, actor, business_id, asked_on, today }))
  await tx
    .updateTable('booking_request')
    .set({ status: 'matched', skills_review_id: review.id, matched_at: now, matched_by: by })
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .execute()
  const [broker] = await brokersOf(tx, hub_id, broker_id)
  const values = {
    ...afterMove('book', review, { slot_start, slot_end, broker_id, booked_on: asked_on }),
    place,
    room_id: null,
    video_link: place === 'video' ? (broker?.video_link ?? null) : null,
    attendee_name: `${request.given_name} ${request.family_name}`,
    attendee_email: request.email,
    attendee_phone: request.phone,
    invitation: Math.max(request.invitation, review.invitation),
  }
  await changeRecord(tx, { kind: 'skills_review', hub_id, id: review.id, version: review.version, values })
  await cancelJob(tx, reminderKey(id))
  const told = await bookingToTell(tx, hub_id, review.id)
  if (told && slot_start > now) await keepReminder(tx, { review_id: review.id, told, now })
  return review.id
}

async function waitingRequest(tx: Tx, hub_id: string, id: string) {
  const request = await tx
    .selectFrom('booking_request')
    .selectAll()
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .where('voided_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!request) throw new Problem('not_found', 'That booking is not in your hub: reload the page')
  if (request.status === 'waiting') return request
  throw new Problem(
    'invalid',
    request.status === 'matched'
      ? 'Somebody has matched this booking a moment ago: reload the page'
      : 'They have given this time up meanwhile: there is nothing left to match',
    'id',
  )
}

type Standing = { id: string; version: number; status: ReviewStatus; invitation: number }

/** What the business was offered and has neither turned down nor had yet. */
async function inHand(tx: Tx, hub_id: string, business_id: string): Promise<Standing | undefined> {
  const survivor = sql`(select b.counts_as_id from app.business b where b.hub_id = ${hub_id} and b.id = ${business_id})`
  const found = await sql<Standing>`select r.id, r.version, r.status, r.invitation from app.skills_review r
    where r.hub_id = ${hub_id} and r.business_id = any (${idsOf('business', hub_id, survivor)})
      and r.status in ('offered', 'accepted') and r.voided_at is null
    order by r.offered_on desc, r.id limit 1`.execute(tx)
  return found.rows[0]
}

type Offered = {
  id: string
  actor: { hub_id: string; adviser_id: string }
  business_id: string
  asked_on: Day
  today: Day
}

async function offered(tx: Tx, { id, actor, business_id, asked_on, today }: Offered): Promise<Standing> {
  const offer = { offered_on: asked_on, offer_channel: 'web page', offered_to_id: null, decline_reason: null }
  await makeOffer(tx, actor, { ...offer, id, business_id, answer: 'accepted' }, today)
  return { id, version: 1, status: 'accepted', invitation: 0 }
}
