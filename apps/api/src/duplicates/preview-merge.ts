import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { MergeBusinesses, MergePeople } from '@hubline/domain/duplicates/merge-clients.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { type Figure, figuresOf } from '@hubline/reporting/figures.ts'
import { catalogueOf } from '@hubline/reporting/hub-catalogue.ts'
import { howManyDiffer } from '@hubline/reporting/sign-off/differences.ts'
import { countsFor } from '@hubline/reporting/units.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { yearsOf } from '../indicators/board.ts'
import { describe } from '../records/own-kinds.ts'
import { writes } from '../trpc.ts'
import { latestSignOff } from '../years/restatement.ts'
import { type MergeForm, mergeClients } from './merge-clients.ts'

export type FigureMoves = {
  year: Year
  key: string
  title: string
  unit: Figure['unit']
  before: string | null
  after: string | null
  /** Where the year is signed off: its version, and how many more units differ from it after the merge. */
  restates: { version: number; units: number } | null
}

const Preview = z.discriminatedUnion('kind', [
  MergeBusinesses.safeExtend({ kind: z.literal('business') }),
  MergePeople.safeExtend({ kind: z.literal('person') }),
])

/**
 * What a merge would move, and what it would do to the figures of every year in which one of the two counts. The merge is
 * made, the figures are counted, and everything is taken back before the transaction ends: nothing is worked out twice. In
 * a year that was signed off a figure counts as moved also where only its list would differ.
 */
export const previewMerge = writes('client:merge')
  .input(Preview)
  .mutation(async ({ ctx: { db, actor, today }, input: form }) => {
    const hub_id = actor.hub_id
    const years = await yearsThatCount(db, { hub_id, today, form })
    const before = await figuresIn(db, hub_id, years)
    await sql`savepoint before_merge`.execute(db)
    const { moved } = await mergeClients(db, form.kind, hub_id, form)
    const after = await figuresIn(db, hub_id, years)
    await sql`rollback to savepoint before_merge`.execute(db)
    return {
      moved: moved.map(({ kind: of, count }) => ({ noun: describe(of as Parameters<typeof describe>[0]).noun, count })),
      figures: before.flatMap((was, at) => movesOf(was, after[at])),
      years,
    }
  })

async function yearsThatCount(
  tx: Tx,
  { hub_id, today, form }: { hub_id: string; today: Day; form: MergeForm },
): Promise<Year[]> {
  const client_ids = [form.survivor_id, form.merged_id]
  const years: Year[] = []
  for (const year of await yearsOf(tx, hub_id, today))
    if ((await countsFor(tx, await catalogueOf(tx, { hub_id, year }), { hub_id, year, client_ids })).length > 0)
      years.push(year)
  return years
}

type Counted = Figure & { year: Year; version: number | null; differing: number }

/** The figures of some years, each with the units by which it differs from the last version that was signed off. */
async function figuresIn(tx: Tx, hub_id: string, years: readonly Year[]): Promise<Counted[]> {
  const counted: Counted[] = []
  for (const year of years) {
    const signed = await latestSignOff(tx, hub_id, year)
    const differ = signed ? await howManyDiffer(tx, { hub_id, year, sign_off_id: signed.id }) : []
    for (const figure of await figuresOf(tx, { hub_id, year })) {
      const found = differ.find(({ key }) => key === figure.key)
      const differing = found ? found.units_in + found.units_out + found.units_changed : 0
      counted.push({ ...figure, year, version: signed?.version ?? null, differing })
    }
  }
  return counted
}

function movesOf(was: Counted, is: Counted | undefined): FigureMoves[] {
  const { year, key, title, unit, value, version } = was
  if (!is || (is.value === value && is.differing === was.differing)) return []
  const restates = version === null ? null : { version, units: is.differing - was.differing }
  return [{ year, key, title, unit, before: value, after: is.value, restates }]
}
