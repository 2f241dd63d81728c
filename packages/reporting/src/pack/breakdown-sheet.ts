import type { Db } from '@hubline/db/connection.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { DIMENSIONS, type Dimension, INTENSITIES } from '@hubline/domain/indicators/dimensions.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { isOwnKey } from '@hubline/domain/indicators/own-indicator.ts'
import { type Behind, partsHeldBack } from '@hubline/domain/indicators/parts-held-back.ts'
import type { Sheet, SheetRow } from '@hubline/spreadsheet/sheet.ts'
import { sql } from 'kysely'
import { unitsNamed } from '../breakdowns/parts.ts'
import { splitsOfKept } from '../breakdowns/splits.ts'
import type { Scope } from '../records.ts'
import { heldSheet } from './held-sheet.ts'
import { keepRows } from './kept-rows.ts'
import { EVIDENCE } from './proof-sheets.ts'

export const BREAKDOWNS = 'Breakdowns'
/** The table of a pack in which the units are kept with what tells their parts. */
const UNITS = 'pack_unit'

const HELD_BACK =
  'May be passed on by itself. Held back is a part with fewer than 5 businesses, people or projects behind it, or of which one or two make nearly all, and as many others as it takes that none of these can be worked out from the figure. Where the part is blank, none of that split can be shown. Parts of nothing are left out. The sheets of records are not protected so.'

/** For the cover: the one sheet that is made to be passed on, and whether indicators of the hub's own are left out of it. */
export const heldBackNote = (leaves_own_out: boolean): string =>
  leaves_own_out
    ? `${HELD_BACK} Indicators of the hub's own are left out: one that is copied from a figure and leaves out a part of it would tell that part.`
    : HELD_BACK

export const breakdownSheet = (rows: readonly SheetRow[]): Sheet =>
  heldSheet(BREAKDOWNS, { key: 'text', dimension: 'text', part: 'text', value: 'number', 'held back': 'text' }, rows)

/**
 * Every figure that Hubline brings by all that it is split by, protected, from the evidence that is kept as `allEvidence` in
 * the transaction.
 */
export async function breakdownRows(db: Db, scope: Scope): Promise<SheetRow[]> {
  const definitions = (scope.catalogue ?? CATALOGUE).filter(isSplit)
  const keys = definitions.map(({ key }) => key)
  const kept = sql`select key, unit_kind, unit_id, unit_reference, unit_district, unit_within, record_kind, record_id, qualified_on, raw as amount
    from ${sql.table(EVIDENCE)} where key = any(${keys}::text[])`
  await keepRows(db, {
    table: UNITS,
    rows: sql`with evidence as not materialized (${kept}) ${unitsNamed(scope, definitions)}`,
  })
  const splits = await splitsOfKept(db, scope, {
    definitions,
    dimensions: Object.keys(DIMENSIONS) as Dimension[],
    kept: { rows: kept, units: sql.table(UNITS) },
  })
  return splits.flatMap(protectedRows)
}

/** A copy of a figure may leave out one part of it: what the two differ by is what is held back of the figure. */
const isSplit = ({ key }: Definition): boolean => !isOwnKey(key)

type Splitted = {
  key: string
  dimension: Dimension
  figure: Behind
  parts: readonly (Behind & { part: string; value: string | null })[]
}

/** The bands of intensity are figures of the sheet themselves: with them, one part that is held back follows from the rest. */
const isLinkedToBands = ({ key, dimension }: Pick<Splitted, 'key' | 'dimension'>): boolean =>
  dimension === 'intensity' && !Object.values(INTENSITIES).some((band) => band === key)

/** What is published of a split. Which of the parts that are held back is the small one is not told: it would bound it. */
export function protectedRows({ key, dimension, figure, parts }: Splitted): SheetRow[] {
  const { nothing_shown, held_back } = partsHeldBack(new Map(parts.map((part) => [part.part, part])), figure)
  if (nothing_shown || (isLinkedToBands({ key, dimension }) && held_back.size > 0))
    return [[key, dimension, null, null, 'yes']]
  return parts.map(({ part, value }) => {
    const is_held = held_back.has(part)
    return [key, dimension, part, is_held ? null : value, is_held ? 'yes' : 'no']
  })
}
