import type { Day } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { AnswerValue } from '@hubline/domain/skills-reviews/answers.ts'
import type { Level, RoleGroup, SkillArea, Urgency } from '@hubline/domain/skills-reviews/roles-and-skills.ts'
import type { SKILLS_REVIEW_STATUSES } from '@hubline/domain/skills-reviews/skills-reviews-file.ts'
import { type Section, Sections } from '@hubline/domain/skills-reviews/template.ts'
import { sql } from 'kysely'
import type { Sql } from '../records/client.ts'
import { reads } from '../trpc.ts'
import { AskReview } from './plan-page.ts'
import { questionsInForce } from './questions-in-force.ts'

/** What somebody else wrote and this answer wrote over without having seen it. */
export type Crossed<Content> = { by: string | null; at: string; content: Content | { removed: true } }

type Kept<Content> = { id: string; version: number; crossed: Crossed<Content> | null }
export type FormAnswer = Kept<{ value: AnswerValue }> & { question: string; value: AnswerValue }
export type WorkforceContent = {
  place: number
  role: string
  role_group: RoleGroup | null
  level: Level | null
  people: number | null
}
export type GapContent = WorkforceContent & { skill: string; skill_area: SkillArea; urgency: Urgency }
export type WorkforceLine = Kept<WorkforceContent> & WorkforceContent
export type GapLine = Kept<GapContent> & GapContent & { is_planned: boolean }

export type FormPage = {
  review: {
    id: string
    version: number
    reference: string
    status: (typeof SKILLS_REVIEW_STATUSES)[number]
    slot_start: string | null
    held_on: Day | null
    held_minutes: number | null
    attendees: string | null
    attendee_name: string | null
    broker: string | null
    business: {
      id: string
      reference: string
      name: string
      sic_code: string | null
      town: string | null
      employees_fte: number | null
      measured_on: Day | null
    }
  }
  /** Null until the form is begun. */
  form: { begun_at: string; finished_at: string | null } | null
  questions: { number: number; sections: readonly Section[] }
  answers: FormAnswer[]
  workforce: WorkforceLine[]
  gaps: GapLine[]
  /** The business's review before this one. */
  last: { reference: string; held_on: Day | null; gaps: { role: string; skill: string; is_closed: boolean }[] } | null
  /** People of the business who are on a course now. */
  learning_now: number
}

const crossed = sql`case when t.other_value is not null then json_build_object('content', t.other_value, 'at', t.other_at,
  'by', (select a.name from app.adviser a where a.hub_id = t.hub_id and a.id = t.other_by_id)) end as crossed`

const linesOf = (table: 'workforce_line' | 'skills_gap', more: Sql) => sql`
  coalesce((select json_agg(l) from (select t.id, t.version, t.place::float8 as place, t.role, t.role_group, t.level, t.people, ${more} ${crossed}
    from ${sql.table(`app.${table}`)} t where t.hub_id = r.hub_id and t.skills_review_id = r.id and t.voided_at is null
    order by t.place, t.id limit 500) l), '[]')`

const PLANNED = sql`exists (select from app.plan_line p where p.hub_id = t.hub_id and p.skills_gap_id = t.id and p.voided_at is null) as is_planned`

/** Closed: a line of the plan for it came to its end. */
const LAST = sql`(select json_build_object('reference', o.reference, 'held_on', o.held_on, 'gaps', coalesce((
    select json_agg(json_build_object('role', g.role, 'skill', g.skill, 'is_closed', exists (select from app.plan_line p
        where p.hub_id = g.hub_id and p.skills_gap_id = g.id and p.status = 'completed' and p.voided_at is null)) order by g.place, g.id)
    from app.skills_gap g where g.hub_id = o.hub_id and g.skills_review_id = o.id and g.voided_at is null), '[]'))
  from app.business s join app.skills_review o on o.hub_id = s.hub_id and o.business_id = s.id
  where s.hub_id = r.hub_id and s.counts_as_id = b.id and o.id <> r.id and o.held_on is not null and o.held_on <= coalesce(r.held_on, ${sql.ref('today')}) and o.voided_at is null
  order by o.held_on desc, o.id desc limit 1)`

const BUSINESS = sql`json_build_object('id', b.id, 'reference', b.reference, 'name', b.name, 'sic_code', b.sic_code, 'town', b.town,
  'employees_fte', b.employees_fte::float8, 'measured_on', b.measured_on)`

type Row = Omit<FormPage, 'questions'> & { asked: { number: number; sections: unknown } | null }

/** The form of a review: what is asked, what was answered, and what is known of the business. */
export const formPage = reads('review:read')
  .input(AskReview)
  .query(async ({ ctx: { db, actor, today }, input: { reference } }): Promise<FormPage> => {
    const found = await sql<Row>`
      select json_build_object('id', r.id, 'version', r.version, 'reference', r.reference, 'status', r.status, 'slot_start', r.slot_start,
          'held_on', r.held_on, 'held_minutes', r.held_minutes, 'attendees', r.attendees, 'attendee_name', r.attendee_name,
          'broker', (select a.name from app.adviser a where a.hub_id = r.hub_id and a.id = r.broker_id), 'business', ${BUSINESS}) as review,
        (select json_build_object('begun_at', coalesce((select h.valid_from from app.history h where h.hub_id = f.hub_id and h.kind = 'review_form' and h.id = f.id and h.version = 1), f.recorded_at),
          'finished_at', f.finished_at) from app.review_form f where f.hub_id = r.hub_id and f.skills_review_id = r.id) as form,
        (select json_build_object('number', q.number, 'sections', q.sections) from app.review_form f
          join app.review_template q on q.hub_id = f.hub_id and q.id = f.review_template_id
          where f.hub_id = r.hub_id and f.skills_review_id = r.id) as asked,
        coalesce((select json_agg(l) from (select t.id, t.version, t.question, t.value, ${crossed} from app.review_answer t
          where t.hub_id = r.hub_id and t.skills_review_id = r.id and t.voided_at is null order by t.id limit 500) l), '[]') as answers,
        ${linesOf('workforce_line', sql``)} as workforce,
        ${linesOf('skills_gap', sql`t.skill, t.skill_area, t.urgency, ${PLANNED},`)} as gaps,
        ${LAST} as last,
        (select count(*)::integer from app.participation p join app.business s on s.hub_id = p.hub_id and s.id = p.business_id
          where s.hub_id = r.hub_id and s.counts_as_id = b.id and p.status in ('started', 'in_learning') and p.voided_at is null) as learning_now
      from (select ${today}::date as today) day, app.skills_review r join app.business m on m.hub_id = r.hub_id and m.id = r.business_id
        join app.business b on b.hub_id = m.hub_id and b.id = m.counts_as_id
      where r.hub_id = ${actor.hub_id} and r.reference = ${reference} and r.voided_at is null`.execute(db)
    const [row] = found.rows
    if (!row) throw new Problem('not_found', `There is no skills review ${reference} in your hub: find its business`)
    const { asked, ...page } = row
    const questions = asked
      ? { number: asked.number, sections: Sections.parse(asked.sections) }
      : await questionsInForce(db, actor.hub_id).then(({ number, sections }) => ({ number, sections }))
    return { ...page, questions }
  })
