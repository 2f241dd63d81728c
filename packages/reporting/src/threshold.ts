import type { Definition, Threshold } from '@hubline/domain/indicators/definition.ts'
import { waysThatBringIn } from '@hubline/domain/indicators/in-words.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from './records.ts'

type With = Threshold['with']

/** The day on which running minutes reach a limit and one of each kind is there; null before that. */
function reachedOn(minutes: RawBuilder<unknown>, kinds: With = []): RawBuilder<unknown> {
  const firstOf = kinds.map((kind) => sql`min("on") filter (where record_kind = ${sql.lit(kind)})`)
  const all = [sql`min("on") filter (where total >= ${minutes})`, ...firstOf]
  return sql`case when ${sql.join(
    all.map((day) => sql`${day} is not null`),
    sql` and `,
  )} then greatest(${sql.join(all)}) end`
}

/** The minutes that a unit of rows with `within_id` needs. */
const leastMinutes = ({ minutes_at_least }: Threshold, { hub_id }: Scope): RawBuilder<unknown> =>
  minutes_at_least === 'set by the programme'
    ? sql`coalesce((select s.minimum_minutes from programme s where s.hub_id = ${hub_id} and s.id = within_id), 1)`
    : sql`${sql.lit(minutes_at_least)}::integer`

/** The kinds of records that bring a unit over a threshold. */
export const kindsShown = (definition: Definition): string[] => waysThatBringIn(definition).map(({ a }) => a)

/**
 * From rows named `qualifying`, each unit with the day on which it reaches a threshold (`first_on`; null before that), its
 * `amount` of minutes and how many it `needed`, when it began, and what it lacks. Of two outputs that share minutes the one
 * that is reached first has used up its own; on one day that is the one of fewer minutes. An event gives its minutes once.
 */
export function unitsOverThreshold(definition: Definition, threshold: Threshold, scope: Scope): RawBuilder<unknown> {
  const { apart_from, with: kinds = [], or_a_grant } = threshold
  const least = leastMinutes(threshold, scope)
  const more = apart_from ? sql`${least} + ${sql.lit(apart_from.minutes)}` : least
  const isSmaller = apart_from ? sql`${sql.lit(apart_from.minutes)} < needs` : sql`false`
  const lacking = kinds.map(
    (kind) => sql`case when not bool_or(record_kind = ${sql.lit(kind)}) then ${sql.lit(kind)} end`,
  )
  return sql`
    select unit_id, client_id, within_id, begun_on, amount, lacking, case when is_behind then needs_more else needs end as needed,
      least(case when is_behind then later else own end, granted_on) as first_on
    from (
      select *, other is not null and (own is null or other < own or other = own and ${isSmaller}) as is_behind from (
        select unit_id, client_id, within_id, min("on") filter (where record_kind = any(${kindsShown(definition)}::text[])) as begun_on,
          max(total) as amount, ${least} as needs, ${more} as needs_more,
          array_remove(array[${lacking.length === 0 ? sql`null` : sql.join(lacking)}]::text[], null) as lacking,
          ${reachedOn(least, kinds)} as own, ${reachedOn(more, kinds)} as later,
          ${apart_from ? reachedOn(sql`${sql.lit(apart_from.minutes)}`, apart_from.with) : sql`null::date`} as other,
          ${or_a_grant ? sql`min("on") filter (where record_kind = 'grant_award')` : sql`null::date`} as granted_on
        from (
          select *, sum(minutes) over (partition by unit_id order by "on") as total from (
            select unit_id, client_id, within_id, record_kind, "on", coalesce(amount, 0) as minutes from qualifying where record_kind <> 'attendance'
            union all
            select unit_id, client_id, within_id, record_kind, min("on"), max(amount) from qualifying where record_kind = 'attendance'
              group by unit_id, client_id, within_id, record_kind, once
          ) as each_once
        ) as running group by unit_id, client_id, within_id
      ) as reached
    ) as reached`
}

/** Of rows named `unit`: registered not long before the first support. */
export const isNewlyRegistered = (months: number, { hub_id }: Scope): RawBuilder<unknown> => sql`exists (
  select from business n where n.hub_id = ${hub_id} and n.id = client_id
    and coalesce(n.incorporated_on, n.trading_since) > begun_on - make_interval(months => ${sql.lit(months)}))`
