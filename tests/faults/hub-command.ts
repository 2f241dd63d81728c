import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { BARE } from '../given/bare.ts'

const PROGRAM = path.resolve(import.meta.dirname, '../../apps/api/src/cli.ts')

/** Looks at the memory of the very process that it is loaded into, and tells the most that it saw when that ends. */
const WATCH = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from 'node:fs'
  let most = 0
  const look = () => { most = Math.max(most, process.memoryUsage.rss()) }
  setInterval(look, 10).unref()
  process.on('exit', () => { look(); writeSync(3, String(most)) })`)}`

export type Ended = {
  status: number | null
  out: string
  err: string
  /** The most memory that the program itself held, in MB; the database is another program. */
  most_memory: number
}

/** Starts `hub` as people do: a program of its own, on the database or the data folder of a test. */
export function startHub(
  place: { DATABASE_URL: string } | { HUBLINE_DATA: string },
  ...words: string[]
): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, ['--import', WATCH, PROGRAM, ...words], {
    env: { ...BARE, HUBLINE_DEMO: 'no', ...place },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = ['', '', '', '']
  for (const number of [1, 2, 3]) child.stdio[number]?.on('data', (chunk: Buffer) => (said[number] += chunk.toString()))
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (status) =>
      resolve({ status, out: said[1] ?? '', err: said[2] ?? '', most_memory: Number(said[3]) / 1e6 }),
    )
  })
  return { child, ended }
}

/** Runs `hub` to its end. */
export const hub = (...call: Parameters<typeof startHub>): Promise<Ended> => startHub(...call).ended
