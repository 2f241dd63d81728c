import { asItWas } from '@hubline/db/as-at.ts'
import type { Tx } from '@hubline/db/connection.ts'
import { districtName } from '@hubline/domain/businesses/districts.ts'
import { fileOf } from '@hubline/domain/imports/bundle.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { Parts } from '@hubline/domain/indicators/dimensions.ts'
import { readAsAt } from '@hubline/domain/years/as-at.ts'
import { type UnitsQuestion, everyUnit } from '@hubline/reporting/units.ts'
import type { RequestHandler } from 'express'
import { type CallSettings, contextOf } from '../web/calls.ts'
import { reasonOf, sendList } from '../web/send-list.ts'
import { tellOrThrow } from '../web/told.ts'
import { AsAtInput, YearInput, definitionOfYear } from './board.ts'
import { eventCalled } from './event-called.ts'
import { MonthInput } from './units.ts'

const HEADER = ['reference', 'name', 'kind', 'district', 'first_on', 'last_on', 'amount', 'records', 'because']
const words = (value: unknown): { text?: string } =>
  typeof value === 'string' && value !== '' ? { text: value.slice(0, 200) } : {}
const eventOf = async (tx: Tx, hub_id: string, value: unknown): Promise<{ event_id?: string; event?: string }> => {
  if (typeof value !== 'string' || value === '') return {}
  const { id: event_id, reference: event } = await eventCalled(tx, hub_id, value)
  return { event_id, event }
}
const place = (value: unknown): { district?: string } =>
  typeof value === 'string' && value !== '' ? { district: value.slice(0, 20) } : {}
const monthOf = (value: unknown): { month?: string } => {
  const month = MonthInput.safeParse(value)
  return month.success ? { month: month.data } : {}
}

const categoryOf = (by: Definition['by'], value: unknown): { category?: string } =>
  by && typeof value === 'string' && value !== '' ? { category: value.slice(0, 200) } : {}

/** The list behind a figure as a CSV file that opens safely in a spreadsheet. */
export function downloadUnits(settings: CallSettings): RequestHandler {
  return async (req, res) => {
    try {
      const key = String(req.params['key']).slice(0, 100)
      const year = YearInput.parse(String(req.query['year'] ?? ''))
      const asked = AsAtInput.parse(req.query['as_at'])
      const context = contextOf(settings, () => Promise.resolve(), req, res)
      const { files } = settings
      await sendList({
        files,
        context,
        res,
        permission: 'figures:download',
        taken: 'units',
        ask: async (tx, { hub_id }) => {
          const instant = asked === undefined ? undefined : readAsAt(asked, context.now)
          const { by } = await definitionOfYear(tx, { hub_id, year, key })
          const narrowed = {
            ...words(req.query['text']),
            ...place(req.query['district']),
            ...monthOf(req.query['month']),
            ...categoryOf(by, req.query['category']),
            ...(await eventOf(tx, hub_id, req.query['event'])),
          }
          return { key, year, ...narrowed, ...Parts.catch({}).parse(req.query), as_at: instant, reason: reasonOf(req) }
        },
        file: async ({ tx, actor, asked: { as_at, reason: _, key: __, ...narrowed } }) => {
          const { hub_id } = actor
          const definition = await definitionOfYear(tx, { hub_id, year, key })
          const question = { ...narrowed, hub_id, parts: Parts.catch({}).parse(req.query) }
          return {
            name: `${key} ${year}${asked === undefined ? '' : ` as at ${asked.replaceAll(/[^\dT-]/g, '')}`}`,
            header: HEADER,
            rows: lines(as_at === undefined ? tx : await asItWas(tx, as_at), definition, question),
          }
        },
      })
    } catch (fault) {
      if (res.headersSent) res.destroy()
      tellOrThrow(res, fault)
    }
  }
}

async function* lines(
  tx: Tx,
  definition: Definition,
  question: Omit<UnitsQuestion, 'after' | 'size'>,
): AsyncGenerator<string[]> {
  for await (const unit of everyUnit(tx, definition, question))
    yield [
      unit.reference,
      unit.name,
      fileOf(unit.kind).noun,
      unit.district === null ? '' : districtName(unit.district),
      unit.first_on,
      unit.last_on,
      unit.amount ?? '',
      String(unit.because.length),
      unit.because.map(({ kind, reference, on }) => `${fileOf(kind).noun} ${reference} on ${on}`).join('; '),
    ]
}
