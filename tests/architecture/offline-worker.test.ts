import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runInNewContext } from 'node:vm'
import { makeApp } from '@hubline/api/app.ts'
import { appRouter } from '@hubline/api/router.ts'
import { makeLog } from '@hubline/api/web/log.ts'
import { makeDb, makePool } from '@hubline/db/connection.ts'
import { expect, test } from 'vitest'

const WORKER = readFileSync(path.resolve(import.meta.dirname, '../../apps/web/src/shell/offline-worker.js'), 'utf8')
const ORIGIN = 'https://hub.example'

type Fetched = { request: object; respondWith: () => void }

/** Whether the worker that lets pages open without a network takes an address into its own hands. */
function workerTakes(): (address: string) => boolean {
  const listeners = new Map<string, (event: Fetched) => void>()
  const caches = { match: () => Promise.resolve(undefined) }
  const self = {
    location: { origin: ORIGIN },
    addEventListener: (name: string, listener: (event: Fetched) => void) => listeners.set(name, listener),
  }
  runInNewContext(WORKER, { self, caches, fetch: () => Promise.resolve(), URL, setTimeout })
  return (address) => {
    let taken = false
    const request = { method: 'GET', mode: 'navigate', url: ORIGIN + address }
    listeners.get('fetch')?.({ request, respondWith: () => (taken = true) })
    return taken
  }
}

/** Every address at which the server gives a file, with words in its gaps. */
function filesOfServer(): string[] {
  const db = makeDb(makePool('postgres://nobody@localhost/never-asked', { role: 'hubline_app', max: 1 }))
  const log = makeLog({ level: 'silent' })
  const about = { db, front_door: db, log, port: 0, public_url: ORIGIN, sends_mail: false, web: import.meta.dirname }
  const { stack } = makeApp({ ...about, router: appRouter }).router
  const routes = stack.flatMap(({ route }) => (route?.stack.some(({ method }) => method === 'get') ? [route.path] : []))
  return routes
    .filter((route) => route !== '/healthz')
    .map((route) => route.replace(':format', 'zip').replaceAll(/:\w+/g, 'lep.x'))
}

test('a file that takes long to make never becomes a page on the way', () => {
  const takes = workerTakes()
  const files = filesOfServer()

  expect(files).toContain('/year/lep.x/pack.zip')
  expect(files.filter(takes)).toEqual([])
})

test.each([
  '/',
  '/year/2021-22/lep.businesses_supported',
  '/b/B-1',
  '/events/EV-1',
  '/reviews/SR-1',
  '/year/2021-22/close',
])('the page %s opens without a network', (page) => expect(workerTakes()(page)).toBe(true))
