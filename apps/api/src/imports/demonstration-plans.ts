import type { Tx } from '@hubline/db/connection.ts'
import { chanceOf } from '@hubline/db/seed/chance.ts'
import { saidNeeds } from '@hubline/db/seed/needs.ts'
import { LAST_DAY } from '@hubline/db/seed/settings.ts'
import { type Day, addDays } from '@hubline/domain/day.ts'
import { needOfGap } from '@hubline/domain/skills-reviews/plan-line.ts'
import { guessSkillArea } from '@hubline/domain/skills-reviews/roles-and-skills.ts'
import { yearOf } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import { lineTakenUp } from '../skills-reviews/follow-uptake.ts'
import { mustHaveQuestions } from '../skills-reviews/questions-in-force.ts'

/** From this day on reviews of the demonstration say what they found; those before were held on paper. */
const FORMS_SINCE = '2025-04-01' as Day

type Review = {
  id: string
  held_on: Day
  planned: boolean
  taken_up: boolean
  sic_code: string | null
  employees: number
}
type Gap = Record<string, unknown> & { id: string }

/** What is no part of a bundle: the gaps that reviews found, the plans that followed and the learners who took them up. */
export async function makePlans(tx: Tx, hub_id: string): Promise<void> {
  const found = await sql<Review>`
    select r.id, r.held_on, r.plan_agreed_on is not null as planned, r.status in ('uptake_recorded', 'closed') as taken_up,
      b.sic_code, coalesce(b.employees_fte, 5)::float8 as employees
    from app.skills_review r join app.business b on b.hub_id = r.hub_id and b.id = r.business_id
    where r.hub_id = ${hub_id} and r.held_on >= ${FORMS_SINCE} and r.status <> 'held' and r.voided_at is null
      and not exists (select from app.plan_line l where l.hub_id = r.hub_id and l.skills_review_id = r.id)
    order by r.reference limit 2000`.execute(tx)
  if (found.rows.length === 0) return
  const template = await mustHaveQuestions(tx, hub_id, FORMS_SINCE)
  await sql`insert into app.review_form (hub_id, reference, skills_review_id, review_template_id, finished_at)
    select r.hub_id, app.new_id()::text, r.id, ${template.id}::uuid, r.held_on + interval '15 hours'
    from app.skills_review r where r.hub_id = ${hub_id} and r.id = any(${found.rows.map(({ id }) => id)}::uuid[]) order by r.reference`.execute(
    tx,
  )
  const gaps = found.rows.flatMap(gapsOf)
  await sql`insert into app.skills_gap (hub_id, id, reference, skills_review_id, place, role, role_group, skill, skill_area, level, people, urgency)
    select ${hub_id}::uuid, g.id, g.id::text, g.skills_review_id, g.place, g.role, g.role_group, g.skill, g.skill_area, g.level, g.people, g.urgency
    from json_populate_recordset(null::app.skills_gap, ${JSON.stringify(gaps)}::json) g`.execute(tx)
  await sql`insert into app.plan_line (hub_id, reference, skills_review_id, skills_gap_id, place, need, role_group, skill_area, level, people, status)
    select ${hub_id}::uuid, app.next_reference('plan_line', 'PL', g.period), g.skills_review_id, g.id, g.place, g.need, g.role_group, g.skill_area, g.level, coalesce(g.people, 1), g.line_status
    from json_to_recordset(${JSON.stringify(gaps)}::json) g (id uuid, skills_review_id uuid, place numeric, need text, role_group text, skill_area text, level text,
      people integer, line_status text, period text) where g.line_status is not null`.execute(tx)
  await enrolLearners(tx, hub_id)
}

/** The gaps of one review, each with how far its line has come; no status where it has no line. */
function gapsOf({ id: skills_review_id, held_on, planned, taken_up, sic_code, employees }: Review, at: number): Gap[] {
  const chance = chanceOf(at + 1)
  return saidNeeds({ at, sic_code, employees }).map((said, place) => ({
    ...said,
    id: crypto.randomUUID(),
    skills_review_id,
    place: place + 1,
    need: needOfGap(said),
    period: yearOf(held_on).replace(/^\d\d(\d\d)-/, '$1'),
    line_status:
      !planned || chance.often(0.2)
        ? null
        : taken_up && place === 0
          ? chance.one(['enrolled', 'started', 'completed'])
          : chance.weighted([
              ['planned', 7],
              [taken_up ? 'started' : 'planned', 2],
              ['dropped', 1],
            ]),
  }))
}

type Line = { id: string; review_id: string; business_id: string; plan_agreed_on: Day }
type Learner = { id: string; course_id: string; title: string; qualifying_start_on: Day }

/** So long after a plan was agreed a learner who began is taken to have begun because of it. */
const DAYS_TO_TAKE_UP = 100

/** Learners of whom no employer is known yet take up the lines that say so: one or a few on the same course. */
async function enrolLearners(tx: Tx, hub_id: string): Promise<void> {
  const lines = await sql<Line>`
    select l.id, r.id as review_id, r.business_id, r.plan_agreed_on from app.skills_review r
      join app.plan_line l on l.hub_id = r.hub_id and l.skills_review_id = r.id and ${lineTakenUp}
    where r.hub_id = ${hub_id} and r.plan_agreed_on is not null and l.course_id is null order by r.reference, l.place limit 2000`.execute(
    tx,
  )
  const learners = await sql<Learner>`
    select p.id, p.course_id, c.title, p.qualifying_start_on
    from app.participation p join app.course c on c.hub_id = p.hub_id and c.id = p.course_id
    where p.hub_id = ${hub_id} and p.business_id is null and p.qualifying_start_on >= ${FORMS_SINCE}
    order by p.qualifying_start_on, p.reference limit 5000`.execute(tx)
  const free = new Set(learners.rows)
  const enrolled = lines.rows.flatMap((line, at) => {
    const last = addDays(line.plan_agreed_on, DAYS_TO_TAKE_UP)
    const fitting = [...free].filter(({ qualifying_start_on: on }) => line.plan_agreed_on <= on && on <= last)
    const chosen = fitting.filter(({ course_id }) => course_id === fitting[0]?.course_id).slice(0, 1 + (at % 4))
    for (const learner of chosen) free.delete(learner)
    return chosen.map((learner) => ({
      ...learner,
      ...line,
      id: learner.id,
      line_id: line.id,
      skill_area: guessSkillArea(learner.title) ?? 'other',
    }))
  })
  await writeEnrolled(tx, hub_id, JSON.stringify(enrolled))
}

async function writeEnrolled(tx: Tx, hub_id: string, enrolled: string): Promise<void> {
  const e = sql`json_to_recordset(${enrolled}::json) e (id uuid, line_id uuid, review_id uuid, business_id uuid, course_id uuid, title text, skill_area text, qualifying_start_on date)`
  await sql`update app.participation p set plan_line_id = e.line_id, business_id = e.business_id from ${e}
    where p.hub_id = ${hub_id} and p.id = e.id`.execute(tx)
  await sql`update app.plan_line l set course_id = e.course_id, need = e.title, skill_area = e.skill_area from ${e}
    where l.hub_id = ${hub_id} and l.id = e.line_id`.execute(tx)
  await sql`update app.skills_gap g set role = 'Staff', skill = l.need, skill_area = l.skill_area from app.plan_line l
    where g.hub_id = ${hub_id} and l.hub_id = g.hub_id and l.skills_gap_id = g.id and l.course_id is not null`.execute(
    tx,
  )
  await sql`update app.skills_review r set uptake_on = coalesce((select min(e.qualifying_start_on) from ${e} where e.review_id = r.id), least(r.plan_agreed_on + 14, ${LAST_DAY}::date))
    where r.hub_id = ${hub_id} and r.plan_agreed_on is not null and exists (select from app.plan_line l
      where l.hub_id = r.hub_id and l.skills_review_id = r.id and ${lineTakenUp})`.execute(tx)
}
