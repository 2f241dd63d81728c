import type { Tx } from '@hubline/db/connection.ts'
import { DEMAND_DIMENSIONS, type DemandDimension, PUBLISHED_TABLES } from '@hubline/domain/skills-reviews/demand.ts'
import { compareDemand, demandInWords, DIMENSION_NAMES } from '@hubline/domain/skills-reviews/demand-words.ts'
import type { RequestHandler } from 'express'
import { z } from 'zod'
import { YearInput } from '../indicators/board.ts'
import { asPage, pageSql } from '../records/key-page.ts'
import type { CallSettings } from '../web/calls.ts'
import { csvDownload } from '../web/csv-download.ts'
import { needsSql } from './demand.ts'
import { AskDemand, type DemandAsked } from './demand-sql.ts'
import { type Published, type PublishedCell, demandToPublishOf } from './demand-to-publish.ts'
import type { NeedRow } from './need-row.ts'

const PAGE = 1000
const OTHERWISE = 'That list does not exist: open it again from skills demand'

const COLUMNS: readonly (readonly [string, (row: NeedRow) => string])[] = [
  ['need', ({ need }) => need],
  ['whose', ({ whose }) => whose],
  ['people', ({ people }) => (people === null ? '' : String(people))],
  ...DEMAND_DIMENSIONS.map(
    (dimension) => [dimension, (row: NeedRow) => demandInWords(dimension, row[dimension])] as const,
  ),
  ['business_reference', ({ business }) => business.reference],
  ['business', ({ business }) => business.name],
  ['review', ({ review }) => review],
  ['held_on', ({ held_on }) => held_on],
]

/** The list of needs that is on the screen. */
export const downloadDemand = (settings: CallSettings): RequestHandler =>
  csvDownload(settings, {
    asks: AskDemand,
    otherwise: OTHERWISE,
    taken: 'demand',
    has_records: true,
    file: ({ tx, actor, asked }) => ({
      name: `skills demand ${asked.year}`,
      header: COLUMNS.map(([name]) => name),
      rows: everyNeed(tx, asked, actor.hub_id),
    }),
  })

async function* everyNeed(tx: Tx, asked: DemandAsked, hub_id: string): AsyncGenerator<string[]> {
  let after: string | null = null
  do {
    const page: { direction: 'desc'; after: string | null; size: number } = { direction: 'desc', after, size: PAGE }
    const found = await needsSql(asked, hub_id, pageSql(page)).execute(tx)
    const { rows, next } = asPage(found.rows, page)
    for (const row of rows) yield COLUMNS.map(([, of]) => of(row))
    after = next
  } while (after !== null)
}

/** Of a number that is held back, as official statistics mark what is confidential. */
const HELD_BACK = '[c]'

/** The tables for those who write the local skills plan, one number a row. */
export const downloadPublished = (settings: CallSettings): RequestHandler =>
  csvDownload(settings, {
    asks: z.object({ year: YearInput }),
    otherwise: OTHERWISE,
    taken: 'demand_tables',
    has_records: false,
    file: async ({ tx, actor, asked: { year } }) => ({
      name: `skills demand ${year} for publication`,
      header: ['year', 'table', 'row', 'column', 'businesses', 'people'],
      rows: publishedRows(year, await demandToPublishOf(tx, actor.hub_id, year)),
    }),
  })

function* publishedRows(year: string, { all, tables }: Published): Generator<string[]> {
  yield [year, 'All', 'All', '', ...shown(all)]
  for (const [at, { rows, columns, cells }] of tables.entries()) {
    const table = (PUBLISHED_TABLES[at] as readonly DemandDimension[]).map((one) => DIMENSION_NAMES[one]).join(' by ')
    for (const cell of inOrder(cells, rows, columns))
      yield [
        year,
        table,
        demandInWords(rows, cell.row),
        columns && cell.column !== undefined ? demandInWords(columns, cell.column) : '',
        ...shown(cell),
      ]
  }
}

const inOrder = (cells: readonly PublishedCell[], rows: DemandDimension, columns: DemandDimension | undefined) =>
  cells.toSorted(
    (a, b) =>
      compareDemand(rows, a.row, b.row) || (columns ? compareDemand(columns, a.column ?? '', b.column ?? '') : 0),
  )

const shown = (cell: PublishedCell): [string, string] =>
  cell.held_back ? [HELD_BACK, HELD_BACK] : [String(cell.businesses), cell.people === null ? '' : String(cell.people)]
