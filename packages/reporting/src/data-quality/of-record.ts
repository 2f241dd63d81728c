import type { Db } from '@hubline/db/connection.ts'
import { prepared } from '@hubline/db/prepared.ts'
import type { RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import type { ListedFacts } from '@hubline/domain/data-quality/rule.ts'
import { QUALITY_RULES, type QualityKey } from '@hubline/domain/data-quality/rules.ts'
import type { Day } from '@hubline/domain/day.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { type Year, firstDay, lastDay, yearOf } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import { evidence } from '../evidence.ts'
import { countsIn, partsOf } from './listing.ts'
import type { QualityScope } from './parts.ts'

/** Where a record is listed: by which rule, and in which year, the last where there are several; null as of today. */
export type ListedUnder = { key: QualityKey; year: Year | null; facts: ListedFacts }

type Asked = Pick<QualityScope, 'hub_id' | 'area_codes' | 'today' | 'catalogue'> & {
  kind: RecordKind
  only: readonly [string, ...string[]]
}

const EVER = { from: '0001-01-01' as Day, to: '9999-12-31' as Day }

/** Every rule that lists a record. `only` is its id; for a client its own and those of the clients merged into it. */
export async function rulesListing(db: Db, { kind, ...asked }: Asked): Promise<ListedUnder[]> {
  const scope: QualityScope = { ...asked, ...EVER }
  const rules = QUALITY_RULES.filter(({ lists }) => lists === kind)
  if (rules.length === 0) return []
  const tries = rules.map(({ key }) => {
    const { from, where, on, facts } = partsOf(key, scope)
    return sql`select ${key}::text as key, (${on ?? sql`null::date`})::text as "on", ${facts ?? sql`'{}'::jsonb`} as facts
      from ${from} where r.hub_id = ${scope.hub_id} and r.id = ${asked.only[0]}::uuid and r.voided_at is null and ${where}`
  })
  const found = await sql<{ key: QualityKey; on: Day | null; facts: ListedFacts }>`${prepared}
    ${sql.join(tries, sql` union all `)} order by key, "on" desc`.execute(db)
  const listed: ListedUnder[] = []
  for (const { key, of } of rules) {
    const row = found.rows.find((one) => one.key === key)
    if (!row) continue
    const { counts_in } = partsOf(key, scope)
    if (of === 'today') listed.push({ key, year: null, facts: row.facts })
    else if (!counts_in && row.on) listed.push({ key, year: yearOf(row.on), facts: row.facts })
    else if (counts_in) {
      const year = await lastYearIn(db, counts_in, scope)
      if (year) listed.push({ key, year, facts: row.facts })
    }
  }
  return listed
}

/** The last year in which a client counts in one of these figures. */
async function lastYearIn(db: Db, keys: readonly string[], scope: QualityScope): Promise<Year | undefined> {
  const { hub_id, area_codes, only = [], catalogue = CATALOGUE } = scope
  const days = keys.flatMap((key) => {
    const definition = catalogue.find((one) => one.key === key)
    // A band asks for the minutes of one year; which years there are to ask about, its records say.
    const { band: _, ...every } = definition ?? { band: undefined }
    return definition
      ? [
          sql`select "on" from ${evidence(every as typeof definition, { hub_id, area_codes, ...EVER, client_ids: only })} as evidence`,
        ]
      : []
  })
  const found = await sql<{ on: Day }>`${prepared}
    select max("on")::text as "on" from (${sql.join(days, sql` union all `)}) as d
    group by extract(year from "on" - interval '3 months') order by 1 desc limit 12`.execute(db)
  for (const year of found.rows.map(({ on }) => yearOf(on))) {
    const counts =
      await sql`${prepared}${countsIn(keys, { ...scope, from: firstDay(year), to: lastDay(year) })} limit 1`.execute(db)
    if (counts.rows.length > 0) return year
  }
  return undefined
}
