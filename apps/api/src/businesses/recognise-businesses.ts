import { normaliseName } from '@hubline/domain/businesses/identifiers.ts'
import {
  type BusinessKnownAs,
  type RecognisedBusiness,
  recogniseBusiness,
} from '@hubline/domain/businesses/recognise-business.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { reads } from '../trpc.ts'

const MOST_AT_ONCE = 100
const SIEVED = 20

/** Which businesses the names in a list mean. Asked in pieces of a hundred. */
export const recogniseBusinesses = reads('client:read')
  .input(
    z.object({
      names: z.array(z.string().min(1).max(1000)).max(MOST_AT_ONCE, `Ask about ${MOST_AT_ONCE} businesses at a time`),
    }),
  )
  .query(async ({ ctx: { db, actor }, input: { names } }): Promise<{ businesses: RecognisedBusiness[] }> => {
    // Looked up first: a planner who knows little of the table would ask once for each name and business.
    const found = await sql<BusinessKnownAs & { at: number }>`
      with alike as materialized (select (r.at - 1)::integer as at, s.id
        from unnest(${names.map(normaliseName)}::text[]) with ordinality as r (name, at)
          cross join lateral app.similar_businesses(r.name, null, null, null, null, null, null, ${SIEVED}) s)
      select a.at, q.id, q.reference, q.name as called, b.name, b.trading_name, q.town
      from alike a join app.business b on b.hub_id = ${actor.hub_id} and b.id = a.id
        join app.business q on q.hub_id = b.hub_id and q.id = b.counts_as_id
      where b.voided_at is null and q.voided_at is null`.execute(db)
    const alike = Map.groupBy(found.rows, ({ at }) => at)
    return { businesses: names.map((name, at) => recogniseBusiness({ name }, alike.get(at) ?? [])) }
  })
