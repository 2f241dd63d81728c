import { sendMail } from '@hubline/api/mail/send-mail.ts'
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { onTestFinished, expect, test } from 'vitest'
import { aDatabaseToBreak } from '../given/database.ts'
import { type TestHub, aHub } from '../given/hub.ts'
import { aMailServer } from '../given/mail-server.ts'
import { BARE } from '../given/bare.ts'

const WORKER = path.resolve(import.meta.dirname, '../../apps/api/src/worker.ts')

/** A worker as people run it: a program of its own. */
async function aWorkerProgram(hub: TestHub, smtp_url: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [WORKER], {
    env: { ...BARE, DATABASE_URL: hub.database.url, SMTP_URL: smtp_url },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await new Promise<void>((resolve) =>
    child.stdout?.on('data', (said: Buffer) => said.toString().includes('background jobs') && resolve()),
  )
  return child
}

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve))

async function statesOf({ database }: TestHub): Promise<string[]> {
  const { rows } = await database.owner.query<{ state: string }>('select state from app.mail_message')
  return rows.map(({ state }) => state)
}

test('no message is lost when workers are killed while they send, and none is left waiting', async () => {
  const hub = await aHub({ database: await aDatabaseToBreak() })
  const gate = Promise.withResolvers<void>()
  let coming = 0
  const mail = await aMailServer({
    beforeTaking: () => {
      coming += 1
      return gate.promise
    },
  })
  const subjects = Array.from({ length: 12 }, (_, n) => `Visit ${n}`)
  await hub.inside(async (tx) => {
    for (const subject of subjects)
      await sendMail(tx, { kind: 'invitation', to: 'sam@people.example', subject, text: subject })
  })

  const first = await aWorkerProgram(hub, mail.url)
  await expect.poll(() => coming, { timeout: 20_000 }).toBeGreaterThan(0)
  first.kill('SIGKILL')
  await ended(first)
  gate.resolve()
  const second = await aWorkerProgram(hub, mail.url)

  await expect
    .poll(async () => new Set(await statesOf(hub)), { timeout: 50_000, interval: 500 })
    .toEqual(new Set(['sent']))
  const arrived = await mail.letters()
  expect(new Set(arrived.map(({ subject }) => subject))).toEqual(new Set(subjects))
  // What came twice can be known by its name.
  expect(new Set(arrived.map(({ messageId }) => messageId)).size).toBe(subjects.length)
  second.kill('SIGTERM')
  expect(await ended(second)).toBe(0)
}, 90_000)

test('a worker that is told to stop finishes what it is sending', async () => {
  const hub = await aHub({ database: await aDatabaseToBreak() })
  const gate = Promise.withResolvers<void>()
  let coming = 0
  const mail = await aMailServer({
    beforeTaking: () => {
      coming += 1
      return gate.promise
    },
  })
  await hub.inside((tx) =>
    sendMail(tx, { kind: 'invitation', to: 'sam@people.example', subject: 'Visit', text: 'Visit' }),
  )

  const worker = await aWorkerProgram(hub, mail.url)
  await expect.poll(() => coming, { timeout: 20_000 }).toBe(1)
  worker.kill('SIGTERM')
  const exit = ended(worker)
  gate.resolve()

  expect(await exit).toBe(0)
  expect(await statesOf(hub)).toEqual(['sent'])
  expect(mail.raw).toHaveLength(1)
})

test('a worker goes on when the database comes back', async () => {
  const hub = await aHub({ database: await aDatabaseToBreak() })
  const mail = await aMailServer()
  const pids = 'select pid from pg_stat_activity where datname = current_database()'
  const ours = (await hub.database.owner.query<{ pid: number }>(pids)).rows.map(({ pid }) => pid)
  await aWorkerProgram(hub, mail.url)
  await hub.database.owner.query(
    `select pg_terminate_backend(pid) from (${pids}) p where pid <> all ($1) and pid <> pg_backend_pid()`,
    [ours],
  )

  await hub.inside((tx) =>
    sendMail(tx, { kind: 'invitation', to: 'sam@people.example', subject: 'Visit', text: 'Visit' }),
  )

  await expect.poll(() => statesOf(hub), { timeout: 20_000 }).toEqual(['sent'])
})
