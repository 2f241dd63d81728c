import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = path.resolve(import.meta.dirname, '..', '..')

/** A line about a request that was answered as it should be: ten thousands of them would bury the names of what failed. */
const AS_EXPECTED = /^\{"level":30,/u

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No free port')),
      )
    })
  })
}

async function untilReady(address: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (server.exitCode !== null) throw new Error(`The server ended by itself with ${server.exitCode}`)
    const answer = await fetch(`${address}/healthz`).catch(() => undefined)
    if (answer?.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('The server did not become ready')
}

export type Running = { address: string; data: string; stop: () => Promise<void> }

/** Starts the product as its users do, on an empty folder. */
export async function startHubline(env: NodeJS.ProcessEnv = {}): Promise<Running> {
  const data = await mkdtemp(path.join(tmpdir(), 'hubline-browser-'))
  const port = await freePort()
  const address = `http://localhost:${port}`
  const server = spawn('node', ['apps/api/src/start.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: '', SMTP_URL: '', ...env, HUBLINE_DATA: data, PORT: String(port) },
  })
  createInterface({ input: server.stdout }).on('line', (line) => {
    if (!AS_EXPECTED.test(line)) process.stdout.write(`${line}\n`)
  })
  await untilReady(address, server)
  return {
    address,
    data,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** The server with the demonstration hubs, for all tests. */
export default async function setup(): Promise<() => Promise<void>> {
  const { address, data, stop } = await startHubline()
  process.env['HUBLINE_ADDRESS'] = address
  process.env['HUBLINE_SERVED_DATA'] = data
  return stop
}
