import { finished } from 'node:stream/promises'
import type * as pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'

/** Sends what each `copy … to stdout` gives to here, one after the other on one connection, and lets go of it. */
export async function copyOut(direct: pg.Pool, copies: readonly string[]): Promise<void> {
  const client = await direct.connect()
  try {
    for (const copy of copies) await finished(client.query(copyTo(copy)).resume())
  } finally {
    client.release()
  }
}
