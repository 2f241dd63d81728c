import type { Tx } from '@hubline/db/connection.ts'
import type { Place } from '@hubline/domain/calendar/free-times.ts'
import type { Day } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { ReviewStatus } from '@hubline/domain/skills-reviews/stages.ts'
import { changeRecord } from '../records/change-record.ts'

/** A review as a booking needs it. */
export type ReviewToChange = {
  id: string
  version: number
  reference: string
  business_id: string
  broker_id: string | null
  status: ReviewStatus
  offered_on: Day
  booked_on: Day | null
  slot_start: Date | null
  slot_end: Date | null
  place: Place | null
  room_id: string | null
  held_on: Day | null
  plan_agreed_on: Day | null
  invitation: number
  attendee_name: string | null
  attendee_email: string | null
  attendee_phone: string | null
}

/**
 * The review that a form was filled from, unchanged since.
 * @throws Problem 'not_found', or 'stale' where somebody changed it meanwhile, saying what
 */
export async function reviewToChange(
  tx: Tx,
  { hub_id, id, version }: { hub_id: string; id: string; version: number },
): Promise<ReviewToChange> {
  const review = await tx
    .selectFrom('skills_review')
    .select(['id', 'version', 'reference', 'business_id', 'broker_id', 'status', 'offered_on', 'booked_on'])
    .select(['slot_start', 'slot_end', 'place', 'room_id', 'held_on', 'plan_agreed_on', 'invitation'])
    .select(['attendee_name', 'attendee_email', 'attendee_phone'])
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  if (review?.version === version) return review
  // Writes nothing, and says what happened meanwhile.
  await changeRecord(tx, { kind: 'skills_review', hub_id, id, version, values: {} })
  throw new Problem('stale', 'Someone changed this review a moment ago: reload to see it; your text is kept')
}
