import { setTimeout as pause } from 'node:timers/promises'
import { isAway } from '@hubline/db/away.ts'
import { type Worker, doJob, dueJobs } from './do-job.ts'

/** Jobs that one worker does at once: each may hold a connection for a moment. */
const AT_ONCE = 4
const LOOK_EVERY_MS = 1000
const LOOK_AGAIN_MS = 5000
/** What is still at work then is left to the next worker, which finds it again when its hold has run out. */
const LONGEST_FAREWELL_MS = 10_000

export type RunningWorker = {
  /** Takes no further job, and lets those at work end. */
  stop: () => Promise<void>
}

/** Does what is due, in every hub, until it is told to stop. */
export function startWorker(worker: Worker): RunningWorker {
  const stopping = new AbortController()
  const work = async () => {
    while (!stopping.signal.aborted) {
      const wait = await doRound(worker)
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const ended = work()
  return {
    stop: () => {
      stopping.abort()
      return Promise.race([ended, pause(LONGEST_FAREWELL_MS, undefined, { ref: false })])
    },
  }
}

/** Gives the milliseconds until it is worth looking again. */
async function doRound(worker: Worker): Promise<number> {
  try {
    const now = new Date()
    const due = await dueJobs(worker.db, now, AT_ONCE)
    await Promise.all(due.map((each) => doJob(worker, each, now)))
    return due.length === 0 ? LOOK_EVERY_MS : 0
  } catch (fault) {
    // While the database is away everything else says so; the queue is there again when it is.
    if (!isAway(fault)) worker.log.error({ fault }, 'fault')
    return LOOK_AGAIN_MS
  }
}
