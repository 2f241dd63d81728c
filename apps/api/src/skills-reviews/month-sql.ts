import { type Day, addDays } from '@hubline/domain/day.ts'
import { MONTH_NUMBERS, type MonthNumber } from '@hubline/domain/skills-reviews/broker-month.ts'
import { sql } from 'kysely'
import { type Sql, isCountable } from '../records/client.ts'

/** Whose work in which days: of one broker by id, of the whole `team`, or what stands under `nobody`'s name. */
export type MonthAsked = { hub_id: string; from: Day; to: Day; broker: string }

/** The records behind one number: `on` is the day that counts, `by` the broker's column. */
type Source = {
  from: Sql
  id: Sql
  kind: string
  on: Sql
  by: Sql
  /** Of the record that opens. */
  reference: Sql
  business: Sql
  words: Sql
  minutes?: Sql
  only?: Sql
}

const REVIEW = {
  from: sql`app.skills_review r`,
  id: sql`r.id`,
  kind: 'skills_review',
  by: sql`r.broker_id`,
  reference: sql`r.reference`,
  business: sql`r.business_id`,
}

/** A learner's first day of learning. */
const STARTED = sql`coalesce(r.first_attended_on, r.qualifying_start_on)`

const SOURCES: Readonly<Record<MonthNumber, Source>> = {
  offers: {
    ...REVIEW,
    on: sql`r.offered_on`,
    by: sql`coalesce(r.offered_by_id, r.broker_id)`,
    words: sql`r.offer_channel`,
  },
  booked: { ...REVIEW, on: sql`r.booked_on`, words: sql`r.attendee_name` },
  held: { ...REVIEW, on: sql`r.held_on`, words: sql`r.attendees` },
  no_shows: {
    ...REVIEW,
    on: sql`(r.slot_start at time zone 'Europe/London')::date`,
    words: sql`r.attendee_name`,
    only: sql`r.status = 'no_show'`,
  },
  plans: { ...REVIEW, on: sql`r.plan_agreed_on`, words: sql`null` },
  lines: {
    ...REVIEW,
    from: sql`app.skills_review r join app.plan_line l on l.hub_id = r.hub_id and l.skills_review_id = r.id and l.voided_at is null`,
    id: sql`l.id`,
    kind: 'plan_line',
    on: sql`r.plan_agreed_on`,
    words: sql`l.need`,
  },
  learners: {
    from: sql`app.participation r join app.plan_line l on l.hub_id = r.hub_id and l.id = r.plan_line_id and l.voided_at is null
      join app.skills_review v on v.hub_id = l.hub_id and v.id = l.skills_review_id and v.voided_at is null
      join app.person p on p.hub_id = r.hub_id and p.id = r.person_id join app.course c on c.hub_id = r.hub_id and c.id = r.course_id`,
    id: sql`r.id`,
    kind: 'participation',
    on: STARTED,
    by: sql`v.broker_id`,
    reference: sql`r.reference`,
    business: sql`v.business_id`,
    words: sql`p.given_name || ' ' || p.family_name || ', ' || c.title`,
    only: sql`r.status <> 'did_not_start'`,
  },
  minutes: {
    from: sql`app.interaction i`,
    id: sql`i.id`,
    kind: 'interaction',
    on: sql`i.occurred_on`,
    by: sql`i.adviser_id`,
    reference: sql`i.reference`,
    business: sql`i.business_id`,
    words: sql`i.subject`,
    minutes: sql`i.minutes`,
    only: isCountable,
  },
}

function rowsOf(number: MonthNumber, { hub_id, from, to, broker }: MonthAsked): Sql {
  const { on, by, id, kind, reference, business, words, minutes, only, ...source } = SOURCES[number]
  const whose = broker === 'team' ? sql`` : broker === 'nobody' ? sql`and ${by} is null` : sql`and ${by} = ${broker}`
  const standing =
    number === 'minutes'
      ? sql`i.hub_id = ${hub_id} and i.voided_at is null`
      : sql`r.hub_id = ${hub_id} and r.voided_at is null`
  // The slot's own column is asked as well, because the index is on it and not on its day.
  const near =
    number === 'no_shows'
      ? sql`and r.slot_start >= ${addDays(from, -1)}::date and r.slot_start < ${addDays(to, 2)}::date`
      : sql``
  return sql`
    select ${sql.lit(number)} as number, ${id} as id, ${sql.lit(kind)} as kind, ${reference} as reference, ${on} as "on", ${by} as broker_id,
      ${business} as business_id, ${words} as words, ${minutes ?? sql`null::integer`} as minutes
    from ${source.from}
    where ${standing} and ${on} between ${from} and ${to} ${near}
      ${only ? sql`and ${only}` : sql``} ${whose}`
}

/**
 * Every record behind the numbers of a span of days, one row for each: what the page counts and what it lists is this.
 * Goes by the name `m`.
 */
export function monthSql(asked: MonthAsked, numbers: readonly MonthNumber[] = MONTH_NUMBERS): Sql {
  const all = sql.join(
    numbers.map((number) => rowsOf(number, asked)),
    sql` union all `,
  )
  return sql`(${all}) m`
}
