import { AskTimeline, timelineOf } from '../records/timeline.ts'
import { reads } from '../trpc.ts'

/** What happened with a business, newest first: a page of twenty lines, and the key of the next. */
export const businessTimeline = reads('client:read')
  .input(AskTimeline)
  .query(({ ctx: { db, actor }, input }) => timelineOf(db, { client: 'business', hub_id: actor.hub_id, asked: input }))
