import type { Db } from '@hubline/db/connection.ts'
import { openPost } from '../mail/post.ts'
import { type Settings, addressOf, senderOf } from '../settings.ts'
import type { Log } from '../web/log.ts'
import { type RunningWorker, startWorker } from './start-worker.ts'

/** A worker as the settings say, with its way to the mail server. */
export function workFor(settings: Settings, { db, log, port }: { db: Db; log: Log; port?: number }): RunningWorker {
  const public_url = addressOf({ ...settings, port: port ?? settings.port })
  const { smtp_url } = settings
  const post = smtp_url === undefined ? undefined : openPost({ smtp_url, from: senderOf(settings) })
  const worker = startWorker({ db, log, outside: { public_url, post } })
  return {
    stop: async () => {
      await worker.stop()
      post?.close()
    },
  }
}
