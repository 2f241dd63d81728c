import type { Tx } from '@hubline/db/connection.ts'
import { isSharedBox } from '@hubline/domain/businesses/mail.ts'
import type { KnownPerson } from '@hubline/domain/people/matching-people.ts'
import { type KnownAs, type Recognised, recognisePerson } from '@hubline/domain/people/recognise-person.ts'
import { DescribedPerson } from '@hubline/domain/people/register-person.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { reads } from '../trpc.ts'

/** A list is asked about in pieces, so that no question takes long. */
export const MOST_AT_ONCE = 100
const SIEVED = 20

const blank = (text: string | null | undefined) => text?.trim() || null

/** Everybody who is at all alike, by the place of the described person in the list. */
async function alikeOf(tx: Tx, hub_id: string, people: readonly KnownPerson[]): Promise<Map<number, KnownAs[]>> {
  const names = people.map(({ given_name, family_name }) => `${given_name} ${family_name}`.trim())
  const emails = people.map(({ email }) => (email && !isSharedBox(email) ? blank(email) : null))
  // Looked up first: a planner who knows little of the table would ask once for each row and person.
  const found = await sql<KnownAs & { at: number }>`
    with alike as materialized (select (r.at - 1)::integer as at, s.id
      from unnest(${names}::text[], ${emails}::text[], ${people.map(({ phone }) => blank(phone))}::text[],
          ${people.map(({ postcode }) => blank(postcode))}::text[]) with ordinality as r (name, email, phone, postcode, at)
        cross join lateral app.similar_people(r.name, r.email, r.phone, r.postcode, ${SIEVED}) s)
    select a.at, q.id, q.reference, q.given_name || ' ' || q.family_name as name, p.given_name, p.family_name, p.email, p.phone, p.postcode,
      (select b.name from app.business_role w join app.business b on b.hub_id = w.hub_id and b.id = w.business_id
        where w.hub_id = q.hub_id and w.person_id = q.id and w.to_on is null and w.voided_at is null order by w.is_main desc nulls last, w.id limit 1) as works_at
    from alike a join app.person p on p.hub_id = ${hub_id} and p.id = a.id
      join app.person q on q.hub_id = p.hub_id and q.id = p.counts_as_id
    where p.voided_at is null and q.voided_at is null`.execute(tx)
  return Map.groupBy(found.rows, ({ at }) => at)
}

/** Who each described person is, in their order. A person who was merged is known by the one who remains. */
export async function recogniseEach(
  tx: Tx,
  hub_id: string,
  people: readonly KnownPerson[],
): Promise<(Recognised & { alike: readonly KnownAs[] })[]> {
  const found = people.length > 0 ? await alikeOf(tx, hub_id, people) : new Map<number, KnownAs[]>()
  return people.map((person, at) => {
    const alike = found.get(at) ?? []
    return { ...recognisePerson(person, alike), alike }
  })
}

/** Who the people of a list are: known, perhaps known, or new. Asked in pieces of a hundred. */
export const recognisePeople = reads('client:read')
  .input(z.object({ people: z.array(DescribedPerson).max(MOST_AT_ONCE, `Ask about ${MOST_AT_ONCE} people at a time`) }))
  .query(async ({ ctx: { db, actor }, input }): Promise<{ people: Recognised[] }> => {
    const recognised = await recogniseEach(db, actor.hub_id, input.people)
    return { people: recognised.map(({ verdict, candidates }) => ({ verdict, candidates })) }
  })
