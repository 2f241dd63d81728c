import type { Tx } from '@hubline/db/connection.ts'
import { MarkHeld } from '@hubline/domain/calendar/book-review.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { afterMove } from '@hubline/domain/skills-reviews/stages.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import { changeRecord } from '../records/change-record.ts'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'
import { type ReviewToChange, reviewToChange } from './review-to-change.ts'

/** The review took place. Its minutes become an interaction with the business, so that nobody enters them twice. */
export const markHeld = writes('review:book')
  .input(MarkHeld)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const { hub_id } = actor
    const { id, version, held_on } = input
    const review = await reviewToChange(db, { hub_id, id, version })
    if (held_on > today)
      throw new Problem('invalid', 'The review was held in the future: enter the day on which it was held', 'held_on')
    if (held_on < review.offered_on)
      throw new Problem('invalid', 'The review was held before it was offered: correct the day', 'held_on')
    const values = {
      ...afterMove('hold', review, { held_on }),
      held_minutes: input.minutes,
      attendees: input.attendees ?? null,
      broker_id: review.broker_id ?? actor.adviser_id,
    }
    const now_at = await changeRecord(db, { kind: 'skills_review', hub_id, id, version, values })
    return { version: now_at, interaction: await logMeeting(db, actor, review, input) }
  })

async function logMeeting(tx: Tx, actor: Actor, review: ReviewToChange, held: MarkHeld): Promise<string> {
  const { held_on, minutes, attendees } = held
  const { place, broker_id, business_id, reference } = review
  const channel = place === 'video' || place === 'telephone' ? place : 'face_to_face'
  const logged = await tx
    .insertInto('interaction')
    .values({
      hub_id: actor.hub_id,
      reference: await nextReference(tx, 'interaction', held_on),
      business_id,
      kind: 'skills_review_meeting',
      channel,
      occurred_on: held_on,
      minutes,
      adviser_id: broker_id ?? actor.adviser_id,
      subject: `Skills review ${reference}`,
      notes: attendees ? `Present: ${attendees}` : null,
    })
    .returning('reference')
    .executeTakeFirstOrThrow()
  return logged.reference
}
