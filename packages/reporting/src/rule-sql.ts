import type { Day } from '@hubline/domain/day.ts'
import { EVIDENCE_LEVELS, type EvidenceLevel } from '@hubline/domain/imports/bundle-file.ts'
import type { PlainWay } from '@hubline/domain/indicators/plain-way.ts'
import type { Rule } from '@hubline/domain/indicators/rules.ts'
import { type RawBuilder, sql } from 'kysely'
import { columnOf } from './columns.ts'

/** A blank reads as self-declared. Asked without `coalesce`, of which the planner would expect next to nothing to pass. */
function evidenceOf(least: EvidenceLevel): RawBuilder<unknown> {
  const levels = EVIDENCE_LEVELS.slice(EVIDENCE_LEVELS.indexOf(least))
  const named = sql`r.evidence_level = any(${levels}::text[])`
  return levels.includes('self_declared') ? sql`(r.evidence_level is null or ${named})` : named
}

/** A district that the hub serves; an unknown one counts. */
export const inArea = (district: RawBuilder<unknown>, area_codes: readonly string[]): RawBuilder<unknown> =>
  sql`(${district} is null or ${district} = any(${[...area_codes]}::text[]))`

/** Few enough employees for a small or medium enterprise; an unknown number counts. */
export const smallOrMedium = (employees: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(${employees} is null or ${employees} < 250)`

/** The person had not begun to trade on that day. */
export const notTrading = (trading_since: RawBuilder<unknown>, on: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(${trading_since} is null or ${trading_since} > ${on})`

/** The tables that show that somebody has been in touch, with the day of each. */
const TOUCH = [
  [sql`enquiry k`, sql`k.received_on`],
  [sql`interaction k`, sql`k.occurred_on`],
  [
    sql`attendance k join event e on e.hub_id = k.hub_id and e.id = k.event_id and e.voided_at is null and k.status = 'attended'`,
    sql`e.held_on`,
  ],
] as const

/** Whether the person or the business of a record `r` had been in touch before a day, under any of its merged records. */
export function knownBefore(on: RawBuilder<unknown>): RawBuilder<unknown> {
  const touches = (['person', 'business'] as const).map((client) => {
    const [table, id, own] = [sql.table(client), sql.ref(`k.${client}_id`), sql.ref(`r.${client}_id`)]
    const each = TOUCH.map(
      ([from, day]) =>
        sql`exists (select from ${from} where k.hub_id = t.hub_id and ${id} = t.id and k.voided_at is null and ${day} < ${on})`,
    )
    return sql`exists (select from ${table} c join ${table} t on t.hub_id = c.hub_id
      and (t.id = c.counts_as_id or t.merged_into_id is not null and t.counts_as_id = c.counts_as_id)
      where c.hub_id = r.hub_id and c.id = ${own} and (${sql.join(each, sql` or `)}))`
  })
  return sql`(${sql.join(touches, sql` or `)})`
}

/** A rule about a record itself, as a condition on the record `r` (and `p`, that it belongs to). */
export function ruleSql(rule: Rule, way: PlainWay): RawBuilder<unknown> {
  const column = (field: string) => columnOf(way.a, field)
  switch (rule.rule) {
    case 'is':
      return sql`${column(rule.field)} = any(${[...rule.values]}::text[])`
    case 'is_not':
      return sql`${column(rule.field)} <> all(${[...rule.values]}::text[])`
    case 'yes':
      return column(rule.field)
    case 'at_least':
      return sql`${column(rule.field)} >= ${rule.least}`
    case 'blank_or_at_least':
      return sql`(${column(rule.field)} is null or ${column(rule.field)} >= ${rule.least})`
    case 'filled':
      return sql`${column(rule.field)} is not null`
    case 'noted_before':
      return sql`${column(rule.field)} < ${column(way.dated)}`
    case 'evidence':
      return evidenceOf(rule.least)
    case 'alongside_a_grant':
      return sql`exists (select from grant_award a join business x on x.hub_id = a.hub_id and x.id = a.business_id
        join business y on y.hub_id = r.hub_id and y.id = r.business_id and y.counts_as_id = x.counts_as_id
        where a.hub_id = r.hub_id and a.programme_id = r.programme_id and a.voided_at is null and a.accepted_on is not null
          and a.status <> all('{withdrawn,recovered}'::text[]))`
    case 'first_contact':
      // Nobody named is nobody's contact, and costs no look into the past. By whichever day it counts, it came in before.
      return sql`(r.person_id is not null and not ${knownBefore(column('received_on'))})`
    default:
      throw new Error(`${rule.rule} is not asked of a record by itself`)
  }
}

/** What else a rule may be about: the days of the year, the districts of the hub, and the record's client `u`. */
export type Around = {
  from: Day
  to: Day
  area_codes: readonly string[]
  voided_at: RawBuilder<unknown>
  district: RawBuilder<unknown>
  trading_since: RawBuilder<unknown>
  employees: RawBuilder<unknown>
}

/** Any rule, of the record, its day or its client. */
export function anyRuleSql(rule: Rule, way: PlainWay, around: Around): RawBuilder<unknown> {
  const on = columnOf(way.a, way.dated)
  switch (rule.rule) {
    case 'dated':
      return sql`${on} is not null`
    case 'in_year':
      return sql`(${on} is null or ${on} between ${around.from} and ${around.to})`
    case 'by_end_of_year':
      return sql`(${on} is null or ${on} <= ${around.to})`
    case 'not_trading':
      return sql`(${on} is null or ${notTrading(around.trading_since, on)})`
    case 'in_area':
      return around.area_codes.length === 0 ? sql`true` : inArea(around.district, around.area_codes)
    case 'small_or_medium':
      return smallOrMedium(around.employees)
    case 'client_kept':
      return sql`${around.voided_at} is null`
    default:
      return ruleSql(rule, way)
  }
}
