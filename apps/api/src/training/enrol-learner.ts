import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { EnrolLearner } from '@hubline/domain/training/learner-form.ts'
import { isExit } from '@hubline/domain/training/stages.ts'
import { mustBeClients } from '../records/must-be-clients.ts'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'
import { followLines, mustBeLine } from './plan-lines.ts'
import { holdSession, mustTakeLearners } from './places.ts'
import { learnersAmong } from './on-course.ts'

type Enrolled = { id: string; reference: string; waiting_number: number | null }

/** Puts somebody on a course: with a place, or at the end of the waiting list. */
export const enrolLearner = writes('training:record')
  .input(EnrolLearner)
  .mutation(async ({ ctx: { db, actor, today }, input }): Promise<Enrolled> => {
    const { hub_id } = actor
    const { id, course_id, person_id, or_wait } = input
    const [session_id, business_id, plan_line_id] = [
      input.session_id ?? null,
      input.business_id ?? null,
      input.plan_line_id ?? null,
    ]
    const enrolled_on = input.enrolled_on ?? today
    if (enrolled_on > today)
      throw new Problem('invalid', 'The enrolment is in the future: enter the day on which it was made', 'enrolled_on')
    await mustBeClients(db, hub_id, { business_id, person_id })
    await mustBeLine(db, hub_id, plan_line_id)
    const waiting_number = await placeFor(db, { hub_id, course_id, session_id, or_wait })
    await mustNotBeThere(db, { hub_id, course_id, session_id, person_id })
    const reference = await nextReference(db, 'participation', enrolled_on)
    const stage =
      waiting_number === null
        ? { status: 'enrolled' as const, enrolled_on }
        : { status: 'applied' as const, applied_on: enrolled_on }
    await db
      .insertInto('participation')
      .values({
        id,
        hub_id,
        reference,
        person_id,
        business_id,
        course_id,
        session_id,
        plan_line_id,
        waiting_number,
        ...stage,
      })
      .execute()
    await followLines(db, { hub_id, lines: [plan_line_id], today })
    return { id, reference, waiting_number }
  })

type Wanted = { hub_id: string; course_id: string; session_id: string | null; or_wait: boolean }

/**
 * The number on the waiting list, or null where there is a place. Whoever enrols on the same course meanwhile waits, so
 * that nobody is on it twice.
 * @throws Problem 'invalid' where there is neither
 */
async function placeFor(tx: Tx, { hub_id, course_id, session_id, or_wait }: Wanted): Promise<number | null> {
  await holdCourse(tx, hub_id, course_id)
  if (!session_id) return null
  const session = await holdSession(tx, hub_id, session_id, course_id)
  mustTakeLearners(session)
  if (session.taken < session.places) return null
  if (!or_wait)
    throw new Problem(
      'invalid',
      `All ${session.places} places are taken: choose another session, or the waiting list`,
      'session_id',
    )
  return session.last_number + 1
}

async function holdCourse(tx: Tx, hub_id: string, id: string): Promise<void> {
  const found = await tx
    .selectFrom('course')
    .select('id')
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .where('voided_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!found) throw new Problem('invalid', 'That course is not in your hub: choose it again', 'course_id')
}

/** @throws Problem 'already_exists' where the person is on the course, by this record or one merged into it */
async function mustNotBeThere(
  tx: Tx,
  { person_id, ...where }: { hub_id: string; course_id: string; session_id: string | null; person_id: string },
): Promise<void> {
  const person = await tx
    .selectFrom('person')
    .select('counts_as_id')
    .where('hub_id', '=', where.hub_id)
    .where('id', '=', person_id)
    .executeTakeFirstOrThrow()
  const there = (await learnersAmong(tx, where, [person.counts_as_id])).get(person.counts_as_id)
  const is_over = !there || isExit(there.status) || there.status === 'completed' || there.status === 'achieved'
  const is_same_session = there && (there.session?.id ?? null) === where.session_id
  if (there && (!is_over || (is_same_session && where.session_id !== null && !isExit(there.status))))
    throw new Problem(
      'already_exists',
      `${there.person.name} is on this course already: see ${there.reference}`,
      'person_id',
    )
}
