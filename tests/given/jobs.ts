import { type Worker, doJob, dueJobs } from '@hubline/api/jobs/do-job.ts'
import { type Post, type Sender, openPost } from '@hubline/api/mail/post.ts'
import { makeLog } from '@hubline/api/web/log.ts'
import { onTestFinished } from 'vitest'
import type { TestHub } from './hub.ts'
import type { MailServer } from './smtp.ts'

export const FROM: Sender = { name: undefined, address: 'post@hubline.example' }
const MORE_THAN_ENOUGH = 10_000

type Workplace = { mail?: MailServer; doers?: Worker['doers']; log?: Worker['log'] }

/** A worker on a test's database that does only what it is asked to, and keeps mail unless it has a mail server. */
export function aWorker(hub: TestHub, { mail, doers, log = makeLog({ level: 'silent' }) }: Workplace = {}): Worker {
  const post: Post | undefined = mail && openPost({ smtp_url: mail.url, from: FROM })
  onTestFinished(() => post?.close())
  const outside = { public_url: 'http://localhost:3000', post }
  return { db: hub.database.db, outside, log, ...(doers ? { doers } : {}) }
}

/** Does what is due in this hub at a time, one attempt each. Gives how many attempts were made. */
export async function doWhatIsDue(hub: TestHub, worker: Worker = aWorker(hub), now = new Date()): Promise<number> {
  const due = await dueJobs(worker.db, now, MORE_THAN_ENOUGH)
  let made = 0
  for (const each of due.filter(({ hub_id }) => hub_id === hub.hub_id)) if (await doJob(worker, each, now)) made += 1
  return made
}

/** Seconds from now, for looking at the queue later. */
export const inSeconds = (seconds: number): Date => new Date(Date.now() + seconds * 1000)
