import type { Tx } from '@hubline/db/connection.ts'
import { ATTENDANCE_NAMES, type AttendanceStatus } from '@hubline/domain/events/stages.ts'
import type { RequestHandler } from 'express'
import { sql } from 'kysely'
import { eventCalled } from '../indicators/event-called.ts'
import { type CallSettings, contextOf } from '../web/calls.ts'
import { reasonOf, sendList } from '../web/send-list.ts'
import { tellOrThrow } from '../web/told.ts'
import { guestBusiness, guestName, guestsOf } from './guest-lists.ts'

const HEADER = [
  'reference',
  'name',
  'business',
  'person_reference',
  'business_reference',
  'status',
  'email',
  'phone',
  'access_needs',
  'asked_for_place_as_number',
]
const AT_ONCE = 1000

/** Everyone on the list of an event as a CSV file that opens safely in a spreadsheet. */
export function downloadGuests(settings: CallSettings): RequestHandler {
  return async (req, res) => {
    try {
      const context = contextOf(settings, () => Promise.resolve(), req, res)
      const { files } = settings
      await sendList({
        files,
        context,
        res,
        permission: 'event:read',
        taken: 'guests',
        ask: async (tx, { hub_id }) => {
          const event = await eventCalled(tx, hub_id, String(req.params['reference']))
          return { event: event.reference, event_id: event.id, reason: reasonOf(req) }
        },
        file: ({ tx, actor, asked }) => ({
          name: 'guests',
          header: HEADER,
          rows: guestRows(tx, actor.hub_id, asked.event_id),
        }),
      })
    } catch (fault) {
      if (res.headersSent) res.destroy()
      tellOrThrow(res, fault)
    }
  }
}

type Row = {
  id: string
  reference: string
  name: string
  business: string | null
  person_reference: string | null
  business_reference: string | null
  status: AttendanceStatus
  email: string | null
  phone: string | null
  access_needs: string | null
  booking_no: number | null
}

/** Page by page, so that memory stays flat however many there are. */
async function* guestRows(tx: Tx, hub_id: string, event_id: string): AsyncGenerator<string[]> {
  let after: string | undefined
  for (;;) {
    const found = await sql<Row>`
      select t.id, t.reference, ${guestName} as name, ${guestBusiness} as business, p.reference as person_reference, b.reference as business_reference,
        t.status, coalesce(r.email, p.email) as email, coalesce(r.phone, p.phone) as phone, r.access_needs, t.booking_no
      from ${guestsOf(hub_id, sql`${event_id}::uuid`)} ${after === undefined ? sql`` : sql`and t.id > ${after}::uuid`}
      order by t.id limit ${sql.lit(AT_ONCE)}`.execute(tx)
    for (const row of found.rows)
      yield [
        row.reference,
        row.name,
        row.business ?? '',
        row.person_reference ?? '',
        row.business_reference ?? '',
        ATTENDANCE_NAMES[row.status],
        row.email ?? '',
        row.phone ?? '',
        row.access_needs ?? '',
        row.booking_no === null ? '' : String(row.booking_no),
      ]
    after = found.rows.at(-1)?.id
    if (after === undefined || found.rows.length < AT_ONCE) return
  }
}
