import { createHash } from 'node:crypto'
import { LARGEST_FILE, type ListFile } from '@hubline/domain/imports/list-file.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { readListFile } from '@hubline/spreadsheet/read/read-list-file.ts'
import { UnreadableWorkbook } from '@hubline/spreadsheet/read/unreadable-workbook.ts'
import type { RequestHandler } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { inActorsHub } from '../trpc.ts'
import { type CallSettings, contextOf } from '../web/calls.ts'
import { receiveFile } from '../web/receive-file.ts'
import { tellOrThrow } from '../web/told.ts'
import { sealOf } from './list-seal.ts'

const MOST_IN_AN_HOUR = 60
const MOST_AT_ONCE = 2

/**
 * Reads a workbook or CSV file that somebody chose and gives its sheets back as text, as if they had been pasted. Nothing
 * is kept: what becomes of the list is decided where it is brought in.
 */
export function readList(settings: CallSettings): RequestHandler {
  const { files } = settings
  const limiter = new RateLimiterMemory({ keyPrefix: 'list', points: MOST_IN_AN_HOUR, duration: 3600 })
  let reading = 0
  return async (req, res) => {
    try {
      const context = contextOf(settings, () => Promise.resolve(), req, res)
      const actor = await inActorsHub(context, 'client:register', (_tx, who) => Promise.resolve(who))
      files.countSent(res, actor)
      await limiter.consume(actor.account_id).catch(() => {
        throw new Problem(
          'too_many',
          'You have sent a great many files in the last hour: wait a while, or paste the list',
        )
      })
      if (Number(req.get('content-length') ?? 0) > LARGEST_FILE) throw tooLarge()
      const receiving = { largest: LARGEST_FILE, too_large: tooLarge, patience_ms: files.patience_ms }
      await receiveFile(req, receiving, async ({ size, read }) => {
        if (reading >= MOST_AT_ONCE)
          throw new Problem('too_many', 'Other files are being read just now: choose yours again in a moment')
        reading += 1
        try {
          res.json(await listIn(await read(0, size)))
        } finally {
          reading -= 1
        }
      })
    } catch (fault) {
      if (!req.readableEnded) {
        // Answers without reading on, and hangs up after it.
        res.setHeader('Connection', 'close')
        req.resume()
      }
      tellOrThrow(res, fault)
    }
  }
}

/** @throws Problem 'invalid' with what to do about the file */
async function listIn(bytes: Buffer): Promise<ListFile> {
  try {
    const { sheets, note } = await readListFile(bytes)
    if (sheets.length === 0) throw new Problem('invalid', 'There is nothing in that file')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const sealed = sheets.map((sheet) => ({ ...sheet, seal: sealOf({ sha256, sheet: sheet.name, text: sheet.text }) }))
    return { sha256, sheets: sealed, note }
  } catch (fault) {
    throw fault instanceof UnreadableWorkbook ? new Problem('invalid', fault.message) : fault
  }
}

const tooLarge = () =>
  new Problem('invalid', `A file may have at most ${LARGEST_FILE / 1024 / 1024} MB: keep the sheet with the list alone`)
