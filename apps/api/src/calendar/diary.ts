import type { Tx } from '@hubline/db/connection.ts'
import type { AbsenceKind } from '@hubline/domain/calendar/keep-diary.ts'
import type { Place } from '@hubline/domain/calendar/free-times.ts'
import { startOf } from '@hubline/domain/calendar/london-time.ts'
import { addDays, daysBetween } from '@hubline/domain/day.ts'
import { requiredDay } from '@hubline/domain/fields.ts'
import type { ReviewStatus } from '@hubline/domain/skills-reviews/stages.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { reads } from '../trpc.ts'
import { brokersOf } from './brokers.ts'

const MOST_DAYS = 42
const MOST_BROKERS = 20
const AT_MOST = 2000

const AskDiary = z
  .object({
    from: requiredDay('Choose the first day'),
    to: requiredDay('Choose the last day'),
    /** Whose; none chosen: the actor's own, or everybody's where they hold no reviews. */
    broker_ids: z.array(z.uuid()).max(MOST_BROKERS, 'Look at no more than 20 diaries at once').default([]),
  })
  .refine(({ from, to }) => daysBetween(from, to) >= 0 && daysBetween(from, to) < MOST_DAYS, {
    error: 'Ask for at most 42 days',
    path: ['to'],
  })

/** A review in a diary. */
export type DiaryReview = {
  id: string
  version: number
  reference: string
  broker_id: string
  status: ReviewStatus
  slot_start: Date
  slot_end: Date
  place: Place | null
  place_note: string | null
  room: string | null
  room_id: string | null
  video_link: string | null
  business: { id: string; reference: string; name: string; town: string | null; phone: string | null }
  attendee_name: string | null
  attendee_email: string | null
  attendee_phone: string | null
}
export type DiaryAbsence = {
  id: string
  version: number
  adviser_id: string
  kind: AbsenceKind
  title: string | null
  starts_at: Date
  ends_at: Date
}
/** A booking of somebody of whom nobody has said yet who they are. */
type DiaryRequest = {
  id: string
  broker_id: string
  slot_start: Date
  slot_end: Date
  place: Place
  name: string
  business_name: string
}
type DiaryHold = { id: string; broker_id: string; slot_start: Date; slot_end: Date }

/** What stands in the diaries of some brokers on some days: reviews, absences, and times held for somebody. */
export const diary = reads('diary:read')
  .input(AskDiary)
  .query(async ({ ctx: { db, actor, today, now }, input }) => {
    const { hub_id } = actor
    const brokers = await brokersOf(db, hub_id)
    const mine = brokers.filter(({ id }) => id === actor.adviser_id)
    const chosen = brokers.filter(({ id }) => input.broker_ids.includes(id))
    const shown = (chosen.length > 0 ? chosen : mine.length > 0 ? mine : brokers).slice(0, MOST_BROKERS)
    const span = {
      hub_id,
      ids: shown.map(({ id }) => id),
      from: new Date(startOf(input.from)),
      to: new Date(startOf(addDays(input.to, 1))),
      now,
    }
    return {
      today,
      brokers: brokers.map(({ id, name }) => ({ id, name })),
      shown: shown.map(({ id, name, rules, review_minutes }) => ({ id, name, rules, review_minutes })),
      reviews: await reviewsIn(db, span),
      absences: await absencesIn(db, span),
      held: await heldIn(db, span),
      requests: await requestsIn(db, span),
    }
  })

type InSpan = { hub_id: string; ids: string[]; from: Date; to: Date; now: Date }

async function reviewsIn(tx: Tx, { hub_id, ids, from, to }: InSpan): Promise<DiaryReview[]> {
  const found =
    await sql<DiaryReview>`select r.id, r.version, r.reference, r.broker_id, r.status, r.slot_start, r.slot_end, r.place,
      r.place_note, m.name as room, r.room_id, r.video_link, r.attendee_name, r.attendee_email, r.attendee_phone,
      json_build_object('id', b.id, 'reference', b.reference, 'name', b.name, 'town', b.town, 'phone', b.phone) as business
    from app.skills_review r
      join app.business q on q.hub_id = r.hub_id and q.id = r.business_id
      join app.business b on b.hub_id = q.hub_id and b.id = q.counts_as_id
      left join app.room m on m.hub_id = r.hub_id and m.id = r.room_id
    where r.hub_id = ${hub_id} and r.slot_start < ${to} and r.slot_end > ${from} and r.slot_start > ${from}::timestamptz - interval '1 day'
      and r.broker_id = any (${ids}) and r.voided_at is null and (r.status in ('booked', 'no_show') or r.held_on is not null)
    order by r.slot_start, r.id limit ${sql.lit(AT_MOST)}`.execute(tx)
  return found.rows
}

async function absencesIn(tx: Tx, { hub_id, ids, from, to }: InSpan): Promise<DiaryAbsence[]> {
  const found = await sql<DiaryAbsence>`select a.id, a.version, a.adviser_id, a.kind, a.title, a.starts_at, a.ends_at
    from app.absence a where a.hub_id = ${hub_id} and a.adviser_id = any (${ids}) and a.starts_at < ${to} and a.ends_at > ${from}
      and a.voided_at is null
    order by a.starts_at, a.id limit ${sql.lit(AT_MOST)}`.execute(tx)
  return found.rows
}

async function heldIn(tx: Tx, { hub_id, ids, from, to, now }: InSpan): Promise<DiaryHold[]> {
  const found = await sql<DiaryHold>`select h.id, h.broker_id, h.slot_start, h.slot_end
    from app.held_time h where h.hub_id = ${hub_id} and h.broker_id = any (${ids}) and h.slot_start < ${to} and h.slot_end > ${from}
      and h.released_at is null and h.held_until > ${now}
    order by h.slot_start, h.id limit ${sql.lit(AT_MOST)}`.execute(tx)
  return found.rows
}

async function requestsIn(tx: Tx, { hub_id, ids, from, to }: InSpan): Promise<DiaryRequest[]> {
  const found = await sql<DiaryRequest>`select q.id, q.broker_id, q.slot_start, q.slot_end, q.place,
      q.given_name || ' ' || q.family_name as name, q.business_name
    from app.booking_request q where q.hub_id = ${hub_id} and q.broker_id = any (${ids}) and q.slot_start < ${to} and q.slot_end > ${from}
      and q.status = 'waiting' and q.voided_at is null
    order by q.slot_start, q.id limit ${sql.lit(AT_MOST)}`.execute(tx)
  return found.rows
}
