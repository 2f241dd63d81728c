import type { Tx } from '@hubline/db/connection.ts'
import { prepared } from '@hubline/db/prepared.ts'
import { type RelationshipState, relationshipState } from '@hubline/domain/businesses/relationship.ts'
import type { CASE_KINDS, CASE_STATUSES } from '@hubline/domain/cases/cases-file.ts'
import type { Day } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { type Year, yearOf } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import {
  type ClientKind,
  type Sql,
  columnOf,
  idsOf,
  lastContact,
  minutesInYear,
  nameOf,
  openReferrals,
} from './client.ts'
import { type TimelinePage, type TimelineRow, asPage, timelineSql } from './timeline.ts'

export type OpenCaseLine = {
  id: string
  version: number
  reference: string
  kind: (typeof CASE_KINDS)[number]
  status: (typeof CASE_STATUSES)[number]
  opened_on: Day
  owner: string | null
  programme: string | null
  next_step: string | null
  next_on: Day | null
}
export type Named = { reference: string; name: string }
/** What became part of this client; `merge` is null where an import said so, or where it came by way of another. */
export type Former = Named & { merge: { id: string; version: number } | null }

/** What the pages of businesses and people have in common. `facts` and `roles` are the page's own. */
export type ClientPage<Facts, Role> = {
  facts: Facts
  merged_into: Named | null
  merged_from: Former[]
  roles: Role[]
  cases: OpenCaseLine[]
  open_referrals: number
  last_contact_on: Day | null
  relationship_state: RelationshipState
  year: Year
  minutes_this_year: number
  timeline: TimelinePage
}

type Question = {
  client: ClientKind
  hub_id: string
  reference: string
  today: Day
  /** The columns of the client `c` that the page shows. */
  facts: readonly string[]
  /** The client's roles, newest first, as a query over `c`. */
  roles: Sql
}

const openCases = (client: ClientKind, hub_id: string): Sql => sql`
  select k.id, k.version, k.reference, k.kind, k.status, k.opened_on, k.next_step, k.next_on,
    (select a.name from app.adviser a where a.hub_id = k.hub_id and a.id = k.owner_id) as owner,
    (select p.name from app.programme p where p.hub_id = k.hub_id and p.id = k.programme_id) as programme
  from app."case" k where k.hub_id = ${hub_id} and k.${columnOf(client)} = any (c.ids) and k.status <> 'closed' and k.voided_at is null
  order by k.opened_on desc, k.id limit 50`

/** Everything on a client's page, in one statement. @throws Problem 'not_found' */
export async function clientPage<Facts, Role>(tx: Tx, question: Question): Promise<ClientPage<Facts, Role>> {
  const { client, hub_id, reference, today, facts, roles } = question
  const table = sql.table(`app.${client}`)
  const ids = sql`c.ids`
  const year = yearOf(today)
  const pairs = sql.join(facts.map((column) => sql`${sql.lit(column)}, c.${sql.ref(column)}`))
  const found = await sql<
    Omit<ClientPage<Facts, Role>, 'relationship_state' | 'year' | 'timeline'> & { timeline: TimelineRow[] }
  >`${prepared}
    with c as materialized (
      select b.*, ${idsOf(client, hub_id, sql`b.id`)} as ids from ${table} b where b.hub_id = ${hub_id} and b.reference = ${reference})
    select json_build_object(${pairs}) as facts,
      (select json_build_object('reference', s.reference, 'name', ${nameOf(client, 's')}) from ${table} s
        where s.hub_id = c.hub_id and s.id = c.counts_as_id and s.id <> c.id) as merged_into,
      coalesce((select json_agg(json_build_object('reference', m.reference, 'name', ${nameOf(client, 'm')},
          'merge', (select json_build_object('id', l.id, 'version', l.version) from app.client_merge l
            where l.hub_id = m.hub_id and l.merged_id = m.id and l.survivor_id = c.id and l.undone_at is null)) order by m.reference)
        from ${table} m where m.hub_id = c.hub_id and m.id = any (c.ids) and m.id <> c.id), '[]') as merged_from,
      coalesce((select json_agg(r) from (${roles}) r), '[]') as roles,
      coalesce((select json_agg(k) from (${openCases(client, hub_id)}) k), '[]') as cases,
      ${openReferrals(client, hub_id, ids)} as open_referrals,
      ${lastContact(client, hub_id, ids)} as last_contact_on,
      ${minutesInYear(client, hub_id, ids, year)} as minutes_this_year,
      coalesce((select json_agg(l) from (${timelineSql({ client, hub_id, ids })}) l), '[]') as timeline
    from c`.execute(tx)
  const [row] = found.rows
  if (!row) throw new Problem('not_found', `There is no ${client} ${reference} in your hub: find it by name`)
  return {
    ...row,
    relationship_state: relationshipState(row.last_contact_on, today),
    year,
    timeline: asPage(row.timeline),
  }
}
