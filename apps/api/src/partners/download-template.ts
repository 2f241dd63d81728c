import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Tx } from '@hubline/db/connection.ts'
import { RETURN_HEADINGS } from '@hubline/domain/partners/read-return.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { writeCsv } from '@hubline/spreadsheet/write-csv.ts'
import type { RequestHandler } from 'express'
import { z } from 'zod'
import { YearInput } from '../indicators/board.ts'
import { inActorsHub } from '../trpc.ts'
import { type CallSettings, contextOf } from '../web/calls.ts'
import { tellOrThrow } from '../web/told.ts'
import { PACK_FILES } from '../years/pack-file.ts'
import { returnTemplate } from './return-template.ts'

const FILES = {
  xlsx: PACK_FILES.xlsx,
  ods: PACK_FILES.ods,
  // One sheet is all that such a file can hold.
  csv: {
    write: () => Readable.from(writeCsv({ header: RETURN_HEADINGS, rows: [] }, { bom: true })),
    type: 'text/csv; charset=utf-8',
  },
} as const

const Format = z.enum(['xlsx', 'ods', 'csv'])
const Asked = z.object({ partner: z.uuid().optional() })

/** The file that a partner fills in for a year, with its name where one is chosen. */
export function downloadTemplate(settings: CallSettings): RequestHandler {
  return async (req, res) => {
    try {
      const [format, asked] = [Format.safeParse(req.params['format']), Asked.safeParse(req.query)]
      if (!format.success) throw new Problem('not_found', 'The template comes as xlsx, ods or csv')
      if (!asked.success) throw new Problem('invalid', 'Choose the partner again')
      const year = YearInput.parse(String(req.params['year']))
      const { write, type } = FILES[format.data]
      const context = contextOf(settings, () => Promise.resolve(), req, res)
      const names = await inActorsHub(context, 'partner:receive', (tx, { hub_id }) =>
        namesOf(tx, hub_id, asked.data.partner),
      )
      const name = ['Partner return', year, names.partner ?? '']
        .join(' ')
        .replace(/[^\w -]+/g, ' ')
        .trim()
      res.setHeader('Content-Type', type)
      res.setHeader('Content-Disposition', `attachment; filename="${name}.${format.data}"`)
      await pipeline(write(returnTemplate({ ...names, year })), res)
    } catch (fault) {
      tellOrThrow(res, fault)
    }
  }
}

/** @throws Problem 'not_found' for a partner of another hub */
async function namesOf(
  tx: Tx,
  hub_id: string,
  id: string | undefined,
): Promise<{ hub: string; partner: string | null }> {
  const { name: hub } = await tx.selectFrom('hub').select('name').where('hub_id', '=', hub_id).executeTakeFirstOrThrow()
  if (id === undefined) return { hub, partner: null }
  const partner = await tx
    .selectFrom('organisation')
    .select('name')
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  if (!partner) throw new Problem('not_found', 'That partner is not in your hub')
  return { hub, partner: partner.name }
}
