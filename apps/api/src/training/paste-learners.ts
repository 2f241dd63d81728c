import type { Tx } from '@hubline/db/connection.ts'
import { legalFormInName } from '@hubline/domain/businesses/legal-form-in-name.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { type PastedRow, PasteLearners } from '@hubline/domain/training/paste-form.ts'
import { outcomeOf } from '@hubline/domain/training/paste-outcome.ts'
import type { CourseKind } from '@hubline/domain/training/qualifying-start.ts'
import { sql } from 'kysely'
import { nextReferences } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'
import type { LearnerRow } from './learner-row.ts'
import { learnersAmong, learnersFromRows, markOf } from './on-course.ts'
import { followLines, mustBeLine } from './plan-lines.ts'
import { holdSession, mustTakeLearners } from './places.ts'
import { type Addition, type Change, writePaste } from './write-paste.ts'

/** What a paste did, in rows. */
export type Pasted = {
  added: number
  /** Of those added, how many are on the waiting list. */
  waiting: number
  changed: number
  /** Rows that said nothing new. */
  nothing: number
  /** People whom the hub did not know. */
  registered: number
}

/**
 * Makes learners of the confirmed rows of a list, in one transaction: all of them or none. Whoever is on the course
 * already only gains what is new, so the same list again adds nothing.
 */
export const pasteLearners = writes('training:record')
  .input(PasteLearners)
  .mutation(async ({ ctx: { db, actor, today }, input }): Promise<Pasted> => {
    const { hub_id } = actor
    const { course_id, rows } = input
    const where = { hub_id, course_id, session_id: input.session_id ?? null }
    const plan_line_id = input.plan_line_id ?? null
    // Two people who paste the same list wait for each other; the second finds everybody there.
    const held = await sql<{ kind: CourseKind | null }>`
      select kind from app.course where hub_id = ${hub_id} and id = ${course_id} and voided_at is null for no key update`.execute(
      db,
    )
    const [course] = held.rows
    if (!course) throw new Problem('invalid', 'That course is not in your hub: choose it again', 'course_id')
    await mustBeLine(db, hub_id, plan_line_id)
    await mustBeEmployers(db, hub_id, input)
    if (where.session_id) mustTakeLearners(await holdSession(db, hub_id, where.session_id, course_id))
    const people = await peopleOf(db, where, rows)
    const there = await learnersAmong(db, where, [...new Set(people.flatMap((id) => id ?? []))])

    const additions: Addition[] = []
    const changes: Change[] = []
    const seen = new Set<string>()
    for (const [at, row] of rows.entries()) {
      const person_id = people[at] ?? null
      mustBeOnce(seen, row, person_id)
      const mark = markOf(row)
      const known = person_id === null ? undefined : there.get(person_id)
      const { business_id } = row
      const outcome = outcomeOf({
        kind: course.kind,
        row,
        business_id,
        session_id: where.session_id,
        plan_line_id,
        there: known,
        defaults: input.defaults,
        today,
      })
      if (outcome.does === 'refuse')
        throw new Problem('invalid', `Row ${row.row}: ${outcome.error.sentence}`, `rows.${at}.${outcome.error.key}`)
      if (outcome.does === 'add') additions.push({ row, person_id, mark, learner: outcome.learner })
      if (outcome.does === 'change' && known) changes.push({ row, before: known, facts: outcome.facts })
    }
    await registerEmployers(db, hub_id, input, new Set([...additions, ...changes].map(({ row }) => row.business_id)))
    const written = await writePaste(db, { ...where, plan_line_id, kind: course.kind, today, additions, changes })
    await followLines(db, {
      hub_id,
      lines: [plan_line_id, ...changes.map(({ before }) => before.plan_line?.id)],
      today,
    })
    return {
      ...written,
      added: additions.length,
      changed: changes.length,
      nothing: rows.length - additions.length - changes.length,
    }
  })

type Where = { hub_id: string; course_id: string; session_id: string | null }

/** Whom each row is about: the person who was chosen, or who came from the same row before; null for somebody new. */
async function peopleOf(tx: Tx, where: Where, rows: readonly PastedRow[]): Promise<(string | null)[]> {
  const chosen = [...new Set(rows.flatMap(({ person_id }) => person_id ?? []))]
  const found = await sql<{ id: string; counts_as_id: string }>`
    select p.id, p.counts_as_id from app.person p where p.hub_id = ${where.hub_id} and p.id = any (${chosen}::uuid[]) and p.voided_at is null`.execute(
    tx,
  )
  const counts_as = new Map(found.rows.map(({ id, counts_as_id }) => [id, counts_as_id]))
  const before: Map<string, LearnerRow> = await learnersFromRows(tx, where, rows.map(markOf))
  return rows.map((row, at) => {
    if (row.person_id === null) return before.get(markOf(row))?.person.id ?? null
    const id = counts_as.get(row.person_id)
    if (id) return id
    throw new Problem(
      'invalid',
      `Row ${row.row}: that person is not in your hub: choose them again`,
      `rows.${at}.person_id`,
    )
  })
}

/** @throws Problem 'invalid' where two rows are about one person */
function mustBeOnce(seen: Set<string>, row: PastedRow, person_id: string | null): void {
  const who = person_id ?? markOf(row)
  if (seen.has(who))
    throw new Problem(
      'invalid',
      `Row ${row.row}: ${row.given_name} ${row.family_name} is in the list twice: leave one of the two out`,
      'rows',
    )
  seen.add(who)
}

async function mustBeEmployers(tx: Tx, hub_id: string, { rows, businesses }: PasteLearners): Promise<void> {
  const fresh = new Set(businesses.map(({ id }) => id))
  const wanted = [...new Set(rows.flatMap(({ business_id }) => business_id ?? []))].filter((id) => !fresh.has(id))
  const found = await sql<{ id: string }>`
    select b.id from app.business b where b.hub_id = ${hub_id} and b.id = any (${wanted}::uuid[]) and b.voided_at is null`.execute(
    tx,
  )
  const known = new Set([...fresh, ...found.rows.map(({ id }) => id)])
  const at = rows.findIndex(({ business_id }) => business_id !== null && !known.has(business_id))
  if (at >= 0)
    throw new Problem(
      'invalid',
      `Row ${rows[at]?.row}: that employer is not in your hub: choose it again`,
      `rows.${at}.business_id`,
    )
}

/** Employers whom the hub did not know, those of them that a row names which writes something. */
async function registerEmployers(
  tx: Tx,
  hub_id: string,
  { businesses }: PasteLearners,
  named: ReadonlySet<string | null>,
): Promise<void> {
  const wanted = businesses.filter(({ id }) => named.has(id))
  const references = await nextReferences(tx, 'business', wanted.length)
  const values = wanted.map(({ id, name }, at) => ({
    id,
    hub_id,
    reference: references[at] ?? '',
    name,
    legal_form: legalFormInName(name),
  }))
  if (values.length > 0) await tx.insertInto('business').values(values).execute()
}
