import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

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

/**
 * A Chromium to drive: that of the machine, else the system's package, installed where the run may install things.
 * @throws with a sentence that says how to get one
 */
export function findBrowser(): string {
  const there = process.env['HUBLINE_CHROMIUM'] ?? onThePath()
  if (there) return there
  try {
    const quiet = { stdio: 'ignore' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    execFileSync('apt-get', ['update', '-qq'], quiet)
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
  } catch {
    throw new Error('The browser tests need Chromium: install it, or name one in HUBLINE_CHROMIUM')
  }
  const installed = onThePath()
  if (!installed) throw new Error('Chromium was installed but cannot be found: name it in HUBLINE_CHROMIUM')
  return installed
}
