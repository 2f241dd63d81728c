import { pipeline } from 'node:stream/promises'
import { Problem } from '@hubline/domain/problem.ts'
import { PACK_FORMATS, PackReason } from '@hubline/domain/years/pack.ts'
import { packSheets } from '@hubline/reporting/pack/pack-sheets.ts'
import type { Request, RequestHandler } from 'express'
import { YearInput } from '../indicators/board.ts'
import { inActorsHub } from '../trpc.ts'
import { type CallSettings, contextOf } from '../web/calls.ts'
import { tellOrThrow } from '../web/told.ts'
import { PACK_FILES, fingerprinted, notePack } from './pack-file.ts'

/**
 * The year's pack as one file, streamed from one moment of the hub. Who asked for it and why is in the audit trail before
 * a byte leaves; a file that could not be finished breaks off, and never looks whole.
 */
export function downloadPack(settings: CallSettings): RequestHandler {
  return async (req, res) => {
    try {
      const asked = askedOf(req)
      const context = contextOf(settings, () => Promise.resolve(), req, res)
      await inActorsHub(context, 'pack:download', (tx, actor) => notePack(tx, actor.hub_id, 'pack.asked', asked))
      const whole = async (tx: Parameters<typeof packSheets>[0], actor: { hub_id: string; name: string }) => {
        const { hub_id, name } = actor
        const { sheets, rows } = await packSheets(tx, { ...asked, hub_id, produced_at: context.now, produced_by: name })
        const { write, type } = PACK_FILES[asked.format]
        res.setHeader('Content-Type', type)
        res.setHeader('Content-Disposition', `attachment; filename="Year ${asked.year} pack.${asked.format}"`)
        const { through, fingerprint } = fingerprinted()
        await pipeline(write(sheets), through, res, { end: false })
        await notePack(tx, hub_id, 'pack.downloaded', { ...asked, rows, sha256: fingerprint() })
      }
      await inActorsHub(context, 'pack:download', whole, 'repeatable read')
      res.end()
    } catch (fault) {
      if (res.headersSent) res.destroy()
      tellOrThrow(res, fault)
    }
  }
}

/** @throws Problem 'invalid' for a year, a format or a reason that is none */
function askedOf(req: Request) {
  const format = PACK_FORMATS.find((each) => each === req.params['format'])
  if (!format) throw new Problem('not_found', 'The pack comes as xlsx, ods or zip')
  const read = PackReason.safeParse(req.query)
  if (!read.success) throw new Problem('invalid', read.error.issues[0]?.message ?? '', 'reason')
  const year = YearInput.parse(String(req.params['year']))
  return { year, format, reason: read.data.reason }
}
