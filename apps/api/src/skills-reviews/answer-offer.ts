import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { AnswerOffer, answeredOn } from '@hubline/domain/skills-reviews/offers.ts'
import { type ReviewStanding, afterMove } from '@hubline/domain/skills-reviews/stages.ts'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'

/** Logs what the business said to an offer that was made before. */
export const answerOffer = writes('review:work')
  .input(AnswerOffer)
  .mutation(async ({ ctx: { db, actor, today }, input }) => ({
    version: await recordAnswer(db, actor.hub_id, input, today),
  }))

type Answer = Pick<AnswerOffer, 'id' | 'version' | 'answer' | 'answered_on' | 'decline_reason'>

/** Gives the review's new version. @throws Problem 'invalid' where the review has moved on from its offer; 'stale' */
export async function recordAnswer(tx: Tx, hub_id: string, answer: Answer, today: Day): Promise<number> {
  const { id, version } = answer
  const review = await tx
    .selectFrom('skills_review')
    .select(['status', 'offered_on', 'version'])
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  // A stale form is told what changed, not that its answer no longer fits.
  const values = review?.version === version ? valuesOf(answer, review, today) : {}
  return changeRecord(tx, { kind: 'skills_review', hub_id, id, version, values })
}

function valuesOf({ answer, ...given }: Answer, review: ReviewStanding & { offered_on: Day }, today: Day) {
  if (answer === 'no_response') return afterMove('give_up', review, {})
  if (answer === 'waiting') return afterMove('take_answer_back', review, {})
  const answered_on = answeredOn(given.answered_on, { offered_on: review.offered_on, today })
  return answer === 'accepted'
    ? afterMove('accept', review, { answered_on })
    : afterMove('decline', review, { answered_on, decline_reason: given.decline_reason ?? 'other' })
}
