import { writeSync } from 'node:fs'
import { PortProblem, startServer } from './server.ts'
import { WrongSettings, misspeltSettings, readSettings } from './settings.ts'
import { untilStopped } from './until-stopped.ts'
import { makeLog } from './web/log.ts'
import { welcome } from './web/welcome.ts'

/** What `npm start` runs: everything, until it is told to stop. */
const is_terminal = process.stdout.isTTY === true
const say = (line: string) => writeSync(1, `${line}\n`)

untilStopped(
  async (isStopping) => {
    const settings = readSettings(process.env)
    for (const sentence of misspeltSettings(process.env)) process.stderr.write(`${sentence}\n`)
    const server = await startServer({
      settings,
      log: makeLog({ level: is_terminal ? 'warn' : 'info' }),
      say: (doing) => say(`${doing} …`),
      api_only: process.argv.includes('--api-only'),
    })
    if (!isStopping()) say(welcome(server))
    return server.stop
  },
  (fault) =>
    fault instanceof WrongSettings || fault instanceof PortProblem
      ? fault.message
      : `Hubline could not start.\n${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`,
)
