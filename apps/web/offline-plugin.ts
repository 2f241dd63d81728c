import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Plugin, Rolldown } from 'vite'

const WORKER = path.join(import.meta.dirname, 'src/shell/offline-worker.js')

/** Writes `sw.js` with the names of everything that was built: a new build is a new worker, which replaces the old. */
export function offlineWorker(): Plugin {
  return {
    name: 'hubline-offline-worker',
    apply: 'build',
    // Last of all: chunks that turn out to hold nothing but styles are taken out before.
    generateBundle: { order: 'post', handler: write },
  }
}

async function write(this: Rolldown.PluginContext, _options: unknown, bundle: Record<string, unknown>): Promise<void> {
  const assets = Object.keys(bundle)
    .filter((name) => name.startsWith('assets/'))
    .map((name) => `/${name}`)
    .toSorted()
  const version = createHash('sha256').update(assets.join()).digest('hex').slice(0, 12)
  const source = (await readFile(WORKER, 'utf8'))
    .replace('const ASSETS = []', `const ASSETS = ${JSON.stringify(assets)}`)
    .replace("const VERSION = ''", `const VERSION = '${version}'`)
  this.emitFile({ type: 'asset', fileName: 'sw.js', source })
}
