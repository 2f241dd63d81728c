import { asItWas } from '@hubline/db/as-at.ts'
import { districtName } from '@hubline/domain/businesses/districts.ts'
import { unitOf } from '@hubline/domain/indicators/definition.ts'
import { DIMENSIONS, type Dimension, dimensionsOf, overlaps } from '@hubline/domain/indicators/dimensions.ts'
import { partsHeldBack } from '@hubline/domain/indicators/parts-held-back.ts'
import { readAsAt } from '@hubline/domain/years/as-at.ts'
import { splitsOf } from '@hubline/reporting/breakdowns/splits.ts'
import { scopeOf } from '@hubline/reporting/evidence.ts'
import type { Tx } from '@hubline/db/connection.ts'
import { z } from 'zod'
import { reads } from '../trpc.ts'
import { AsAtInput, YearInput, definitionOfYear } from './board.ts'

const Question = z.object({
  key: z.string(),
  year: YearInput,
  as_at: AsAtInput,
  by: z.enum(Object.keys(DIMENSIONS) as [Dimension, ...Dimension[]]),
})

/**
 * A figure split by a dimension: each part with its value, with as many units as the list has that opens from it, and
 * whether it is held back where figures are published. Whoever may ask this may open the lists: the numbers are exact.
 */
export const split = reads('figures:read', { looks_back: true })
  .input(Question)
  .query(async ({ ctx: { db: today, actor, now }, input: { key, year, as_at, by } }) => {
    const db = as_at === undefined ? today : await asItWas(today, readAsAt(as_at, now))
    const { hub_id } = actor
    const definition = await definitionOfYear(db, { hub_id, year, key })
    const dimensions = dimensionsOf(definition).filter((dimension) => dimension === by)
    const scope = await scopeOf(db, { hub_id, year })
    const [found] = await splitsOf(db, scope, { definitions: [definition], dimensions })
    const parts = found?.parts ?? []
    const held = found && partsHeldBack(new Map(parts.map((part) => [part.part, part])), found.figure)
    const names = await programmeNames(db, hub_id, by)
    return {
      by,
      unit: unitOf(definition),
      /** A unit may stand in several parts, so that their sum is no figure. */
      overlaps: overlaps(by),
      /** Not even which parts there are is published. */
      nothing_shown: held?.nothing_shown ?? false,
      parts: parts
        .map(({ part, units, value }) => ({
          part,
          units,
          value,
          name: nameOf(by, part, names),
          held_back: held?.held_back.get(part) ?? null,
        }))
        .toSorted((a, b) => (by === 'month' ? (a.part < b.part ? -1 : 1) : b.units - a.units)),
    }
  })

async function programmeNames(db: Tx, hub_id: string, by: Dimension): Promise<ReadonlyMap<string, string>> {
  if (by !== 'programme') return new Map()
  const found = await db.selectFrom('programme').select(['reference', 'name']).where('hub_id', '=', hub_id).execute()
  return new Map(found.map(({ reference, name }) => [reference, name]))
}

/** The name of a part that only the server knows; null where the page knows it. */
function nameOf(by: Dimension, part: string, names: ReadonlyMap<string, string>): string | null {
  if (by === 'district' && part !== 'unknown') return districtName(part)
  return names.get(part) ?? null
}
