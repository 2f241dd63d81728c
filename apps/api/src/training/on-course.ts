import type { Tx } from '@hubline/db/connection.ts'
import { sql } from 'kysely'
import { type LearnerRow, learnersSql } from './learner-row.ts'

type Asked = { hub_id: string; course_id: string; session_id: string | null }

/**
 * What those who are on a course already are there as, by the person who counts: for each the participation that a row
 * about them would be about. At a session that is the one of the session, or one without any session; else the latest.
 */
export async function learnersAmong(
  tx: Tx,
  { hub_id, course_id, session_id }: Asked,
  people: readonly string[],
): Promise<Map<string, LearnerRow>> {
  if (people.length === 0) return new Map()
  const at_session = session_id ? sql`and (t.session_id = ${session_id} or t.session_id is null)` : sql``
  const found = await learnersSql({
    where: sql`t.hub_id = ${hub_id} and t.course_id = ${course_id} and t.voided_at is null and q.counts_as_id = any (${people}::uuid[]) ${at_session}`,
    end: sql`order by t.session_id is null, coalesce(t.enrolled_on, t.applied_on, t.qualifying_start_on) desc nulls last, t.id desc`,
  }).execute(tx)
  const by_person = new Map<string, LearnerRow>()
  for (const row of found.rows) if (!by_person.has(row.person.id)) by_person.set(row.person.id, row)
  return by_person
}
