import { Problem } from '@hubline/domain/problem.ts'
import { may } from '@hubline/domain/staff/permissions.ts'
import type { RequestHandler } from 'express'
import { z } from 'zod'
import { inActorsHub } from '../trpc.ts'
import { type CallSettings, contextOf } from '../web/calls.ts'
import { sendPieces } from '../web/send-file.ts'
import { tellOrThrow } from '../web/told.ts'
import { bytesOf } from './document-bytes.ts'
import { noteDocument } from './note-document.ts'

const Identifier = z.uuid()

/** A document as it was given, always as a file to keep: a browser never shows it as a page of ours. */
export function downloadDocument(settings: CallSettings): RequestHandler {
  return async (req, res) => {
    try {
      const id = Identifier.safeParse(req.params['id']).data
      const context = contextOf(settings, () => Promise.resolve(), req, res)
      const { hub_id, ...document } = await inActorsHub(context, 'document:read', async (tx, actor) => {
        const found =
          id &&
          (await tx
            .selectFrom('document')
            .select(['id', 'hub_id', 'reference', 'name', 'media_type', 'size', 'voided_at'])
            .where('hub_id', '=', actor.hub_id)
            .where('id', '=', id)
            .where(({ exists, selectFrom }) =>
              exists(
                selectFrom('document_part as p')
                  .select('p.place')
                  .whereRef('p.hub_id', '=', 'document.hub_id')
                  .whereRef('p.document_id', '=', 'document.id'),
              ),
            )
            .executeTakeFirst())
        if (!found || (found.voided_at !== null && !may(actor, 'record:void')))
          throw new Problem('not_found', 'That document is not in your hub any more: open its record again')
        settings.files.count(res, actor)
        await noteDocument(tx, actor.hub_id, 'document.downloaded', { reference: found.reference })
        return found
      })
      res.attachment(document.name)
      res.setHeader('Content-Type', document.media_type)
      res.setHeader('Content-Length', document.size)
      res.setHeader('Content-Security-Policy', "sandbox; default-src 'none'")
      const pieces = bytesOf((work) => inActorsHub(context, 'document:read', work), hub_id, document.id)
      await sendPieces(settings.files, res, pieces)
      res.end()
    } catch (fault) {
      if (res.headersSent) return void res.destroy()
      tellOrThrow(res, fault)
    }
  }
}
