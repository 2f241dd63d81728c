import type { Tx } from '@hubline/db/connection.ts'
import { type PlannedSession, bootcampFigures, comingSessions } from '@hubline/db/seed/coming-sessions.ts'
import { type Day, parseIsoDay } from '@hubline/domain/day.ts'
import { LearnerFacts } from '@hubline/domain/training/learner-form.ts'
import { changedLearner } from '@hubline/domain/training/change-learner.ts'
import type { CourseKind } from '@hubline/domain/training/qualifying-start.ts'
import { isExit } from '@hubline/domain/training/stages.ts'
import { sql } from 'kysely'
import { changeRecord } from '../records/change-record.ts'
import { nextReference, nextReferences } from '../records/next-reference.ts'
import { type LearnerRow, learnersSql } from './learner-row.ts'
import { writtenOf } from './written-learner.ts'

/** What is no part of a bundle: the sessions of a demonstration's courses, who waits for a place, how far bootcamps came. */

type Course = { id: string; kind: CourseKind | null; guided_hours: number | null }
type Contact = { person_id: string; business_id: string }

/** The first day of the sessions that are kept, and the last on which the demonstration knows anything. */
const SEASON = '2026-04-01'
const LAST_DAY = day('2026-11-20')
const MOST_AT_ONCE = 12
const ABOUT_THEN_MS = 60 * 86_400_000

function day(text: string): Day {
  const read = parseIsoDay(text)
  if (!read) throw new Error(`${text} is no day`)
  return read
}

/** The last session of each course with those who were there, sessions to come with those who have a place or wait for one. */
export async function openDemonstrationSessions(tx: Tx, hub_id: string): Promise<void> {
  const found = await sql<Course>`
    select id, kind, guided_hours::float8 as guided_hours from app.course where hub_id = ${hub_id} and voided_at is null order by reference limit 200`.execute(
    tx,
  )
  const contacts = await contactsOf(tx, hub_id)
  for (const [at, course] of found.rows.entries()) {
    const sessions = comingSessions(at, course.kind ?? 'other')
    if (sessions.length > 0) await keepLast(tx, { hub_id, course, at })
    for (const planned of sessions)
      await open(tx, { hub_id, course, planned, people: contacts.splice(0, planned.taken + planned.waiting) })
  }
}

/** Main contacts who are on no course. */
async function contactsOf(tx: Tx, hub_id: string): Promise<Contact[]> {
  const found = await sql<Contact>`
    select r.person_id, r.business_id from app.business_role r
      join app.person p on p.hub_id = r.hub_id and p.id = r.person_id join app.business b on b.hub_id = r.hub_id and b.id = r.business_id
    where r.hub_id = ${hub_id} and r.is_main and r.to_on is null and p.merged_into_id is null and b.merged_into_id is null
      and not exists (select from app.participation t where t.hub_id = r.hub_id and t.person_id = p.id)
    order by r.reference desc limit 900`.execute(tx)
  const once = new Map(found.rows.map((contact) => [contact.person_id, contact]))
  return [...once.values()]
}

async function addSession(tx: Tx, hub_id: string, course_id: string, run: Omit<PlannedSession, 'taken' | 'waiting'>) {
  const reference = await nextReference(tx, 'course_session', day(run.starts_on))
  const made = await tx
    .insertInto('course_session')
    .values({ ...run, hub_id, reference, course_id })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}

type Opening = { hub_id: string; course: Course; planned: PlannedSession; people: readonly Contact[] }

/** A session to come: the first of the people have its places, the others wait in their order. */
async function open(tx: Tx, { hub_id, course, planned, people }: Opening): Promise<void> {
  const { taken, waiting: _, ...run } = planned
  const session_id = await addSession(tx, hub_id, course.id, run)
  const asked = [day('2026-11-03'), day('2026-11-10'), day('2026-11-17')] as const
  const references = await nextReferences(tx, 'participation', people.length, asked[0])
  const values = people.map((contact, at) => {
    const on = asked[at % asked.length] ?? asked[0]
    const has_place = at < taken
    return {
      ...contact,
      hub_id,
      reference: references[at] ?? '',
      course_id: course.id,
      session_id,
      status: has_place ? ('enrolled' as const) : ('applied' as const),
      enrolled_on: has_place ? on : null,
      applied_on: has_place ? null : asked[2],
      waiting_number: has_place ? null : at - taken + 1,
    }
  })
  if (values.length > 0) await tx.insertInto('participation').values(values).execute()
}

/** The last session that began, made of those who began at about that time: their first session, and what a register shows. */
async function keepLast(tx: Tx, { hub_id, course, at }: { hub_id: string; course: Course; at: number }): Promise<void> {
  const learners = await lastToBegin(tx, hub_id, course)
  const begun = learners.map((learner, n) => ({ learner, facts: factsOf(course, learner, at * MOST_AT_ONCE + n) }))
  const days = begun.flatMap(({ facts }) => facts.first_attended_on ?? []).toSorted()
  const [starts_on] = days
  const last = learners.flatMap(({ completed_on, qualifying_start_on }) => completed_on ?? qualifying_start_on ?? [])
  const ends_on = last.toSorted().at(-1)
  if (!starts_on || !ends_on) return
  const run = { starts_on, ends_on, place: 'Kiln Court business centre', is_online: at % 3 === 0, places: MOST_AT_ONCE }
  const session_id = await addSession(tx, hub_id, course.id, run)
  for (const { learner, facts } of begun) {
    const after = changedLearner({ kind: course.kind, before: learner, change: facts, today: LAST_DAY })
    if (after.qualifying_start_on !== learner.qualifying_start_on)
      throw new Error(`${learner.reference} would count otherwise`)
    const { id, version } = learner
    await changeRecord(tx, { kind: 'participation', hub_id, id, version, values: { session_id, ...writtenOf(after) } })
  }
}

/** Each person once, the latest to begin first. The hours of a bootcamp lie over two weeks before the start counts. */
async function lastToBegin(tx: Tx, hub_id: string, { id, kind }: Course): Promise<LearnerRow[]> {
  const found = await learnersSql({
    where: sql`t.hub_id = ${hub_id} and t.course_id = ${id} and t.qualifying_start_on >= ${SEASON} and t.session_id is null
      and t.enrolled_on <= t.qualifying_start_on - ${sql.lit(kind === 'bootcamp' ? 13 : 0)} and t.voided_at is null`,
    end: sql`order by t.qualifying_start_on desc, t.reference limit ${MOST_AT_ONCE}`,
  }).execute(tx)
  const latest = Date.parse(found.rows[0]?.qualifying_start_on ?? '')
  const near = found.rows.filter(({ qualifying_start_on: on }) => latest - Date.parse(on ?? '') <= ABOUT_THEN_MS)
  return near.filter(({ person }, at) => near.findIndex((other) => other.person.id === person.id) === at)
}

/** What bears out the qualifying start that the bundle gave, so that no figure moves. */
function factsOf({ kind, guided_hours }: Course, learner: LearnerRow, at: number): LearnerFacts {
  const { status, qualifying_start_on, completed_on } = learner
  const left = isExit(status)
    ? { ended_on: LAST_DAY, end_reason: at % 2 === 0 ? ('work_pressure' as const) : ('found_work' as const) }
    : {}
  if (kind !== 'bootcamp')
    return {
      first_attended_on: qualifying_start_on,
      ...(kind === 'regulated' ? { funded_start_on: qualifying_start_on } : {}),
      ...left,
    }
  const figures = bootcampFigures(at, {
    qualifying_start_on: qualifying_start_on ?? '',
    completed_on,
    hours: guided_hours ?? 60,
    last_day: LAST_DAY,
  })
  return LearnerFacts.parse({ ...figures, milestone_1_on: qualifying_start_on, ...left })
}
