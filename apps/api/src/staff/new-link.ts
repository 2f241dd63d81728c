import { ChangePerson } from '@hubline/domain/staff/invite.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { writes } from '../trpc.ts'
import { openTheWay } from './invite-adviser.ts'
import { personToChange } from './person-to-change.ts'

/** A new link for somebody who works here and cannot sign in yet; the one before it ends. */
export const newLink = writes('staff:invite', { reply_is_secret: true })
  .input(ChangePerson)
  .mutation(async ({ ctx: { db, actor, public_url, sends_mail }, input }) => {
    const { is_active, id: adviser_id } = await personToChange(db, actor, input)
    if (!is_active) throw new Problem('invalid', 'This person has left: let them back in first')
    const ways = await sql<{ has_account: boolean }>`
      select has_account from auth.ways_in() where adviser_id = ${adviser_id}`.execute(db)
    if (ways.rows[0]?.has_account) throw new Problem('already_exists', 'This person can sign in already')
    const link = await openTheWay(db, { adviser_id, hub_id: actor.hub_id, public_url, sends_mail })
    return { link: link ?? null }
  })
