import { MergePeople } from '@hubline/domain/duplicates/merge-clients.ts'
import { mergeClients } from '../duplicates/merge-clients.ts'
import { writes } from '../trpc.ts'

/** Two records of one person become one; the reference of the other leads there from now on. */
export const mergePeople = writes('client:merge')
  .input(MergePeople)
  .mutation(({ ctx: { db, actor }, input }) => mergeClients(db, 'person', actor.hub_id, input))
