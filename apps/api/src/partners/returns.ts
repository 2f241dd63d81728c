import type { Day } from '@hubline/domain/day.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { YearInput } from '../indicators/board.ts'
import { reads } from '../trpc.ts'

type Received = {
  id: string
  version: number
  reference: string
  organisation_id: string
  partner: string
  received_on: Day
  received_by: string
  rows: number
  matched: number
  added: number
  repeated: number
  rejected: number
  without_names: number | null
}

/** Far more than a hub has partners, or a partner sends lists in a year. */
const MOST = 500

/** The partners of the hub, and every return of a year that counts, with what came of its rows. */
export const returns = reads('partner:receive')
  .input(z.object({ year: YearInput }))
  .query(async ({ ctx: { db, actor }, input: { year } }) => {
    const { hub_id } = actor
    const found = await sql<Received>`
      select r.id, r.version, r.reference, r.organisation_id, o.name as partner, r.received_on, a.name as received_by,
        count(w.id)::integer as rows, (count(*) filter (where w.outcome = 'matched'))::integer as matched,
        (count(*) filter (where w.outcome = 'new'))::integer as added, (count(*) filter (where w.outcome = 'repeated'))::integer as repeated,
        (count(*) filter (where w.outcome = 'rejected'))::integer as rejected, t.value::double precision as without_names
      from app.partner_return r
        join app.organisation o on o.hub_id = r.hub_id and o.id = r.organisation_id
        join app.adviser a on a.hub_id = r.hub_id and a.id = r.received_by
        left join app.partner_total t on t.hub_id = r.hub_id and t.id = r.partner_total_id and t.voided_at is null
        left join app.partner_return_row w on w.hub_id = r.hub_id and w.partner_return_id = r.id
      where r.hub_id = ${hub_id} and r.year = ${year} and r.voided_at is null
      group by r.hub_id, r.id, o.name, a.name, t.value order by o.name, r.reference limit ${MOST}`.execute(db)
    const partners = await db
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where('hub_id', '=', hub_id)
      .where('voided_at', 'is', null)
      .orderBy('name')
      .orderBy('id')
      .limit(MOST)
      .execute()
    return { returns: found.rows, partners }
  })
