import { CreateEvent } from '@hubline/domain/events/plan-event.ts'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'

/** Plans an event. It is a draft until it is published. */
export const createEvent = writes('event:run')
  .input(CreateEvent)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const { request_id: _, ...facts } = input
    const reference = await nextReference(db, 'event', facts.held_on)
    return db
      .insertInto('event')
      .values({ ...facts, hub_id: actor.hub_id, reference, status: 'published', booking: 'draft' })
      .returning(['id', 'reference'])
      .executeTakeFirstOrThrow()
  })
