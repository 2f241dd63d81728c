import { MergeBusinesses } from '@hubline/domain/duplicates/merge-clients.ts'
import { mergeClients } from '../duplicates/merge-clients.ts'
import { writes } from '../trpc.ts'

/** Two records of one business become one; the reference of the other leads there from now on. */
export const mergeBusinesses = writes('client:merge')
  .input(MergeBusinesses)
  .mutation(({ ctx: { db, actor }, input }) => mergeClients(db, 'business', actor.hub_id, input))
