import type { Tx } from '@hubline/db/connection.ts'
import { RegisterBusiness } from '@hubline/domain/businesses/register-business.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import { sql } from 'kysely'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'
import { keepDifferent } from './say-different.ts'

/** Takes in a business that the hub has not met, and remembers which similar ones it is not. */
export const registerBusiness = writes('client:register')
  .input(RegisterBusiness)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const { request_id: _, although_similar_to, ...facts } = input
    await refuseSameNumber(db, actor, facts.company_number ?? null, although_similar_to)
    const reference = await nextReference(db, 'business')
    const { id } = await db
      .insertInto('business')
      .values({ ...facts, hub_id: actor.hub_id, reference, employees_fte: facts.employees_fte?.toString() ?? null })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const other_id of although_similar_to)
      await keepDifferent(db, actor, { kind: 'business', one_id: id, other_id })
    return { id, reference }
  })

async function refuseSameNumber(
  tx: Tx,
  actor: Actor,
  company_number: string | null,
  different: readonly string[],
): Promise<void> {
  if (company_number === null) return
  const found = await sql<{ id: string; name: string; reference: string }>`
    select b.id, b.name, b.reference from app.similar_businesses('', ${company_number}, null, null, null, null, null, 20) s
    join app.business b on b.hub_id = ${actor.hub_id} and b.id = s.id order by b.reference`.execute(tx)
  const same = found.rows.find((row) => !different.includes(row.id))
  if (same)
    throw new Problem(
      'already_exists',
      `${same.name} (${same.reference}) has this company number already: open it, or say that this is another business`,
      'company_number',
    )
}
