import { reads } from '../trpc.ts'

/** The advisers and programmes that forms and filters offer. */
export const choices = reads('caseload:read').query(async ({ ctx: { db, actor } }) => {
  const advisers = await db
    .selectFrom('adviser')
    .select(['id', 'name', 'role'])
    .where('hub_id', '=', actor.hub_id)
    .where('is_active', '=', true)
    .where('voided_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .limit(500)
    .execute()
  const programmes = await db
    .selectFrom('programme')
    .select(['id', 'reference', 'name'])
    .where('hub_id', '=', actor.hub_id)
    .where('voided_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .limit(500)
    .execute()
  return { advisers, programmes }
})
