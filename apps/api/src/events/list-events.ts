import type { Day } from '@hubline/domain/day.ts'
import { HAVE_A_PLACE } from '@hubline/domain/events/places.ts'
import { type Booking, type EventStatus, stageOf } from '@hubline/domain/events/stages.ts'
import { firstDay, lastDay } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { YearInput } from '../indicators/board.ts'
import { type Sql } from '../records/client.ts'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'
import { guestCounts } from './guest-lists.ts'

const AskEvents = z.object({
  /** From today on, or before. */
  when: z.enum(['coming', 'past']).default('coming'),
  year: YearInput.optional(),
  text: z.string().trim().max(200).optional(),
  ...AskPage,
})

type Row = {
  id: string
  reference: string
  title: string
  kind: string | null
  held_on: Day
  starts_at: string | null
  ends_at: string | null
  place: string | null
  is_online: boolean
  status: EventStatus
  booking: Booking
  capacity: number | null
  counts: { booked: number; waiting: number; came: number; absent: number; to_match: number }
}

const likeText = (text: string) => `%${text.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')}%`

function filterSql({ when, year, text }: z.infer<typeof AskEvents>, hub_id: string, today: Day): Sql {
  const conditions = [
    sql`e.hub_id = ${hub_id}`,
    sql`e.voided_at is null`,
    when === 'coming' ? sql`e.held_on >= ${today}` : sql`e.held_on < ${today}`,
  ]
  if (year) conditions.push(sql`e.held_on between ${firstDay(year)} and ${lastDay(year)}`)
  if (text)
    conditions.push(
      sql`(app.plain(concat_ws(' ', e.title, e.kind, e.place)) like app.plain(${likeText(text)}) or lower(e.reference) = lower(${text}))`,
    )
  return sql.join(conditions, sql` and `)
}

/** The events of the hub by their day, a page at a time. */
export const listEvents = reads('event:read')
  .input(AskEvents)
  .query(async ({ ctx: { db, actor, today }, input }) => {
    const { where, order } = pageSql(input)
    const found = await sql<Row & { sorted_by: string }>`
      with e as materialized (select * from (
          select e.*, concat_ws(' ', e.held_on::text, e.starts_at) as sorted_by from app.event e where ${filterSql(input, actor.hub_id, today)}) f
        where ${where} ${order})
      select e.sorted_by, e.id, e.reference, e.title, e.kind, e.held_on, e.starts_at, e.ends_at, e.place, e.online_link is not null as is_online,
        e.status, e.booking, e.capacity, ${guestCounts(actor.hub_id, sql`e.id`)} as counts
      from e ${order}`.execute(db)
    return asPage(found.rows.map(withStage), input)
  })

/** Everyone who has a place, whatever became of it. */
export const takenOf = (counts: Row['counts']): number =>
  HAVE_A_PLACE.reduce(
    (sum, status) => sum + counts[({ booked: 'booked', attended: 'came', no_show: 'absent' } as const)[status]],
    0,
  )

const withStage = (row: Row & { sorted_by: string }) => {
  const taken = takenOf(row.counts)
  return { ...row, taken, stage: stageOf({ ...row, taken }) }
}
