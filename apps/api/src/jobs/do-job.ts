import { randomUUID } from 'node:crypto'
import { type Db, type Tx, inHub } from '@hubline/db/connection.ts'
import { sql } from 'kysely'
import type { Log } from '../web/log.ts'
import { MOST_ATTEMPTS, waitAfter } from './back-off.ts'
import type { Doer, Job, Outside } from './doer.ts'
import { Trouble } from './trouble.ts'
import { DOERS } from './doers.ts'
import { JOB_INPUTS, type JobKind } from './job-inputs.ts'

/** How long an attempt is believed to live after it last said so. One that was killed is followed by another after it. */
const HOLD_SECONDS = 30
const FAULT = 'Something went wrong. It has been recorded.'

export type Worker = {
  db: Db
  outside: Outside
  log: Log
  doers?: { readonly [K in JobKind]?: Doer<K> }
}

type Due = { hub_id: string; id: string }
type Claim = Due & { claim: string; kind: JobKind; input: unknown; attempt: number; now: Date }

/** Names of jobs that are due, each hub in turn. */
export async function dueJobs(db: Db, now: Date, most: number): Promise<Due[]> {
  const due = await sql<Due>`select hub_id, id from app.due_jobs(${now}, ${most})`.execute(db)
  return due.rows
}

/** One attempt at one job. Two workers that try at once come to one attempt. Gives whether there was anything to do. */
export async function doJob(worker: Worker, due: Due, now: Date): Promise<boolean> {
  const claim = await take(worker.db, due, now)
  if (!claim) return false
  const keeping = setInterval(
    () => {
      keepHold(worker.db, claim).catch(() => undefined)
    },
    (HOLD_SECONDS / 3) * 1000,
  )
  try {
    await attempt(worker, claim)
  } catch (fault) {
    await comeToNothing(worker, claim, fault)
  } finally {
    clearInterval(keeping)
  }
  return true
}

async function take(db: Db, { hub_id, id }: Due, now: Date): Promise<Claim | undefined> {
  const claim = randomUUID()
  const taken = await inHub(db, { hub_id }, (tx) =>
    tx
      .updateTable('background_job')
      .set((eb) => ({ held_by: claim, held_until: holdFrom(now), attempts: eb('attempts', '+', 1) }))
      .where('hub_id', '=', hub_id)
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .where('run_at', '<=', now)
      .where((eb) => eb.or([eb('held_until', 'is', null), eb('held_until', '<=', now)]))
      .returning(['kind', 'input', 'attempts'])
      .executeTakeFirst(),
  )
  return taken && { hub_id, id, claim, now, kind: taken.kind as JobKind, input: taken.input, attempt: taken.attempts }
}

const holdFrom = (now: Date): Date => new Date(now.getTime() + HOLD_SECONDS * 1000)

/** The job while it is this attempt's; another may have taken its place. */
const held = (tx: Tx, { hub_id, id, claim }: Claim) =>
  tx.updateTable('background_job').where('hub_id', '=', hub_id).where('id', '=', id).where('held_by', '=', claim)

function keepHold(db: Db, claim: Claim): Promise<unknown> {
  return inHub(db, claim, (tx) =>
    held(tx, claim)
      .set({ held_until: holdFrom(new Date(Math.max(Date.now(), claim.now.getTime()))) })
      .execute(),
  )
}

async function attempt(worker: Worker, claim: Claim): Promise<void> {
  const { doer, job } = understood(worker, claim)
  if ('inside' in doer) {
    await inHub(worker.db, claim, async (tx) => {
      if (!(await isStillOurs(tx, claim))) return
      await doer.inside(tx, job)
      await end(tx, claim)
    })
    return
  }
  const ending = await doer.outside(job, (work) => inHub(worker.db, claim, work))
  await inHub(worker.db, claim, async (tx) => {
    await ending(tx)
    await end(tx, claim)
  })
}

/** @throws where this program does not know the kind of job, or not what it is told: a newer one may */
function understood<K extends JobKind>(
  { outside, doers = DOERS }: Worker,
  { hub_id, kind, input, attempt: number, now }: Claim & { kind: K },
): { doer: Doer<K>; job: Job<K> } {
  const doer = doers[kind] as Doer<K> | undefined
  if (!doer) throw new Error(`Nobody here does the job ${kind}`)
  return {
    doer,
    job: { hub_id, input: JOB_INPUTS[kind].parse(input) as Job<K>['input'], attempt: number, now, outside },
  }
}

async function isStillOurs(tx: Tx, { hub_id, id, claim }: Claim): Promise<boolean> {
  const ours = await tx
    .selectFrom('background_job')
    .select('id')
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .where('held_by', '=', claim)
    .forUpdate()
    .executeTakeFirst()
  return ours !== undefined
}

async function end(tx: Tx, claim: Claim, state: 'done' | 'failed' = 'done', trouble: string | null = null) {
  const ended = { state, trouble, ended_at: sql<Date>`now()`, held_by: null, held_until: null }
  await held(tx, claim).set(ended).execute()
}

/** Lets go of the job until its next attempt, or gives it up. Where even that fails, the hold runs out by itself. */
async function comeToNothing(worker: Worker, claim: Claim, fault: unknown): Promise<void> {
  const { hub_id, id, kind, attempt: number } = claim
  const facts = { job_id: id, hub_id, kind, attempt: number }
  if (fault instanceof Trouble) worker.log.warn(facts, 'job came to nothing')
  else worker.log.error({ ...facts, fault }, 'fault')
  const trouble = fault instanceof Trouble ? fault.message : FAULT
  try {
    await inHub(worker.db, claim, (tx) =>
      number < MOST_ATTEMPTS ? wait(tx, claim, trouble) : giveUp(tx, worker, claim, trouble),
    )
  } catch (second) {
    worker.log.error({ ...facts, fault: second }, 'fault')
  }
}

async function wait(tx: Tx, claim: Claim, trouble: string): Promise<void> {
  const run_at = new Date(Math.max(Date.now(), claim.now.getTime()) + waitAfter(claim.attempt) * 1000)
  await held(tx, claim).set({ run_at, trouble, held_by: null, held_until: null }).execute()
}

async function giveUp(tx: Tx, worker: Worker, claim: Claim, trouble: string): Promise<void> {
  if (!(await isStillOurs(tx, claim))) return
  if ((worker.doers ?? DOERS)[claim.kind]) {
    const { doer, job } = understood(worker, claim)
    if ('outside' in doer) await doer.givesUp?.(tx, job, trouble)
  }
  await end(tx, claim, 'failed', trouble)
}
