import { addDays } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { KeepAuditor, faultOfLastDay } from '@hubline/domain/staff/invite.ts'
import { writes } from '../trpc.ts'
import { personToChange } from './person-to-change.ts'

/** Gives an auditor another last day, in force at their next click; yesterday ends their time, a later day opens it again. */
export const keepAuditor = writes('auditor:keep')
  .input(KeepAuditor)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const { id, last_day } = input
    const { role } = await personToChange(db, actor, input)
    if (role !== 'auditor') throw new Problem('invalid', 'Only an auditor has a last day: let this person go instead')
    const fault = faultOfLastDay(last_day, { today, from: addDays(today, -1) })
    if (fault !== undefined) throw new Problem('invalid', fault, 'last_day')
    return db
      .updateTable('adviser')
      .set({ last_day, is_active: true })
      .where('hub_id', '=', actor.hub_id)
      .where('id', '=', id)
      .returning(['id', 'version', 'last_day'])
      .executeTakeFirstOrThrow()
  })
