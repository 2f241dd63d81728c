import type { Db } from '@hubline/db/connection.ts'
import type { RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import type { ListedFacts } from '@hubline/domain/data-quality/rule.ts'
import { QUALITY_RULES, type QualityKey, findQualityRule } from '@hubline/domain/data-quality/rules.ts'
import type { Day } from '@hubline/domain/day.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { sql } from 'kysely'
import { countedOn } from '../counted-as.ts'
import { countedUnits, evidence, recordsReadBy } from '../evidence.ts'
import { CLIENT_LISTINGS } from './client-listings.ts'
import type { Parts, QualityScope, Sql } from './parts.ts'
import { RESULT_LISTINGS } from './result-listings.ts'
import { WORK_LISTINGS } from './work-listings.ts'

const LISTINGS: Readonly<Record<QualityKey, (scope: QualityScope) => Parts>> = {
  ...WORK_LISTINGS,
  ...RESULT_LISTINGS,
  ...CLIENT_LISTINGS,
}

/** A record that a rule lists. */
export type ListedRow = {
  id: string
  reference: string
  on: Day | null
  /** Whose it is; for a client the client itself; null where nobody is named. */
  client: { kind: RecordKind; reference: string; name: string } | null
  /** Who should put it right. */
  owner: { id: string; name: string } | null
  facts: ListedFacts
}

export const partsOf = (key: QualityKey, scope: QualityScope): Parts => LISTINGS[key](scope)

/** The clients that count in any of these figures, as the figure's own query gives them. */
export function countsIn(
  keys: readonly string[],
  { hub_id, area_codes, from, to, only, catalogue = CATALOGUE }: QualityScope,
): Sql {
  const asked = { hub_id, area_codes, from, to, ...(only ? { client_ids: only } : {}) }
  const units = keys.flatMap((key) => {
    const definition = catalogue.find((one) => one.key === key)
    return definition ? [sql`select unit_id from ${evidence(definition, asked)} as evidence`] : []
  })
  return sql.join(units, sql` union all `)
}

/** How the clients behind figures are asked for. */
type Counted = (keys: readonly string[]) => Sql

/**
 * Figures that read the same records are read once in a statement, however many rules ask for their clients. What is
 * asked for by `counted` stands in `head`, once everything that asks has been written.
 */
function countingOnce({ hub_id, area_codes, from, to, catalogue = CATALOGUE }: QualityScope): {
  counted: Counted
  head: () => Sql[]
} {
  const asked = { hub_id, area_codes, from, to }
  const readings = new Map<string, { name: Sql; units: Sql }>()
  const nameOf = (definitions: readonly [Definition, ...Definition[]]): Sql => {
    const mark = definitions.map(({ key }) => key).join(' ')
    const known = readings.get(mark) ?? {
      name: sql.raw(`counted_${readings.size}`),
      units: sql`select distinct unit_id from ${countedUnits(definitions, asked)} as u`,
    }
    readings.set(mark, known)
    return known.name
  }
  return {
    counted: (keys) => {
      const definitions = keys.flatMap((key) => catalogue.find((one) => one.key === key) ?? [])
      const together = [...Map.groupBy(definitions, recordsReadBy).values()].flatMap(([first, ...others]) =>
        first ? [sql`select unit_id from ${nameOf([first, ...others])}`] : [],
      )
      return sql.join(together, sql` union all `)
    },
    head: () =>
      readings.size === 0
        ? []
        : [
            countedOn(asked),
            ...[...readings.values()].map(({ name, units }) => sql`${name} as materialized (${units})`),
          ],
  }
}

/**
 * The one query of a rule: a row of `id`, `sorted_by`, `"on"` and `facts` for every record that it lists. The number, the
 * page and the line on the record are readings of it.
 */
function listing(key: QualityKey, scope: QualityScope, counted: Counted, owner?: Sql): Sql {
  const parts = partsOf(key, scope)
  const ofYear = findQualityRule(key)?.of === 'year' && parts.on !== undefined
  return sql`
    select r.id, ${sortedBy(parts)} as sorted_by, ${parts.on ?? sql`null::date`} as "on",
      ${parts.facts ?? sql`'{}'::jsonb`} as facts ${owner ? sql`, ${owner} as owner_id` : sql``}
    from ${parts.from}
    where r.hub_id = ${scope.hub_id} and r.voided_at is null and ${parts.where}
      ${ofYear ? sql`and ${parts.on} between ${scope.from} and ${scope.to}` : sql``}
      ${parts.counts_in ? sql`and r.id in (${counted(parts.counts_in)})` : sql``}
      ${scope.only ? sql`and r.id = ${scope.only[0]}::uuid` : sql``}
      ${scope.owner_id ? sql`and ${parts.owner} = ${scope.owner_id}::uuid` : sql``}`
}

/** Clients stand by name, records by day. */
function sortedBy({ client, on }: Parts): Sql {
  if (client === 'itself') return sql`r.finder`
  return on ? sql`${on}::text` : sql`''`
}

const clientJson = (kind: RecordKind, alias: string, name: Sql): Sql =>
  sql`json_build_object('kind', ${sql.lit(kind)}, 'reference', ${sql.ref(`${alias}.reference`)}, 'name', ${name})`

/** Joins from the listed record `r` to its client at the end of the merge chain, and the client in one column. */
function clientOf({ client }: Parts, kind: RecordKind): { joins: Sql; json: Sql } {
  if (client === 'itself')
    return {
      joins: sql``,
      json: clientJson(kind, 'r', kind === 'business' ? sql`r.name` : sql`r.given_name || ' ' || r.family_name`),
    }
  const has = (one: (typeof client)[number]) => client.includes(one)
  return {
    joins: sql`
      ${
        has('business')
          ? sql`left join business cb on cb.hub_id = r.hub_id and cb.id = r.business_id
        left join business ub on ub.hub_id = cb.hub_id and ub.id = cb.counts_as_id`
          : sql``
      }
      ${
        has('person')
          ? sql`left join person cp on cp.hub_id = r.hub_id and cp.id = r.person_id
        left join person up on up.hub_id = cp.hub_id and up.id = cp.counts_as_id`
          : sql``
      }
      ${has('capital_project') ? sql`left join capital_project cj on cj.hub_id = r.hub_id and cj.id = r.capital_project_id` : sql``}`,
    json: sql`case ${has('business') ? sql`when ub.id is not null then ${clientJson('business', 'ub', sql`ub.name`)}` : sql``}
      ${has('person') ? sql`when up.id is not null then ${clientJson('person', 'up', sql`up.given_name || ' ' || up.family_name`)}` : sql``}
      ${has('capital_project') ? sql`when cj.id is not null then ${clientJson('capital_project', 'cj', sql`cj.name`)}` : sql``}
      when false then null end`,
  }
}

/** A page of what a rule lists, and how long the whole list is. `page` compares and orders by `sorted_by` and `id`, and limits. */
export async function listedBy(
  db: Db,
  key: QualityKey,
  scope: QualityScope,
  page: { where: Sql; order: Sql },
): Promise<{ listed: number; rows: (ListedRow & { sorted_by: string })[] }> {
  const kind = findQualityRule(key)?.lists ?? 'hub'
  const parts = partsOf(key, scope)
  const { joins, json } = clientOf(parts, kind)
  const { counted, head } = countingOnce(scope)
  const listed = sql`l as materialized (${listing(key, scope, counted)})`
  const found = await sql<Omit<ListedRow, 'id'> & { id: string | null; sorted_by: string; listed: number }>`
    with ${sql.join([...head(), listed])},
      p as materialized (select * from l where ${page.where} ${page.order})
    select n.listed, p.sorted_by, p.id, r.reference, p."on"::text as "on", p.facts, ${json} as client,
      case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as owner
    from (select count(*)::integer as listed from l) n
      left join p on true
      left join ${sql.table(kind)} r on r.hub_id = ${scope.hub_id} and r.id = p.id ${joins}
      left join adviser a on a.hub_id = ${scope.hub_id} and a.id = ${parts.owner}
    ${page.order}`.execute(db)
  return {
    listed: found.rows[0]?.listed ?? 0,
    rows: found.rows.flatMap(({ listed: _, id, ...row }) => (id === null ? [] : [{ ...row, id }])),
  }
}

/** How many records each rule lists, and of these whose to put right, most first; a rule that lists none is left out. */
export async function howManyOwned(
  db: Db,
  scope: QualityScope,
): Promise<Readonly<Record<string, { owner: string | null; listed: number }[]>>> {
  const { counted, head } = countingOnce(scope)
  const counts = QUALITY_RULES.map(
    ({ key }) =>
      sql`select ${key}::text as key, owner_id, count(*)::integer as listed from (${listing(key, scope, counted, partsOf(key, scope).owner)}) as l group by owner_id`,
  )
  const readings = head()
  const found = await sql<{ key: string; owner: string | null; listed: number }>`
    ${readings.length > 0 ? sql`with ${sql.join(readings)}` : sql``}
    select n.key, a.name as owner, n.listed from (${sql.join(counts, sql` union all `)}) as n
      left join adviser a on a.hub_id = ${scope.hub_id} and a.id = n.owner_id
    order by n.listed desc, a.name, a.id`.execute(db)
  return Object.fromEntries(Map.groupBy(found.rows, ({ key }) => key))
}

/** How many records each rule lists. */
export async function howManyListed(db: Db, scope: QualityScope): Promise<Readonly<Record<string, number>>> {
  const { counted, head } = countingOnce(scope)
  const counts = QUALITY_RULES.map(
    ({ key }) =>
      sql`select ${key}::text as key, count(*)::integer as listed from (${listing(key, scope, counted)}) as l`,
  )
  const readings = head()
  const found = await sql<{ key: string; listed: number }>`
    ${readings.length > 0 ? sql`with ${sql.join(readings)}` : sql``} ${sql.join(counts, sql` union all `)}`.execute(db)
  return Object.fromEntries(found.rows.map(({ key, listed }) => [key, listed]))
}
