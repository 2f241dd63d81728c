import { fileOf } from '@hubline/domain/imports/bundle.ts'
import type { Explanation } from '@hubline/domain/indicators/why.ts'
import { catalogueOf } from '@hubline/reporting/hub-catalogue.ts'
import { ASKED_ABOUT, type AskedAbout, whyOf } from '@hubline/reporting/why.ts'
import type { RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import type { Tx } from '@hubline/db/connection.ts'
import { z } from 'zod'
import { reads } from '../trpc.ts'
import { YearInput } from './board.ts'

/** Each figure of a year in which a client, project or outcome can count: by what it does, or why it does not yet. */
export const why = reads('figures:read')
  .input(z.object({ kind: z.enum(ASKED_ABOUT), id: z.uuid(), year: YearInput }))
  .query(async ({ ctx: { db, actor }, input: { kind: about, id, year } }) => {
    const hub_id = actor.hub_id
    const { unit, ids } = await unitCalled(db, { hub_id, about, id })
    if (unit === undefined) return []
    const found = await whyOf(db, await catalogueOf(db, { hub_id, year }), { hub_id, year, about, ids, units: [unit] })
    return found.map(({ key, title, explanation }) => ({ key, title, ...shown(explanation) }))
  })

/** As what it counts, at the end of its merges, with all that counts as the same. */
async function unitCalled(
  db: Tx,
  { hub_id, about, id }: { hub_id: string; about: AskedAbout; id: string },
): Promise<{ unit?: string; ids: string[] }> {
  if (about === 'outcome' || about === 'capital_project') {
    const row = await db
      .selectFrom(about)
      .select('id')
      .where('hub_id', '=', hub_id)
      .where('id', '=', id)
      .executeTakeFirst()
    return row ? { unit: row.id, ids: [row.id] } : { ids: [] }
  }
  const rows = await db
    .selectFrom(about)
    .select(['id', 'counts_as_id'])
    .where('hub_id', '=', hub_id)
    .where('counts_as_id', 'in', (eb) =>
      eb.selectFrom(about).select('counts_as_id').where('hub_id', '=', hub_id).where('id', '=', id),
    )
    .orderBy('id')
    .execute()
  const [first] = rows
  return first ? { unit: first.counts_as_id, ids: rows.map((row) => row.id) } : { ids: [] }
}

type Named = { kind: RecordKind; reference: string; on: string | null }
const called = ({ kind, reference, on }: Named) => ({ kind, noun: fileOf(kind).noun, reference, on })

const shown = (explanation: Explanation<RecordKind>) =>
  explanation.counted
    ? { counted: true as const, because: explanation.because.map(called) }
    : { ...explanation, nearest: explanation.nearest && called(explanation.nearest) }
