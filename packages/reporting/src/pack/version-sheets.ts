import { type RawBuilder, sql } from 'kysely'
import type { PackQuery } from './pack-sheet.ts'

/** The sheets of a signed-off version: read from its copy alone, so that no later change of a record moves a byte. */

type Asked = { hub_id: string; sign_off_id: string }

const ofSignOff = (alias: string, { hub_id, sign_off_id }: Asked): RawBuilder<unknown> =>
  sql`${sql.ref(`${alias}.hub_id`)} = ${hub_id} and ${sql.ref(`${alias}.sign_off_id`)} = ${sign_off_id}`

const headlines = (asked: Asked): PackQuery => ({
  name: 'Headlines',
  columns: {
    position: 'number',
    key: 'text',
    title: 'text',
    value: 'number',
    unit: 'text',
    units: 'number',
    'definition version': 'number',
    status: 'text',
    explanation: 'text',
  },
  by: ['position'],
  rows: () => sql`
    select f.position, f.key, f.title, f.value, f.unit, f.units, f.definition_version as "definition version", 'signed off' as status,
      f.parameters::jsonb ->> 'explanation' as explanation
    from signed_figure f where ${ofSignOff('f', asked)}`,
})

const definitions = (asked: Asked): PackQuery => ({
  name: 'Definitions',
  columns: {
    position: 'number',
    key: 'text',
    version: 'number',
    unit: 'text',
    'what counts': 'text',
    'only in area': 'text',
    note: 'text',
    'source document': 'text',
  },
  by: ['position'],
  rows: () => sql`
    select f.position, f.key, f.definition_version as version, f.unit, f.words as "what counts",
      case when d.definition ->> 'in_area' = 'true' then 'yes' else 'no' end as "only in area",
      d.definition ->> 'note' as note, d.definition ->> 'source' as "source document"
    from signed_figure f cross join lateral (select f.definition::jsonb as definition) d where ${ofSignOff('f', asked)}`,
})

/** What each figure counted. People stand under their reference alone. */
const units = (asked: Asked): PackQuery => ({
  name: 'Units',
  columns: {
    key: 'text',
    unit: 'text',
    'unit id': 'text',
    'unit ref': 'text',
    name: 'text',
    'district code': 'text',
    'first counted on': 'day',
    'last counted on': 'day',
    amount: 'number',
  },
  by: ['key', 'unit id'],
  rows: () => sql`
    select u.key, u.kind as unit, u.id as "unit id", u.reference as "unit ref", case when u.kind in ('business', 'capital_project') then u.name end as name,
      u.district as "district code", u.first_on as "first counted on", u.last_on as "last counted on", u.amount
    from signed_unit u where ${ofSignOff('u', asked)}`,
})

/** Every record that brought a unit in, with the amount as the figure's value is given (see `proof`). */
const proof = (asked: Asked): PackQuery => ({
  name: 'Proof',
  columns: {
    key: 'text',
    unit: 'text',
    'unit id': 'text',
    'unit ref': 'text',
    record: 'text',
    'record ref': 'text',
    date: 'day',
    amount: 'number',
  },
  by: ['key', 'unit id', 'date', 'record', 'record ref', 'amount'],
  rows: () => sql`
    select u.key, u.kind as unit, u.id as "unit id", u.reference as "unit ref", b.record ->> 0 as record, b.record ->> 2 as "record ref",
      (b.record ->> 3)::date as date, trim_scale(round((b.record ->> 4)::numeric / d.divisor, 12)) as amount
    from signed_unit u
      join (select f.key, case when f.definition::jsonb #> '{counts,mean}' is not null then 1
          else case f.definition::jsonb #>> '{counts,sum}' when 'fte_of_30_hours' then 30 when 'fte_of_own_week' then 1 when 'amount_pence' then 100 end
        end::numeric as divisor from signed_figure f where ${ofSignOff('f', asked)}) d on d.key = u.key
      cross join lateral jsonb_array_elements(u.because::jsonb) as b (record)
    where ${ofSignOff('u', asked)}`,
})

/** In the order of the pack. */
export const versionQueries = (asked: Asked): PackQuery[] =>
  [headlines, definitions, units, proof].map((query) => query(asked))
