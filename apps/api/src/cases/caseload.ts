import type { Tx } from '@hubline/db/connection.ts'
import { prepared } from '@hubline/db/prepared.ts'
import { CASE_KINDS, CASE_STATUSES } from '@hubline/domain/cases/cases-file.ts'
import { DUE } from '@hubline/domain/cases/due.ts'
import type { Day } from '@hubline/domain/day.ts'
import { type Year, yearOf } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { type ClientKind, type Sql, idsOf, lastContact, minutesInYear, openReferrals } from '../records/client.ts'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'
import { type Scope, filterSql, isSilent, scopeSql } from './caseload-sql.ts'

const AskCaseload = z.object({
  whose: z.union([z.enum(['mine', 'team']), z.uuid()]).default('mine'),
  filter: z
    .object({
      kind: z.enum(CASE_KINDS).optional(),
      status: z.enum(CASE_STATUSES).optional(),
      district: z.string().max(20).optional(),
      programme: z.string().max(200).optional(),
      text: z.string().trim().max(200).optional(),
      due: z.enum(DUE).optional(),
      silent: z.literal(true).optional(),
    })
    .default({}),
  sort: z.enum(['next_on', 'last_contact', 'opened_on', 'name']).default('next_on'),
  ...AskPage,
})

/** One case of a caseload, with what an adviser looks for before a call. */
export type CaseloadRow = {
  id: string
  version: number
  reference: string
  client: { kind: ClientKind; id: string; reference: string; name: string }
  /** The main person of a business. */
  contact: string | null
  kind: (typeof CASE_KINDS)[number]
  status: (typeof CASE_STATUSES)[number]
  owner: { id: string; name: string } | null
  opened_on: Day
  next_step: string | null
  next_on: Day | null
  last_contact_on: Day | null
  minutes_this_year: number
  open_referrals: number
  district_code: string | null
  programme: string | null
}

/** Counts stop here: what is more reads "more than 1,000". */
const MOST_COUNTED = 1001

const byClient = (make: (kind: ClientKind, ids: Sql) => Sql, hub_id: string): Sql =>
  sql`case when k.business_id is not null then ${make('business', idsOf('business', hub_id, sql`k.client_id`))}
    else ${make('person', idsOf('person', hub_id, sql`k.client_id`))} end`

/** A case without a next step comes last, a client never met first. */
const SORTS = (hub_id: string): Readonly<Record<z.infer<typeof AskCaseload>['sort'], Sql<string>>> => ({
  next_on: sql`coalesce(k.next_on::text, '9999-12-31')`,
  opened_on: sql`k.opened_on::text`,
  name: sql`coalesce(b.finder, app.plain(p.family_name || ' ' || p.given_name))`,
  last_contact: sql`coalesce((case when k.business_id is not null
    then ${lastContact('business', hub_id, idsOf('business', hub_id, sql`b.id`))}
    else ${lastContact('person', hub_id, idsOf('person', hub_id, sql`p.id`))} end)::text, '0001-01-01')`,
})

type Asked = z.infer<typeof AskCaseload>

function rowsSql({ filter, sort, ...page }: Asked, scope: Scope, year: Year): Sql<CaseloadRow & { sorted_by: string }> {
  const { hub_id } = scope
  const { where, order } = pageSql(page)
  return sql`${prepared} with k as materialized (
      select * from (
        select k.*, ${SORTS(hub_id)[sort]} as sorted_by, coalesce(b.id, p.id) as client_id, coalesce(b.reference, p.reference) as client_reference,
          coalesce(b.name, p.given_name || ' ' || p.family_name) as client_name, coalesce(b.located_in, p.located_in) as located_in, g.name as programme
        from app."case" k
          left join app.business q on q.hub_id = k.hub_id and q.id = k.business_id
          left join app.business b on b.hub_id = q.hub_id and b.id = q.counts_as_id
          left join app.person r on r.hub_id = k.hub_id and r.id = k.person_id and k.business_id is null
          left join app.person p on p.hub_id = r.hub_id and p.id = r.counts_as_id
          left join app.programme g on g.hub_id = k.hub_id and g.id = k.programme_id
        where ${filterSql(filter, scope)}) f
      where ${where} ${order})
    select k.sorted_by, k.id, k.version, k.reference, k.kind, k.status, k.opened_on, k.next_step, k.next_on, k.programme, k.located_in as district_code,
      json_build_object('kind', case when k.business_id is not null then 'business' else 'person' end,
        'id', k.client_id, 'reference', k.client_reference, 'name', k.client_name) as client,
      (select p.given_name || ' ' || p.family_name from app.business_role r join app.person p on p.hub_id = r.hub_id and p.id = r.person_id
        where r.hub_id = k.hub_id and r.business_id = k.client_id and k.business_id is not null and r.to_on is null and r.voided_at is null
        order by r.is_main desc nulls last, r.id limit 1) as contact,
      (select json_build_object('id', a.id, 'name', a.name) from app.adviser a where a.hub_id = k.hub_id and a.id = k.owner_id) as owner,
      ${byClient((kind, ids) => lastContact(kind, hub_id, ids), hub_id)} as last_contact_on,
      ${byClient((kind, ids) => minutesInYear(kind, hub_id, ids, year), hub_id)} as minutes_this_year,
      ${byClient((kind, ids) => openReferrals(kind, hub_id, ids), hub_id)} as open_referrals
    from k ${order}`
}

type Counts = { all: number; overdue: number; silent_90_days: number }

async function countsOf(tx: Tx, scope: Scope): Promise<Counts> {
  const found =
    await sql<Counts>`${prepared} select count(*)::integer as all, count(*) filter (where k.next_on < ${scope.today})::integer as overdue,
      count(*) filter (where ${isSilent(scope)})::integer as silent_90_days
    from (select k.* from app."case" k where ${scopeSql(scope)} limit ${sql.lit(MOST_COUNTED)}) k`.execute(tx)
  return found.rows[0] ?? { all: 0, overdue: 0, silent_90_days: 0 }
}

/** The open cases of the actor, of an adviser, or of the whole team, a page at a time. */
export const caseload = reads('caseload:read')
  .input(AskCaseload)
  .query(async ({ ctx: { db, actor, today }, input }) => {
    const owner_id = input.whose === 'mine' ? actor.adviser_id : input.whose === 'team' ? null : input.whose
    const scope = { hub_id: actor.hub_id, owner_id, today }
    const found = await rowsSql(input, scope, yearOf(today)).execute(db)
    return { ...asPage(found.rows, input), counts: await countsOf(db, scope), today }
  })
