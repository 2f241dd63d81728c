import { randomUUID } from 'node:crypto'
import { inHub } from '@hubline/db/connection.ts'
import type { Taken } from '@hubline/domain/staff/taken.ts'
import type { OpenDatabase } from '../database.ts'
import { noteTaken } from '../web/note-taken.ts'
import type { NamedHub } from './outside.ts'

type Note = (state: 'asked' | 'downloaded', detail: object) => Promise<unknown>

/**
 * Notes in the audit trail what one command takes out of a hub: `asked` before it begins, `downloaded` when all of it is
 * made, each in a transaction of its own. One request id tells that both are of the same file.
 */
export function notesOf({ db }: OpenDatabase, { id: hub_id }: NamedHub, taken: Taken): Note {
  const request_id = randomUUID()
  return (state, detail) =>
    inHub(db, { hub_id, request_id }, (tx) => noteTaken(tx, hub_id, `${taken}.${state}`, detail))
}
