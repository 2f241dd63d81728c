import type { Tx } from '@hubline/db/connection.ts'
import { PROVEN_KINDS, type ProvenKind } from '@hubline/domain/documents/attach-document.ts'
import type { LOOK_FINDINGS } from '@hubline/domain/documents/look-through.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { reads } from '../trpc.ts'

/** More than anybody looks through at once: those that are still to be done come first. */
const MOST = 200

type ToLookThrough = {
  erasure_id: string
  document_id: string
  reference: string
  name: string
  record: { kind: ProvenKind; reference: string }
  found: (typeof LOOK_FINDINGS)[number] | null
  looked_at: Date | null
  looked_by: string | null
  is_left: boolean
}

/** What a record of any kind that a document proves goes by. */
const recordReference = sql`(${sql.join(
  PROVEN_KINDS.map(
    (kind) =>
      sql`select r.reference from ${sql.table(`app.${kind}`)} r where r.hub_id = d.hub_id and r.id = d.${sql.ref(`${kind}_id`)}`,
  ),
  sql` union all `,
)})`

/** The documents in which a person who was erased may still be named, and what became of each. */
export const toLookThrough = reads('client:erase')
  .input(z.object({ person_id: z.uuid() }))
  .query(async ({ ctx: { db, actor }, input: { person_id } }) => {
    const found = await sql<ToLookThrough>`
      select k.erasure_id, k.document_id, d.reference, d.name, json_build_object('kind', d.record_kind, 'reference', ${recordReference}) as record,
        k.found, k.looked_at, a.name as looked_by,
        exists (select from app.document_part p where p.hub_id = d.hub_id and p.document_id = d.id and p.place = 0) as is_left
      from app.document_look k
        join app.erasure e on e.hub_id = k.hub_id and e.id = k.erasure_id
        join app.document d on d.hub_id = k.hub_id and d.id = k.document_id
        left join app.adviser a on a.hub_id = k.hub_id and a.id = k.looked_by
      where k.hub_id = ${actor.hub_id} and e.person_ids @> array[${person_id}::uuid]
      order by k.found is not null, d.reference limit ${MOST}`.execute(db)
    return found.rows
  })

type Whose = { hub_id: string; person_ids: readonly string[] }

/**
 * The documents that an erasure leaves and in which the person may be named: of events to which they came and projects of
 * their results with their milestones and funding, and those that are called as they are. By every name and address that
 * they ever had here. Asked before they are erased.
 */
export async function documentsThatMayName(tx: Tx, { hub_id, person_ids }: Whose): Promise<string[]> {
  const found = await sql<{ id: string }>`
    with people as (select id, lower(given_name) as given, lower(family_name) as family, lower(email) as email
      from app.person where hub_id = ${hub_id} and id = any(${[...person_ids]}::uuid[])
      union select id, lower(row ->> 'given_name'), lower(row ->> 'family_name'), lower(row ->> 'email')
      from app.history where hub_id = ${hub_id} and kind = 'person' and id = any(${[...person_ids]}::uuid[])),
    projects as (select o.capital_project_id as id from app.outcome o join people p on o.person_id = p.id where o.hub_id = ${hub_id})
    select d.id from app.document d where d.hub_id = ${hub_id} and (
      d.event_id in (select a.event_id from app.attendance a join people p on a.person_id = p.id where a.hub_id = ${hub_id}
        union select r.event_id from app.registration r join people p on lower(r.email) = p.email where r.hub_id = ${hub_id})
      or d.capital_project_id in (select id from projects)
      or d.capital_milestone_id in (select m.id from app.capital_milestone m join projects p on m.capital_project_id = p.id where m.hub_id = ${hub_id})
      or d.capital_funding_id in (select f.id from app.capital_funding f join projects p on f.capital_project_id = p.id where f.hub_id = ${hub_id})
      or exists (select from people p where strpos(lower(d.name), p.given) > 0 and strpos(lower(d.name), p.family) > 0))
    order by d.id`.execute(tx)
  return found.rows.map(({ id }) => id)
}

type Left = { hub_id: string; number: number; documents: readonly string[] }

/** Puts those of the documents on an erasure's list that it left. Gives how many. */
export async function keepForLook(tx: Tx, { hub_id, number, documents }: Left): Promise<number> {
  const kept = await sql<{ document_id: string }>`
    insert into app.document_look (hub_id, erasure_id, document_id)
    select e.hub_id, e.id, p.document_id from app.erasure e join app.document_part p on p.hub_id = e.hub_id and p.place = 0
    where e.hub_id = ${hub_id} and e.number = ${number} and p.document_id = any(${[...documents]}::uuid[])
    returning document_id`.execute(tx)
  return kept.rows.length
}
