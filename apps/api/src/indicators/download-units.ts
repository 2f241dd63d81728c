import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { asItWas } from '@hubline/db/as-at.ts'
import type { Tx } from '@hubline/db/connection.ts'
import { districtName } from '@hubline/domain/businesses/districts.ts'
import { fileOf } from '@hubline/domain/imports/bundle.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { Parts } from '@hubline/domain/indicators/dimensions.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import { readAsAt } from '@hubline/domain/years/as-at.ts'
import { type UnitsQuestion, everyUnit } from '@hubline/reporting/units.ts'
import { writeCsv } from '@hubline/spreadsheet/write-csv.ts'
import type { RequestHandler } from 'express'
import { type CallSettings, contextOf } from '../web/calls.ts'
import { sendFile } from '../web/send-file.ts'
import { tellOrThrow } from '../web/told.ts'
import { AsAtInput, YearInput, definitionOf, definitionOfYear } from './board.ts'
import { eventCalled } from './event-called.ts'
import { MonthInput } from './units.ts'

const HEADER = ['reference', 'name', 'kind', 'district', 'first_on', 'last_on', 'amount', 'records', 'because']
const words = (value: unknown): { text?: string } =>
  typeof value === 'string' && value !== '' ? { text: value.slice(0, 200) } : {}
const eventOf = async (tx: Tx, hub_id: string, value: unknown): Promise<{ event_id?: string }> =>
  typeof value === 'string' && value !== '' ? { event_id: (await eventCalled(tx, hub_id, value)).id } : {}
const place = (value: unknown): { district?: string } =>
  typeof value === 'string' && value !== '' ? { district: value.slice(0, 20) } : {}
const monthOf = (value: unknown): { month?: string } => {
  const month = MonthInput.safeParse(value)
  return month.success ? { month: month.data } : {}
}

const categoryOf = ({ by }: Definition, value: unknown): { category?: string } =>
  by && typeof value === 'string' && value !== '' ? { category: value.slice(0, 200) } : {}

/** The list behind a figure as a CSV file that opens safely in a spreadsheet; who took it is in the audit trail. */
export function downloadUnits(settings: CallSettings): RequestHandler {
  return async (req, res) => {
    try {
      const { key } = definitionOf(String(req.params['key']))
      const year = YearInput.parse(String(req.query['year'] ?? ''))
      const asked = AsAtInput.parse(req.query['as_at'])
      const context = contextOf(settings, () => Promise.resolve(), req, res)
      const sending = { files: settings.files, context, res, permission: 'figures:download' } as const
      await sendFile(sending, async (tx, actor, into) => {
        const instant = asked === undefined ? undefined : readAsAt(asked, context.now)
        const definition = await definitionOfYear(tx, { hub_id: actor.hub_id, year, key })
        const question = {
          hub_id: actor.hub_id,
          year,
          ...words(req.query['text']),
          ...place(req.query['district']),
          ...monthOf(req.query['month']),
          ...categoryOf(definition, req.query['category']),
          parts: Parts.catch({}).parse(req.query),
          ...(await eventOf(tx, actor.hub_id, req.query['event'])),
        }
        await noteDownload(tx, actor, definition, { ...question, as_at: instant })
        res.setHeader('Content-Type', 'text/csv; charset=utf-8')
        res.setHeader(
          'Content-Disposition',
          `attachment; filename="${definition.key} ${year}${asked === undefined ? '' : ` as at ${asked.replaceAll(/[^\dT-]/g, '')}`}.csv"`,
        )
        await stream(instant === undefined ? tx : await asItWas(tx, instant), definition, question, into)
      })
      res.end()
    } catch (fault) {
      tellOrThrow(res, fault)
    }
  }
}

const noteDownload = (
  tx: Tx,
  actor: Actor,
  definition: Definition,
  {
    year,
    text,
    district,
    month,
    event_id,
    category,
    parts,
    as_at,
  }: Omit<UnitsQuestion, 'after' | 'size'> & { as_at: string | undefined },
) =>
  tx
    .insertInto('audit_entry')
    .values({
      hub_id: actor.hub_id,
      what: 'units.downloaded',
      detail: JSON.stringify({ key: definition.key, year, text, district, month, event_id, category, ...parts, as_at }),
    })
    .execute()

function stream(
  tx: Tx,
  definition: Definition,
  question: Omit<UnitsQuestion, 'after' | 'size'>,
  into: Writable,
): Promise<void> {
  const rows = async function* () {
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
  return pipeline(Readable.from(writeCsv({ header: HEADER, rows: rows() }, { harmless: true, bom: true })), into)
}
