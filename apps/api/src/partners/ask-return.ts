import { AskReturn } from '@hubline/domain/partners/return-form.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { YearInput } from '../indicators/board.ts'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'
import { holdPartner } from './waiting-return.ts'

/** Keeps that a partner was asked for its return of a year, and by when it is due. */
export const askReturn = writes('partner:receive')
  .input(AskReturn)
  .mutation(async ({ ctx: { db, actor, today }, input: { organisation_id, year, due_on } }) => {
    const { hub_id } = actor
    if (due_on < today) throw new Problem('invalid', 'Enter a day from today on', 'due_on')
    await holdPartner(db, hub_id, organisation_id)
    const asked = { hub_id, organisation_id, year: YearInput.parse(year), asked_on: today, due_on }
    const reference = await nextReference(db, 'partner_ask')
    return db
      .insertInto('partner_ask')
      .values({ ...asked, reference })
      .returning('id')
      .executeTakeFirstOrThrow()
  })
