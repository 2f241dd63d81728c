import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type TestDatabase, aDatabaseToBreak } from '../given/database.ts'
import { aPdf } from '../given/documents.ts'
import { aHub } from '../given/hub.ts'
import { aRecord } from '../given/records.ts'
import { BARE } from '../given/bare.ts'

const PROGRAM = path.resolve(import.meta.dirname, '../../apps/api/src/start.ts')

/** The server as people run it, on the database of a test and with a folder for temporary files of its own. */
async function aProgram({ url }: TestDatabase) {
  const temporary = await mkdtemp(path.join(tmpdir(), 'hubline-upload-'))
  onTestFinished(() => rm(temporary, { recursive: true, force: true }))
  const child = spawn(process.execPath, [PROGRAM], {
    env: {
      ...BARE,
      TMPDIR: temporary,
      DATABASE_URL: url,
      HUBLINE_DEMO: 'no',
      HUBLINE_JOBS: 'no',
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let said = ''
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()))
  const address = await vi.waitUntil(() => /Hubline is at {2}(\S+)/.exec(said)?.[1], { timeout: 60_000 })
  return { child, ended, temporary, address }
}

test('a server that is killed while documents come leaves nothing of them: no row, no bytes, no file', async () => {
  const database = await aDatabaseToBreak()
  const hub = await aHub({ database })
  const { id: business_id } = await hub.aBusiness()
  const facts = { kind: 'advice_session', channel: 'video', occurred_on: '2021-06-02', minutes: 60 } as const
  const record_id = await aRecord(hub, 'interaction', { business_id, ...facts })
  const { child, ended, temporary, address } = await aProgram(database)
  const question = new URLSearchParams({ kind: 'interaction', record_id, name: 'Log.pdf' })
  const send = (length: number) => {
    const sending = request(`${address}/documents/${randomUUID()}?${question}`, {
      method: 'PUT',
      headers: { 'x-hubline': '1', cookie: `hubline=${hub.tokens.adviser}`, 'content-length': length },
    })
    sending.on('error', () => undefined)
    sending.write(aPdf(1_000_000))
    return sending
  }
  // Of one not all has come; the other has its row and waits to write its bytes.
  const holder = await database.owner.connect()
  await holder.query('begin; lock table app.document_part in exclusive mode')
  send(5_000_000)
  send(1_000_000).end()
  await vi.waitUntil(async () => {
    const waiting = await database.owner.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into "document_part"%'`,
    )
    return waiting.rows.length === 1
  }, 20_000)

  child.kill('SIGKILL')
  await ended
  await holder.query('rollback')
  holder.release()

  expect((await readdir(temporary)).filter((name) => name.startsWith('hubline'))).toEqual([])
  await expect
    .poll(async () => {
      const { rows } = await database.owner.query<{ what: string }>(
        `select 'row' as what from app.document union all select 'bytes' from app.document_part
         union all select 'note' from app.audit_entry where what like 'document.%'
         union all select 'transaction' from pg_stat_activity where datname = current_database() and application_name = 'hubline' and state <> 'idle'`,
      )
      return rows
    })
    .toEqual([])
}, 90_000)
