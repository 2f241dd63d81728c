import { ChangePerson } from '@hubline/domain/staff/invite.ts'
import { sql } from 'kysely'
import { writes } from '../trpc.ts'
import { personToChange, refuseForLastAdmin } from './person-to-change.ts'

/** Someone leaves: their sessions end at once, and their name stays on what they did. */
export const deactivate = writes('staff:change')
  .input(ChangePerson)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    refuseForLastAdmin(await personToChange(db, actor, input))
    await sql`select auth.shut_out(${input.id}::uuid)`.execute(db)
    return db
      .updateTable('adviser')
      .set({ is_active: false })
      .where('hub_id', '=', actor.hub_id)
      .where('id', '=', input.id)
      .returning(['id', 'version', 'is_active'])
      .executeTakeFirstOrThrow()
  })
