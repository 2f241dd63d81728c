import type { Tx } from '@hubline/db/connection.ts'
import { type Day, addDays } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import {
  MONTH_NUMBERS,
  type MonthNumber,
  monthAfter,
  monthsUpTo,
  parseMonth,
} from '@hubline/domain/skills-reviews/broker-month.ts'
import { type Actor, may } from '@hubline/domain/staff/permissions.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'
import { type MonthAsked, monthSql } from './month-sql.ts'

const AskMonth = z.object({
  /** `2026-11` */
  month: z.string().transform((text, context): Day => {
    const month = parseMonth(text)
    if (month !== undefined) return month
    context.addIssue({ code: 'custom', message: 'Write the month like 2026-11' })
    return z.NEVER
  }),
  /** `nobody`: what stands under nobody's name. */
  broker: z.union([z.uuid(), z.enum(['team', 'nobody'])]),
})

/** One looks at one's own month; who leads looks at anybody's and at the team's. @throws Problem 'not_allowed' */
function mustMayLookAt(actor: Actor, broker: string): void {
  if (broker !== actor.adviser_id && !may(actor, 'month:read_others'))
    throw new Problem('not_allowed', 'You can look at your own month only: ask a manager of your hub', 'broker')
}

const lastOf = (month: Day): Day => addDays(monthAfter(month, 1), -1)
const named = (month: Day): string => month.slice(0, 7)

type Counted = { number: MonthNumber; month: string; broker_id: string | null; value: number }

/** Records are counted, minutes added up. */
const VALUE = sql`(case m.number when 'minutes' then sum(m.minutes) else count(*) end)::integer as value`

/** What a broker, or the whole team, did in a month and in those before it; for the team, who did what in it. */
export const brokerMonth = reads('review:read')
  .input(AskMonth)
  .query(async ({ ctx: { db, actor }, input: { month, broker } }) => {
    mustMayLookAt(actor, broker)
    const months = monthsUpTo(month)
    const asked: MonthAsked = { hub_id: actor.hub_id, from: months[0] ?? month, to: lastOf(month), broker }
    const found = await sql<Counted>`select m.number, to_char(m."on", 'YYYY-MM') as month, m.broker_id, ${VALUE}
      from ${monthSql(asked)} group by m.number, 2, m.broker_id`.execute(db)
    return {
      months: months.map(named),
      numbers: MONTH_NUMBERS.map((number) => ({
        number,
        values: months.map((one) => sumOf(found.rows, { number, month: named(one) })),
      })),
      brokers: broker === 'team' ? await brokersOf(db, actor.hub_id, found.rows, named(month)) : [],
    }
  })

const sumOf = (rows: readonly Counted[], { number, month }: { number: MonthNumber; month: string }): number =>
  rows.filter((row) => row.number === number && row.month === month).reduce((sum, { value }) => sum + value, 0)

/** Every broker who works here, and whoever else has something to show for the month. */
async function brokersOf(tx: Tx, hub_id: string, rows: readonly Counted[], month: string) {
  const of_month = rows.filter((row) => row.month === month)
  const busy = of_month.flatMap(({ broker_id }) => broker_id ?? [])
  const advisers = await tx
    .selectFrom('adviser')
    .select(['id', 'name'])
    .where('hub_id', '=', hub_id)
    .where('voided_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('role', '=', 'skills_broker'), eb('is_active', '=', true)]),
        sql<boolean>`id = any(${busy}::uuid[])`,
      ]),
    )
    .orderBy((eb) => eb('role', '=', 'skills_broker'), 'desc')
    .orderBy('name')
    .orderBy('id')
    .limit(200)
    .execute()
  const nobody = of_month.some(({ broker_id }) => broker_id === null) ? [{ id: null, name: null }] : []
  return [...advisers, ...nobody].map(({ id, name }) => {
    const own = of_month.filter(({ broker_id }) => broker_id === id)
    return {
      id: id ?? ('nobody' as const),
      name,
      values: MONTH_NUMBERS.map((number) => sumOf(own, { number, month })),
    }
  })
}

/** One record behind a number of a month. */
export type MonthRow = {
  id: string
  kind: 'skills_review' | 'plan_line' | 'participation' | 'interaction'
  /** Of the record that opens; a line opens with the review that it belongs to. */
  reference: string
  on: Day
  business: { reference: string; name: string } | null
  broker: string | null
  words: string | null
  minutes: number | null
}

/** The records behind one number of a month, oldest first. */
export const monthList = reads('review:read')
  .input(AskMonth.extend({ of: z.enum(MONTH_NUMBERS), ...AskPage }))
  .query(async ({ ctx: { db, actor }, input: { month, broker, of, direction, after, before, size } }) => {
    mustMayLookAt(actor, broker)
    const asked: MonthAsked = { hub_id: actor.hub_id, from: month, to: lastOf(month), broker }
    const page = { direction, after, before, size }
    const { where, order } = pageSql(page)
    const found = await sql<MonthRow & { sorted_by: string }>`
      select f.*, (select a.name from app.adviser a where a.hub_id = ${actor.hub_id} and a.id = f.broker_id) as broker,
        (select json_build_object('reference', b.reference, 'name', b.name) from app.business q
          join app.business b on b.hub_id = q.hub_id and b.id = q.counts_as_id
          where q.hub_id = ${actor.hub_id} and q.id = f.business_id) as business
      from (select * from (select m."on"::text as sorted_by, m.id, m.kind, m.reference, m."on", m.broker_id, m.business_id, m.words, m.minutes
        from ${monthSql(asked, [of])}) all_of_it where ${where} ${order}) f ${order}`.execute(db)
    const total = await sql<{ records: number; value: number }>`
      select count(*)::integer as records, ${VALUE} from ${monthSql(asked, [of])} group by m.number`.execute(db)
    return { ...asPage(found.rows, page), total: total.rows[0] ?? { records: 0, value: 0 } }
  })
