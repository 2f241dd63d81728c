import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { type Learner, changedLearner } from '@hubline/domain/training/change-learner.ts'
import type { LearnerFacts } from '@hubline/domain/training/learner-form.ts'
import type { PastedRow } from '@hubline/domain/training/paste-form.ts'
import type { CourseKind } from '@hubline/domain/training/qualifying-start.ts'
import { takesPlace } from '@hubline/domain/training/stages.ts'
import { yearOf } from '@hubline/domain/years/year.ts'
import { changeRecord } from '../records/change-record.ts'
import { nextReferences } from '../records/next-reference.ts'
import type { LearnerRow } from './learner-row.ts'
import { givePlaces, holdSession } from './places.ts'
import { writtenOf } from './written-learner.ts'

/** A row that makes a learner of a person: one who is known, or one who has to be registered. */
export type Addition = { row: PastedRow; person_id: string | null; mark: string; learner: Learner }
/** A row that tells something new of a learner. */
export type Change = { row: PastedRow; before: LearnerRow; facts: LearnerFacts }

type Paste = {
  hub_id: string
  course_id: string
  session_id: string | null
  plan_line_id: string | null
  kind: CourseKind | null
  today: Day
  additions: readonly Addition[]
  changes: readonly Change[]
}

/** So many rows go to the database at once. */
const BATCH = 400

function* batchesOf<T>(values: readonly T[]): Generator<T[]> {
  for (let at = 0; at < values.length; at += BATCH) yield values.slice(at, at + BATCH)
}

/** Writes what a paste comes to. @throws Problem 'invalid' where a row needs a place and none is left */
export async function writePaste(tx: Tx, paste: Paste): Promise<{ registered: number; waiting: number }> {
  for (const change of paste.changes) await writeChange(tx, paste, change)
  // Whoever waited longest comes before those whom the list adds.
  for (const session_id of leftBy(paste.changes))
    await givePlaces(tx, { hub_id: paste.hub_id, session_id, today: paste.today })
  const places = await placesAt(tx, paste)
  const seated = paste.additions.map((addition) => ({ ...addition, ...places(addition) }))
  const ids = await registerPeople(tx, paste.hub_id, seated)
  await insertLearners(tx, paste, seated, ids)
  return {
    registered: seated.filter(({ person_id }) => person_id === null).length,
    waiting: seated.filter(({ waiting_number }) => waiting_number !== null).length,
  }
}

type Seat = { learner: Learner; waiting_number: number | null }

/** Gives places in the order of the rows; whoever only enrols and finds none waits in order. */
async function placesAt(tx: Tx, { hub_id, session_id, kind, today }: Paste): Promise<(addition: Addition) => Seat> {
  if (!session_id) return ({ learner }) => ({ learner, waiting_number: null })
  const session = await holdSession(tx, hub_id, session_id)
  let free = session.places - session.taken
  let last = session.last_number
  return ({ learner, row }) => {
    if (!takesPlace(learner.status)) return { learner, waiting_number: null }
    free -= 1
    if (free >= 0) return { learner, waiting_number: null }
    if (learner.status !== 'enrolled')
      throw new Problem(
        'invalid',
        `Row ${row.row}: no place is left for ${row.given_name} ${row.family_name}: give the session more places`,
        'session_id',
      )
    last += 1
    const change: LearnerFacts = { status: 'applied', applied_on: learner.enrolled_on, enrolled_on: undefined }
    return { learner: changedLearner({ kind, before: learner, change, today }), waiting_number: last }
  }
}

/** The sessions at which a place came free, in one order for everybody. */
function leftBy(changes: readonly Change[]): string[] {
  const ids = changes.flatMap(({ before, facts }) => {
    const leaves = takesPlace(before.status) && facts.status !== undefined && !takesPlace(facts.status)
    return leaves && before.session ? [before.session.id] : []
  })
  return [...new Set(ids)].toSorted()
}

async function writeChange(tx: Tx, { hub_id, kind, today }: Paste, { before, facts }: Change): Promise<void> {
  const { business_id, session_id, plan_line_id } = facts
  const after = changedLearner({ kind, before, change: facts, today })
  const { id, version } = before
  await changeRecord(tx, {
    kind: 'participation',
    hub_id,
    id,
    version,
    values: { business_id, session_id, plan_line_id, ...writtenOf(after) },
  })
}

type Seated = Addition & Seat

/** The person of each row, in their order: those who are new are registered, with their role at their employer. */
async function registerPeople(tx: Tx, hub_id: string, seated: readonly Seated[]): Promise<string[]> {
  const fresh = seated.filter(({ person_id }) => person_id === null)
  const references = await nextReferences(tx, 'person', fresh.length)
  const made: string[] = []
  for (const batch of batchesOf(fresh.map((each, at) => ({ each, reference: references[at] ?? '' })))) {
    const values = batch.map(({ each: { row }, reference }) => {
      const { given_name, family_name, email, phone, postcode } = row
      return { hub_id, reference, given_name, family_name, email, phone, postcode }
    })
    const rows = await tx.insertInto('person').values(values).returning(['id', 'reference']).execute()
    const id_of = new Map(rows.map(({ id, reference }) => [reference, id]))
    made.push(...batch.map(({ reference }) => id_of.get(reference) ?? ''))
  }
  const roles = fresh.flatMap(({ row: { business_id } }, at) =>
    business_id ? [{ business_id, person_id: made[at] ?? '' }] : [],
  )
  const role_references = await nextReferences(tx, 'business_role', roles.length)
  const written = roles.map((role, at) => ({ ...role, hub_id, reference: role_references[at] ?? '' }))
  for (const batch of batchesOf(written)) await tx.insertInto('business_role').values(batch).execute()
  let next = 0
  return seated.map(({ person_id }) => person_id ?? made[next++] ?? '')
}

async function insertLearners(
  tx: Tx,
  paste: Paste,
  seated: readonly Seated[],
  people: readonly string[],
): Promise<void> {
  const { hub_id, course_id, session_id, plan_line_id, today } = paste
  const dayOf = ({ learner }: Seated): Day => learner.enrolled_on ?? learner.applied_on ?? today
  const references = new Map<Seated, string>()
  for (const those of Map.groupBy(seated, (each) => yearOf(dayOf(each))).values()) {
    const [first] = those
    const made = first ? await nextReferences(tx, 'participation', those.length, dayOf(first)) : []
    those.forEach((each, at) => references.set(each, made[at] ?? ''))
  }
  const rows = seated.map((each, at) => ({
    ...writtenOf(each.learner),
    guided_hours: null,
    hub_id,
    reference: references.get(each) ?? '',
    person_id: people[at] ?? '',
    business_id: each.row.business_id,
    course_id,
    session_id,
    plan_line_id,
    status: each.learner.status,
    waiting_number: each.waiting_number,
    pasted_as: each.mark,
  }))
  for (const batch of batchesOf(rows)) await tx.insertInto('participation').values(batch).execute()
}
