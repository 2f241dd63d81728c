import { createHash } from 'node:crypto'
import type { Tx } from '@hubline/db/connection.ts'
import { type PastedPerson, identityOf } from '@hubline/domain/people/pasted-people.ts'
import { sql } from 'kysely'
import { type LearnerRow, learnersSql } from './learner-row.ts'

type Asked = { hub_id: string; course_id: string; session_id: string | null }

/**
 * What those who are on a course already are there as, by the person who counts: for each the participation that a row
 * about them would be about. That of the session comes first, then one without any session, then one that goes on, then
 * the latest.
 */
export async function learnersAmong(
  tx: Tx,
  { hub_id, course_id, session_id }: Asked,
  people: readonly string[],
): Promise<Map<string, LearnerRow>> {
  if (people.length === 0) return new Map()
  const found = await learnersSql({
    where: sql`t.hub_id = ${hub_id} and t.course_id = ${course_id} and t.voided_at is null and q.counts_as_id = any (${people}::uuid[])`,
    end: sql`order by t.session_id is not distinct from ${session_id}::uuid desc, t.session_id is null desc,
      t.status in ('applied', 'enrolled', 'started', 'in_learning') desc,
      coalesce(t.enrolled_on, t.applied_on, t.qualifying_start_on) desc nulls last, t.id desc`,
  }).execute(tx)
  const by_person = new Map<string, LearnerRow>()
  for (const row of found.rows) if (!by_person.has(row.person.id)) by_person.set(row.person.id, row)
  return by_person
}

/** The mark of a row, by which the same row of the same list is known again. It cannot be read back. */
export const markOf = (person: PastedPerson): string => createHash('sha256').update(identityOf(person)).digest('hex')

/** Who came to a course from rows with these marks, by the mark. */
export async function learnersFromRows(
  tx: Tx,
  { hub_id, course_id }: Omit<Asked, 'session_id'>,
  marks: readonly string[],
): Promise<Map<string, LearnerRow>> {
  if (marks.length === 0) return new Map()
  const found = await learnersSql<LearnerRow & { pasted_as: string }>({
    more: sql`, t.pasted_as`,
    where: sql`t.hub_id = ${hub_id} and t.course_id = ${course_id} and t.voided_at is null and t.pasted_as = any (${marks}::text[])`,
    end: sql`order by t.id`,
  }).execute(tx)
  return new Map(found.rows.map((row) => [row.pasted_as, row]))
}
