import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { ROOT } from '../settings.ts'

const WEB = path.join(ROOT, 'apps/web')
export const BUILT = path.join(WEB, 'dist')
const MADE_FROM = [
  'apps/web/src',
  'apps/web/public',
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'apps/web/offline-plugin.ts',
  'apps/web/package.json',
  'packages/domain/src',
  'pnpm-lock.yaml',
]

/** Builds the web app unless what is there was made from the files as they are now. Gives whether it built. */
export async function buildWebIfStale(): Promise<boolean> {
  const stamp = path.join(BUILT, 'made-from.txt')
  const wanted = await fingerprint()
  const there = await readFile(stamp, 'utf8').catch(() => '')
  if (there === wanted) return false
  // Built aside and moved into place, so that a build which fails or is broken off leaves the former one.
  const aside = path.join(WEB, `dist-${process.pid}`)
  try {
    await runVite(['build', WEB, '--outDir', aside, '--emptyOutDir', '--logLevel', 'warn'])
    await writeFile(path.join(aside, 'made-from.txt'), wanted)
    await rm(BUILT, { recursive: true, force: true })
    await rename(aside, BUILT)
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
  return true
}

/** Where Vite's program lies, as the web app finds it. */
export async function viteProgram(): Promise<string> {
  const manifest = createRequire(path.join(WEB, 'package.json')).resolve('vite/package.json')
  return path.join(path.dirname(manifest), 'bin/vite.js')
}

async function runVite(args: string[]): Promise<void> {
  const program = await viteProgram()
  const said: Buffer[] = []
  const child = spawn(process.execPath, [program, ...args], { cwd: WEB, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new Error(`The web app could not be built:\n${Buffer.concat(said).toString()}`)
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const place of MADE_FROM)
    for (const file of await filesIn(path.join(ROOT, place)))
      hash
        .update(path.relative(ROOT, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0')
  return hash.digest('hex')
}

async function filesIn(place: string): Promise<string[]> {
  const found = await stat(place).catch(() => undefined)
  if (!found) return []
  if (found.isFile()) return [place]
  const entries = await readdir(place, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()
}
