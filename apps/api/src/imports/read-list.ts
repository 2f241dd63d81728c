import { createHash } from 'node:crypto'
import { LARGEST_FILE, type ListFile } from '@hubline/domain/imports/list-file.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { readListFile } from '@hubline/spreadsheet/read/read-list-file.ts'
import { UnreadableWorkbook } from '@hubline/spreadsheet/read/unreadable-workbook.ts'
import type { Request, RequestHandler } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { inActorsHub } from '../trpc.ts'
import { type CallSettings, contextOf } from '../web/calls.ts'
import { tellOrThrow } from '../web/told.ts'
import { sealOf } from './list-seal.ts'

const MOST_IN_AN_HOUR = 60
const MOST_AT_ONCE = 2

/**
 * Reads a workbook or CSV file that somebody chose and gives its sheets back as text, as if they had been pasted. Nothing
 * is kept: what becomes of the list is decided where it is brought in.
 */
export function readList(settings: CallSettings): RequestHandler {
  const limiter = new RateLimiterMemory({ keyPrefix: 'list', points: MOST_IN_AN_HOUR, duration: 3600 })
  let reading = 0
  return async (req, res) => {
    try {
      const context = contextOf(settings, () => Promise.resolve(), req, res)
      const { account_id } = await inActorsHub(context, 'client:register', (_tx, actor) => Promise.resolve(actor))
      await limiter.consume(account_id).catch(() => {
        throw new Problem(
          'too_many',
          'You have sent a great many files in the last hour: wait a while, or paste the list',
        )
      })
      if (reading >= MOST_AT_ONCE)
        throw new Problem('too_many', 'Other files are being read just now: choose yours again in a moment')
      reading += 1
      try {
        res.json(await listIn(await bodyOf(req)))
      } finally {
        reading -= 1
      }
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

const TOO_LARGE = `A file may have at most ${LARGEST_FILE / 1024 / 1024} MB: keep the sheet with the list alone`

/** The bytes that were sent, by what they say of their length and by what comes. @throws Problem 'invalid' */
async function bodyOf(req: Request): Promise<Buffer> {
  if (Number(req.get('content-length') ?? 0) > LARGEST_FILE) throw new Problem('invalid', TOO_LARGE)
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of req as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > LARGEST_FILE) throw new Problem('invalid', TOO_LARGE)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
