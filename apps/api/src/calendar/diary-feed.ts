import type { Tx } from '@hubline/db/connection.ts'
import { ABSENCE_NAMES } from '@hubline/domain/calendar/booking-words.ts'
import { whereInWords } from '@hubline/domain/calendar/booking-letters.ts'
import { type CalendarEntry, feedFile } from '@hubline/domain/calendar/icalendar.ts'
import { clockAt } from '@hubline/domain/calendar/london-time.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { RequestHandler } from 'express'
import { sql } from 'kysely'
import { readByLink } from '../by-link.ts'
import { type CallSettings, contextOf } from '../web/calls.ts'
import { tellOrThrow } from '../web/told.ts'
import { type BookingToTell, bookingsToTell, requestsToTell } from './told-of-booking.ts'

const DAYS_BACK = 31
const DAYS_AHEAD = 400

/** Somebody's diary as a calendar program reads it, by a link that only they have. */
export function diaryFeed(settings: CallSettings): RequestHandler {
  return async (req, res) => {
    try {
      const context = contextOf(settings, () => Promise.resolve(), req, res)
      const link = { token: String(req.params['token']), purpose: 'calendar_feed' } as const
      const file = await readByLink(context, link, ({ db, link: { hub_id, record_id } }) =>
        feedOf(db, { hub_id, adviser_id: record_id }),
      )
      res.setHeader('Content-Type', 'text/calendar; charset=utf-8')
      res.setHeader('Content-Disposition', 'inline; filename="diary.ics"')
      res.end(file)
    } catch (fault) {
      tellOrThrow(res, fault)
    }
  }
}

type Whose = { hub_id: string; adviser_id: string }

/** @throws Problem 'not_found' where they have left */
async function feedOf(tx: Tx, { hub_id, adviser_id }: Whose): Promise<string> {
  const adviser = await tx
    .selectFrom('adviser')
    .select('name')
    .where('hub_id', '=', hub_id)
    .where('id', '=', adviser_id)
    .where('is_active', '=', true)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  if (!adviser) throw new Problem('not_found', 'This diary is not kept any more')
  const reviews = await bookingsToTell(
    tx,
    hub_id,
    sql`r.broker_id = ${adviser_id} and (r.status = 'booked' or r.held_on is not null) and ${isNear('r')}`,
  )
  const requests = await requestsToTell(
    tx,
    hub_id,
    sql`q.broker_id = ${adviser_id} and q.status = 'waiting' and ${isNear('q')}`,
  )
  return feedFile(`Diary of ${adviser.name}`, [
    ...[...reviews, ...requests].map(reviewEntry),
    ...(await absencesOf(tx, { hub_id, adviser_id })).map(absenceEntry),
  ])
}

const isNear = (alias: 'q' | 'r') =>
  sql`${sql.ref(`${alias}.slot_start`)} between now() - make_interval(days => ${DAYS_BACK}) and now() + make_interval(days => ${DAYS_AHEAD})`

/** The same entry that the invitations are about. */
function reviewEntry(told: BookingToTell): CalendarEntry {
  const { entry_id, invitation, recorded_at, from, to, business, reference, attendee } = told
  const who = [attendee.name, attendee.phone].filter(Boolean).join(', ')
  return {
    uid: `${entry_id}@hubline`,
    sequence: invitation,
    stamp: recorded_at,
    from,
    to,
    summary: `Skills review: ${business.name}`,
    description: [`Skills review ${reference}`, who && `Who comes: ${who}`].filter(Boolean).join('\n'),
    location: whereInWords(told),
    is_cancelled: false,
  }
}

const absencesOf = (tx: Tx, { hub_id, adviser_id }: Whose) =>
  tx
    .selectFrom('absence')
    .select(['id', 'version', 'recorded_at', 'kind', 'title', 'starts_at', 'ends_at'])
    .where('hub_id', '=', hub_id)
    .where('adviser_id', '=', adviser_id)
    .where('voided_at', 'is', null)
    .where('ends_at', '>', sql<Date>`now() - make_interval(days => ${DAYS_BACK})`)
    .where('starts_at', '<', sql<Date>`now() + make_interval(days => ${DAYS_AHEAD})`)
    .orderBy('starts_at')
    .orderBy('id')
    .limit(500)
    .execute()

type Absence = Awaited<ReturnType<typeof absencesOf>>[number]

const isMidnight = (at: Date) => clockAt(at.getTime()).minutes === 0

function absenceEntry({ id, version, recorded_at, kind, title, starts_at, ends_at }: Absence): CalendarEntry {
  return {
    uid: `${id}@hubline`,
    sequence: version,
    stamp: recorded_at,
    from: starts_at,
    to: ends_at,
    is_whole_day: isMidnight(starts_at) && isMidnight(ends_at),
    summary: title ?? ABSENCE_NAMES[kind],
    description: ABSENCE_NAMES[kind],
    location: '',
    is_cancelled: false,
  }
}
