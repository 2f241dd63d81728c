import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { DeclineReason } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import { mustBeFreeForOffer } from '@hubline/domain/skills-reviews/offers.ts'
import { type ReviewStatus, afterMove } from '@hubline/domain/skills-reviews/stages.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import { sql } from 'kysely'
import { idsOf } from '../records/client.ts'
import { nextReference } from '../records/next-reference.ts'

type Offer = {
  id: string
  business_id: string
  offered_on: Day
  offer_channel: string
  offered_to_id: string | null
  answer: 'waiting' | 'accepted' | 'declined'
  decline_reason: DeclineReason | null
}
type Standing = {
  id: string
  status: ReviewStatus
  offered_on: Day
  answered_on: Day | null
}

/**
 * Writes an offer down, with the answer if there was one. An earlier offer that nobody followed up for half a year ends
 * without a response. @throws Problem 'already_exists' where the business has a review in hand
 */
export async function makeOffer(
  tx: Tx,
  { hub_id, adviser_id }: Pick<Actor, 'hub_id' | 'adviser_id'>,
  offer: Offer,
  today: Day,
): Promise<{ id: string; reference: string }> {
  await mustBeOfHub(tx, hub_id, offer)
  const standing = await openReviewsOf(tx, hub_id, offer.business_id)
  mustBeFreeForOffer(standing, today)
  for (const forgotten of standing)
    await tx
      .updateTable('skills_review')
      .set(afterMove('give_up', forgotten, {}))
      .where('hub_id', '=', hub_id)
      .where('id', '=', forgotten.id)
      .execute()
  const { answer, offered_on, decline_reason, ...facts } = offer
  return tx
    .insertInto('skills_review')
    .values({
      ...facts,
      hub_id,
      reference: await nextReference(tx, 'skills_review', offered_on),
      offered_on,
      status: answer === 'waiting' ? 'offered' : answer,
      answered_on: answer === 'waiting' ? null : offered_on,
      decline_reason: answer === 'declined' ? decline_reason : null,
      broker_id: adviser_id,
      offered_by_id: adviser_id,
    })
    .returning(['id', 'reference'])
    .executeTakeFirstOrThrow()
}

/**
 * Offers to one business are made one after the other, so that two brokers cannot both be the first to ask.
 * @throws Problem 'invalid' where the business or the person is not of the hub, or is voided
 */
async function mustBeOfHub(tx: Tx, hub_id: string, { business_id, offered_to_id }: Offer): Promise<void> {
  const business = await tx
    .selectFrom('business')
    .select('counts_as_id')
    .where('hub_id', '=', hub_id)
    .where('id', '=', business_id)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  if (!business) throw new Problem('invalid', 'That business is not in your hub: choose it again', 'business_id')
  await sql`select from app.business where hub_id = ${hub_id} and id = ${business.counts_as_id} for no key update`.execute(
    tx,
  )
  if (offered_to_id === null) return
  const person = await tx
    .selectFrom('person')
    .select('id')
    .where('hub_id', '=', hub_id)
    .where('id', '=', offered_to_id)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  if (!person) throw new Problem('invalid', 'That person is not in your hub: choose them again', 'offered_to_id')
}

/** The reviews of a business, and of those merged with it, that have been neither held nor ended. */
async function openReviewsOf(tx: Tx, hub_id: string, business_id: string): Promise<Standing[]> {
  const survivor = sql`(select b.counts_as_id from app.business b where b.hub_id = ${hub_id} and b.id = ${business_id})`
  const found = await sql<Standing>`select r.id, r.status, r.offered_on, r.answered_on from app.skills_review r
    where r.hub_id = ${hub_id} and r.business_id = any (${idsOf('business', hub_id, survivor)})
      and r.status in ('offered', 'accepted', 'booked') and r.voided_at is null
    order by r.offered_on desc, r.id`.execute(tx)
  return found.rows
}
