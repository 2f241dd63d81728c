import { type IncomingMessage, type RequestListener, type Server, type ServerResponse, createServer } from 'node:http'
import { makeApp } from './app.ts'
import { type OpenDatabase, openDatabase } from './database.ts'
import { boardsAhead } from './indicators/boards-ahead.ts'
import { prepareDemonstration } from './imports/prepare-demonstration.ts'
import type { RunningWorker } from './jobs/start-worker.ts'
import { workFor } from './jobs/work-for.ts'
import { appRouter } from './router.ts'
import { type Settings, addressOf } from './settings.ts'
import { BUILT, buildWebIfStale } from './web/build.ts'
import type { Log } from './web/log.ts'

/** How long a request that has begun may take to end once the server is told to stop. */
const LONGEST_FAREWELL_MS = 10_000

export type RunningServer = {
  port: number
  address: string
  has_demonstration: boolean
  /** Lets requests end, then lets go of the database. */
  stop: () => Promise<void>
}

/** The port is taken, or may not be used. */
export class PortProblem extends Error {}

type StartSettings = {
  settings: Settings
  log: Log
  say: (doing: string) => void
  /** Whether something else serves the web app, as Vite does for developers. */
  api_only?: boolean
}

/**
 * Starts the whole server. The port is taken first, so that a second start says so at once and a health check gets an
 * answer; database and web app are made ready side by side. @throws PortProblem
 */
export async function startServer({ settings, log, say, api_only = false }: StartSettings): Promise<RunningServer> {
  let handle: RequestListener = notYet
  let stopping = false
  const server = createServer((req, res) => {
    if (stopping) res.setHeader('Connection', 'close')
    handle(req, res)
  })
  const port = await listen(server, settings.port)
  let database: OpenDatabase | undefined
  let work: RunningWorker | undefined
  const stop = async () => {
    stopping = true
    await Promise.all([farewell(server), work?.stop()])
    await database?.close()
  }
  try {
    const web = api_only ? Promise.resolve() : webApp(say)
    web.catch(() => undefined)
    database = await openDatabase(settings)
    await web
    const has_demonstration = settings.demonstration && (await prepareDemonstration(database, say))
    handle = makeApp({
      router: appRouter,
      db: database.db,
      front_door: database.front_door,
      log,
      public_url: settings.public_url,
      sends_mail: settings.smtp_url !== undefined,
      port,
      web: BUILT,
      documents_bytes: settings.documents_bytes,
    })
    void boardsAhead(database, () => stopping).catch((fault: unknown) => log.warn({ fault }, 'boards ahead'))
    if (settings.jobs) work = workFor(settings, { db: database.db, log, port })
    return { port, address: addressOf({ ...settings, port }), has_demonstration, stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

async function webApp(say: (doing: string) => void): Promise<void> {
  const slow = setTimeout(() => say('Building the web app'), 500)
  await buildWebIfStale().finally(() => clearTimeout(slow))
}

function notYet(_req: IncomingMessage, res: ServerResponse): void {
  res.writeHead(503, { 'Retry-After': '2', 'Cache-Control': 'no-store', 'Content-Type': 'text/plain; charset=utf-8' })
  res.end('Hubline is starting: try again in a moment\n')
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'EADDRINUSE')
        reject(
          new PortProblem(
            `Port ${port} is in use, perhaps by Hubline itself. Stop the other program, or choose another port: PORT=${port + 1} npm start`,
          ),
        )
      else if (fault.code === 'EACCES')
        reject(
          new PortProblem(`Port ${port} may not be used without more rights. Choose another port: PORT=3000 npm start`),
        )
      else reject(fault)
    })
    server.listen(port, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

async function farewell(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A connection becomes idle when its last answer is out; browsers would hold on to it.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const hurry = setTimeout(() => server.closeAllConnections(), LONGEST_FAREWELL_MS)
  await closed
  clearInterval(sweep)
  clearTimeout(hurry)
}
