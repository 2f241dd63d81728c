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

/** The figures that a restatement moved, with its reason and who approved it. */
export const restatements: PackQuery = {
  name: 'Restatements',
  columns: {
    version: 'number',
    key: 'text',
    'from value': 'number',
    'to value': 'number',
    'units in': 'number',
    'units out': 'number',
    'units changed': 'number',
    cause: 'text',
    'approved by': 'text',
    'signed by': 'text',
    'signed at': 'text',
  },
  by: ['version', 'key'],
  rows: ({ hub_id }) => sql`
    select d.version, d.key, b.value as "from value", f.value as "to value", d.units_in as "units in", d.units_out as "units out",
      d.units_changed as "units changed", s.reason as cause, s.approved_by as "approved by", s.signed_by_name as "signed by",
      to_char(s.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "signed at"
    from (select sign_off_id, version, key, count(*) filter (where what = 'in') as units_in, count(*) filter (where what = 'out') as units_out,
        count(*) filter (where what = 'changed') as units_changed
      from pack_restated group by sign_off_id, version, key) d
      join sign_off s on s.hub_id = ${hub_id} and s.id = d.sign_off_id
      join sign_off p on p.hub_id = s.hub_id and p.year = s.year and p.version = s.version - 1
      left join signed_figure f on f.hub_id = s.hub_id and f.sign_off_id = s.id and f.key = d.key
      left join signed_figure b on b.hub_id = p.hub_id and b.sign_off_id = p.id and b.key = d.key`,
}

/** The units behind these numbers. */
export const restatedUnits: PackQuery = {
  name: 'Restated units',
  columns: {
    version: 'number',
    key: 'text',
    what: 'text',
    unit: 'text',
    'unit id': 'text',
    'unit ref': 'text',
    'from amount': 'number',
    'to amount': 'number',
  },
  by: ['version', 'key', 'unit id'],
  rows: () => sql`
    select version, key, what, kind as unit, id as "unit id", reference as "unit ref", amount_before as "from amount", amount as "to amount"
    from pack_restated`,
}
