import type { Tx } from '@hubline/db/connection.ts'
import { type Day, parseIsoDay } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { type ClientKind, type Sql, idsOf } from './client.ts'
import { TIMELINE_KINDS, type TimelineKind, timelineLines } from './timeline-sources.ts'

/** One line of what happened with a client. */
export type TimelineEntry = {
  kind: TimelineKind
  /** The kind of interaction, the title of a course or event, `opened` or `closed` for a case. */
  what: string | null
  id: string
  reference: string
  on: Day
  minutes: number | null
  amount_pence: number | null
  channel: string | null
  /** The adviser, the broker or the partner. */
  who: string | null
  status: string | null
  /** At most 160 characters. */
  note: string | null
  /** Who else was there: people of a business, the business of a person. */
  names: string[]
  /** Whether an interaction or an event is support given; null for other records. */
  counts: boolean | null
}
export type TimelinePage = { entries: TimelineEntry[]; next: string | null }
export type TimelineRow = TimelineEntry & { step: number }

export const PAGE_OF_TIMELINE = 20

export const AskTimeline = z.object({
  id: z.uuid(),
  after: z.string().max(100).nullish(),
  kinds: z.array(z.enum(TIMELINE_KINDS)).max(TIMELINE_KINDS.length).optional(),
})

type Key = { on: Day; id: string; step: number }

function readKey(text: string): Key {
  const [day = '', id = '', step = ''] = text.split('_')
  const on = parseIsoDay(day)
  if (!on || !z.uuid().safeParse(id).success || !/^[01]$/.test(step))
    throw new Problem('invalid', 'That page of the timeline does not exist: go back to its beginning')
  return { on, id, step: Number(step) }
}

type Question = {
  client: ClientKind
  hub_id: string
  ids: Sql
  kinds?: readonly TimelineKind[] | undefined
  after?: Key | undefined
}

/** One page of a timeline, newest first, and one line more to tell whether there is another page. */
export function timelineSql({ client, hub_id, ids, kinds, after }: Question): Sql<TimelineRow> {
  const chosen = kinds && kinds.length > 0 ? kinds : TIMELINE_KINDS
  const older = after
    ? sql`where (line."on", line.id, line.step) < (${after.on}, ${after.id}::uuid, ${after.step})`
    : sql``
  return sql`select * from (${timelineLines({ client, hub_id, ids }, chosen)}) line ${older}
    order by line."on" desc, line.id desc, line.step desc limit ${sql.lit(PAGE_OF_TIMELINE + 1)}`
}

export function asPage(rows: readonly TimelineRow[]): TimelinePage {
  const shown = rows.slice(0, PAGE_OF_TIMELINE)
  const last = shown.at(-1)
  const more = rows.length > PAGE_OF_TIMELINE && last !== undefined
  return {
    entries: shown.map(({ step: _, ...entry }) => entry),
    next: more ? `${last.on}_${last.id}_${last.step}` : null,
  }
}

/** A further page of a client's timeline. */
export async function timelineOf(
  tx: Tx,
  { client, hub_id, asked }: { client: ClientKind; hub_id: string; asked: z.infer<typeof AskTimeline> },
): Promise<TimelinePage> {
  const ids = idsOf(client, hub_id, sql`${asked.id}::uuid`)
  const after = asked.after ? readKey(asked.after) : undefined
  const kinds = asked.kinds?.filter(
    (kind) => client === 'business' || (kind !== 'skills_review' && kind !== 'grant_award'),
  )
  if (asked.kinds && asked.kinds.length > 0 && kinds?.length === 0) return { entries: [], next: null }
  const found = await timelineSql({ client, hub_id, ids, kinds, after }).execute(tx)
  return asPage(found.rows)
}
