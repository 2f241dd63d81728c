import { reads } from '../trpc.ts'

/** The organisations that may run a course. */
export const providers = reads('training:read').query(async ({ ctx: { db, actor } }) => {
  const found = await db
    .selectFrom('organisation')
    .select(['id', 'reference', 'name', 'kind'])
    .where('hub_id', '=', actor.hub_id)
    .where('voided_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .limit(500)
    .execute()
  return { providers: found }
})
