import { CallListCriteria } from '@hubline/domain/skills-reviews/call-list.ts'
import { MAIL_STANDINGS, type MailStanding } from '@hubline/domain/skills-reviews/offer-letter.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'
import { candidateScope } from './count-candidates.ts'
import { type MailCandidate, mailCandidatesSql } from './mail-candidates-sql.ts'

const Ask = z.object({ criteria: CallListCriteria, standing: z.enum(MAIL_STANDINGS).default('can'), ...AskPage })

/** Who would be sent an offer, who would not and why: each number is the length of the list that it opens. */
export const mailCandidates = reads('review:work')
  .input(Ask)
  .query(async ({ ctx: { db, actor, today, sends_mail }, input: { criteria, standing, ...page } }) => {
    const scope = await candidateScope(db, actor.hub_id, today)
    const { where, order } = pageSql(page)
    const found = await sql<{ counts: Record<MailStanding, number>; rows: (MailCandidate & { sorted_by: string })[] }>`
      with c as materialized (select c.*, lpad(c.place::text, 7, '0') as sorted_by from ${mailCandidatesSql(criteria, scope)} c)
      select (select to_jsonb(n) from (select ${sql.join(counted)} from c) n) as counts,
        coalesce((select json_agg(f) from (select * from c where c.standing = ${standing} and ${where} ${order}) f), '[]') as rows`.execute(
      db,
    )
    const [answer] = found.rows
    if (!answer) throw new Error('The candidates were not counted')
    return {
      ...asPage(answer.rows, page),
      counts: answer.counts,
      /** The districts that the hub serves; none: it has no area rule. */
      districts: scope.area_codes,
      sends_mail,
    }
  })

const counted = MAIL_STANDINGS.map(
  (standing) => sql`(count(*) filter (where c.standing = ${sql.lit(standing)}))::integer as ${sql.ref(standing)}`,
)
