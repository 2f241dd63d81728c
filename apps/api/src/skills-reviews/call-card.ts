import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import type { DeclineReason } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import type { ReviewStatus } from '@hubline/domain/skills-reviews/stages.ts'
import { sql } from 'kysely'
import { idsOf, lastContact } from '../records/client.ts'
import { isForSkills, isSkillsCase } from './candidates-sql.ts'

export type CallContact = {
  id: string
  name: string
  job_title: string | null
  phone: string | null
  email: string | null
}
/** One business as a broker has it on the screen during the call. */
export type CallCard = {
  id: string
  version: number
  place: number
  attempts: number
  /** Put off until today. */
  call_back_on: Day | null
  business: {
    id: string
    reference: string
    name: string
    trading_name: string | null
    town: string | null
    district_code: string | null
    sic_code: string | null
    employees_fte: number | null
    phone: string | null
    website: string | null
  }
  contacts: CallContact[]
  last_contact_on: Day | null
  last_note: { on: Day; text: string } | null
  referred_on: Day | null
  case_since: Day | null
  offers: {
    id: string
    version: number
    reference: string
    offered_on: Day
    status: ReviewStatus
    decline_reason: DeclineReason | null
    was_held: boolean
  }[]
}

/** What is known of the business of an entry. */
export async function callCard(
  tx: Tx,
  { hub_id, id, today }: { hub_id: string; id: string; today: Day },
): Promise<CallCard> {
  const ids = sql`c.ids`
  const found = await sql<CallCard>`
    with c as materialized (select e.id as entry_id, e.version as entry_version, e.place, e.attempts, e.call_back_on, b.*, ${idsOf('business', hub_id, sql`b.id`)} as ids
      from app.call_list_entry e join app.business q on q.hub_id = e.hub_id and q.id = e.business_id
        join app.business b on b.hub_id = q.hub_id and b.id = q.counts_as_id
      where e.hub_id = ${hub_id} and e.id = ${id})
    select c.entry_id as id, c.entry_version as version, c.place, c.attempts, c.call_back_on,
      json_build_object('id', c.id, 'reference', c.reference, 'name', c.name, 'trading_name', c.trading_name, 'town', c.town,
        'district_code', c.located_in, 'sic_code', c.sic_code, 'employees_fte', c.employees_fte, 'phone', c.phone, 'website', c.website) as business,
      coalesce((select json_agg(w) from (select p.id, p.given_name || ' ' || p.family_name as name, o.job_title, p.phone, p.email
        from app.business_role o join app.person q on q.hub_id = o.hub_id and q.id = o.person_id join app.person p on p.hub_id = q.hub_id and p.id = q.counts_as_id
        where o.hub_id = ${hub_id} and o.business_id = any (${ids}) and o.to_on is null and o.voided_at is null and p.voided_at is null
        order by o.is_main desc nulls last, p.family_name, o.id limit 6) w), '[]') as contacts,
      ${lastContact('business', hub_id, ids)} as last_contact_on,
      (select json_build_object('on', i.occurred_on, 'text', left(concat_ws(': ', i.subject, i.notes), 300)) from app.interaction i
        where i.hub_id = ${hub_id} and i.business_id = any (${ids}) and i.voided_at is null and i.kind <> 'admin_note' and coalesce(i.notes, i.subject) is not null
        order by i.occurred_on desc, i.id desc limit 1) as last_note,
      (select max(f.made_on) from app.referral f where f.hub_id = ${hub_id} and f.business_id = any (${ids}) and ${isForSkills(today)}) as referred_on,
      (select min(k.opened_on) from app."case" k where k.hub_id = ${hub_id} and k.business_id = any (${ids}) and ${isSkillsCase}) as case_since,
      coalesce((select json_agg(r) from (select r.id, r.version, r.reference, r.offered_on, r.status, r.decline_reason, r.held_on is not null as was_held
        from app.skills_review r where r.hub_id = ${hub_id} and r.business_id = any (${ids}) and r.voided_at is null
        order by r.offered_on desc, r.id desc limit 8) r), '[]') as offers
    from c`.execute(tx)
  const [card] = found.rows
  if (!card) throw new Error(`There is no call list entry ${id}`)
  return card
}
