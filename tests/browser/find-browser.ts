import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

/** The shell without windows first: it does the same in a quarter of the computing. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]
const PACKAGES = ['chromium-headless-shell', 'chromium']

function onThePath(): string | undefined {
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter))
    for (const name of NAMES) {
      const file = path.join(folder, name)
      try {
        accessSync(file, constants.X_OK)
        return file
      } catch {
        continue
      }
    }
  return undefined
}

function installed(): boolean {
  const quiet = { stdio: 'ignore' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  const aptGet = (...args: string[]) => {
    try {
      execFileSync('apt-get', args, quiet)
      return true
    } catch {
      return false
    }
  }
  aptGet('update', '-qq')
  return PACKAGES.some((name) => aptGet('install', '-y', '-qq', '--no-install-recommends', name))
}

/**
 * A Chromium to drive: that of the machine, else the system's package, installed where the run may install things.
 * @throws with a sentence that says how to get one
 */
export function findBrowser(): string {
  const there = process.env['HUBLINE_CHROMIUM'] ?? onThePath()
  if (there) return there
  if (!installed()) throw new Error('The browser tests need Chromium: install it, or name one in HUBLINE_CHROMIUM')
  const now = onThePath()
  if (!now) throw new Error('Chromium was installed but cannot be found: name it in HUBLINE_CHROMIUM')
  return now
}
