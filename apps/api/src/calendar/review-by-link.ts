import type { Tx } from '@hubline/db/connection.ts'
import { todayInLondon } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { movesFrom } from '@hubline/domain/skills-reviews/stages.ts'
import { type Broker, brokersOf } from './brokers.ts'
import type { ReviewToChange } from './review-to-change.ts'

export type ReviewByLink = Omit<ReviewToChange, 'business_id'> & {
  place_note: string | null
  /** With whom it may be booked: the review's own broker or, where that is nobody who holds reviews, any of them. */
  brokers: readonly Broker[]
  /** Nobody has said yet whose review it is: it stands as a request. */
  is_request: boolean
}

/** @throws Problem 'not_found' where the review is gone, 'invalid' where it is past booking */
export async function reviewByLink(
  tx: Tx,
  { hub_id, record_id }: { hub_id: string; record_id: string },
): Promise<ReviewByLink> {
  const request = await requestCalled(tx, hub_id, record_id)
  const review =
    request?.skills_review_id === null
      ? request
      : await reviewCalled(tx, hub_id, request?.skills_review_id ?? record_id)
  if (!review)
    throw new Problem('not_found', 'This link leads nowhere any more: ask the people who sent it to you for a new one')
  const all = await brokersOf(tx, hub_id)
  const own = all.filter(({ id }) => id === review.broker_id)
  return { ...review, brokers: own.length > 0 ? own : all }
}

type Called = Omit<ReviewByLink, 'brokers'>

async function reviewCalled(tx: Tx, hub_id: string, id: string): Promise<Called | undefined> {
  const review = await tx
    .selectFrom('skills_review')
    .select(['id', 'version', 'reference', 'broker_id', 'status', 'offered_on', 'booked_on'])
    .select(['slot_start', 'slot_end', 'place', 'place_note', 'room_id', 'held_on', 'plan_agreed_on', 'invitation'])
    .select(['attendee_name', 'attendee_email', 'attendee_phone'])
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  return review && { ...review, is_request: false }
}

/** A request as the review that it will be. */
async function requestCalled(
  tx: Tx,
  hub_id: string,
  id: string,
): Promise<(Called & { skills_review_id: string | null }) | undefined> {
  const request = await tx
    .selectFrom('booking_request')
    .select(['id', 'version', 'reference', 'broker_id', 'status', 'slot_start', 'slot_end', 'place', 'invitation'])
    .select(['given_name', 'family_name', 'email', 'phone', 'consented_at', 'skills_review_id'])
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  if (!request) return undefined
  const { given_name, family_name, email, phone, consented_at, ...standing } = request
  const asked_on = todayInLondon(consented_at)
  return {
    ...standing,
    status: request.status === 'cancelled' ? 'cancelled' : 'booked',
    is_request: true,
    offered_on: asked_on,
    booked_on: asked_on,
    place_note: null,
    room_id: null,
    held_on: null,
    plan_agreed_on: null,
    attendee_name: `${given_name} ${family_name}`,
    attendee_email: email,
    attendee_phone: phone,
  }
}

/** Whether a time can still be chosen for the review. */
export function canBeChosen(review: ReviewByLink, now: Date): boolean {
  if (review.status === 'booked') return review.slot_start !== null && review.slot_start > now
  return movesFrom(review).includes('book')
}

/** @throws Problem 'invalid' */
export function mustBeChoosable(review: ReviewByLink, now: Date): void {
  if (!canBeChosen(review, now))
    throw new Problem('invalid', 'This review has taken place or has begun: there is no time to choose any more')
}
