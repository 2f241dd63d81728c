import type { CASE_KINDS, CASE_STATUSES } from '@hubline/domain/cases/cases-file.ts'
import { type Due, SILENT_DAYS, dueSpan } from '@hubline/domain/cases/due.ts'
import { type Day, addDays } from '@hubline/domain/day.ts'
import { sql } from 'kysely'
import { type Sql, isCountable } from '../records/client.ts'

export type CaseloadFilter = {
  kind?: (typeof CASE_KINDS)[number] | undefined
  status?: (typeof CASE_STATUSES)[number] | undefined
  district?: string | undefined
  programme?: string | undefined
  text?: string | undefined
  due?: Due | undefined
  silent?: true | undefined
}
export type Scope = { hub_id: string; owner_id: string | null; today: Day }

const all = (conditions: readonly Sql[]): Sql => sql.join(conditions, sql` and `)

/** The cases of one adviser, or of everybody: closed ones only when asked for. */
export function scopeSql({ hub_id, owner_id }: Scope, status?: string): Sql {
  const conditions = [sql`k.hub_id = ${hub_id}`, sql`k.voided_at is null`]
  if (owner_id !== null) conditions.push(sql`k.owner_id = ${owner_id}`)
  conditions.push(status === 'closed' ? sql`k.status = 'closed'` : sql`k.status <> 'closed'`)
  if (status !== undefined && status !== 'closed') conditions.push(sql`k.status = ${status}`)
  return all(conditions)
}

/** No countable interaction with the client for 90 days, nor was the case opened in them. */
export function isSilent({ hub_id, today }: Scope): Sql<boolean> {
  const since = addDays(today, -SILENT_DAYS)
  return sql`(k.opened_on < ${since} and not exists (select from app.interaction i where i.hub_id = ${hub_id}
      and i.business_id = k.business_id and i.occurred_on >= ${since} and ${isCountable})
    and not exists (select from app.interaction i where i.hub_id = ${hub_id}
      and i.person_id = k.person_id and i.occurred_on >= ${since} and ${isCountable}))`
}

/** What the filter asks of a case `k` with its business `b` or person `p`. */
export function filterSql(filter: CaseloadFilter, scope: Scope): Sql {
  const conditions = [scopeSql(scope, filter.status)]
  if (filter.kind) conditions.push(sql`k.kind = ${filter.kind}`)
  if (filter.district) conditions.push(sql`coalesce(b.located_in, p.located_in) = ${filter.district}`)
  if (filter.programme) conditions.push(sql`g.reference = ${filter.programme}`)
  if (filter.text)
    conditions.push(sql`position(app.plain(${filter.text}) in
      concat_ws(' ', b.finder, p.finder, app.plain(k.next_step), app.plain(k.reference), app.plain(coalesce(b.reference, p.reference)))) > 0`)
  if (filter.due) conditions.push(dueSql(filter.due, scope.today))
  if (filter.silent) conditions.push(isSilent(scope))
  return all(conditions)
}

function dueSql(due: Due, today: Day): Sql {
  const span = dueSpan(due, today)
  if (span === null) return sql`k.next_on is null`
  const ends = [
    ...(span.from ? [sql`k.next_on >= ${span.from}`] : []),
    ...(span.to ? [sql`k.next_on <= ${span.to}`] : []),
  ]
  return all(ends)
}
