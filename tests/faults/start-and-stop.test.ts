import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BARE } from '../given/bare.ts'

/** The server as people run it: a program with a database of its own, started, stopped and killed. */
const PROGRAM = path.resolve(import.meta.dirname, '../../apps/api/src/start.ts')

type Program = { child: ChildProcess; url: string; said: () => string; ended: Promise<number | null> }

let data: string
const running = new Set<ChildProcess>()

beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'hubline-start-'))
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await endDatabase('SIGINT')
  await rm(data, { recursive: true, force: true })
})

async function run(env: NodeJS.ProcessEnv = {}): Promise<Program> {
  const child = spawn(process.execPath, [PROGRAM], {
    env: { ...BARE, HUBLINE_DATA: data, HUBLINE_DEMO: 'no', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  void ended.then(() => running.delete(child))
  const address = () => /Hubline is at {2}(\S+)/.exec(said)?.[1]
  for (let n = 0; n < 600 && address() === undefined && child.exitCode === null; n++) await pause(100)
  return { child, url: address() ?? '', said: () => said, ended }
}

const status = (url: string): Promise<number> => fetch(`${url}/healthz`).then(({ status: code }) => code)

/** The process of the database server, or undefined when none runs on these data. */
async function databaseProcess(): Promise<number | undefined> {
  const note = await readFile(path.join(data, 'postgres/data/postmaster.pid'), 'utf8').catch(() => undefined)
  return note === undefined ? undefined : Number(note.split('\n')[0])
}

async function endDatabase(signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
  const pid = await databaseProcess()
  if (pid === undefined) return
  try {
    process.kill(pid, signal)
  } catch {
    return
  }
  for (let n = 0; n < 100 && isAlive(pid); n++) await pause(50)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('it starts, says where it is, answers, and ends with everything it started', async () => {
  const program = await run()
  expect(await status(program.url)).toBe(200)
  expect((await fetch(program.url, { headers: { accept: 'text/html' } })).headers.get('content-type')).toMatch(/html/)

  program.child.kill('SIGTERM')

  expect(await program.ended).toBe(0)
  expect(await databaseProcess()).toBeUndefined()
})

test('it starts within seconds on data that are there', async () => {
  const began = performance.now()
  const program = await run()

  expect(await status(program.url)).toBe(200)
  expect(performance.now() - began).toBeLessThan(45_000)
  program.child.kill('SIGINT')
  expect(await program.ended).toBe(0)
})

test('a server that was killed leaves its database running, and the next one goes on with it', async () => {
  const first = await run()
  first.child.kill('SIGKILL')
  await first.ended
  const database = await databaseProcess()
  expect(database).toBeDefined()

  const second = await run()

  expect(await status(second.url)).toBe(200)
  expect(await databaseProcess()).toBe(database)
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
})

test('after a power cut the database recovers by itself', async () => {
  const first = await run()
  first.child.kill('SIGKILL')
  await endDatabase('SIGKILL')
  await first.ended

  const second = await run()

  expect(await status(second.url)).toBe(200)
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
})

test('while the database is away the health check and every call say so, and afterwards all is well', async () => {
  const program = await run()
  await endDatabase('SIGKILL')

  expect(await status(program.url)).toBe(503)
  const call = await fetch(`${program.url}/trpc/staff.me`, { headers: { cookie: `hubline=${'x'.repeat(43)}` } })
  expect(call.status).toBe(503)
  expect(call.headers.get('retry-after')).toBe('5')
  expect(((await call.json()) as { error: { message: string } }).error.message).toMatch(/cannot be reached/)

  // Another program brings it back, as `hub` or a second server would.
  const other = await run()
  await expect.poll(() => fetch(`${program.url}/trpc/staff.me`).then(({ status: code }) => code)).toBe(200)
  other.child.kill('SIGTERM')
  expect(await other.ended).toBe(0)
  program.child.kill('SIGTERM')
  expect(await program.ended).toBe(0)
})

test('a port that is taken is named in a sentence', async () => {
  const first = await run()
  const port = new URL(first.url).port

  const second = await run({ PORT: port })

  expect(await second.ended).toBe(1)
  expect(second.said()).toMatch(new RegExp(`^Port ${port} is in use.*PORT=${Number(port) + 1} npm start\n$`))
  expect(await status(first.url)).toBe(200)
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
})

test('a wrong setting is named in a sentence, before anything is made', async () => {
  const elsewhere = await mkdtemp(path.join(tmpdir(), 'hubline-start-'))
  const program = await run({ HUBLINE_DATA: elsewhere, HUBLINE_DEMO: 'maybe' })

  expect(await program.ended).toBe(1)
  expect(program.said()).toBe('HUBLINE_DEMO must be yes or no\n')
  expect(await readdir(elsewhere)).toEqual([])
  await rm(elsewhere, { recursive: true })
})

test('a request that has begun is answered before the server ends', async () => {
  const program = await run()
  await status(program.url)
  const slow = fetch(`${program.url}/trpc/staff.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hubline': '1' },
    body: JSON.stringify({ email: 'someone@nowhere.example', password: 'not the password' }),
  })
  await pause(20)
  program.child.kill('SIGTERM')

  expect((await slow).status).toBe(400)
  expect(await program.ended).toBe(0)
})
