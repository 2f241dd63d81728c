import { ChangePerson } from '@hubline/domain/staff/invite.ts'
import { writes } from '../trpc.ts'
import { personToChange } from './person-to-change.ts'

/** Someone comes back, with the account they had: they sign in again. */
export const reactivate = writes('staff:change')
  .input(ChangePerson)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    await personToChange(db, actor, input)
    return db
      .updateTable('adviser')
      .set({ is_active: true })
      .where('hub_id', '=', actor.hub_id)
      .where('id', '=', input.id)
      .returning(['id', 'version', 'is_active'])
      .executeTakeFirstOrThrow()
  })
