import { COUNTABLE_INTERACTION_KINDS } from '@hubline/domain/interactions/interactions-file.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import type { Day } from '@hubline/domain/day.ts'
import { type RawBuilder, sql } from 'kysely'

export type Sql = RawBuilder<unknown>

/** Whose records are looked at, and which: those of a span of days, as things stand `today`. */
export type QualityScope = {
  hub_id: string
  /** The districts that the hub serves; none: it has no area rule. */
  area_codes: readonly string[]
  from: Day
  to: Day
  today: Day
  /** Only what this adviser should put right. */
  owner_id?: string
  /** Only this record; a client with those merged into it. */
  only?: readonly [string, ...string[]]
  /** The definitions by which the hub counts. */
  catalogue?: readonly Definition[]
}

/** What one rule's query is made of. The listed record goes by `r`. */
export type Parts = {
  from: Sql
  where: Sql
  /** The day that says which year the record belongs to. */
  on?: Sql
  /** Only clients that count in one of these figures of the year. */
  counts_in?: readonly string[]
  /** Who should put it right: an adviser's id. */
  owner: Sql
  /** Whose record it is: the columns of `r` that lead to a client, or `r` itself. */
  client: readonly ('business' | 'person' | 'capital_project')[] | 'itself'
  /** Facts that the line speaks of, as `jsonb`. */
  facts?: Sql
}

export const COUNTABLE: Sql = sql`r.kind in (${sql.join(COUNTABLE_INTERACTION_KINDS.map((kind) => sql.lit(kind)))})`

export const NOBODY: Sql = sql`null::uuid`

/** Who knows a client best: the owner of its newest open case, else whoever met it last. */
export function adviserOf(kind: 'business' | 'person', id: Sql): Sql {
  const column = sql.ref(`${kind}_id`)
  return sql`coalesce(
    (select k.owner_id from "case" k where k.hub_id = r.hub_id and k.${column} = ${id} and k.status <> 'closed'
      and k.owner_id is not null and k.voided_at is null order by k.opened_on desc, k.id limit 1),
    (select i.adviser_id from interaction i where i.hub_id = r.hub_id and i.${column} = ${id}
      and i.adviser_id is not null and i.voided_at is null order by i.occurred_on desc, i.id limit 1))`
}

/** Who knows the client of the record `r` best. */
export const ADVISER_OF_CLIENT: Sql = sql`coalesce(${adviserOf('business', sql`r.business_id`)}, ${adviserOf('person', sql`r.person_id`)})`
