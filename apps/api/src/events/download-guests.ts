import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Tx } from '@hubline/db/connection.ts'
import { ATTENDANCE_NAMES, type AttendanceStatus } from '@hubline/domain/events/stages.ts'
import { writeCsv } from '@hubline/spreadsheet/write-csv.ts'
import type { RequestHandler } from 'express'
import { sql } from 'kysely'
import { eventCalled } from '../indicators/event-called.ts'
import { type CallSettings, contextOf } from '../web/calls.ts'
import { sendFile } from '../web/send-file.ts'
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

/** Everyone on the list of an event as a CSV file that opens safely in a spreadsheet; who took it is in the audit trail. */
export function downloadGuests(settings: CallSettings): RequestHandler {
  return async (req, res) => {
    try {
      const context = contextOf(settings, () => Promise.resolve(), req, res)
      const sending = { files: settings.files, context, res, permission: 'event:read' } as const
      await sendFile(sending, async (tx, actor, into) => {
        const event = await eventCalled(tx, actor.hub_id, String(req.params['reference']))
        await tx
          .insertInto('audit_entry')
          .values({
            hub_id: actor.hub_id,
            what: 'guests.downloaded',
            detail: JSON.stringify({ event: event.reference }),
          })
          .execute()
        res.setHeader('Content-Type', 'text/csv; charset=utf-8')
        res.setHeader('Content-Disposition', 'attachment; filename="guests.csv"')
        const rows = writeCsv(
          { header: HEADER, rows: guestRows(tx, actor.hub_id, event.id) },
          { harmless: true, bom: true },
        )
        await pipeline(Readable.from(rows), into)
      })
      res.end()
    } catch (fault) {
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
