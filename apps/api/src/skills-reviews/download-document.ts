import type { RequestHandler } from 'express'
import { inActorsHub } from '../trpc.ts'
import { type CallSettings, contextOf } from '../web/calls.ts'
import { tellOrThrow } from '../web/told.ts'
import { documentFacts } from './document-facts.ts'
import { documentPdf } from './document-pdf.ts'

/** The document for a client as a PDF; who took it is in the audit trail. */
export function downloadDocument(settings: CallSettings): RequestHandler {
  return async (req, res) => {
    try {
      const reference = String(req.params['reference']).slice(0, 400)
      const context = contextOf(settings, () => Promise.resolve(), req, res)
      const { document, changed_at } = await inActorsHub(context, 'review:read', async (tx, actor) => {
        const facts = await documentFacts(tx, actor.hub_id, { reference })
        await tx
          .insertInto('audit_entry')
          .values({ hub_id: actor.hub_id, what: 'plan.downloaded', detail: JSON.stringify({ reference }) })
          .execute()
        return facts
      })
      const pdf = await documentPdf(document, changed_at)
      res.setHeader('Content-Type', 'application/pdf')
      res.setHeader(
        'Content-Disposition',
        `attachment; filename="Training plan ${reference.replace(/[^\w-]/g, '_')}.pdf"`,
      )
      res.end(pdf)
    } catch (fault) {
      tellOrThrow(res, fault)
    }
  }
}
