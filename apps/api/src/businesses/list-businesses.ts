import { type RelationshipState, recentSince, relationshipState } from '@hubline/domain/businesses/relationship.ts'
import type { Day } from '@hubline/domain/day.ts'
import { SIZE_BANDS } from '@hubline/domain/businesses/size-bands.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { type Sql, idsOf, isCountable, lastContact } from '../records/client.ts'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'
import { SIZE_SQL } from './size-sql.ts'

const AskList = z.object({
  filter: z
    .object({
      text: z.string().trim().max(200).optional(),
      district: z.string().max(20).optional(),
      /** The first digits of a SIC code. */
      sector: z
        .string()
        .regex(/^\d{1,5}$/)
        .optional(),
      state: z.enum(['new', 'current', 'lapsed']).optional(),
      size: z.enum(SIZE_BANDS).optional(),
    })
    .default({}),
  sort: z.enum(['name', 'changed']).default('name'),
  ...AskPage,
})
type Filter = z.infer<typeof AskList>['filter']

export type BusinessRow = {
  id: string
  reference: string
  name: string
  town: string | null
  district_code: string | null
  sic_code: string | null
  trading_status: string | null
  employees_fte: string | null
  last_contact_on: Day | null
  relationship_state: RelationshipState
  open_cases: number
}

function stateSql(state: RelationshipState, hub_id: string, today: Day): Sql {
  const met = (since: Sql) => sql`exists (select from app.interaction i where i.hub_id = ${hub_id}
    and i.business_id = any (${idsOf('business', hub_id, sql`b.id`)}) and ${isCountable} ${since})`
  const recently = met(sql`and i.occurred_on >= ${recentSince(today)}`)
  if (state === 'current') return recently
  return state === 'new' ? sql`not ${met(sql``)}` : sql`${met(sql``)} and not ${recently}`
}

function filterSql(filter: Filter, hub_id: string, today: Day): Sql {
  const conditions = [sql`b.hub_id = ${hub_id}`, sql`b.voided_at is null`, sql`b.merged_into_id is null`]
  if (filter.text)
    conditions.push(
      sql`b.id in (select f.id from app.find_clients(${filter.text.replaceAll('\0', '')}, array['business'], 200) f)`,
    )
  if (filter.district) conditions.push(sql`b.located_in = ${filter.district}`)
  if (filter.sector) conditions.push(sql`starts_with(b.sic_code, ${filter.sector})`)
  if (filter.size) conditions.push(SIZE_SQL[filter.size])
  if (filter.state) conditions.push(stateSql(filter.state, hub_id, today))
  return sql.join(conditions, sql` and `)
}

/** All businesses of the hub, by name or by their last change, a page at a time. */
export const listBusinesses = reads('client:read')
  .input(AskList)
  .query(async ({ ctx: { db, actor, today }, input }) => {
    const { hub_id } = actor
    const { where, order } = pageSql(input)
    const sorted_by = input.sort === 'name' ? sql`b.finder` : sql`to_char(b.recorded_at, 'YYYY-MM-DD HH24:MI:SS.US')`
    const found = await sql<BusinessRow & { sorted_by: string }>`
      with b as materialized (select * from (select b.*, ${sorted_by} as sorted_by from app.business b where ${filterSql(input.filter, hub_id, today)}) f
        where ${where} ${order})
      select b.sorted_by, b.id, b.reference, b.name, b.town, b.located_in as district_code, b.sic_code, b.trading_status, trim_scale(b.employees_fte) as employees_fte,
        ${lastContact('business', hub_id, idsOf('business', hub_id, sql`b.id`))} as last_contact_on,
        (select count(*) from app."case" k where k.hub_id = ${hub_id} and k.business_id = any (${idsOf('business', hub_id, sql`b.id`)})
          and k.status <> 'closed' and k.voided_at is null)::integer as open_cases
      from b ${order}`.execute(db)
    const rows = found.rows.map((row) => ({
      ...row,
      relationship_state: relationshipState(row.last_contact_on, today),
    }))
    return asPage(rows, input)
  })
