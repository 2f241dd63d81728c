import type { Tx } from '@hubline/db/connection.ts'
import { type Place, type Taken, isVisit } from '@hubline/domain/calendar/free-times.ts'
import { sql } from 'kysely'

const AT_MOST = 10_000
/** The longest way that a diary may ask for: what lies this near still matters. */
const NEAR_MS = 4 * 3_600_000

type Asked = {
  hub_id: string
  broker_ids: readonly string[]
  from: number
  to: number
  now: Date
  /** The review or the request that is being moved: its own time is no obstacle, nor what is held for it. */
  except?: string | undefined
}
type Row = {
  broker_id: string
  kind: Taken['kind']
  starts: Date
  ends: Date
  place: Place | null
}

/** What is spoken for between two instants, by broker: booked reviews, requests, held times and absences. */
export async function takenTimes(tx: Tx, asked: Asked): Promise<Map<string, Taken[]>> {
  const taken = new Map<string, Taken[]>(asked.broker_ids.map((id) => [id, []]))
  if (asked.broker_ids.length === 0) return taken
  const found = await spokenFor(asked).execute(tx)
  for (const { broker_id, kind, starts, ends, place } of found.rows)
    taken.get(broker_id)?.push({
      kind,
      from: starts.getTime(),
      to: ends.getTime(),
      is_visit: kind !== 'absence' && isVisit(place),
    })
  return taken
}

function spokenFor({ hub_id, broker_ids, from, to, now, except }: Asked) {
  const ids = [...broker_ids]
  const [first, last] = [new Date(from - NEAR_MS), new Date(to + NEAR_MS)]
  return sql<Row>`
    select r.broker_id, 'review' as kind, r.slot_start as starts, r.slot_end as ends, r.place from app.skills_review r
    where r.hub_id = ${hub_id} and r.broker_id = any (${ids}) and r.status = 'booked' and r.voided_at is null
      and r.slot_start < ${last} and r.slot_end > ${first} and r.id is distinct from ${except ?? null}::uuid
    union all
    select h.broker_id, 'held', h.slot_start, h.slot_end, case when h.is_visit then 'their_site' else 'telephone' end from app.held_time h
    where h.hub_id = ${hub_id} and h.broker_id = any (${ids}) and h.released_at is null and h.held_until > ${now}
      and h.slot_start < ${last} and h.slot_end > ${first}
      and (coalesce(h.review_id, h.request_id) is null or coalesce(h.review_id, h.request_id) is distinct from ${except ?? null}::uuid)
    union all
    select q.broker_id, 'review', q.slot_start, q.slot_end, q.place from app.booking_request q
    where q.hub_id = ${hub_id} and q.broker_id = any (${ids}) and q.status = 'waiting' and q.voided_at is null
      and q.slot_start < ${last} and q.slot_end > ${first} and q.id is distinct from ${except ?? null}::uuid
    union all
    select a.adviser_id, 'absence', a.starts_at, a.ends_at, null from app.absence a
    where a.hub_id = ${hub_id} and a.adviser_id = any (${ids}) and a.voided_at is null
      and a.starts_at < ${last} and a.ends_at > ${first}
    order by starts limit ${sql.lit(AT_MOST)}`
}
