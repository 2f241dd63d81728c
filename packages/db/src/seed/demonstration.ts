import { BUNDLE } from '@hubline/domain/imports/bundle.ts'
import { makeDemonstration } from './make-demonstration.ts'
import type { Making, Row } from './making.ts'
import { NORTH } from './setting-north.ts'
import { STAFFORDSHIRE } from './setting-staffordshire.ts'

/**
 * The demonstration hubs, as bundles that the ordinary import loads. All of it is made up and the same every time. What
 * marks it: the hub's name says synthetic, partners' names say demonstration, the real names of the four capital projects
 * say that their figures are synthetic, company numbers begin with ZZ, charity numbers with 99, VAT numbers with GB000,
 * postcodes end in letters that no postcode has, telephone numbers are those kept free for fiction, and every address on
 * the net ends in .example. Names of businesses and people carry no mark, so that lists read as they would at work.
 */

export type DemonstrationFile = { file: string; columns: string[]; rows: Iterable<Record<string, string>> }
export type NextStep = { case_reference: string; next_step: string; next_on: string }

function* whole(rows: readonly Row[], columns: readonly string[]): Generator<Record<string, string>> {
  for (const row of rows) {
    const cells: Record<string, string> = {}
    for (const column of columns) cells[column] = row[column] ?? ''
    yield cells
  }
}

function* filesOf({ rows }: Making): Generator<DemonstrationFile> {
  for (const { file, columns } of BUNDLE) {
    const those = rows.get(file.replace(/\.csv$/, ''))
    const names = Object.keys(columns)
    if (those) yield { file, columns: names, rows: whole(those, names) }
  }
}

function* nextStepsOf({ rows }: Making): Generator<NextStep> {
  for (const { case_reference = '', next_step = '', next_on = '' } of rows.get('next_steps') ?? [])
    yield { case_reference, next_step, next_on }
}

/** The bundle of the hub `demo`: eight years of a hub, its headline figures of 2021-22 those of the published review. */
export const demonstrationBundle = (): Iterable<DemonstrationFile> => filesOf(makeDemonstration(STAFFORDSHIRE))

/** What is planned next on the open cases of `demo`: not part of a bundle. */
export const demonstrationNextSteps = (): Iterable<NextStep> => nextStepsOf(makeDemonstration(STAFFORDSHIRE))

/** The bundle of `demo-north`, a small hub elsewhere. */
export const demonstrationNorthBundle = (): Iterable<DemonstrationFile> => filesOf(makeDemonstration(NORTH))

/** What is planned next on the open cases of `demo-north`. */
export const demonstrationNorthNextSteps = (): Iterable<NextStep> => nextStepsOf(makeDemonstration(NORTH))
