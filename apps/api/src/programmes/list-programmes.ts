import { reads } from '../trpc.ts'

/** The programmes of the hub, with the framework of each and the version of its definitions that is pinned. */
export const listProgrammes = reads('figures:read').query(({ ctx: { db, actor } }) =>
  db
    .selectFrom('programme')
    .select([
      'id',
      'version',
      'reference',
      'name',
      'funder',
      'starts_on',
      'ends_on',
      'framework',
      'definition_version',
      'minimum_minutes',
    ])
    .where('hub_id', '=', actor.hub_id)
    .where('voided_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .limit(500)
    .execute(),
)
