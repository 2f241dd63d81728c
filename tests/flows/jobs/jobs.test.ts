import { randomUUID } from 'node:crypto'
import { MOST_ATTEMPTS } from '@hubline/api/jobs/back-off.ts'
import type { Job, Doer } from '@hubline/api/jobs/doer.ts'
import { Trouble } from '@hubline/api/jobs/trouble.ts'
import { cancelJob, enqueue } from '@hubline/api/jobs/enqueue.ts'
import { dueJobs } from '@hubline/api/jobs/do-job.ts'
import { startWorker } from '@hubline/api/jobs/start-worker.ts'
import { expect, test } from 'vitest'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aWorker, doWhatIsDue, inSeconds } from '../../given/jobs.ts'

type AnyJob = Job<'deliver_mail'>

/** Does jobs by remembering them. */
function aDoer(work: (job: AnyJob) => Promise<void> = () => Promise.resolve()) {
  const done: AnyJob[] = []
  const deliver_mail: Doer<'deliver_mail'> = {
    inside: async (_tx, job) => {
      await work(job)
      done.push(job)
    },
  }
  return { done, doers: { deliver_mail } }
}

const queue = (hub: TestHub, when: { run_at?: Date; key?: string } = {}, mail_id = randomUUID()) =>
  hub.inside((tx) => enqueue(tx, 'deliver_mail', { mail_id }, when)).then(() => mail_id)

async function rowsOf(hub: TestHub) {
  const { rows } = await hub.database.owner.query(
    'select state, attempts, trouble, held_by, key from app.background_job where hub_id = $1 order by id',
    [hub.hub_id],
  )
  return rows as {
    state: string
    attempts: number
    trouble: string | null
    held_by: string | null
    key: string | null
  }[]
}

test('a job is done once, in the hub that queued it', async () => {
  const [hub, other] = [await aHub(), await aHub()]
  const { done, doers } = aDoer()
  const mail_id = await queue(hub)

  expect(await doWhatIsDue(other, aWorker(other, { doers }))).toBe(0)
  expect(await doWhatIsDue(hub, aWorker(hub, { doers }))).toBe(1)
  expect(await doWhatIsDue(hub, aWorker(hub, { doers }))).toBe(0)

  expect(done).toMatchObject([{ hub_id: hub.hub_id, input: { mail_id }, attempt: 1 }])
  expect(await rowsOf(hub)).toMatchObject([{ state: 'done', held_by: null }])
})

test('what is undone is not queued either', async () => {
  const hub = await aHub()

  await hub
    .inside(async (tx) => {
      await enqueue(tx, 'deliver_mail', { mail_id: randomUUID() })
      throw new Error('Something else went wrong')
    })
    .catch(() => undefined)

  expect(await rowsOf(hub)).toEqual([])
})

test('a job for later waits until then', async () => {
  const hub = await aHub()
  const { done, doers } = aDoer()
  await queue(hub, { run_at: inSeconds(3600) })

  await doWhatIsDue(hub, aWorker(hub, { doers }), inSeconds(3590))
  expect(done).toHaveLength(0)
  await doWhatIsDue(hub, aWorker(hub, { doers }), inSeconds(3610))
  expect(done).toHaveLength(1)
})

test('a later job with the same key takes the place of the one that waits, and of no other hub’s', async () => {
  const [hub, other] = [await aHub(), await aHub()]
  const { done, doers } = aDoer()
  await queue(hub, { key: 'reminder:1', run_at: inSeconds(60) })
  await queue(other, { key: 'reminder:1' })
  const second = await queue(hub, { key: 'reminder:1', run_at: inSeconds(7200) })

  await doWhatIsDue(hub, aWorker(hub, { doers }), inSeconds(3600))
  expect(done).toHaveLength(0)
  await doWhatIsDue(hub, aWorker(hub, { doers }), inSeconds(7300))
  await doWhatIsDue(other, aWorker(other, { doers }))

  expect(done.map(({ input }) => input.mail_id)).toEqual([second, expect.any(String)])
  expect(await rowsOf(hub)).toHaveLength(1)
})

test('a cancelled job is not done, and its key is free again', async () => {
  const hub = await aHub()
  const { done, doers } = aDoer()
  await queue(hub, { key: 'reminder:1' })

  await hub.inside((tx) => cancelJob(tx, 'reminder:1'))
  await hub.inside((tx) => cancelJob(tx, 'there is none'))
  expect(await doWhatIsDue(hub, aWorker(hub, { doers }))).toBe(0)
  const again = await queue(hub, { key: 'reminder:1' })
  await doWhatIsDue(hub, aWorker(hub, { doers }))

  expect(done.map(({ input }) => input.mail_id)).toEqual([again])
  expect((await rowsOf(hub)).map(({ state }) => state)).toEqual(['cancelled', 'done'])
})

test('a job that comes to nothing leaves nothing behind and is tried again later, and at last given up', async () => {
  const hub = await aHub()
  const { doers } = aDoer(() => Promise.reject(new Trouble('The kiln is cold')))
  await queue(hub)
  const worker = aWorker(hub, { doers })

  await doWhatIsDue(hub, worker)
  expect(await rowsOf(hub)).toMatchObject([{ state: 'waiting', attempts: 1, trouble: 'The kiln is cold' }])
  expect(await doWhatIsDue(hub, worker, inSeconds(5))).toBe(0)
  expect(await doWhatIsDue(hub, worker, inSeconds(15))).toBe(1)
  for (let hour = 2; hour < MOST_ATTEMPTS; hour++) await doWhatIsDue(hub, worker, inSeconds(hour * 3600))

  expect(await rowsOf(hub)).toMatchObject([{ state: 'failed', attempts: MOST_ATTEMPTS, trouble: 'The kiln is cold' }])
})

test('a fault is told as one sentence, without what it said', async () => {
  const hub = await aHub()
  const { doers } = aDoer(() => Promise.reject(new Error('jo@people.example broke it')))
  await queue(hub)

  await doWhatIsDue(hub, aWorker(hub, { doers }))

  expect(await rowsOf(hub)).toMatchObject([
    { state: 'waiting', trouble: 'Something went wrong. It has been recorded.' },
  ])
})

test('many workers at once come to one attempt', async () => {
  const hub = await aHub()
  const { done, doers } = aDoer()
  for (let n = 0; n < 20; n++) await queue(hub)

  await Promise.all(Array.from({ length: 6 }, () => doWhatIsDue(hub, aWorker(hub, { doers }))))

  expect(done).toHaveLength(20)
  expect(new Set(done.map(({ input }) => input.mail_id)).size).toBe(20)
})

test('a job whose worker was killed is taken up by another when its hold has run out', async () => {
  const hub = await aHub()
  const { done, doers } = aDoer()
  await queue(hub)
  // What a killed worker leaves.
  await hub.database.owner.query(
    `update app.background_job set held_by = gen_random_uuid(), held_until = now() + interval '30 seconds', attempts = 1 where hub_id = $1`,
    [hub.hub_id],
  )

  expect(await doWhatIsDue(hub, aWorker(hub, { doers }), inSeconds(20))).toBe(0)
  expect(await doWhatIsDue(hub, aWorker(hub, { doers }), inSeconds(31))).toBe(1)

  expect(done).toMatchObject([{ attempt: 2 }])
})

test('a job that is moved while it is being done is done again as it says then', async () => {
  const hub = await aHub()
  const seen: string[] = []
  const doers = {
    deliver_mail: {
      outside: async (job: AnyJob) => {
        seen.push(job.input.mail_id)
        if (seen.length === 1) await queue(hub, { key: 'moved' })
        return () => Promise.resolve()
      },
    },
  }
  const first = await queue(hub, { key: 'moved' })

  await doWhatIsDue(hub, aWorker(hub, { doers }))
  await doWhatIsDue(hub, aWorker(hub, { doers }))

  expect(seen).toHaveLength(2)
  expect(seen[0]).toBe(first)
  expect(seen[1]).not.toBe(first)
})

test('a job of a kind that nobody here does waits for a program that knows it', async () => {
  const hub = await aHub()
  await queue(hub)

  await doWhatIsDue(hub, aWorker(hub, { doers: {} }))

  expect(await rowsOf(hub)).toMatchObject([{ state: 'waiting', attempts: 1 }])
})

test('a hub with a long queue does not keep another waiting', async () => {
  const [busy, quiet] = [await aHub(), await aHub()]
  await busy.inside(async (tx) => {
    for (let n = 0; n < 50; n++) await enqueue(tx, 'deliver_mail', { mail_id: randomUUID() })
  })
  await queue(quiet)

  const hubs = (await dueJobs(busy.database.db, inSeconds(1), 1000)).map(({ hub_id }) => hub_id)

  const second_of_busy = hubs.indexOf(busy.hub_id, hubs.indexOf(busy.hub_id) + 1)
  expect(hubs.indexOf(quiet.hub_id)).toBeLessThan(second_of_busy)
})

test('a worker does what is due by itself, and lets what is at work end when it is stopped', async () => {
  const hub = await aHub()
  const begun = Promise.withResolvers<void>()
  const goOn = Promise.withResolvers<void>()
  const { done, doers } = aDoer(async (job) => {
    if (job.hub_id !== hub.hub_id) return
    begun.resolve()
    await goOn.promise
  })
  await queue(hub)
  const worker = startWorker(aWorker(hub, { doers }))

  await begun.promise
  const stopped = worker.stop()
  goOn.resolve()
  await stopped

  expect(done.some(({ hub_id }) => hub_id === hub.hub_id)).toBe(true)
  expect(await rowsOf(hub)).toMatchObject([{ state: 'done' }])
})
