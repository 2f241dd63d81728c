import { type RawBuilder, sql } from 'kysely'
import type { Scope } from './records.ts'

export type UnitTable = 'business' | 'person' | 'capital_project'

/** Which unit each client counts as, at the end of its merges. Definitions that are read together share it. */
export function clients(table: UnitTable, { hub_id }: Scope): RawBuilder<unknown> {
  if (table === 'capital_project')
    return sql`select c.id as client_id, c.id as unit_id, c.district_code as located_in, null::date as trading_since
      from capital_project c where c.hub_id = ${hub_id} and c.voided_at is null`
  const isPerson = table === 'person'
  const ofUnit = (column: string) =>
    sql`case when c.merged_into_id is null then ${sql.ref(`c.${column}`)} else ${sql.ref(`m.${column}`)} end as ${sql.ref(column)}`
  // Few are merged: the many that are not need no second look at their table.
  return sql`
    select c.id as client_id, c.counts_as_id as unit_id, ${ofUnit('located_in')}, ${isPerson ? ofUnit('trading_since') : sql`null::date as trading_since`}
    from ${sql.table(table)} c left join (
      select m.id, u.located_in, u.voided_at ${isPerson ? sql`, u.trading_since` : sql``} from ${sql.table(table)} m
        join ${sql.table(table)} u on u.hub_id = m.hub_id and u.id = m.counts_as_id
      where m.hub_id = ${hub_id} and m.merged_into_id is not null) as m on m.id = c.id
    where c.hub_id = ${hub_id}
      and (c.merged_into_id is null and c.voided_at is null or c.merged_into_id is not null and m.voided_at is null)`
}

/**
 * The few businesses that are not simply themselves, kept and within the districts of the hub: with the unit that each
 * counts as (null where that is voided), and its district. Every other business is its own unit.
 */
const apart = ({ hub_id, area_codes }: Scope): RawBuilder<unknown> => sql`
  select b.id as client_id, case when u.voided_at is null then u.id end as unit_id, u.located_in
  from business b join business u on u.hub_id = b.hub_id and u.id = b.counts_as_id
  where b.hub_id = ${hub_id} and (b.merged_into_id is not null or b.voided_at is not null
    ${area_codes.length > 0 ? sql`or b.located_in <> all(${[...area_codes]}::text[])` : sql``})`

/** The unit `c` of each row `r` with a business, joined; its `unit_id` is null where there is none that is kept. */
export const unlessApart = (): RawBuilder<unknown> => sql`
  left join apart_business a on a.client_id = r.client_id,
  lateral (select case when a.client_id is null then r.client_id else a.unit_id end as unit_id, a.located_in, null::date as trading_since) as c`

const countedAs = (scope: Scope, businesses: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  apart_business as materialized (${apart(scope)}),
  counted_business as ${businesses} (${clients('business', scope)}),
  counted_person as not materialized (${clients('person', scope)}),
  counted_capital_project as not materialized (${clients('capital_project', scope)})`

/** What `countedUnits` counts on, for the head of its statement. So many figures count businesses that they are looked up once. */
export const countedOn = (scope: Scope): RawBuilder<unknown> => countedAs(scope, sql`materialized`)

/** The same for a statement of one figure. */
export const countedOnOnce = (scope: Scope): RawBuilder<unknown> => countedAs(scope, sql`not materialized`)
