import { isAway } from '@hubline/db/away.ts'
import { problemOf } from '@hubline/db/refusals.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { STAFF_ROLES } from '@hubline/domain/staff/permissions.ts'
import { Command, CommanderError, Option } from 'commander'
import { WrongSettings } from '../settings.ts'
import { type BundleOptions, bundleCommand } from './bundle.ts'
import { type ExportOptions, exportCommand } from './export.ts'
import { type FiguresOptions, figuresCommand } from './figures.ts'
import { type ImportOptions, checkImportOptions, importCommand } from './import.ts'
import { newCommand } from './new.ts'
import { remark, say } from './outside.ts'
import { type AddUserOptions, addUserCommand } from './user.ts'
import { verifyCommand } from './verify.ts'

const [DONE, REFUSED, WRONG_USAGE] = [0, 1, 2] as const
const EXPORT_FORMATS = ['xlsx', 'ods', 'csv'] as const satisfies readonly ExportOptions['format'][]
const UNFORESEEN = 'Something went wrong that nobody foresaw'
const AWAY =
  'The database cannot be reached: what was under way is not kept. See that it runs, and call the command again'

/** Runs one call of `hub` and gives the exit status: 0 done, 1 refused, 2 wrong usage. */
export async function runCommand(words: readonly string[]): Promise<number> {
  let isDone = true
  const program = describe((done) => (isDone = done))
  try {
    await program.parseAsync([...words], { from: 'user' })
    return isDone ? DONE : REFUSED
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE
    return refuse(error, words.includes('--json'))
  }
}

function refuse(error: unknown, asJson: boolean): number {
  const problem =
    error instanceof Problem || error instanceof WrongSettings
      ? error
      : (problemOf(error) ?? (isAway(error) ? { message: AWAY } : undefined))
  if (!problem) remark(`${UNFORESEEN}.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  else remark(problem.message)
  if (asJson) say(JSON.stringify({ problem: problem?.message ?? UNFORESEEN }))
  return REFUSED
}

const hub = () => new Option('--hub <slug>', 'short name of the hub').makeOptionMandatory()
const why = () => new Option('--why <reason>', 'what it is for, kept in the audit trail').default('command line')
const json = () => new Option('--json', 'print one JSON document')

function describe(finish: (isDone: boolean) => void): Command {
  const program = new Command('hub').description('Hubs, bundles and figures from the command line')
  program.exitOverride().configureHelp({ showGlobalOptions: false })
  const command = (usage: string, description: string, under = program) =>
    under.command(usage).description(description).exitOverride()

  command('new <slug>', 'make an empty hub')
    .requiredOption('--name <name>', 'name of the hub')
    .addOption(json())
    .action(async (slug: string, options: { name: string; json?: true }) => finish(await newCommand(slug, options)))
  const importing = command('import <folder>', 'read a bundle into a hub')
    .addOption(hub())
    .option('--dry-run', 'check everything and write nothing')
    .option('--skip-bad-rows', 'write the good rows, needs --rejects')
    .option('--rejects <folder>', 'where refused rows go')
    .addOption(json())
  importing.action(async (folder: string, options: ImportOptions) => {
    wrongUsage(importing, () => checkImportOptions(options))
    finish(await importCommand(folder, options))
  })
  command('bundle', 'write a whole hub as a bundle')
    .addOption(hub())
    .requiredOption('--out <folder>', 'a new or empty folder')
    .addOption(why())
    .addOption(json())
    .action(async (options: BundleOptions) => finish(await bundleCommand(options)))
  command('export', "write the year's pack")
    .addOption(hub())
    .requiredOption('--year <year>', 'a year like 2021-22')
    .option('--version <number>', 'what was signed off as this version, instead of the records as they stand')
    .addOption(
      new Option('--format <format>', 'csv: a zip of one file per sheet').choices(EXPORT_FORMATS).makeOptionMandatory(),
    )
    .requiredOption('--out <path>', 'the file to write')
    .addOption(why())
    .addOption(json())
    .action(async (options: ExportOptions) => finish(await exportCommand(options)))
  const figures = command('figures', 'print the figures of a year')
    .addOption(hub())
    .requiredOption('--year <year>', 'a year like 2021-22')
    .option('--key <key>', 'one figure')
    .option('--units', 'what it counts, needs --key')
    .addOption(why())
    .option('--as-at <time>', 'as it was known at 2022-05-01T12:00 in London, or at the end of 2022-05-01')
    .addOption(json())
  figures.action(async (options: FiguresOptions) => {
    if (options.units && options.key === undefined) figures.error('error: --units needs --key KEY')
    finish(await figuresCommand(options))
  })
  command('verify', 'recount the figures and walk the audit trail')
    .option('--hub <slug>', 'only this hub')
    .addOption(json())
    .action(async (options: { hub?: string; json?: true }) => finish(await verifyCommand(options)))
  const user = command('user', 'the people of a hub')
  command('add <email>', 'invite a person', user)
    .addOption(hub())
    .addOption(new Option('--role <role>', 'what they may do').choices(STAFF_ROLES).makeOptionMandatory())
    .option('--name <name>', 'their name')
    .addOption(json())
    .action(async (email: string, options: AddUserOptions) => finish(await addUserCommand(email, options)))
  return program
}

function wrongUsage(command: Command, check: () => void): void {
  try {
    check()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    command.error(`error: ${error.message}`)
  }
}
