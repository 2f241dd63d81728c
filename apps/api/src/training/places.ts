import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { changedLearner } from '@hubline/domain/training/change-learner.ts'
import { type SessionStatus, SESSION_STATUS_NAMES } from '@hubline/domain/training/course-form.ts'
import { sql } from 'kysely'
import { changeRecord } from '../records/change-record.ts'
import { type LearnerRow, learnersSql } from './learner-row.ts'
import { followLines } from './plan-lines.ts'
import { tellOfPlace } from './tell-learner.ts'
import { writtenOf } from './written-learner.ts'

export type HeldSession = {
  id: string
  course_id: string
  status: SessionStatus
  starts_on: Day
  places: number
  taken: number
  /** The last number drawn for the waiting list. */
  last_number: number
}

/**
 * A session, held until the transaction ends: whoever gives or takes places waits for whoever came first.
 * @throws Problem 'invalid' where it is not of this course
 */
export async function holdSession(tx: Tx, hub_id: string, id: string, course_id?: string): Promise<HeldSession> {
  const held =
    await sql`select id from app.course_session where hub_id = ${hub_id} and id = ${id} and voided_at is null for update`.execute(
      tx,
    )
  const found = held.rows.length === 0 ? undefined : await sessionOf(tx, hub_id, id)
  if (!found || (course_id !== undefined && found.course_id !== course_id))
    throw new Problem('invalid', 'That session is not of this course: choose another', 'session_id')
  return found
}

/** Asked anew once the session is held: what was read before might be of yesterday. */
async function sessionOf(tx: Tx, hub_id: string, id: string): Promise<HeldSession | undefined> {
  const found = await sql<HeldSession>`
    select s.id, s.course_id, s.status, s.starts_on, s.places, coalesce(l.taken, 0)::integer as taken, coalesce(l.last_number, 0) as last_number
    from app.course_session s left join lateral (
      select count(*) filter (where app.takes_place(p.status) and p.voided_at is null) as taken, max(p.waiting_number) as last_number
      from app.participation p where p.hub_id = s.hub_id and p.session_id = s.id) l on true
    where s.hub_id = ${hub_id} and s.id = ${id}`.execute(tx)
  return found.rows[0]
}

/** @throws Problem 'invalid' where a session takes no more learners */
export function mustTakeLearners({ status }: HeldSession): void {
  if (status !== 'open')
    throw new Problem(
      'invalid',
      `That session is ${SESSION_STATUS_NAMES[status].toLowerCase()}: choose another`,
      'session_id',
    )
}

/** Somebody who came up from a waiting list. */
export type GivenPlace = { reference: string; name: string }

/** Gives the places of a session that are free to those who wait for them, in their order, and writes to them. Not once it has begun. */
export async function givePlaces(
  tx: Tx,
  { hub_id, session_id, today }: { hub_id: string; session_id: string; today: Day },
): Promise<GivenPlace[]> {
  const session = await holdSession(tx, hub_id, session_id)
  const free = session.places - session.taken
  if (free <= 0 || session.status !== 'open' || session.starts_on < today) return []
  const found = await learnersSql({
    where: sql`t.hub_id = ${hub_id} and t.session_id = ${session_id} and t.status = 'applied' and t.waiting_number is not null and t.voided_at is null`,
    end: sql`order by t.waiting_number limit ${free}`,
  }).execute(tx)
  for (const learner of found.rows) await enrolWaiting(tx, hub_id, learner, today)
  await followLines(tx, { hub_id, lines: found.rows.map(({ plan_line }) => plan_line?.id), today })
  return found.rows.map(({ person }) => ({ reference: person.reference, name: person.name }))
}

async function enrolWaiting(tx: Tx, hub_id: string, learner: LearnerRow, today: Day): Promise<void> {
  const after = changedLearner({
    kind: learner.course.kind,
    before: learner,
    change: { status: 'enrolled', enrolled_on: today },
    today,
  })
  const { id, version } = learner
  await changeRecord(tx, { kind: 'participation', hub_id, id, version, values: writtenOf(after) })
  await tellOfPlace(tx, { hub_id, id })
}

/** A learner who should not have been there leaves a place behind, and the line of a plan where it is without them. */
export async function leaveNothingOf(
  tx: Tx,
  { hub_id, id, today }: { hub_id: string; id: string; today: Day },
): Promise<void> {
  const found = await tx
    .selectFrom('participation')
    .select(['session_id', 'plan_line_id'])
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (found?.session_id) await givePlaces(tx, { hub_id, session_id: found.session_id, today })
  await followLines(tx, { hub_id, lines: [found?.plan_line_id], today })
}
