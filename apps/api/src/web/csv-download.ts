import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import type { Taken } from '@hubline/domain/staff/taken.ts'
import type { RequestHandler } from 'express'
import type { z } from 'zod'
import { type CallSettings, contextOf } from './calls.ts'
import { type CsvFile, reasonOf, sendList } from './send-list.ts'
import { tellOrThrow } from './told.ts'

type Asking<Asked> = { tx: Tx; actor: Actor; now: Date; asked: Asked }

type Download<Asked extends object> = {
  /** Reads the question in the address; its sentence where that means nothing. */
  asks: z.ZodType<Asked>
  otherwise: string
  /** What it is in the audit trail. */
  taken: Taken
  /** It holds records and no mere numbers: whoever takes it says what for. */
  has_records: boolean
  file: (asking: Asking<Asked>) => CsvFile | Promise<CsvFile>
}

/** A list of what skills reviews found, as `sendList` sends it. */
export function csvDownload<Asked extends object>(
  settings: CallSettings,
  { asks, otherwise, taken, has_records, file }: Download<Asked>,
): RequestHandler {
  return async (req, res) => {
    try {
      const question = read(asks, req.query, otherwise)
      const context = contextOf(settings, () => Promise.resolve(), req, res)
      const { files } = settings
      await sendList({
        files,
        context,
        res,
        permission: 'demand:download',
        taken,
        ask: () => Promise.resolve({ ...question, ...(has_records ? { reason: reasonOf(req) } : {}) }),
        file: (asking) => file({ ...asking, asked: question }),
      })
    } catch (fault) {
      if (res.headersSent) res.destroy()
      tellOrThrow(res, fault)
    }
  }
}

/** Blank parts of the address are as good as absent. @throws Problem 'invalid' for words that mean nothing */
function read<Asked>(schema: z.ZodType<Asked>, query: object, otherwise: string): Asked {
  const given = Object.fromEntries(
    Object.entries(query).filter(([, value]) => typeof value === 'string' && value !== ''),
  )
  const found = schema.safeParse(given)
  if (found.success) return found.data
  throw new Problem('invalid', otherwise)
}
