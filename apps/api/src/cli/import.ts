import { Problem } from '@hubline/domain/problem.ts'
import { type BundleProblem, inWords } from '../imports/bundle-problem.ts'
import { type ImportResult, importBundle } from '../imports/import-bundle.ts'
import type { KeptErasure } from '../imports/kept-erasure.ts'
import type { KeptMerge } from '../imports/kept-merge.ts'
import { tidyTables } from '../imports/tidy-tables.ts'
import { hubCalled, placeCalled, remark, say, sayPiece, withDatabase } from './outside.ts'
import { showProgress } from './progress.ts'

export type ImportOptions = { hub: string; dryRun?: true; skipBadRows?: true; rejects?: string; json?: true }

/** `hub import`: reads a bundle. Gives whether it was taken. */
export function importCommand(folder: string, options: ImportOptions): Promise<boolean> {
  return withDatabase(async (database) => {
    const hub = await hubCalled(database, options.hub)
    const progress = showProgress()
    const { accepted, created } = await importBundle({
      pool: database.pool,
      hub_id: hub.id,
      source: placeCalled(folder),
      now: new Date(),
      dry_run: options.dryRun ?? false,
      skip_bad_rows: options.skipBadRows ?? false,
      ...(options.rejects === undefined ? {} : { rejects: placeCalled(options.rejects) }),
      onProgress: progress.show,
      report: (result, problems) => {
        progress.end()
        return options.json ? reportAsJson(result, problems) : reportInWords(result, problems, options)
      },
    }).finally(progress.end)
    if (accepted && !options.dryRun && Object.values(created).some((rows) => rows > 0)) {
      // The bundle is in by now: that must not be told as undone because the planner has to guess for a while.
      await tidyTables(database.url).catch((fault: unknown) =>
        remark(`Everything was written. The database did not take stock of it: ${String(fault)}`),
      )
    }
    return accepted
  })
}

/** Written as it is read, so that a million problems take no memory either. */
async function reportAsJson(result: ImportResult, problems: AsyncIterable<BundleProblem>): Promise<void> {
  const { problems: _, accepted: __, kept_merges, kept_erasures, ...counts } = result
  const told = {
    ...counts,
    ...(kept_merges.length > 0 ? { kept_merges } : {}),
    ...(kept_erasures.length > 0 ? { kept_erasures } : {}),
  }
  sayPiece(`${JSON.stringify(told).slice(0, -1)},"rejected":[`)
  let before = ''
  for await (const problem of problems) {
    sayPiece(before + JSON.stringify(problem))
    before = ','
  }
  say(']}')
}

async function reportInWords(
  result: ImportResult,
  problems: AsyncIterable<BundleProblem>,
  options: ImportOptions,
): Promise<void> {
  for await (const problem of problems) remark(inWords(problem))
  if (!result.accepted) {
    remark(
      `Nothing was written, because of ${counted(result.problems, 'problem')}: put ${result.problems === 1 ? 'it' : 'them'} right and import again`,
    )
    return
  }
  for (const file of Object.keys(result.read))
    say(
      `${file}: ${result.read[file]} read, ${result.created[file]} new, ${result.updated[file]} changed, ${result.unchanged[file]} as before`,
    )
  sayKept(result.kept_merges)
  sayErased(result.kept_erasures)
  if (result.problems > 0) remark(`${counted(result.problems, 'problem')}: the refused rows are in ${options.rejects}`)
  if (options.dryRun) say('This was a rehearsal: nothing was written')
}

const SHOWN = 20

/** A bundle that was written before a merge: nothing is wrong with it, but somebody should know. */
function sayKept(kept: readonly KeptMerge[]): void {
  for (const { file, line, column, found, kept: remains } of kept.slice(0, SHOWN))
    say(
      `${file}, line ${line}, ${column}: ${found === '' ? 'blank' : `"${found}"`}. Merged into ${remains} in the hub: kept`,
    )
  if (kept.length > SHOWN)
    say(`… and ${counted(kept.length - SHOWN, 'more cell')} of records that were merged in the hub`)
}

/** A bundle that still tells of somebody who was erased: what it says of them is not repeated here either. */
function sayErased(kept: readonly KeptErasure[]): void {
  for (const { file, line, column, erased_on } of kept.slice(0, SHOWN))
    say(`${file}, line ${line}, ${column}: the person was erased on ${erased_on}; not taken in`)
  if (kept.length > SHOWN) say(`… and ${counted(kept.length - SHOWN, 'more cell')} about people who were erased`)
}

const counted = (number: number, noun: string): string =>
  `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`

/** @throws Problem where only one half of the pair was given */
export function checkImportOptions({ skipBadRows, rejects }: ImportOptions): void {
  if ((skipBadRows ?? false) !== (rejects !== undefined))
    throw new Problem('invalid', '--skip-bad-rows and --rejects DIR belong together: refused rows must go somewhere')
}
