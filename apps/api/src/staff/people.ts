import type { Day } from '@hubline/domain/day.ts'
import type { Role } from '@hubline/domain/staff/permissions.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { scopeSql } from '../cases/caseload-sql.ts'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'

/** Somebody who works in the hub, or did. */
type StaffRow = {
  id: string
  version: number
  name: string
  email: string
  role: Role
  is_active: boolean
  /** The last day of an auditor. */
  last_day: Day | null
  has_account: boolean
  invited_until: Date | null
  last_seen_at: Date | null
  /** As many as the caseload of that person shows. */
  open_cases: number
}

type Everybody = { here: number; left: number; only_admin: string | null }

const { after, before, size } = AskPage

/**
 * Who works in the hub, then who has left, by name and a page at a time: their role, whether they can sign in, when they
 * were last here, their cases. Counts are of everybody.
 */
export const people = reads('staff:read')
  .input(z.object({ after, before, size }).prefault({}))
  .query(async ({ ctx: { db, actor, today }, input }) => {
    const { hub_id } = actor
    const page = { ...input, direction: 'asc' as const }
    const { where, order } = pageSql(page)
    const found = await sql<StaffRow & { sorted_by: string }>`
      with p as materialized (select * from (
        select a.*, (case when a.is_active then '0' else '1' end) || app.plain(a.name) as sorted_by
        from app.adviser a where a.hub_id = ${hub_id} and a.voided_at is null) f where ${where} ${order})
      select p.sorted_by, p.id, p.version, p.name, p.email, p.role, p.is_active, p.last_day, w.has_account, w.invited_until, w.last_seen_at,
        (select count(*) from app."case" k where ${scopeSql({ hub_id, owner_id: null, today })} and k.owner_id = p.id)::integer as open_cases
      from p join auth.ways_in() w on w.adviser_id = p.id ${order}`.execute(db)
    const counted = await sql<Everybody>`
      select (count(*) filter (where a.is_active))::integer as here, (count(*) filter (where not a.is_active))::integer as left,
        case when count(*) filter (where a.is_active and a.role = 'admin') = 1 then min(a.id::text) filter (where a.is_active and a.role = 'admin') end as only_admin
      from app.adviser a where a.hub_id = ${hub_id} and a.voided_at is null`.execute(db)
    return { ...asPage(found.rows, page), ...(counted.rows[0] ?? { here: 0, left: 0, only_admin: null }) }
  })
