import type { Tx } from '@hubline/db/connection.ts'
import { LAST_DAY } from '@hubline/db/seed/settings.ts'
import type { Day } from '@hubline/domain/day.ts'
import { type CallListCriteria, type CallOutcome, isOffer } from '@hubline/domain/skills-reviews/call-list.ts'
import type { DeclineReason } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import { sql } from 'kysely'
import { nextReference } from '../records/next-reference.ts'
import { candidateScope } from './count-candidates.ts'
import { logAttempt } from './log-call.ts'
import { addEntries } from './make-call-list.ts'
import { makeOffer } from './make-offer.ts'

/** What is no part of a bundle: why offers were declined, and a call list that a broker is half way through. */

const TODAY = LAST_DAY as Day
const SINCE = '2025-04-01'

/** How often each reason is given, of ten. */
const REASONS: readonly DeclineReason[] = [
  'no_time',
  'no_need',
  'trains_in_house',
  'no_time',
  'has_provider',
  'no_need',
  'cost_of_training',
  'no_time',
  'trains_in_house',
  'other',
]

const LIST: { name: string; criteria: CallListCriteria; most: number } = {
  name: 'Manufacturers not offered a review for a year',
  criteria: { sectors: ['C'], not_offered_months: 12, has_phone: true },
  most: 24,
}

/** What came of the calls so far, in their order. */
const CALLS: readonly { outcome: CallOutcome; decline_reason?: DeclineReason; call_back_on?: Day }[] = [
  { outcome: 'accepted' },
  { outcome: 'no_answer' },
  { outcome: 'declined', decline_reason: 'no_time' },
  { outcome: 'offered' },
  { outcome: 'wrong_contact' },
  { outcome: 'declined', decline_reason: 'trains_in_house' },
  { outcome: 'no_answer' },
  { outcome: 'offered' },
  { outcome: 'call_back', call_back_on: '2026-11-27' as Day },
  { outcome: 'accepted' },
  { outcome: 'declined', decline_reason: 'cost_of_training' },
  { outcome: 'no_answer' },
]
const FIRST_CALL = Date.parse(`${LAST_DAY}T10:05:00Z`)
const BETWEEN_CALLS_MS = 6 * 60_000

export async function makeDemonstrationOffers(tx: Tx, hub_id: string): Promise<void> {
  await giveReasons(tx, hub_id)
  const broker = await tx
    .selectFrom('adviser')
    .select('id')
    .where('hub_id', '=', hub_id)
    .where('role', '=', 'skills_broker')
    .orderBy('email')
    .limit(1)
    .executeTakeFirst()
  if (broker) await workCallList(tx, { hub_id, adviser_id: broker.id })
}

const giveReasons = (tx: Tx, hub_id: string) =>
  sql`update app.skills_review r set decline_reason = (${[...REASONS]}::text[])[1 + n.at % 10],
      answered_on = least(r.offered_on + (1 + n.at % 9)::integer, ${TODAY}::date)
    from (select id, row_number() over (order by reference) as at from app.skills_review
      where hub_id = ${hub_id} and status = 'declined' and offered_on >= ${SINCE} and voided_at is null) n
    where r.hub_id = ${hub_id} and r.id = n.id`.execute(tx)

type Caller = { hub_id: string; adviser_id: string }

async function workCallList(tx: Tx, { hub_id, adviser_id }: Caller): Promise<void> {
  const { name, criteria, most } = LIST
  const reference = await nextReference(tx, 'call_list')
  const { id } = await tx
    .insertInto('call_list')
    .values({ hub_id, reference, name, criteria: JSON.stringify(criteria), made_by_id: adviser_id })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addEntries(tx, { id, reference, criteria, most }, await candidateScope(tx, hub_id, TODAY))
  const entries = await tx
    .selectFrom('call_list_entry')
    .select(['id', 'business_id'])
    .where('hub_id', '=', hub_id)
    .where('call_list_id', '=', id)
    .orderBy('place')
    .limit(CALLS.length)
    .execute()
  for (const [at, entry] of entries.entries()) await log(tx, { hub_id, adviser_id }, entry, at)
}

async function log(
  tx: Tx,
  caller: Caller,
  { id, business_id }: { id: string; business_id: string },
  at: number,
): Promise<void> {
  const { outcome, decline_reason = null, call_back_on = null } = CALLS[at] ?? { outcome: 'no_answer' }
  const came = isOffer(outcome)
    ? {
        skills_review_id: await offer(tx, caller, {
          business_id,
          decline_reason,
          answer: outcome === 'offered' ? 'waiting' : outcome,
        }),
      }
    : { interaction_id: await logAttempt(tx, caller, { outcome, call_back_on, business_id, today: TODAY }) }
  await tx
    .updateTable('call_list_entry')
    .set({
      outcome,
      outcome_at: new Date(FIRST_CALL + at * BETWEEN_CALLS_MS),
      outcome_by_id: caller.adviser_id,
      call_back_on,
      attempts: 1,
      ...came,
    })
    .where('hub_id', '=', caller.hub_id)
    .where('id', '=', id)
    .execute()
}

type Offer = Pick<Parameters<typeof makeOffer>[2], 'business_id' | 'answer' | 'decline_reason'>

async function offer(tx: Tx, caller: Caller, said: Offer): Promise<string> {
  const made = await sql<{ id: string }>`select app.new_id() as id`.execute(tx)
  const facts = {
    ...said,
    id: made.rows[0]?.id ?? '',
    offered_on: TODAY,
    offer_channel: 'telephone',
    offered_to_id: null,
  }
  return (await makeOffer(tx, caller, facts, TODAY)).id
}
