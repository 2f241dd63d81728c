import type { EventTable } from '@hubline/db/schema.ts'
import { movesFrom, stageOf } from '@hubline/domain/events/stages.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { yearOf } from '@hubline/domain/years/year.ts'
import { reachOf } from '@hubline/reporting/event-reach.ts'
import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { Named } from '../records/client-page.ts'
import { reads } from '../trpc.ts'
import { type GuestList, guestCounts } from './guest-lists.ts'
import { takenOf } from './list-events.ts'

const FACTS = [
  'id',
  'version',
  'reference',
  'title',
  'kind',
  'held_on',
  'minutes',
  'start_up_support',
  'status',
  'starts_at',
  'ends_at',
  'place',
  'online_link',
  'capacity',
  'description',
  'programme_id',
  'booking',
  'sheet_kept',
  'void_reason',
] as const satisfies readonly (keyof EventTable)[]

type Row = Pick<Selectable<EventTable>, (typeof FACTS)[number] | 'public_token'> & {
  programme: Named | null
  counts: Record<GuestList, number>
}

/** Everything on the page of an event but its lists of guests. */
export const eventPage = reads('event:read')
  .input(z.object({ reference: z.string().min(1).max(200) }))
  .query(async ({ ctx: { db, actor, today, public_url }, input: { reference } }) => {
    const columns = sql.join([...FACTS, 'public_token'].map((column) => sql.ref(`e.${column}`)))
    const found = await sql<Row>`
      select ${columns}, ${guestCounts(actor.hub_id, sql`e.id`)} as counts,
        (select json_build_object('reference', g.reference, 'name', g.name) from app.programme g where g.hub_id = e.hub_id and g.id = e.programme_id) as programme
      from app.event e where e.hub_id = ${actor.hub_id} and e.reference = ${reference}`.execute(db)
    const [row] = found.rows
    if (!row) throw new Problem('not_found', `There is no event ${reference} in your hub: find it in the list`)
    const { public_token, counts, programme, ...event } = row
    const taken = takenOf(counts)
    const stage = stageOf({ ...event, taken })
    return {
      event,
      programme,
      counts,
      taken,
      stage,
      moves: event.void_reason === null ? movesFrom(stage) : [],
      public_address: public_token === null ? null : `${public_url}/e/${public_token}`,
      year: yearOf(event.held_on),
      /** What the event brings in: each number is the length of the list that opens from it. */
      reach: await reachOf(db, { hub_id: actor.hub_id, event_id: event.id, year: yearOf(event.held_on) }),
      today,
    }
  })
