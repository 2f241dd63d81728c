import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import { writeCsv } from '@hubline/spreadsheet/write-csv.ts'
import type { RequestHandler } from 'express'
import type { z } from 'zod'
import { type CallSettings, contextOf } from './calls.ts'
import { sendFile } from './send-file.ts'
import { tellOrThrow } from './told.ts'

type CsvFile = {
  name: string
  header: readonly string[]
  rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>
}
type Asking<Asked> = { tx: Tx; actor: Actor; now: Date; asked: Asked }

type Download<Schema extends z.ZodType> = {
  /** Reads the question in the address; its sentence where that means nothing. */
  asks: Schema
  otherwise: string
  /** The audit entry that says who took it. */
  noted_as: string
  file: (asking: Asking<z.infer<Schema>>) => CsvFile | Promise<CsvFile>
}

/** A list as a CSV file that opens safely in a spreadsheet, streamed whole; who took it is in the audit trail. */
export function csvDownload<Schema extends z.ZodType>(
  settings: CallSettings,
  { asks, otherwise, noted_as, file }: Download<Schema>,
): RequestHandler {
  return async (req, res) => {
    try {
      const asked = read(asks, req.query, otherwise)
      const context = contextOf(settings, () => Promise.resolve(), req, res)
      const sending = { files: settings.files, context, res, permission: 'demand:download' } as const
      await sendFile(sending, async (tx, actor, into) => {
        const detail = JSON.stringify(asked)
        await tx.insertInto('audit_entry').values({ hub_id: actor.hub_id, what: noted_as, detail }).execute()
        const { name, header, rows } = await file({ tx, actor, now: context.now, asked })
        res.setHeader('Content-Type', 'text/csv; charset=utf-8')
        res.setHeader('Content-Disposition', `attachment; filename="${name}.csv"`)
        await pipeline(Readable.from(writeCsv({ header, rows }, { harmless: true, bom: true })), into)
      })
      // Only now, so that nobody has a whole file of which no audit entry tells.
      res.end()
    } catch (fault) {
      tellOrThrow(res, fault)
    }
  }
}

/** Blank parts of the address are as good as absent. @throws Problem 'invalid' for words that mean nothing */
function read<Schema extends z.ZodType>(schema: Schema, query: object, otherwise: string): z.infer<Schema> {
  const given = Object.fromEntries(
    Object.entries(query).filter(([, value]) => typeof value === 'string' && value !== ''),
  )
  const found = schema.safeParse(given)
  if (found.success) return found.data
  throw new Problem('invalid', otherwise)
}
