import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import { PACK_FORMATS, PackQuestion } from '@hubline/domain/years/pack.ts'
import type { Request, RequestHandler, Response } from 'express'
import { YearInput } from '../indicators/board.ts'
import { inActorsHub } from '../trpc.ts'
import { type CallSettings, contextOf } from '../web/calls.ts'
import { sendFile } from '../web/send-file.ts'
import { tellOrThrow } from '../web/told.ts'
import { PACK_FILES, type PackCalled, fingerprinted, notePack, sheetsCalled } from './pack-file.ts'
import { PackProgress } from './pack-progress.ts'
import { restWanted } from './pack-rest.ts'
import { signOffCalled } from './signed-figures.ts'

/**
 * The year's pack as one file, of one moment of the hub. Who asked for it and why is in the audit trail before
 * a byte leaves; a file that could not be finished breaks off, and never looks whole. A signed-off version that broke off
 * on the way can be had from there on (decision 0049).
 */
export function downloadPack(settings: CallSettings): RequestHandler {
  const { files } = settings
  return async (req, res) => {
    let progress: PackProgress | undefined
    try {
      const { file, ...asked } = askedOf(req)
      const context = contextOf(settings, () => Promise.resolve(), req, res)
      await inActorsHub(context, 'pack:download', async (tx, { hub_id, account_id }) => {
        // First, so that the page is told of a refusal as well.
        if (file) progress = new PackProgress(account_id, file)
        if (asked.version !== undefined) await signOffCalled(tx, hub_id, { ...asked, version: asked.version })
        await notePack(tx, hub_id, 'pack.asked', asked)
      })
      const make = async (tx: Tx, { hub_id, name, email }: Actor, into: Writable) => {
        const produced = { hub_id, produced_at: context.now, produced_by: name, contact: email }
        const pack = await sheetsCalled(tx, { ...asked, ...produced })
        const { write, type } = PACK_FILES[asked.format]
        res.setHeader('Content-Type', type)
        res.setHeader('Content-Disposition', `attachment; filename="${nameOf(asked)}"`)
        const { through, fingerprint } = fingerprinted()
        await pipeline(write(progress?.watching(pack) ?? pack.sheets), through, into)
        return { rows: pack.rows, sha256: fingerprint() }
      }
      const sending = { files, context, res, permission: 'pack:download', isolation: 'repeatable read' } as const
      let from = 0
      const begins = (length: number, { sha256 }: { sha256: string }) => (from = resumed(req, res, { length, sha256 }))
      const made = await sendFile(sending, make, { begins: asked.version === undefined ? undefined : begins })
      await inActorsHub(context, 'pack:download', (tx, { hub_id }) =>
        notePack(tx, hub_id, 'pack.downloaded', { ...asked, from, ...made }),
      )
      res.end()
      progress?.sent()
    } catch (fault) {
      progress?.brokeOff()
      if (res.headersSent) res.destroy()
      tellOrThrow(res, fault)
    }
  }
}

/** Says how a file can be resumed, and from which byte on it is sent now. */
function resumed(req: Request, res: Response, { length, sha256 }: { length: number; sha256: string }): number {
  const found = { length, mark: `"${sha256}"` }
  const from = restWanted(req, found)
  res.setHeader('Accept-Ranges', 'bytes')
  res.setHeader('ETag', found.mark)
  if (from > 0) res.status(206).setHeader('Content-Range', `bytes ${from}-${found.length - 1}/${found.length}`)
  return from
}

const nameOf = ({ year, version, format }: PackCalled) =>
  `Year ${year}${version === undefined ? '' : ` version ${version}`} pack.${format}`

/** @throws Problem 'invalid' for a year, a format, a version or a reason that is none */
function askedOf(req: Request): PackCalled & { file?: string | undefined } {
  const format = PACK_FORMATS.find((each) => each === req.params['format'])
  if (!format) throw new Problem('not_found', 'The pack comes as xlsx, ods or zip')
  const read = PackQuestion.safeParse(req.query)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new Problem('invalid', issue?.message ?? '', String(issue?.path[0] ?? 'reason'))
  }
  const year = YearInput.parse(String(req.params['year']))
  return { year, format, ...read.data }
}
