import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { RequestHandler } from 'express'
import { YearInput } from '../indicators/board.ts'
import { type CallSettings, contextOf } from '../web/calls.ts'
import { sendFile } from '../web/send-file.ts'
import { tellOrThrow } from '../web/told.ts'
import { reviewOf } from './review.ts'

/** The annual review as one JSON document, for a website or a return; who took it is in the audit trail. */
export function downloadReview(settings: CallSettings): RequestHandler {
  return async (req, res) => {
    try {
      const year = YearInput.parse(req.params['year'])
      const context = contextOf(settings, () => Promise.resolve(), req, res)
      const asked = { files: settings.files, context, res, permission: 'figures:download' } as const
      const sending = { ...asked, isolation: 'repeatable read' } as const
      await sendFile(sending, async (tx, { hub_id }, into) => {
        const detail = JSON.stringify({ year })
        await tx.insertInto('audit_entry').values({ hub_id, what: 'review.downloaded', detail }).execute()
        const hub = await tx.selectFrom('hub').select('name').where('hub_id', '=', hub_id).executeTakeFirstOrThrow()
        const review = await reviewOf(tx, { hub_id, year, now: context.now })
        res.setHeader('Content-Type', 'application/json; charset=utf-8')
        res.setHeader('Content-Disposition', `attachment; filename="Annual review ${year}.json"`)
        const text = `${JSON.stringify({ organisation: hub.name, ...review }, null, 2)}\n`
        await pipeline(Readable.from([text]), into)
      })
      // Only now, so that nobody has a whole file of which no audit entry tells.
      res.end()
    } catch (fault) {
      tellOrThrow(res, fault)
    }
  }
}
