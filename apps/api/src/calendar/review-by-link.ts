import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { movesFrom } from '@hubline/domain/skills-reviews/stages.ts'
import { type Broker, brokersOf } from './brokers.ts'
import type { ReviewToChange } from './review-to-change.ts'

export type ReviewByLink = ReviewToChange & {
  place_note: string | null
  /** With whom it may be booked: the review's own broker or, where that is nobody who holds reviews, any of them. */
  brokers: readonly Broker[]
}

/** @throws Problem 'not_found' where the review is gone, 'invalid' where it is past booking */
export async function reviewByLink(
  tx: Tx,
  { hub_id, record_id }: { hub_id: string; record_id: string },
): Promise<ReviewByLink> {
  const review = await tx
    .selectFrom('skills_review')
    .select(['id', 'version', 'reference', 'business_id', 'broker_id', 'status', 'offered_on', 'booked_on'])
    .select(['slot_start', 'slot_end', 'place', 'place_note', 'room_id', 'held_on', 'plan_agreed_on', 'invitation'])
    .select(['attendee_name', 'attendee_email', 'attendee_phone'])
    .where('hub_id', '=', hub_id)
    .where('id', '=', record_id)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  if (!review)
    throw new Problem('not_found', 'This link leads nowhere any more: ask the people who sent it to you for a new one')
  const all = await brokersOf(tx, hub_id)
  const own = all.filter(({ id }) => id === review.broker_id)
  return { ...review, brokers: own.length > 0 ? own : all }
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
