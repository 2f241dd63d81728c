import { LETTER_STATES, type LetterState } from '@hubline/domain/skills-reviews/offer-letter.ts'
import { sql } from 'kysely'
import type { Sql } from '../records/client.ts'

export type LetterCounts = Record<LetterState | 'all' | 'answered', number>

/** The review `r` of a letter has been answered, or went further. */
export const isAnswered: Sql<boolean> = sql`(l.state = 'offered' and coalesce(r.status not in ('offered', 'no_response'), false))`

/** The letters `l` of a mailing, each with its review `r`. */
export const lettersFrom = (hub_id: string, mailing_id: Sql): Sql => sql`app.offer_letter l
  left join app.skills_review r on r.hub_id = l.hub_id and r.id = l.skills_review_id and r.voided_at is null
  where l.hub_id = ${hub_id} and l.offer_mailing_id = ${mailing_id} and l.voided_at is null`

/** How many letters of one mailing stand where, as one JSON value: each number is the length of the list it opens. */
export function letterCountsSql(hub_id: string, mailing_id: Sql): Sql<LetterCounts> {
  const counts = LETTER_STATES.map(
    (state) => sql`(count(*) filter (where l.state = ${sql.lit(state)}))::integer as ${sql.ref(state)}`,
  )
  return sql`(select to_jsonb(n) from (select ${sql.join(counts)}, (count(*) filter (where ${isAnswered}))::integer as answered,
    count(*)::integer as "all" from ${lettersFrom(hub_id, mailing_id)}) n)`
}
