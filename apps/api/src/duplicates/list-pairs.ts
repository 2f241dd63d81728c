import { sql } from 'kysely'
import { z } from 'zod'
import type { ClientKind, Sql } from '../records/client.ts'
import { AskPage, type PageOf, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'

type Side = { id: string; reference: string; name: string; place: string | null }
export type LikelyPair = { id: string; one: Side; other: Side; reason: string }
type Row = LikelyPair & { sorted_by: string }

/** By what two records are likely one, the surest first. Each is a comparison of the rows `a` and `b`, and its words. */
const SIGNS: Readonly<Record<ClientKind, readonly { same: Sql; reason: Sql<string> }[]>> = {
  business: [
    {
      same: sql`ltrim(upper(a.company_number), '0') = ltrim(upper(b.company_number), '0')`,
      reason: sql`'Same company number ' || a.company_number`,
    },
    {
      same: sql`ltrim(a.charity_number, '0') = ltrim(b.charity_number, '0')`,
      reason: sql`'Same charity number ' || a.charity_number`,
    },
    {
      same: sql`upper(replace(a.postcode, ' ', '')) = upper(replace(b.postcode, ' ', ''))
        and regexp_replace(app.plain(a.name), ' (ltd|limited|plc|llp)\\.?$', '') = regexp_replace(app.plain(b.name), ' (ltd|limited|plc|llp)\\.?$', '')`,
      reason: sql`'Same name and postcode ' || a.postcode`,
    },
  ],
  person: [
    {
      same: sql`lower(a.email) = lower(b.email) and app.plain(a.family_name) = app.plain(b.family_name)`,
      reason: sql`'Same e-mail address ' || a.email`,
    },
    {
      same: sql`upper(replace(a.postcode, ' ', '')) = upper(replace(b.postcode, ' ', '')) and a.finder = b.finder`,
      reason: sql`'Same name and postcode ' || a.postcode`,
    },
  ],
}

const side = (kind: ClientKind, row: string): Sql =>
  sql`json_build_object('id', ${sql.ref(`${row}.id`)}, 'reference', ${sql.ref(`${row}.reference`)},
    'name', ${kind === 'business' ? sql.ref(`${row}.name`) : sql`${sql.ref(`${row}.given_name`)} || ' ' || ${sql.ref(`${row}.family_name`)}`},
    'place', ${kind === 'business' ? sql`concat_ws(', ', ${sql.ref(`${row}.town`)}, ${sql.ref(`${row}.postcode`)})` : sql.ref(`${row}.postcode`)})`

/** Pairs of records that are likely one client, by what identifies them; never those of which was said: not the same. */
export const listPairs = reads('client:merge')
  .input(z.object({ ...AskPage, kind: z.enum(['business', 'person'], 'Choose businesses or people') }))
  .query(async ({ ctx: { db, actor }, input }): Promise<PageOf<LikelyPair>> => {
    const { kind, ...asked } = input
    const { where, order } = pageSql(asked)
    const table = sql.table(`app.${kind}`)
    const stands = (row: string) =>
      sql`${sql.ref(`${row}.hub_id`)} = ${actor.hub_id} and ${sql.ref(`${row}.voided_at`)} is null and ${sql.ref(`${row}.merged_into_id`)} is null`
    const found = await sql<Row>`
      select * from (
        select distinct on (a.id, b.id) a.id, s.place::text || ' ' || a.reference || ' ' || b.reference as sorted_by, s.reason,
          ${side(kind, 'a')} as one, ${side(kind, 'b')} as other
        from (${sql.join(
          SIGNS[kind].map(
            ({ same, reason }, place) => sql`
          select a.id as a_id, b.id as b_id, ${sql.lit(place)}::integer as place, ${reason} as reason
          from ${table} a join ${table} b on ${same} and a.reference < b.reference where ${stands('a')} and ${stands('b')}`,
          ),
          sql` union all `,
        )}) s
        join ${table} a on a.hub_id = ${actor.hub_id} and a.id = s.a_id
        join ${table} b on b.hub_id = ${actor.hub_id} and b.id = s.b_id
        where not exists (select from app.not_a_duplicate n
          join ${table} x on x.hub_id = n.hub_id and x.id = n.one_id join ${table} y on y.hub_id = n.hub_id and y.id = n.other_id
          where n.hub_id = ${actor.hub_id} and n.kind = ${kind} and n.voided_at is null
            and ((x.counts_as_id = a.id and y.counts_as_id = b.id) or (x.counts_as_id = b.id and y.counts_as_id = a.id)))
        order by a.id, b.id, s.place) pair
      where ${where} ${order}`.execute(db)
    return asPage(found.rows, asked)
  })
