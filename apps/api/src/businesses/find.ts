import { prepared } from '@hubline/db/prepared.ts'
import { type RelationshipState, relationshipState } from '@hubline/domain/businesses/relationship.ts'
import type { Day } from '@hubline/domain/day.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { type ClientKind, type Sql, idsOf, lastContact, nameOf } from '../records/client.ts'
import type { Named } from '../records/client-page.ts'
import { reads } from '../trpc.ts'

const AskFind = z.object({
  text: z.string().trim().max(200),
  kinds: z
    .array(z.enum(['business', 'person']))
    .max(2)
    .optional(),
  limit: z.int().min(1).max(25).default(8),
})

/** A business or a person that answers to what was typed, and by what. */
export type FindHit = {
  kind: ClientKind
  id: string
  reference: string
  name: string
  town: string | null
  district_code: string | null
  postcode: string | null
  /** Where a person works. */
  business: string | null
  why: { field: string; matched: string }
  last_contact_on: Day | null
  relationship_state: RelationshipState
  merged_into: Named | null
}

type Row = Omit<FindHit, 'relationship_state'>

function details(kind: ClientKind, hub_id: string): Sql {
  const table = sql.table(`app.${kind}`)
  const workplace = sql`(select b.name from app.business_role r join app.business b on b.hub_id = r.hub_id and b.id = r.business_id
    where r.hub_id = c.hub_id and r.person_id = c.id and r.to_on is null and r.voided_at is null order by r.is_main desc nulls last, r.id limit 1)`
  return sql`select f.place, f.kind, c.id, c.reference, ${nameOf(kind, 'c')} as name,
      ${kind === 'business' ? sql`c.town` : sql`null`} as town, c.located_in as district_code, c.postcode,
      ${kind === 'person' ? workplace : sql`null`} as business,
      json_build_object('field', f.field, 'matched', f.matched) as why,
      ${lastContact(kind, hub_id, idsOf(kind, hub_id, sql`c.id`))} as last_contact_on,
      (select json_build_object('reference', s.reference, 'name', ${nameOf(kind, 's')}) from ${table} s
        where s.hub_id = c.hub_id and s.id = c.counts_as_id and s.id <> c.id) as merged_into
    from found f join ${table} c on c.hub_id = ${hub_id} and c.id = f.id where f.kind = ${sql.lit(kind)}`
}

/** One box for any scrap of what a client is known by: a piece of a name, a number, a postcode, an e-mail address, a phone. */
export const find = reads('client:read')
  .input(AskFind)
  .query(async ({ ctx: { db, actor, today }, input }): Promise<{ hits: FindHit[] }> => {
    const text = input.text.replaceAll('\0', '')
    if (text === '') return { hits: [] }
    const kinds = input.kinds && input.kinds.length > 0 ? input.kinds : ['business', 'person']
    const found = await sql<Row & { place: number }>`${prepared}
      with found as materialized (select * from app.find_clients(${text}, ${kinds}::text[], ${input.limit}))
      ${details('business', actor.hub_id)} union all ${details('person', actor.hub_id)} order by place`.execute(db)
    return {
      hits: found.rows.map(({ place: _, ...row }) => ({
        ...row,
        relationship_state: relationshipState(row.last_contact_on, today),
      })),
    }
  })
