import type { Tx } from '@hubline/db/connection.ts'
import { ago } from '@hubline/domain/ago.ts'
import { type Day, showDay } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { type CallOutcome, LogCall, isOffer, mustBeAhead } from '@hubline/domain/skills-reviews/call-list.ts'
import type { OfferCount } from '@hubline/domain/skills-reviews/offer-count.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import { sql } from 'kysely'
import { changeRecord } from '../records/change-record.ts'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'
import { recordAnswer } from './answer-offer.ts'
import { nextCall } from './claim-call.ts'
import { doesItCount } from './does-it-count.ts'
import { makeOffer } from './make-offer.ts'
import { waitingOfferOf } from './waiting-offer.ts'

/** What came of a call: an offer with its answer, or an attempt. Gives the next business at once. */
export const logCall = writes('review:work')
  .input(LogCall)
  .mutation(async ({ ctx: { db, actor, now, today }, input }) => {
    const { id, version, outcome } = input
    const { hub_id } = actor
    const entry = await entryToLog(db, actor, { id, version, now })
    const call_back_on = outcome === 'call_back' ? (input.call_back_on ?? null) : null
    if (call_back_on) mustBeAhead(call_back_on, today)
    const came = isOffer(outcome)
      ? await offered(db, actor, { ...input, outcome, business_id: entry.business_id }, today)
      : {
          interaction_id: await logAttempt(db, actor, { outcome, call_back_on, business_id: entry.business_id, today }),
        }
    const { count, ...records } = { count: undefined as OfferCount | undefined, ...came }
    const values = {
      outcome,
      outcome_at: now,
      outcome_by_id: actor.adviser_id,
      call_back_on,
      attempts: entry.attempts + 1,
      ...records,
    }
    const logged = await changeRecord(db, { kind: 'call_list_entry', hub_id, id, version, values })
    return {
      logged: { id, version: logged, outcome },
      count: count ?? null,
      next: await nextCall(db, actor, { list_id: entry.call_list_id }, { now, today }),
    }
  })

type Entry = { version: number; call_list_id: string; business_id: string; attempts: number }

/**
 * The entry that is on the screen, still to be called and called by nobody else.
 * @throws Problem 'stale' in a sentence that names who has it, or who logged it; 'not_found'
 */
async function entryToLog(
  tx: Tx,
  actor: Actor,
  { id, version, now }: { id: string; version: number; now: Date },
): Promise<Entry> {
  const found = await sql<
    Entry & {
      outcome: CallOutcome | null
      logged_by: string | null
      seconds: number
      taken_by: string | null
      is_put_away: boolean
    }
  >`
    select e.version, e.call_list_id, e.business_id, e.attempts, e.outcome, l.voided_at is not null as is_put_away,
      (select a.name from app.adviser a where a.hub_id = e.hub_id and a.id = e.outcome_by_id) as logged_by, coalesce(extract(epoch from ${now}::timestamptz - e.outcome_at), 0)::integer as seconds,
      (select a.name from app.call_list_claim m join app.adviser a on a.hub_id = m.hub_id and a.id = m.adviser_id
        where m.hub_id = e.hub_id and m.call_list_entry_id = e.id and m.adviser_id <> ${actor.adviser_id} and m.until > ${now}) as taken_by
    from app.call_list_entry e join app.call_list l on l.hub_id = e.hub_id and l.id = e.call_list_id
    where e.hub_id = ${actor.hub_id} and e.id = ${id} and e.voided_at is null for update of e`.execute(tx)
  const [entry] = found.rows
  if (!entry) throw new Problem('not_found', 'That call is not on a list of your hub: choose the list again')
  if (entry.is_put_away) throw new Problem('stale', 'This call list was put away meanwhile: choose another')
  if (entry.taken_by !== null)
    throw new Problem('stale', `${entry.taken_by} is calling this business just now: go on with the next`)
  if (entry.version !== version && entry.outcome !== null)
    throw new Problem('stale', `${entry.logged_by} logged this call ${ago(entry.seconds)}: go on with the next`)
  return entry
}

type Answered = Pick<LogCall, 'decline_reason' | 'offered_to_id'> & {
  outcome: 'accepted' | 'declined' | 'offered'
  business_id: string
}

/** An offer that waits is answered; where none does, one is made. */
async function offered(
  tx: Tx,
  actor: Actor,
  call: Answered,
  today: Day,
): Promise<{ skills_review_id: string; count: OfferCount }> {
  const { hub_id } = actor
  const { outcome, business_id, decline_reason = null, offered_to_id = null } = call
  const answer = outcome === 'offered' ? 'waiting' : outcome
  const waiting = await waitingOfferOf(tx, { hub_id, business_id, today })
  if (waiting && answer !== 'waiting')
    await recordAnswer(
      tx,
      hub_id,
      { id: waiting.id, version: waiting.version, answer, decline_reason, answered_on: today },
      today,
    )
  const made = waiting ?? (await newOffer(tx, actor, { business_id, offered_to_id, answer, decline_reason }, today))
  const count = await doesItCount(tx, {
    hub_id,
    business_id,
    review_id: made.id,
    offered_on: waiting?.offered_on ?? today,
  })
  return { skills_review_id: made.id, count }
}

type NewOffer = Pick<Parameters<typeof makeOffer>[2], 'business_id' | 'offered_to_id' | 'answer' | 'decline_reason'>

async function newOffer(tx: Tx, actor: Actor, offer: NewOffer, today: Day): Promise<{ id: string }> {
  const made = await sql<{ id: string }>`select app.new_id() as id`.execute(tx)
  const id = made.rows[0]?.id ?? ''
  return makeOffer(tx, actor, { ...offer, id, offered_on: today, offer_channel: 'telephone' }, today)
}

type Attempt = { outcome: CallOutcome; call_back_on: Day | null; business_id: string; today: Day }

/** Nobody was asked: an attempt of no minutes, which counts nowhere. */
export async function logAttempt(
  tx: Tx,
  actor: Pick<Actor, 'hub_id' | 'adviser_id'>,
  { outcome, call_back_on, business_id, today }: Attempt,
): Promise<string> {
  const came =
    outcome === 'wrong_contact'
      ? 'wrong contact'
      : call_back_on
        ? `to call back on ${showDay(call_back_on)}`
        : 'no answer'
  const { id } = await tx
    .insertInto('interaction')
    .values({
      hub_id: actor.hub_id,
      reference: await nextReference(tx, 'interaction', today),
      business_id,
      kind: 'attempted_contact',
      channel: 'telephone',
      occurred_on: today,
      minutes: 0,
      adviser_id: actor.adviser_id,
      subject: `Call about a skills review: ${came}`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
