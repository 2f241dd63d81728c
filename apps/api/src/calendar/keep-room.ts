import { KeepRoom } from '@hubline/domain/calendar/keep-diary.ts'
import { changeRecord } from '../records/change-record.ts'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'

/** Adds a room, or changes one; a closed room is offered no more. */
export const keepRoom = writes('room:keep')
  .input(KeepRoom)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const { hub_id } = actor
    const { id, version, name, is_open } = input
    const values = { name, is_open, address: input.address ?? null, seats: input.seats ?? null }
    if (version > 0) return { id, version: await changeRecord(db, { kind: 'room', hub_id, id, version, values }) }
    return db
      .insertInto('room')
      .values({ ...values, id, hub_id, reference: await nextReference(db, 'room') })
      .returning(['id', 'version'])
      .executeTakeFirstOrThrow()
  })
