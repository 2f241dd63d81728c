/**
 * What a manager does at the end of a year as plain SQL on the same tables, by the owner of the database, in the way one
 * would first write it: no merged clients, no districts served, no versions of definitions, no fingerprints. On the data
 * of the bench it finds the same rows.
 */
export type OfYear = { hub_id: string; from: string; to: string }

const COUNTS = `minutes >= 1 and kind not in ('admin_note', 'attempted_contact', 'intelligence')`

/** The records behind each figure that the data of the bench make: `unit`, whom or what they count for, and `business_id`. */
function evidence({ hub_id, from, to }: OfYear): Readonly<Record<string, string>> {
  const own = `hub_id = '${hub_id}' and voided_at is null`
  const year = `between '${from}' and '${to}'`
  const met = (also: string) =>
    `select business_id, business_id as unit, 'interaction' as record, id, reference, occurred_on as day, null::numeric as amount
     from interaction where ${own} and business_id is not null and occurred_on ${year} and ${COUNTS} and ${also}`
  const minutes = (band: string) =>
    met(`business_id in (select business_id from interaction where ${own} and occurred_on ${year} and ${COUNTS}
      group by business_id having sum(minutes) ${band})`)
  const referred = (unit: string, also: string) =>
    `select business_id, ${unit} as unit, 'referral' as record, id, reference, ${unit === 'id' ? 'accepted_on' : 'made_on'} as day, null::numeric as amount from referral where ${own} and ${also}`
  const result = (kind: string, amount: string) =>
    `select business_id, id as unit, 'outcome' as record, id, reference, occurred_on as day, ${amount} as amount
     from outcome where ${own} and kind = '${kind}' and state = 'verified' and is_primary and occurred_on ${year}`
  const made = referred('business_id', `made_on ${year} and status <> 'withdrawn'`)
  return {
    'lep.businesses_supported': `${met('true')} union all ${made}`,
    'lep.jobs_created': result('job_created', 'least(hours_per_week, 30) / 30'),
    'lep.private_investment_leveraged': result('investment_private', 'amount_pence / 100.0'),
    'lep.businesses_started': `select business_id, business_id as unit, 'outcome' as record, id, reference, occurred_on as day, null::numeric as amount
      from (select *, min(occurred_on) over (partition by business_id) as first_on from outcome where ${own} and kind = 'business_started') as o
      where first_on ${year} and occurred_on ${year}`,
    'gh.light': minutes('between 1 and 179'),
    'gh.medium': minutes('between 180 and 719'),
    'gh.high': minutes('>= 720'),
    'gh.referred_any': made,
    'gh.referred_by_category': made,
    'local.referrals_moved_on': referred('id', `accepted_on ${year}`),
    'local.one_to_one': met(`kind in ('advice_session', 'diagnostic_meeting', 'mentoring', 'account_management')`),
  }
}

/** The first fifty units behind each figure with their records, how many there are, and in which districts. */
export const firstPages = (of: OfYear): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(evidence(of)).map(([key, rows]) => [key, firstPage(of, rows)]))

const firstPage = ({ hub_id }: OfYear, rows: string): string => `
  with e as (${rows}),
    u as (select e.unit, b.name, b.reference, b.district_code, min(e.day) as first_on, max(e.day) as last_on, sum(e.amount) as amount
      from e join business b on b.hub_id = '${hub_id}' and b.id = e.business_id group by e.unit, b.id, b.name, b.reference, b.district_code),
    page as (select * from u order by name, unit limit 50)
  select (select json_agg(p) from (select page.*, (select json_agg(e order by e.day, e.reference) from e where e.unit = page.unit) as because from page) p) as rows,
    (select count(*) from u) as total,
    (select json_agg(d) from (select district_code, count(*) from u group by district_code order by 2 desc) d) as districts`

/** What there is of a business in a year, each record with whether it counts; $1 is the business. */
export const whyOf = ({ hub_id, from, to }: OfYear): string => {
  const own = (day: string) =>
    `hub_id = '${hub_id}' and business_id = $1 and voided_at is null and ${day} between '${from}' and '${to}'`
  return `select
    (select json_agg(i) from (select reference, kind, occurred_on, minutes, ${COUNTS} as counts from interaction where ${own('occurred_on')} order by occurred_on) i) as interactions,
    (select json_agg(r) from (select reference, status, made_on, accepted_on, status <> 'withdrawn' as counts from referral where ${own('made_on')} order by made_on) r) as referrals,
    (select json_agg(o) from (select reference, kind, state, occurred_on, state = 'verified' and is_primary as counts from outcome where ${own('occurred_on')} order by occurred_on) o) as outcomes`
}

/** The rows of the pack's sheets that the data of the bench fill; the figures themselves are `TOTALS`. */
export function sheets(of: OfYear): string[] {
  const { hub_id, from, to } = of
  const own = `r.hub_id = '${hub_id}' and r.voided_at is null`
  const year = `between '${from}' and '${to}'`
  const clients = `left join business b on b.hub_id = r.hub_id and b.id = r.business_id left join person n on n.hub_id = r.hub_id and n.id = r.person_id`
  const proof = Object.entries(evidence(of)).map(([key, rows]) => `select '${key}' as key, e.* from (${rows}) as e`)
  const named = ['interaction occurred_on', 'referral made_on', 'outcome occurred_on'].map((each) => each.split(' '))
  const whom = (client: string) =>
    named
      .map(([table, day]) => `select ${client}_id from "${table}" r where ${own} and r.${day} ${year}`)
      .join(' union ')
  return [
    `with e as (${proof.join(' union all ')}),
      counted as (select business_id, string_agg(distinct key, ' ' order by key) as keys, min(day) as first_on from e group by business_id),
      spent as (select business_id, sum(minutes) as minutes from interaction r where ${own} and occurred_on ${year} and ${COUNTS} group by business_id),
      first as (select distinct on (business_id) business_id, reference from e where key = 'lep.businesses_supported' order by business_id, day, reference)
     select r.reference, r.name, r.company_number, r.charity_number, r.postcode, r.located_in, r.sic_code, r.legal_form, r.employees_fte, c.first_on,
       s.minutes, case when s.minutes >= 720 then 'high' when s.minutes >= 180 then 'medium' when s.minutes >= 1 then 'light' end as intensity, f.reference as because, c.keys
     from business r left join counted c on c.business_id = r.id left join spent s on s.business_id = r.id left join first f on f.business_id = r.id
     where ${own} and r.id in (${whom('business')}) order by 1`,
    `select r.reference, r.located_in, r.trading_since, h.hours from person r
       left join (select person_id, round(sum(minutes) / 60.0, 2) as hours from interaction r where ${own} and occurred_on ${year} and ${COUNTS} group by person_id) h on h.person_id = r.id
     where ${own} and r.id in (${whom('person')}) order by 1`,
    `select 'interaction', r.reference, b.reference, n.reference, v.reference, r.kind, r.channel, r.occurred_on, r.minutes, r.start_up_support, r.evidence_level, ${COUNTS.replaceAll('kind', 'r.kind')}
     from interaction r ${clients} left join adviser v on v.hub_id = r.hub_id and v.id = r.adviser_id where ${own} and r.occurred_on ${year} order by r.occurred_on, r.reference`,
    `select r.reference, b.reference, n.reference, r.category, o.name, r.made_on, r.accepted_on, r.started_on, r.completed_on, r.status, r.accepted_on - r.made_on
     from referral r ${clients} left join organisation o on o.hub_id = r.hub_id and o.id = r.organisation_id
     where ${own} and (r.made_on ${year} or r.accepted_on ${year}) order by 1`,
    `select r.reference, b.reference, r.kind, r.state, r.hours_per_week, r.full_time_week, r.amount_pence, r.occurred_on, r.is_primary, r.evidence_level, v.reference, r.verified_on
     from outcome r ${clients} left join adviser v on v.hub_id = r.hub_id and v.id = r.verified_by_id
     where ${own} and (r.occurred_on ${year} or r.kind = 'business_started' and r.occurred_on < '${from}') order by 1`,
    `select 'interaction' as record, r.reference, b.reference, r.occurred_on as day, case when r.occurred_on not ${year} then 'outside dates' when r.minutes < 1 then 'no minutes' else 'kind does not count' end as reason
     from interaction r ${clients} where ${own} and r.occurred_on between '${from}'::date - 31 and '${to}'::date + 31 and not (r.occurred_on ${year} and ${COUNTS.replaceAll('kind', 'r.kind')})
     union all select 'referral', r.reference, b.reference, r.made_on, case when r.made_on not ${year} then 'outside dates' else 'withdrawn' end
     from referral r ${clients} where ${own} and r.made_on between '${from}'::date - 31 and '${to}'::date + 31 and not (r.made_on ${year} and r.status <> 'withdrawn')
     union all select 'outcome', r.reference, b.reference, r.occurred_on, case when r.occurred_on not ${year} then 'outside dates' else 'kind does not count' end
     from outcome r ${clients} where ${own} and r.occurred_on between '${from}'::date - 31 and '${to}'::date + 31
       and not (r.occurred_on ${year} and r.kind in ('job_created', 'investment_private', 'business_started')) order by 5, 1, 2`,
    `select e.key, b.reference, e.record, e.reference as "record ref", e.day, e.amount
     from (${proof.join(' union all ')}) as e join business b on b.hub_id = '${hub_id}' and b.id = e.business_id order by 1, 2, 5, 3, 4`,
  ]
}

/** Copies the units of every figure with their records, and the rows of the sheets as text, and lets go of them. */
export const copied = (of: OfYear): string[] => [
  'begin',
  ...Object.entries(evidence(of)).map(
    ([key, rows], at) => `create temporary table bare_unit_${at} as
      select '${key}' as key, e.unit, b.reference, b.name, b.district_code, min(e.day) as first_on, max(e.day) as last_on, sum(e.amount) as amount,
        json_agg(json_build_array(e.record, e.id, e.reference, e.day, e.amount) order by e.day, e.id)::text as because
      from (${rows}) as e join business b on b.hub_id = '${of.hub_id}' and b.id = e.business_id group by e.unit, b.reference, b.name, b.district_code`,
  ),
  ...sheets(of)
    .slice(0, -1)
    .map((rows, at) => `create temporary table bare_sheet_${at} as select format('%s', t) as line from (${rows}) as t`),
  'rollback',
]
