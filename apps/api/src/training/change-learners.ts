import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { changedLearner } from '@hubline/domain/training/change-learner.ts'
import { ChangeLearners, type LearnerFacts } from '@hubline/domain/training/learner-form.ts'
import { takesPlace } from '@hubline/domain/training/stages.ts'
import { changeRecord } from '../records/change-record.ts'
import { mustBeClients } from '../records/must-be-clients.ts'
import { writes } from '../trpc.ts'
import { type LearnerRow, learnersById } from './learner-row.ts'
import { followLines, mustBeLine } from './plan-lines.ts'
import { type GivenPlace, givePlaces, holdSession } from './places.ts'
import { writtenOf } from './written-learner.ts'

type Change = LearnerFacts & { id: string; version: number }

/**
 * Moves learners on, puts slips right, says what they can show: one or many, all or none. Places that come free go to
 * those who wait for them, in the same transaction.
 */
export const changeLearners = writes('training:record')
  .input(ChangeLearners)
  .mutation(async ({ ctx: { db, actor, today }, input: { learners } }) => {
    const { hub_id } = actor
    const found = await learnersById(
      db,
      hub_id,
      learners.map(({ id }) => id),
    )
    for (const session_id of sessionsOf(found, learners)) await holdSession(db, hub_id, session_id)
    const versions: { id: string; version: number }[] = []
    // In one order for everybody, so that two people never wait for each other.
    for (const change of learners.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
      versions.push({
        id: change.id,
        version: await changeOne(db, { hub_id, before: found.get(change.id), change, today }),
      })
    const given: GivenPlace[] = []
    for (const session_id of freedBy(found, learners))
      given.push(...(await givePlaces(db, { hub_id, session_id, today })))
    const lines = [
      ...[...found.values()].map(({ plan_line }) => plan_line?.id),
      ...learners.map(({ plan_line_id }) => plan_line_id),
    ]
    await followLines(db, { hub_id, lines, today })
    return { learners: versions, given }
  })

type One = { hub_id: string; before: LearnerRow | undefined; change: Change; today: Day }

async function changeOne(tx: Tx, { hub_id, before, change, today }: One): Promise<number> {
  const { id, version, business_id, session_id, plan_line_id } = change
  const values: Record<string, unknown> = { business_id, session_id, plan_line_id }
  if (before && before.version === version) {
    if (business_id) await mustBeClients(tx, hub_id, { business_id })
    await mustBeLine(tx, hub_id, plan_line_id)
    if (session_id && session_id !== before.session?.id) await mustBeSessionOf(tx, hub_id, session_id, before)
    // A number drawn for one session says nothing at another.
    if (session_id !== undefined && session_id !== (before.session?.id ?? null)) values['waiting_number'] = null
    Object.assign(
      values,
      writtenOf(inWords(before, () => changedLearner({ kind: before.course.kind, before, change, today }))),
    )
  }
  return changeRecord(tx, { kind: 'participation', hub_id, id, version, values })
}

/** Of many, it is said about whom. */
function inWords<T>({ person }: LearnerRow, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof Problem ? new Problem(error.code, `${person.name}: ${error.message}`, error.field) : error
  }
}

async function mustBeSessionOf(tx: Tx, hub_id: string, session_id: string, { course }: LearnerRow): Promise<void> {
  const { status } = await holdSession(tx, hub_id, session_id, course.id)
  if (status === 'cancelled') throw new Problem('invalid', 'That session is cancelled: choose another', 'session_id')
}

/** Every session that gains or loses a learner, in one order for everybody. */
function sessionsOf(found: ReadonlyMap<string, LearnerRow>, changes: readonly Change[]): string[] {
  const ids = changes.flatMap(({ id, session_id }) => [found.get(id)?.session?.id ?? [], session_id ?? []].flat())
  return [...new Set(ids)].toSorted()
}

/** The sessions at which a place came free. */
function freedBy(found: ReadonlyMap<string, LearnerRow>, changes: readonly Change[]): string[] {
  const ids = changes.flatMap(({ id, status, session_id }) => {
    const before = found.get(id)
    if (!before?.session || !takesPlace(before.status)) return []
    const moves = session_id !== undefined && session_id !== before.session.id
    return moves || (status !== undefined && !takesPlace(status)) ? [before.session.id] : []
  })
  return [...new Set(ids)].toSorted()
}
