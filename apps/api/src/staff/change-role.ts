import { ChangeRole } from '@hubline/domain/staff/invite.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { writes } from '../trpc.ts'
import { personToChange, refuseForLastAdmin } from './person-to-change.ts'

/** Gives a person another role, in force at their next click. */
export const changeRole = writes('staff:change')
  .input(ChangeRole)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const person = await personToChange(db, actor, input)
    if (person.role === 'auditor')
      throw new Problem('invalid', 'An auditor stays one: end their time and invite them as staff', 'role')
    if (input.role !== 'admin') refuseForLastAdmin(person)
    return db
      .updateTable('adviser')
      .set({ role: input.role })
      .where('hub_id', '=', actor.hub_id)
      .where('id', '=', input.id)
      .returning(['id', 'version', 'role'])
      .executeTakeFirstOrThrow()
  })
