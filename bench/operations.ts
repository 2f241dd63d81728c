import { randomUUID } from 'node:crypto'
import { finished } from 'node:stream/promises'
import { importBundle } from '@hubline/api/imports/import-bundle.ts'
import { firstDay, lastDay, parseYear } from '@hubline/domain/years/year.ts'
import { from as copyFrom } from 'pg-copy-streams'
import { copyOut } from './copy-out.ts'
import { CASELOAD, COPY_IN, LOG, OPEN, REGISTER, SEARCH, TOTALS, exportOf } from './direct-sql.ts'
import { YEAR, fiveThousandMore } from './hub-data.ts'
import type { Operation } from './measure.ts'
import type { Bench } from './prepare.ts'
import type { Visitor } from './visitor.ts'

const NOTES = 'We spoke about the premises, the lease and what the two apprentices will do from May.'
const FRAGMENTS = ['thist', 'kiln', 'brewing 4', 'peveril mill', 'software', 'wych', 'heath', 'raven down']

const year = parseYear(YEAR)
if (!year) throw new Error(`${YEAR} is no year`)
const [from, to] = [firstDay(year), lastDay(year)]

/** What people do all day, each through the product and as plain SQL. */
export async function operations(bench: Bench): Promise<Operation[]> {
  const { direct, hub_id, size, advisers, visitors, database } = bench
  const someone = (number: number): Visitor => visitors[number % visitors.length] ?? firstOf(visitors)
  const manager = firstOf(visitors)
  const fragment = (number: number) => FRAGMENTS[number % FRAGMENTS.length] ?? ''
  const business = (number: number) => `B-${1 + ((number * 7919) % size.businesses)}`
  const known = await direct.query<{ id: string; reference: string }>(
    'select id, reference from business where hub_id = $1 order by id limit 4000',
    [hub_id],
  )
  const idOf = (number: number) => known.rows[number % known.rows.length]?.id ?? ''
  const counted = () => direct.query('update hub_change set changes = changes + 1 where hub_id = $1', [hub_id])

  return [
    {
      name: 'create a business',
      goal: 7,
      times: 160,
      product: (n) =>
        someone(n).tell('businesses.register', {
          request_id: randomUUID(),
          id: randomUUID(),
          name: `Quillon ${n} Works Ltd`,
          legal_form: 'limited_company',
          town: 'Stone',
          postcode: 'ST15 8AA',
        }),
      direct: (n) => direct.query(REGISTER, [hub_id, `NEW-${n}`, `Quillon ${n} Direct Ltd`]),
    },
    {
      name: 'log an interaction',
      goal: 7,
      times: 240,
      product: (n) =>
        someone(n).tell('interactions.log', {
          request_id: randomUUID(),
          id: randomUUID(),
          business_id: idOf(n),
          kind: 'advice_session',
          channel: 'video',
          occurred_on: '2026-03-30',
          minutes: 45,
          notes: NOTES,
        }),
      direct: (n) => direct.query(LOG, [hub_id, `LOG-${n}`, idOf(n), advisers[n % advisers.length]?.id, NOTES]),
    },
    {
      name: 'open a business',
      goal: 7,
      times: 240,
      product: (n) => someone(n).ask('businesses.page', { reference: business(n) }),
      direct: (n) => direct.query(OPEN, [hub_id, business(n)]),
    },
    {
      name: 'search a piece of a name',
      goal: 3.5,
      times: 160,
      product: (n) => someone(n).ask('find.find', { text: fragment(n), kinds: ['business'], limit: 8 }),
      direct: (n) => direct.query(SEARCH, [hub_id, fragment(n)]),
    },
    {
      name: 'caseload of one adviser',
      goal: 5,
      times: 160,
      product: (n) => someone(n).ask('cases.caseload', { whose: 'mine', size: 25 }),
      direct: (n) => direct.query(CASELOAD, [hub_id, advisers[n % advisers.length]?.id]),
    },
    {
      name: 'figures of a year, kept',
      goal: 0.4,
      times: 80,
      product: (n) => someone(n).ask('indicators.board', { year: YEAR }),
      direct: () => direct.query(TOTALS, [hub_id, from, to]),
    },
    {
      name: 'figures of two years, recounted',
      goal: 1.5,
      times: 24,
      alone: true,
      product: async (n) => {
        await counted()
        return someone(n).ask('indicators.board', { year: YEAR })
      },
      direct: async () => {
        for (const back of [0, 1]) await direct.query(TOTALS, [hub_id, before(from, back), before(to, back)])
      },
    },
    {
      name: 'download who was supported in a year',
      goal: 2.5,
      times: 8,
      alone: true,
      product: () => manager.take(`/indicators/lep.businesses_supported/units.csv?year=${YEAR}&why=The+bench`),
      direct: () => copyOut(direct, [exportOf(hub_id, from, to)]),
    },
    {
      name: 'import 5,000 interactions',
      goal: 6,
      times: 8,
      alone: true,
      in_process: true,
      product: (n) => importBundle({ pool: database.pool, hub_id, source: fiveThousandMore(n, size), now: new Date() }),
      direct: async (n) => {
        const client = await direct.connect()
        try {
          const stream = client.query(copyFrom(COPY_IN))
          for (let row = 0; row < 5000; row++)
            stream.write(`${hub_id},COPY-${n}-${row},${idOf(row)},mentoring,video,2026-03-30,60,"${NOTES}"\n`)
          stream.end()
          await finished(stream)
        } finally {
          client.release()
        }
      },
    },
  ]
}

const before = (day: string, years: number): string => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`

function firstOf<T>(list: readonly T[]): T {
  const [first] = list
  if (first === undefined) throw new Error('There is nobody')
  return first
}
