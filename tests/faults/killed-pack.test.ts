import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type TestDatabase, aDatabaseToBreak } from '../given/database.ts'
import { aHub } from '../given/hub.ts'
import { aServer } from '../security/listening.ts'
import { checkPack } from '../stranger/check-pack.ts'
import { packOf, readPack } from '../stranger/read-pack.ts'
import { startHub } from './hub-command.ts'

/** A year's pack that is cut off midway is never taken for a whole one, and the next one is whole. */

/** Holds every pack up behind its cover until it is let go. */
async function heldUp({ owner }: TestDatabase): Promise<{ letGo: () => Promise<void> }> {
  const client = await owner.connect()
  await client.query('begin; lock table app.target in access exclusive mode')
  let isHeld = true
  const letGo = async () => {
    if (isHeld) await client.query('rollback')
    if (isHeld) client.release()
    isHeld = false
  }
  onTestFinished(letGo)
  return { letGo }
}

/** The database's process that is behind the cover and waits. */
const waiting = ({ owner }: TestDatabase) =>
  vi.waitFor(
    async () => {
      const found = await owner.query<{ pid: number }>(
        `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%from target%'`,
      )
      const [first] = found.rows
      if (!first) throw new Error('No pack has come so far')
      return first.pid
    },
    { timeout: 30_000, interval: 20 },
  )

test('an export that is killed midway leaves no file under the name asked for, and the next one does', async () => {
  const database = await aDatabaseToBreak()
  const hub = await aHub({ database })
  const folder = await mkdtemp(path.join(tmpdir(), 'hubline-killed-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const place = path.join(folder, 'year.zip')
  const call = ['export', '--hub', hub.slug, '--year', '2021-22', '--format', 'csv', '--out', place]

  const { letGo } = await heldUp(database)
  const { child, ended } = startHub({ DATABASE_URL: database.url }, ...call)
  await waiting(database)
  child.kill('SIGKILL')
  expect((await ended).status).toBeNull()
  expect(existsSync(place)).toBe(false)
  await letGo()

  expect(await startHub({ DATABASE_URL: database.url }, ...call).ended).toMatchObject({ status: 0, err: '' })
  expect(checkPack(readPack(place))).toEqual([])
  expect(existsSync(`${place}.unfinished`)).toBe(false)
}, 60_000)

test('a download breaks off where the database is lost midway or the reader goes, and is not noted as taken', async () => {
  const database = await aDatabaseToBreak()
  const hub = await aHub({ database })
  const { url } = await aServer(database)
  const ask = (signal: AbortSignal | null = null) =>
    fetch(`${url}/year/2021-22/pack.zip?reason=Return`, {
      headers: { cookie: `hubline=${hub.tokens.manager}` },
      signal,
    })

  const { letGo } = await heldUp(database)
  const lost = ask()
  await database.owner.query('select pg_terminate_backend($1)', [await waiting(database)])
  expect((await lost).status).toBe(200)
  await expect((await lost).arrayBuffer()).rejects.toThrow('terminated')

  const reader = new AbortController()
  const left = ask(reader.signal)
  await waiting(database)
  reader.abort()
  await expect(left.then((answer) => answer.arrayBuffer())).rejects.toThrow('aborted')
  await letGo()

  expect(checkPack(packOf(Buffer.from(await (await ask()).arrayBuffer())))).toEqual([])
  const noted = await database.owner.query<{ what: string }>(
    `select what from app.audit_entry where hub_id = $1 and what like 'pack.%' order by what`,
    [hub.hub_id],
  )
  expect(noted.rows.map(({ what }) => what)).toEqual(['pack.asked', 'pack.asked', 'pack.asked', 'pack.downloaded'])
}, 60_000)
