import { writeSync } from 'node:fs'
import { openDatabase } from './database.ts'
import { workFor } from './jobs/work-for.ts'
import { WrongSettings, readSettings } from './settings.ts'
import { untilStopped } from './until-stopped.ts'
import { makeLog } from './web/log.ts'

/** What `npm run worker` runs: background jobs alone, beside servers that are set to HUBLINE_JOBS=no, or that are not. */
untilStopped(
  async () => {
    const settings = readSettings(process.env)
    const database = await openDatabase(settings)
    const work = workFor(settings, { db: database.db, log: makeLog() })
    writeSync(1, 'Hubline does background jobs. Ctrl-C stops.\n')
    return async () => {
      await work.stop()
      await database.close()
    }
  },
  (fault) =>
    fault instanceof WrongSettings
      ? fault.message
      : `The worker could not start.\n${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`,
)
