import type { Tx } from '@hubline/db/connection.ts'
import { sql } from 'kysely'
import { JOB_INPUTS, type JobInput, type JobKind } from './job-inputs.ts'

const HERE = sql<string>`app.hub()`

type When = {
  /** Not before this time; else as soon as the transaction has ended. */
  run_at?: Date
  /** A later job of the hub with the same key takes the place of this one while it waits, and `cancelJob` ends it. */
  key?: string
}

/**
 * Queues work for the hub of the transaction: it will be done once the transaction has ended, and not at all if that
 * fails. A job that is being done while another takes its place runs again, as the later one says.
 */
export async function enqueue<K extends JobKind>(
  tx: Tx,
  kind: K,
  input: JobInput<K>,
  { run_at, key }: When = {},
): Promise<void> {
  await tx
    .insertInto('background_job')
    .values({ kind, input: JSON.stringify(JOB_INPUTS[kind].parse(input)), key, ...(run_at ? { run_at } : {}) })
    .onConflict((conflict) =>
      conflict
        .columns(['hub_id', 'key'])
        .where('state', '=', 'waiting')
        .doUpdateSet((eb) => ({
          kind: eb.ref('excluded.kind'),
          input: eb.ref('excluded.input'),
          run_at: eb.ref('excluded.run_at'),
          queued_at: eb.ref('excluded.queued_at'),
          queued_by: eb.ref('excluded.queued_by'),
          request_id: eb.ref('excluded.request_id'),
          attempts: 0,
          trouble: null,
          held_by: null,
          held_until: null,
        })),
    )
    .execute()
}

/** Ends the job that waits under a key, where there is one. */
export async function cancelJob(tx: Tx, key: string): Promise<void> {
  await tx
    .updateTable('background_job')
    .set({ state: 'cancelled', ended_at: sql<Date>`now()`, held_by: null, held_until: null })
    .where('hub_id', '=', HERE)
    .where('key', '=', key)
    .where('state', '=', 'waiting')
    .execute()
}
