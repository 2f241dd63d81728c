/** The same work as plain SQL on the same tables, by the owner of the database: no login, permission, wall or audit. */

export const REGISTER = `insert into business (hub_id, reference, name, legal_form, town, postcode) values ($1, $2, $3, 'limited_company', 'Stone', 'ST15 8AA')`

export const LOG = `insert into interaction (hub_id, reference, business_id, kind, channel, occurred_on, minutes, adviser_id, notes)
  values ($1, $2, $3, 'advice_session', 'video', '2026-03-30', 45, $4, $5)`

export const OPEN = `select b.*,
    (select json_agg(i) from (select id, kind, channel, occurred_on, minutes, subject, notes from interaction
      where hub_id = b.hub_id and business_id = b.id order by occurred_on desc, id desc limit 20) i) as interactions,
    (select json_agg(r) from (select id, category, status, made_on from referral
      where hub_id = b.hub_id and business_id = b.id and status in ('made', 'acknowledged', 'accepted', 'started')) r) as referrals
  from business b where b.hub_id = $1 and b.reference = $2`

export const SEARCH = `select id, reference, name, town, postcode from business
  where hub_id = $1 and finder like '%' || $2 || '%' order by name, id limit 8`

export const CASELOAD = `select k.id, k.reference, k.kind, k.status, k.opened_on, k.next_step, k.next_on, b.name,
    (select max(occurred_on) from interaction i where i.hub_id = k.hub_id and i.business_id = k.business_id) as last_contact_on
  from "case" k join business b on b.hub_id = k.hub_id and b.id = k.business_id
  where k.hub_id = $1 and k.owner_id = $2 and k.status <> 'closed' order by k.next_on nulls last, k.id limit 25`

/** Every figure of a year that the data of the bench can make, in the way one would first write it. */
export const TOTALS = `
  with i as (select * from interaction where hub_id = $1 and occurred_on between $2 and $3 and minutes >= 1
      and kind not in ('admin_note', 'attempted_contact', 'intelligence') and voided_at is null),
    r as (select * from referral where hub_id = $1 and made_on between $2 and $3 and status <> 'withdrawn' and voided_at is null),
    o as (select * from outcome where hub_id = $1 and occurred_on between $2 and $3 and state = 'verified' and is_primary and voided_at is null),
    m as (select business_id, sum(minutes) as minutes from i group by business_id)
  select (select count(distinct business_id) from (select business_id from i union all select business_id from r) s) as supported,
    (select count(distinct person_id) from i where start_up_support) as helped_to_start,
    (select round(sum(least(hours_per_week, 30)) / 30, 2) from o where kind = 'job_created') as jobs_created,
    (select round(sum(least(1, hours_per_week / 37.5)), 2) from o where kind = 'job_safeguarded' and at_risk_noted_on < occurred_on) as jobs_safeguarded,
    (select sum(amount_pence) from o where kind = 'investment_private') as investment,
    (select count(distinct business_id) from o where kind = 'business_started') as started,
    (select count(*) filter (where minutes < 180) from m) as light, (select count(*) filter (where minutes between 180 and 719) from m) as medium,
    (select count(*) filter (where minutes >= 720) from m) as high,
    (select count(distinct business_id) from r) as referred,
    (select count(*) from referral where hub_id = $1 and accepted_on between $2 and $3 and voided_at is null) as moved_on,
    (select count(distinct business_id) from i where kind in ('advice_session', 'diagnostic_meeting', 'mentoring', 'account_management')) as one_to_one`

/** Who was supported in a year, each with the records that say so. */
export const exportOf = (hub_id: string, from: string, to: string): string => `copy (
  select b.reference, b.name, b.district_code, min(e.day) as first_on, max(e.day) as last_on, count(*) as records,
    string_agg(e.kind || ' ' || e.reference || ' on ' || e.day, '; ' order by e.day, e.reference) as because
  from (select business_id, 'interaction' as kind, reference, occurred_on as day from interaction where hub_id = '${hub_id}'
      and occurred_on between '${from}' and '${to}' and minutes >= 1 and kind not in ('admin_note', 'attempted_contact', 'intelligence')
    union all select business_id, 'referral', reference, made_on from referral where hub_id = '${hub_id}'
      and made_on between '${from}' and '${to}' and status <> 'withdrawn') e
  join business b on b.hub_id = '${hub_id}' and b.id = e.business_id
  group by b.id, b.reference, b.name, b.district_code order by b.name, b.id) to stdout with (format csv, header)`

export const COPY_IN =
  'copy interaction (hub_id, reference, business_id, kind, channel, occurred_on, minutes, notes) from stdin with (format csv)'
