import type { AttendanceStatus } from '@hubline/domain/events/stages.ts'
import type { EvidenceLevel } from '@hubline/domain/imports/bundle-file.ts'
import type { BookedThrough } from '@hubline/domain/events/event-files.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Named } from '../records/client-page.ts'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'
import { GUEST_LISTS, GUEST_LIST_NAMES, guestBusiness, guestName, guestsOf } from './guest-lists.ts'

const AskGuests = z.object({
  event_id: z.uuid(),
  list: z.enum(GUEST_LIST_NAMES),
  text: z.string().trim().max(200).optional(),
  ...AskPage,
})

/** One place at an event: who has it, as far as is known. */
export type Guest = {
  id: string
  reference: string
  status: AttendanceStatus
  booking_no: number | null
  booked_through: BookedThrough | null
  evidence_level: EvidenceLevel | null
  name: string
  business_name: string | null
  person: Named | null
  business: Named | null
  email: string | null
  phone: string | null
  access_needs: string | null
  to_match: boolean
}

const likeText = (text: string) => `%${text.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')}%`
const called = (alias: string, name: ReturnType<typeof sql>) =>
  sql`case when ${sql.ref(`${alias}.id`)} is not null then json_build_object('reference', ${sql.ref(`${alias}.reference`)}, 'name', ${name}) end`

/** The guests of one list of an event, a page at a time: those who wait in their order, the others by name. */
export const listGuests = reads('event:read')
  .input(AskGuests)
  .query(async ({ ctx: { db, actor }, input }) => {
    const { event_id, list, text } = input
    const { where, order } = pageSql(input)
    const sorted_by =
      list === 'waiting' ? sql`to_char(coalesce(t.booking_no, 0), 'FM0000000000')` : sql`app.plain(${guestName})`
    const named = text
      ? sql`and app.plain(concat_ws(' ', ${guestName}, ${guestBusiness}, r.email)) like app.plain(${likeText(text)})`
      : sql``
    const found = await sql<Guest & { sorted_by: string }>`
      select * from (
        select ${sorted_by} as sorted_by, t.id, t.reference, t.status, t.booking_no, t.booked_through, t.evidence_level,
          ${guestName} as name, ${guestBusiness} as business_name,
          ${called('p', sql`p.given_name || ' ' || p.family_name`)} as person, ${called('b', sql`b.name`)} as business,
          coalesce(r.email, p.email) as email, coalesce(r.phone, p.phone) as phone, r.access_needs, ${GUEST_LISTS.to_match} as to_match
        from ${guestsOf(actor.hub_id, sql`${event_id}::uuid`)} and ${GUEST_LISTS[list]} ${named}) g
      where ${where} ${order}`.execute(db)
    return asPage(found.rows, input)
  })
