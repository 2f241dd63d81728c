import { runCommand } from './cli/run-command.ts'

/** What `hub` runs. */
process.exitCode = await runCommand(process.argv.slice(2))
