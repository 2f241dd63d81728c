import { COUNTABLE_INTERACTION_KINDS } from '@hubline/domain/interactions/interactions-file.ts'
import type { Day } from '@hubline/domain/day.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import type { RecordOfProgramme } from '@hubline/domain/indicators/of-programmes.ts'
import type { PlainWay } from '@hubline/domain/indicators/plain-way.ts'
import { type RawBuilder, sql } from 'kysely'
import { withDeciding } from './deciding-days.ts'

const OWN_CASE = sql`left join "case" k on k.hub_id = r.hub_id and k.id = r.case_id`
/** The programme of an interaction `i` or of its case. */
const INTERACTIONS_CASE = sql`left join "case" k on k.hub_id = i.hub_id and k.id = i.case_id`

const inItsTime = (day: string) => sql`(g.starts_on is null or ${sql.ref(day)} >= g.starts_on)
  and (g.ends_on is null or ${sql.ref(day)} <= g.ends_on)`

/** Whether the learner of `r` had support of the programme `g` by the day that decides, under any of their merged records. */
const supportedByThen = (day: RawBuilder<unknown>) => sql`exists (
  select from person own join person same on same.hub_id = own.hub_id and same.counts_as_id = own.counts_as_id
  where own.hub_id = r.hub_id and own.id = r.person_id and (
    exists (select from interaction i ${INTERACTIONS_CASE} where i.hub_id = r.hub_id and i.person_id = same.id and i.voided_at is null
      and i.kind = any(${[...COUNTABLE_INTERACTION_KINDS]}::text[]) and i.minutes >= 1
      and coalesce(i.programme_id, k.programme_id) = g.id and i.occurred_on <= ${day})
    or exists (select from attendance t join event e on e.hub_id = t.hub_id and e.id = t.event_id and e.voided_at is null
      where t.hub_id = r.hub_id and t.person_id = same.id and t.voided_at is null and t.status = 'attended'
        and e.status <> 'cancelled' and e.programme_id = g.id and e.held_on <= ${day})))`

/** How records of a way belong to a programme `g`: what must be joined first, and what then holds. */
function belongs(way: PlainWay): { first?: RawBuilder<unknown>; holds: RawBuilder<unknown> } {
  switch (way.a) {
    case 'interaction':
      return { first: OWN_CASE, holds: sql`g.id = coalesce(r.programme_id, k.programme_id)` }
    case 'diagnostic':
      return {
        first: OWN_CASE,
        holds: sql`(k.programme_id is null or k.programme_id = g.id) and ${inItsTime('r.completed_on')}`,
      }
    case 'referral':
      return { holds: inItsTime('r.made_on') }
    case 'attendance':
      return { holds: sql`g.id = p.programme_id` }
    case 'participation':
      return { holds: supportedByThen(sql.ref(`r.${way.dated}`)) }
    case 'grant_award':
    case 'outcome':
      return { holds: sql`g.id = r.programme_id` }
    default:
      throw new Error(`${way.a} does not belong to a programme`)
  }
}

/** The programme `g` of each record `r`, where a way asks for one: of a framework, with its definitions pinned. */
export function joinProgramme(way: PlainWay): RawBuilder<unknown> {
  if (!way.of_programme) return sql``
  const { framework, definition_version } = way.of_programme
  const { first = sql``, holds } = belongs(way)
  return sql`${first} join programme g on g.hub_id = r.hub_id and g.voided_at is null and g.framework = ${sql.lit(framework)}
    and g.definition_version = ${sql.lit(definition_version)} and ${holds}`
}

/** The programme of each kind of record, as `r` or of its event `p`, and its days; records of other kinds have none. */
const PROGRAMMES: Readonly<
  Record<RecordOfProgramme, { from: RawBuilder<unknown>; day_of?: 'p'; days: readonly string[] }>
> = {
  interaction: {
    from: sql`select coalesce(r.programme_id, k.programme_id) as id, r.id as record_id from interaction r ${OWN_CASE}`,
    days: ['occurred_on'],
  },
  diagnostic: { from: sql`select k.programme_id, r.id from diagnostic r ${OWN_CASE}`, days: ['completed_on'] },
  attendance: {
    from: sql`select p.programme_id, r.id from attendance r join event p on p.hub_id = r.hub_id and p.id = r.event_id`,
    day_of: 'p',
    days: ['held_on'],
  },
  grant_award: { from: sql`select r.programme_id, r.id from grant_award r`, days: ['accepted_on', 'paid_on'] },
  outcome: { from: sql`select r.programme_id, r.id from outcome r`, days: ['occurred_on'] },
}

/**
 * The records of a span of days that may name a programme, and those are all that can bring a unit in: rows of
 * `record_kind`, `id` (of the programme, or null) and `record_id`.
 */
export const programmesOfRecords = ({
  hub_id,
  from,
  to,
  ...scope
}: {
  hub_id: string
  from: Day
  to: Day
  catalogue?: readonly Definition[]
}): RawBuilder<unknown> =>
  sql.join(
    Object.entries(PROGRAMMES).map(([kind, { from: records, day_of = 'r', days }]) => {
      const inTime = withDeciding(kind, days, scope).map(
        (day) => sql`${sql.ref(`${day_of}.${day}`)} between ${from}::date and ${to}::date`,
      )
      return sql`select ${sql.lit(kind)} as record_kind, r.* from (
        ${records} where r.hub_id = ${hub_id} and (${sql.join(inTime, sql` or `)})) as r (id, record_id)`
    }),
    sql` union all `,
  )

/** Of records `r` of a way (with `p`, and `g` where the way asks for one): only those of the programme `id`. */
export function onlyOfProgramme(
  way: PlainWay,
  { hub_id, id }: { hub_id: string; id: RawBuilder<unknown> },
): RawBuilder<unknown> {
  if (way.of_programme) return sql`and g.id = ${id}`
  const ofCase = sql`r.case_id in (select k.id from "case" k where k.hub_id = ${hub_id} and k.programme_id = ${id})`
  switch (way.a) {
    case 'interaction':
      return sql`and (r.programme_id = ${id} or r.programme_id is null and ${ofCase})`
    case 'diagnostic':
      return sql`and ${ofCase}`
    case 'attendance':
      return sql`and p.programme_id = ${id}`
    case 'grant_award':
    case 'outcome':
      return sql`and r.programme_id = ${id}`
    default:
      return sql`and false`
  }
}
