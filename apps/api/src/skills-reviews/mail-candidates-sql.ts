import type { CallListCriteria } from '@hubline/domain/skills-reviews/call-list.ts'
import type { MailStanding } from '@hubline/domain/skills-reviews/offer-letter.ts'
import { sql } from 'kysely'
import type { Sql } from '../records/client.ts'
import { type CandidateScope, candidatesSql } from './candidates-sql.ts'

export type MailCandidate = {
  id: string
  reference: string
  name: string
  district_code: string | null
  place: number
  person_id: string | null
  person_reference: string | null
  given_name: string | null
  family_name: string | null
  email: string | null
  standing: MailStanding
}

/**
 * Whether the person `p` at the business `b` may be sent an offer. Whoever refused is left alone at that address on
 * every record; sole traders and partnerships are individuals to the rules about marketing by e-mail, so they are asked
 * first. Source: Privacy and Electronic Communications Regulations 2003, regulations 2 and 22.
 */
const standingSql = (hub_id: string): Sql<MailStanding> => sql`case
  when coalesce(p.email, '') = '' then 'no_email'
  when p.mailings = 'refused' or exists (select from app.person x where x.hub_id = ${hub_id} and lower(x.email) = lower(p.email)
    and x.mailings = 'refused' and x.voided_at is null) then 'refused'
  when b.legal_form in ('sole_trader', 'partnership') and p.mailings is distinct from 'agreed' then 'not_agreed'
  else 'can' end`

/**
 * Whom the offer to a business `b` goes to: somebody who works there and can be written to, its main contact before
 * others. `only` narrows it to some person `p`.
 */
export const contactSql = (hub_id: string, only: Sql = sql`true`): Sql => sql`
  select p.id as person_id, p.reference as person_reference, p.given_name, p.family_name, p.email, ${standingSql(hub_id)} as standing
  from app.business_role o join app.person q on q.hub_id = o.hub_id and q.id = o.person_id
    join app.person p on p.hub_id = q.hub_id and p.id = q.counts_as_id
  where o.hub_id = ${hub_id} and o.business_id = b.id and o.to_on is null and o.voided_at is null and p.voided_at is null and ${only}
  order by ${standingSql(hub_id)} <> 'can', o.is_main desc nulls last, p.family_name, o.id limit 1`

/** The businesses that match, each with whom its offer would go to or why it cannot go. */
export function mailCandidatesSql(criteria: CallListCriteria, scope: CandidateScope): Sql<MailCandidate> {
  const { hub_id } = scope
  return sql`(select c.id, c.reference, c.name, c.district_code, c.place, w.person_id, w.person_reference, w.given_name, w.family_name, w.email,
      coalesce(w.standing, 'nobody_named') as standing
    from ${candidatesSql(criteria, scope)} c join app.business b on b.hub_id = ${hub_id} and b.id = c.id
      left join lateral (${contactSql(hub_id)}) w on true
    where not exists (select from app.offer_letter l where l.hub_id = ${hub_id} and l.business_id = c.id and l.state = 'waiting' and l.voided_at is null))`
}
