import type { Day } from '@hubline/domain/day.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { YearInput } from '../indicators/board.ts'
import { reads } from '../trpc.ts'

type Received = {
  id: string
  version: number
  reference: string
  state: 'received' | 'taken_in' | 'nothing' | 'withdrawn'
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

type Asked = {
  id: string
  version: number
  organisation_id: string
  partner: string
  asked_on: Day
  due_on: Day
  /** The days by which it was due before, the first first. */
  due_before: Day[]
  asked_by: string
}

type AskState = 'due' | 'overdue' | 'received' | 'taken_in' | 'nothing'

/** Where a partner stands that was asked: by what has come, else by the day. */
function stateOf({ organisation_id, due_on }: Asked, returns: readonly Received[], today: Day): AskState {
  const came = returns.filter((each) => each.organisation_id === organisation_id && each.state !== 'withdrawn')
  for (const state of ['received', 'taken_in', 'nothing'] as const)
    if (came.some((each) => each.state === state)) return state
  return due_on < today ? 'overdue' : 'due'
}

/** Far more than a hub has partners, or a partner sends lists in a year. */
const MOST = 500

/** The partners of the hub, who of them was asked, and every return of a year, with what came of its rows. */
export const returns = reads('partner:receive')
  .input(z.object({ year: YearInput }))
  .query(async ({ ctx: { db, actor, today }, input: { year } }) => {
    const { hub_id } = actor
    const found = await sql<Received>`
      select r.id, r.version, r.reference,
        case when r.voided_at is not null then 'withdrawn' when r.awaits then 'received' when count(w.id) = 0 and t.value is null then 'nothing' else 'taken_in' end as state,
        r.organisation_id, o.name as partner, r.received_on, a.name as received_by,
        count(w.id)::integer as rows, (count(*) filter (where w.outcome = 'matched'))::integer as matched,
        (count(*) filter (where w.outcome = 'new'))::integer as added, (count(*) filter (where w.outcome = 'repeated'))::integer as repeated,
        (count(*) filter (where w.outcome = 'rejected'))::integer as rejected, t.value::double precision as without_names
      from app.partner_return r
        join app.organisation o on o.hub_id = r.hub_id and o.id = r.organisation_id
        join app.adviser a on a.hub_id = r.hub_id and a.id = r.received_by
        left join app.partner_total t on t.hub_id = r.hub_id and t.id = r.partner_total_id and t.voided_at is null
        left join app.partner_return_row w on w.hub_id = r.hub_id and w.partner_return_id = r.id
      where r.hub_id = ${hub_id} and r.year = ${year}
      group by r.hub_id, r.id, o.name, a.name, t.value order by r.voided_at is not null, o.name, r.reference limit ${MOST}`.execute(
      db,
    )
    const partners = await db
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where('hub_id', '=', hub_id)
      .where('voided_at', 'is', null)
      .orderBy('name')
      .orderBy('id')
      .limit(MOST)
      .execute()
    const asked = await sql<Asked>`
      select q.id, q.version, q.organisation_id, o.name as partner, q.asked_on, q.due_on, a.name as asked_by,
        array(select h.row ->> 'due_on' from app.history h where h.hub_id = q.hub_id and h.kind = 'partner_ask' and h.id = q.id order by h.version) as due_before
      from app.partner_ask q join app.organisation o on o.hub_id = q.hub_id and o.id = q.organisation_id
        join app.adviser a on a.hub_id = q.hub_id and a.id = q.asked_by
      where q.hub_id = ${hub_id} and q.year = ${year} and q.voided_at is null order by o.name, q.id limit ${MOST}`.execute(
      db,
    )
    return {
      returns: found.rows,
      partners,
      asked: asked.rows.map((ask) => ({ ...ask, state: stateOf(ask, found.rows, today) })),
    }
  })
