import type { Tx } from '@hubline/db/connection.ts'
import {
  type ClientDocument,
  type DocumentFacts,
  clientDocument,
} from '@hubline/domain/skills-reviews/client-document.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { reads } from '../trpc.ts'
import { AskReview } from './plan-page.ts'

type Facts = DocumentFacts & { changed_at: string }

const textOf = (question: string) => sql`coalesce((select a.value #>> '{}' from app.review_answer a
  where a.hub_id = r.hub_id and a.skills_review_id = r.id and a.question = ${question} and jsonb_typeof(a.value) = 'string' and a.voided_at is null), '')`

const LINES = sql`coalesce((select json_agg(l) from (
  select l.need, l.people, l.level, l.mode, l.provider_options, l.funding_route, l.cost_pence, l.target_month, l.status,
    (select json_build_object('title', c.title, 'provider', o.name) from app.course c
      left join app.organisation o on o.hub_id = c.hub_id and o.id = c.organisation_id
      where c.hub_id = l.hub_id and c.id = l.course_id) as course
  from app.plan_line l where l.hub_id = r.hub_id and l.skills_review_id = r.id and l.voided_at is null order by l.place, l.id limit 500) l), '[]')`

const GAPS = sql`coalesce((select json_agg(g) from (select g.role, g.skill, g.people, g.urgency from app.skills_gap g
  where g.hub_id = r.hub_id and g.skills_review_id = r.id and g.voided_at is null order by g.place, g.id limit 500) g), '[]')`

const AGREED = sql`case when r.plan_agreed_on is not null then json_build_object('on', r.plan_agreed_on,
  'by', (select p.said_by from app.plan_agreement p where p.hub_id = r.hub_id and p.skills_review_id = r.id and p.answer = 'agreed' and p.voided_at is null
    order by p.answered_at desc, p.id desc limit 1)) end`

/** When anything in the document last changed: the same document carries the same time. */
const CHANGED = sql`(select max(t.recorded_at) from (select r.recorded_at
  union all select l.recorded_at from app.plan_line l where l.hub_id = r.hub_id and l.skills_review_id = r.id
  union all select g.recorded_at from app.skills_gap g where g.hub_id = r.hub_id and g.skills_review_id = r.id
  union all select a.recorded_at from app.review_answer a where a.hub_id = r.hub_id and a.skills_review_id = r.id) t)`

/** What the document for a client says, by the id or the reference of its review. @throws Problem 'not_found' */
export async function documentFacts(
  tx: Tx,
  hub_id: string,
  review: { id: string } | { reference: string },
): Promise<{ document: ClientDocument; changed_at: Date }> {
  const which = 'id' in review ? sql`r.id = ${review.id}` : sql`r.reference = ${review.reference}`
  const found = await sql<Facts>`
    select h.name as hub, b.name as business, r.reference, r.held_on, r.attendees, ${AGREED} as agreed,
      (select json_build_object('name', a.name, 'email', a.email) from app.adviser a where a.hub_id = r.hub_id and a.id = r.broker_id) as broker,
      ${textOf('findings')} as findings, ${textOf('next_steps')} as next_steps, ${GAPS} as gaps, ${LINES} as lines, ${CHANGED} as changed_at
    from app.skills_review r join app.hub h on h.hub_id = r.hub_id and h.id = r.hub_id
      join app.business m on m.hub_id = r.hub_id and m.id = r.business_id
      join app.business b on b.hub_id = m.hub_id and b.id = m.counts_as_id
    where r.hub_id = ${hub_id} and ${which} and r.voided_at is null`.execute(tx)
  const [facts] = found.rows
  if (!facts) throw new Problem('not_found', 'There is no such skills review in your hub: find its business')
  return { document: clientDocument(facts), changed_at: new Date(facts.changed_at) }
}

/** The document for the client of a review. */
export const planDocument = reads('review:read')
  .input(AskReview)
  .query(
    async ({ ctx: { db, actor }, input }): Promise<ClientDocument> =>
      (await documentFacts(db, actor.hub_id, input)).document,
  )
