import { writeSync } from 'node:fs'
import { PortProblem, startServer } from './server.ts'
import { WrongSettings, misspeltSettings, readSettings } from './settings.ts'
import { makeLog } from './web/log.ts'
import { welcome } from './web/welcome.ts'

/** What `npm start` runs: everything, until it is told to stop. */
const is_terminal = process.stdout.isTTY === true
const say = (line: string) => writeSync(1, `${line}\n`)
const log = makeLog({ level: is_terminal ? 'warn' : 'info' })

let stop = (): Promise<void> => Promise.resolve()
let stopping = false

async function leave(): Promise<void> {
  // A second signal means now.
  if (stopping) process.exit(1)
  stopping = true
  say('\nStopping')
  await started.catch(() => undefined)
  await stop()
  process.exit(0)
}

async function start(): Promise<void> {
  const settings = readSettings(process.env)
  for (const sentence of misspeltSettings(process.env)) process.stderr.write(`${sentence}\n`)
  const server = await startServer({
    settings,
    log,
    say: (doing) => say(`${doing} …`),
    api_only: process.argv.includes('--api-only'),
  })
  stop = server.stop
  if (!stopping) say(welcome(server))
}

function giveUp(fault: unknown): never {
  const sentence = fault instanceof WrongSettings || fault instanceof PortProblem
  process.stderr.write(
    `${sentence ? fault.message : `Hubline could not start.\n${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`}\n`,
  )
  process.exit(1)
}

process.on('SIGINT', leave)
process.on('SIGTERM', leave)
const started = start()
started.catch(giveUp)
