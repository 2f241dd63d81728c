import type { Tx } from '@hubline/db/connection.ts'
import { Kept } from '@hubline/reporting/kept.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { ClientKind, Sql } from '../records/client.ts'
import { AskPage, type PageOf, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'

type Side = { id: string; reference: string; name: string; place: string | null }
export type LikelyPair = { id: string; one: Side; other: Side; reason: string }
type Row = LikelyPair & { sorted_by: string }

type Sign = {
  /** Written with equal letters by all who are compared at all: cheap, so that few rows are looked at closely. */
  alike: Sql
  /** What must be the same among those. */
  same: Sql
  reason: Sql<string>
}

/** Where nothing more is asked. */
const THE_SAME_HUB = sql`c.hub_id`
const POSTCODE = sql`upper(replace(c.postcode, ' ', ''))`

/** By what two records `c` are likely one, the surest first. Blanks are like nothing. */
const SIGNS: Readonly<Record<ClientKind, readonly Sign[]>> = {
  business: [
    {
      alike: sql`ltrim(upper(c.company_number), '0')`,
      same: THE_SAME_HUB,
      reason: sql`'Same company number ' || a.company_number`,
    },
    {
      alike: sql`ltrim(c.charity_number, '0')`,
      same: THE_SAME_HUB,
      reason: sql`'Same charity number ' || a.charity_number`,
    },
    {
      alike: sql`${POSTCODE} || ' ' || split_part(c.finder, ' ', 1)`,
      same: sql`regexp_replace(app.plain(c.name), ' (ltd|limited|plc|llp)\\.?$', '')`,
      reason: sql`'Same name and postcode ' || a.postcode`,
    },
  ],
  person: [
    {
      alike: sql`lower(c.email)`,
      same: sql`app.plain(c.family_name)`,
      reason: sql`'Same e-mail address ' || a.email`,
    },
    {
      alike: sql`${POSTCODE} || ' ' || c.finder`,
      same: THE_SAME_HUB,
      reason: sql`'Same name and postcode ' || a.postcode`,
    },
  ],
}

/** The pairs that a sign tells, and where it stands: each row is read once, and only rows that are alike are compared. */
function pairsBy({ alike, same }: Sign, place: number, kind: ClientKind, hub_id: string): Sql {
  const table = sql.table(`app.${kind}`)
  const stands = sql`c.hub_id = ${hub_id} and c.voided_at is null and c.merged_into_id is null`
  return sql`
    select a.id as a_id, b.id as b_id, ${sql.lit(place)} as place, ${sql.lit(place)} || ' ' || a.reference || ' ' || b.reference as sorted_by
    from (select array_agg(c.id order by c.reference) as ids, array_agg(c.reference order by c.reference) as refs from ${table} c
      where ${stands} and ${alike} in (select ${alike} from ${table} c where ${stands} and ${alike} is not null group by ${alike} having count(*) > 1)
      group by ${alike}, ${same} having count(*) > 1) near,
      unnest(near.ids, near.refs) with ordinality as a (id, reference, at), unnest(near.ids, near.refs) with ordinality as b (id, reference, at)
    where a.at < b.at`
}

const side = (kind: ClientKind, row: string): Sql =>
  sql`json_build_object('id', ${sql.ref(`${row}.id`)}, 'reference', ${sql.ref(`${row}.reference`)},
    'name', ${kind === 'business' ? sql.ref(`${row}.name`) : sql`${sql.ref(`${row}.given_name`)} || ' ' || ${sql.ref(`${row}.family_name`)}`},
    'place', ${kind === 'business' ? sql`concat_ws(', ', ${sql.ref(`${row}.town`)}, ${sql.ref(`${row}.postcode`)})` : sql.ref(`${row}.postcode`)})`

type Pair = { a_id: string; b_id: string; place: number; sorted_by: string }

/** The pairs of every hub that somebody has looked at, each good until its records change. */
const kept = new Kept<Pair[]>(40)

/** Every pair of a hub that is likely one client, without those of which was said: not the same. */
async function pairsOf(db: Tx, kind: ClientKind, hub_id: string): Promise<Pair[]> {
  const table = sql.table(`app.${kind}`)
  const signs = SIGNS[kind].map((sign, place) => pairsBy(sign, place, kind, hub_id))
  const found = await sql<Pair>`
    with different as materialized (
      select x.counts_as_id as one, y.counts_as_id as other from app.not_a_duplicate n
        join ${table} x on x.hub_id = n.hub_id and x.id = n.one_id join ${table} y on y.hub_id = n.hub_id and y.id = n.other_id
      where n.hub_id = ${hub_id} and n.kind = ${kind} and n.voided_at is null)
    select distinct on (a_id, b_id) a_id, b_id, place, sorted_by from (${sql.join(signs, sql` union all `)}) s
    where (a_id, b_id) not in (select one, other from different) and (b_id, a_id) not in (select one, other from different)
    order by a_id, b_id, place`.execute(db)
  return found.rows
}

/** Pairs of records that are likely one client, by what identifies them, the surest first. */
export const listPairs = reads('client:merge')
  .input(z.object({ ...AskPage, kind: z.enum(['business', 'person'], 'Choose businesses or people') }))
  .query(async ({ ctx: { db, actor }, input }): Promise<PageOf<LikelyPair>> => {
    const { kind, ...asked } = input
    const { hub_id } = actor
    const { where, order } = pageSql(asked)
    const table = sql.table(`app.${kind}`)
    const all = await kept.of(db, { hub_id, name: kind, ask: () => pairsOf(db, kind, hub_id) })
    const column = (name: keyof Pair) => all.map((pair) => pair[name])
    const found = await sql<Row>`
      with page as (
        select * from unnest(${column('a_id')}::uuid[], ${column('b_id')}::uuid[], ${column('place')}::int[], ${column('sorted_by')}::text[])
          as pair (id, b_id, place, sorted_by) where ${where} ${order})
      select a.id, page.sorted_by, ${side(kind, 'a')} as one, ${side(kind, 'b')} as other,
        case page.place ${sql.join(
          SIGNS[kind].map(({ reason }, place) => sql`when ${sql.lit(place)} then ${reason}`),
          sql` `,
        )} end as reason
      from page join ${table} a on a.hub_id = ${hub_id} and a.id = page.id join ${table} b on b.hub_id = ${hub_id} and b.id = page.b_id
      ${order}`.execute(db)
    return asPage(found.rows, asked)
  })
