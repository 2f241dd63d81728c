import type { CASE_KINDS, CASE_STATUSES } from '@hubline/domain/cases/cases-file.ts'
import type { Day } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { yearOf } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { columnOf, idsOf, lastContact, minutesInYear } from '../records/client.ts'
import { reads } from '../trpc.ts'

type OpenCaseChoice = {
  id: string
  version: number
  reference: string
  kind: (typeof CASE_KINDS)[number]
  status: (typeof CASE_STATUSES)[number]
  /** The actor owns it. */
  mine: boolean
  next_step: string | null
  next_on: Day | null
}
type About = {
  open_cases: OpenCaseChoice[]
  minutes_this_year: number
  last_contact_on: Day | null
  /** Of a person: the day on which they began to trade. */
  trading_since: Day | null
}

/** What the form says about the client while an interaction is logged: open cases, and how near the next threshold is. */
export const about = reads('interaction:log')
  .input(z.object({ business_id: z.uuid().nullish(), person_id: z.uuid().nullish() }))
  .query(async ({ ctx: { db, actor, today }, input }) => {
    const kind = input.business_id ? 'business' : 'person'
    const id = input.business_id ?? input.person_id
    if (!id) throw new Problem('invalid', 'Choose the business or the person you worked with', 'client')
    const year = yearOf(today)
    const ids = sql`c.ids`
    const found = await sql<About>`
      with c as materialized (select b.*, ${idsOf(kind, actor.hub_id, sql`b.counts_as_id`)} as ids
        from ${sql.table(`app.${kind}`)} b where b.hub_id = ${actor.hub_id} and b.id = ${id})
      select coalesce((select json_agg(k) from (
          select k.id, k.version, k.reference, k.kind, k.status, k.next_step, k.next_on, k.owner_id is not distinct from ${actor.adviser_id}::uuid as mine
          from app."case" k where k.hub_id = ${actor.hub_id} and k.${columnOf(kind)} = any (c.ids) and k.status <> 'closed' and k.voided_at is null
          order by mine desc, k.opened_on desc, k.id limit 20) k), '[]') as open_cases,
        ${minutesInYear(kind, actor.hub_id, ids, year)} as minutes_this_year, ${lastContact(kind, actor.hub_id, ids)} as last_contact_on, c.trading_since
      from c`.execute(db)
    const [row] = found.rows
    if (!row) throw new Problem('not_found', `That ${kind} is not in your hub: choose it again`, 'client')
    return { ...row, year }
  })
