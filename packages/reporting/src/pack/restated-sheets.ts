import type { Year } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import type { KeptRows } from './kept-rows.ts'
import type { PackQuery } from './pack-sheet.ts'

/** Which restatements are told: all of a year, or the one that made a version. */
type Told = { year: Year; version?: number }

/** Every unit by which a version differs from the one before it, list of the copy against list of the copy: to be kept for both sheets. */
export const restated = (hub_id: string, { year, version }: Told): KeptRows => ({
  table: 'pack_restated',
  rows: sql`
  select s.id as sign_off_id, s.version, u.* from sign_off s
    join sign_off p on p.hub_id = s.hub_id and p.year = s.year and p.version = s.version - 1
    cross join lateral (
      select coalesce(n.key, b.key) as key, case when b.id is null then 'in' when n.id is null then 'out' else 'changed' end as what,
        coalesce(n.kind, b.kind) as kind, coalesce(n.id, b.id) as id, coalesce(n.reference, b.reference) as reference, b.amount as amount_before, n.amount
      from (select * from signed_unit where hub_id = s.hub_id and sign_off_id = s.id) n
        full join (select * from signed_unit where hub_id = p.hub_id and sign_off_id = p.id) b on b.key = n.key and b.id = n.id
      where b.id is null or n.id is null or b.amount is distinct from n.amount) u
  where s.hub_id = ${hub_id} and s.year = ${year} ${version === undefined ? sql`` : sql`and s.version = ${version}`}`,
})

export const RESTATEMENTS = {
  version: 'number',
  key: 'text',
  'from value': 'number',
  'to value': 'number',
  'units in': 'number',
  'units out': 'number',
  'units changed': 'number',
  cause: 'text',
  'causes of units': 'text',
  'approved by': 'text',
  'signed by': 'text',
  'signed at': 'text',
} as const

export const RESTATED_UNITS = {
  version: 'number',
  key: 'text',
  what: 'text',
  unit: 'text',
  'unit id': 'text',
  'unit ref': 'text',
  'from amount': 'number',
  'to amount': 'number',
  cause: 'text',
  records: 'text',
} as const

/** What was kept of a sheet with the restatements of a year, each row as the JSON list of its cells. */
const kept = (name: string, hub_id: string, { year, version }: Told) => sql`
  select line::jsonb as c from sign_off s join signed_sheet_part p on p.hub_id = s.hub_id and p.sign_off_id = s.id and p.name = ${name}
    cross join lateral string_to_table(rtrim(p.lines, chr(10)), chr(10)) as line
  where s.hub_id = ${hub_id} and s.year = ${year} ${version === undefined ? sql`` : sql`and s.version = ${version}`}`

/** Restatements from before their causes were kept. */
const withoutCauses = (hub_id: string) => sql`
  (select * from pack_restated where sign_off_id not in (select sign_off_id from signed_sheet where hub_id = ${hub_id} and name = 'Restated units'))`

/** The figures that a restatement moved, with its reason, the causes of its units and who approved it. */
export const restatements = (told: Told): PackQuery => ({
  name: 'Restatements',
  columns: RESTATEMENTS,
  by: ['version', 'key'],
  rows: ({ hub_id }) => sql`
    select (c ->> 0)::integer as version, c ->> 1 as key, c ->> 2 as "from value", c ->> 3 as "to value", (c ->> 4)::bigint as "units in", (c ->> 5)::bigint as "units out",
      (c ->> 6)::bigint as "units changed", c ->> 7 as cause, c ->> 8 as "causes of units", c ->> 9 as "approved by", c ->> 10 as "signed by", c ->> 11 as "signed at"
    from (${kept('Restatements', hub_id, told)}) as k
    union all
    select d.version, d.key, b.value as "from value", f.value as "to value", d.units_in as "units in", d.units_out as "units out",
      d.units_changed as "units changed", s.reason as cause, null, s.approved_by as "approved by", s.signed_by_name as "signed by",
      to_char(s.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "signed at"
    from (select sign_off_id, version, key, count(*) filter (where what = 'in') as units_in, count(*) filter (where what = 'out') as units_out,
        count(*) filter (where what = 'changed') as units_changed
      from ${withoutCauses(hub_id)} as r group by sign_off_id, version, key) d
      join sign_off s on s.hub_id = ${hub_id} and s.id = d.sign_off_id
      join sign_off p on p.hub_id = s.hub_id and p.year = s.year and p.version = s.version - 1
      left join signed_figure f on f.hub_id = s.hub_id and f.sign_off_id = s.id and f.key = d.key
      left join signed_figure b on b.hub_id = p.hub_id and b.sign_off_id = p.id and b.key = d.key`,
})

/** The units behind these numbers, each with its cause. */
export const restatedUnits = (told: Told): PackQuery => ({
  name: 'Restated units',
  columns: RESTATED_UNITS,
  by: ['version', 'key', 'unit id'],
  rows: ({ hub_id }) => sql`
    select (c ->> 0)::integer as version, c ->> 1 as key, c ->> 2 as what, c ->> 3 as unit, (c ->> 4)::uuid as "unit id", c ->> 5 as "unit ref", c ->> 6 as "from amount", c ->> 7 as "to amount",
      c ->> 8 as cause, c ->> 9 as records
    from (${kept('Restated units', hub_id, told)}) as k
    union all
    select version, key, what, kind, id, reference, amount_before, amount, null, null from ${withoutCauses(hub_id)} as r`,
})
