import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import type { Learner } from '@hubline/domain/training/change-learner.ts'
import type { CourseKind } from '@hubline/domain/training/qualifying-start.ts'
import { sql } from 'kysely'
import type { Sql } from '../records/client.ts'

/** A learner on a course, as every list and rule of training reads it. */
export type LearnerRow = Learner & {
  id: string
  version: number
  reference: string
  course: { id: string; reference: string; title: string; kind: CourseKind | null }
  person: { id: string; reference: string; name: string }
  /** The employer. */
  business: { id: string; reference: string; name: string } | null
  session: { id: string; reference: string; starts_on: Day } | null
  /** The number drawn for the waiting list; whoever has a place and a number came up from it. */
  waiting_number: number | null
  /** Whose turn it is: 1 has the next place that comes free; null for those who do not wait. */
  waiting_place: number | null
  plan_line: { id: string; need: string; review: string } | null
}

/** The columns of a `LearnerRow` of participation `t`, with the tables they come from. */
const COLUMNS = sql`t.id, t.version, t.reference, t.status, t.applied_on, t.enrolled_on, t.first_attended_on, t.completed_on, t.achieved_on,
  t.ended_on, t.end_reason, t.funded_start_on, t.qualifying_start_on, t.evidence_level, t.initial_assessment_on,
  t.guided_hours::float8 as guided_hours, t.milestone_1_on, t.employment, t.interview_on, t.interview_for, t.vacancy_weeks,
  t.role_offered_on, t.role_started_on, t.milestone_2_on, t.milestone_3_on, t.waiting_number,
  case when t.status = 'applied' and t.waiting_number is not null then (select count(*) from app.participation w where w.hub_id = t.hub_id
    and w.session_id = t.session_id and w.status = 'applied' and w.waiting_number <= t.waiting_number and w.voided_at is null)::integer end as waiting_place,
  json_build_object('id', c.id, 'reference', c.reference, 'title', c.title, 'kind', c.kind) as course,
  json_build_object('id', p.id, 'reference', p.reference, 'name', p.given_name || ' ' || p.family_name) as person,
  (select json_build_object('id', b.id, 'reference', b.reference, 'name', b.name) from app.business m
    join app.business b on b.hub_id = m.hub_id and b.id = m.counts_as_id where m.hub_id = t.hub_id and m.id = t.business_id) as business,
  (select json_build_object('id', s.id, 'reference', s.reference, 'starts_on', s.starts_on) from app.course_session s
    where s.hub_id = t.hub_id and s.id = t.session_id) as session,
  (select json_build_object('id', l.id, 'need', l.need, 'review', r.reference) from app.plan_line l
    join app.skills_review r on r.hub_id = l.hub_id and r.id = l.skills_review_id where l.hub_id = t.hub_id and l.id = t.plan_line_id) as plan_line`

const FROM = sql`app.participation t join app.course c on c.hub_id = t.hub_id and c.id = t.course_id
  join app.person q on q.hub_id = t.hub_id and q.id = t.person_id
  join app.person p on p.hub_id = q.hub_id and p.id = q.counts_as_id`

/** Learners, as a query: `more` may add a column, `where` says which, `end` orders and limits. */
export const learnersSql = <Row = LearnerRow>({
  more = sql``,
  where,
  end,
}: {
  more?: Sql
  where: Sql
  end: Sql
}): Sql<Row> => sql`select ${COLUMNS}${more} from ${FROM} where ${where} ${end}`

/** How many learners are at each stage, of those that `learnersSql` would give. */
export const countsSql = (where: Sql): Sql =>
  sql`select t.status, count(*)::integer as learners from ${FROM} where ${where} group by t.status`

/** Learners by their ids, those of them that stand. */
export async function learnersById(tx: Tx, hub_id: string, ids: readonly string[]): Promise<Map<string, LearnerRow>> {
  const where = sql`t.hub_id = ${hub_id} and t.id = any (${ids}::uuid[]) and t.voided_at is null`
  const found = await learnersSql({ where, end: sql`` }).execute(tx)
  return new Map(found.rows.map((row) => [row.id, row]))
}
