import { type Sql, columnOf, isCountable, nameOf } from './client.ts'
import type { ClientKind } from './client.ts'
import { sql } from 'kysely'

export const TIMELINE_KINDS = [
  'interaction',
  'enquiry',
  'case',
  'diagnostic',
  'referral',
  'skills_review',
  'participation',
  'event',
  'grant_award',
  'outcome',
  'survey_response',
  'partner_support',
] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

type Scope = { client: ClientKind; hub_id: string; ids: Sql }
type Parts = {
  from: Sql
  what: Sql
  on: Sql
  id?: Sql
  reference?: Sql
  step?: Sql
  minutes?: Sql
  amount_pence?: Sql
  channel?: Sql
  who?: Sql
  status?: Sql
  note?: Sql
  names?: Sql
  counts?: Sql
  more?: Sql
}

const NONE = sql`null`

/** One kind of record as lines of a timeline; `t` is its row. */
function lines(kind: TimelineKind, { client, hub_id, ids }: Scope, parts: Parts): Sql {
  return sql`select ${sql.lit(kind)} as kind, (${parts.what})::text as what, ${parts.id ?? sql`t.id`} as id,
    ${parts.reference ?? sql`t.reference`} as reference, (${parts.on})::date as "on", ${parts.step ?? sql`0`} as step,
    (${parts.minutes ?? NONE})::integer as minutes, (${parts.amount_pence ?? NONE})::bigint as amount_pence,
    (${parts.channel ?? NONE})::text as channel, (${parts.who ?? NONE})::text as who, (${parts.status ?? NONE})::text as status,
    left((${parts.note ?? NONE})::text, 160) as note, ${parts.names ?? sql`array[]::text[]`} as names, (${parts.counts ?? NONE})::boolean as counts
    from ${parts.from} where t.hub_id = ${hub_id} and t.${columnOf(client)} = any (${ids}) and t.voided_at is null ${parts.more ?? sql``}`
}

/** The other side of the table: the person met at a business, or the business of a person. */
function otherSide(client: ClientKind): Sql {
  const other = client === 'business' ? 'person' : 'business'
  return sql`array(select ${nameOf(other, 'o')} from ${sql.table(`app.${other}`)} o where o.hub_id = t.hub_id and o.id = t.${columnOf(other)})`
}

const adviser = (column: string) =>
  sql`(select a.name from app.adviser a where a.hub_id = t.hub_id and a.id = ${sql.ref(`t.${column}`)})`
const organisation = sql`(select o.name from app.organisation o where o.hub_id = t.hub_id and o.id = t.organisation_id)`
/** A record without any day of its own stands at the day on which it was written down. */
const recordedOn = sql`(t.recorded_at at time zone 'Europe/London')::date`

const interactions = (scope: Scope) =>
  lines('interaction', scope, {
    from: sql`(select i.*, ${isCountable} as countable from app.interaction i) t`,
    what: sql`t.kind`,
    on: sql`t.occurred_on`,
    minutes: sql`t.minutes`,
    channel: sql`t.channel`,
    who: adviser('adviser_id'),
    note: sql`concat_ws(': ', t.subject, t.notes)`,
    names: otherSide(scope.client),
    counts: sql`t.countable`,
  })

const enquiries = (scope: Scope) =>
  lines('enquiry', scope, {
    from: sql`app.enquiry t`,
    what: sql`t.status`,
    on: sql`t.received_on`,
    minutes: sql`t.minutes`,
    channel: sql`t.channel`,
    status: sql`t.status`,
    note: sql`t.subject`,
    names: otherSide(scope.client),
  })

const casesOpened = (scope: Scope) =>
  lines('case', scope, {
    from: sql`app."case" t`,
    what: sql`'opened'`,
    on: sql`t.opened_on`,
    who: adviser('owner_id'),
    status: sql`t.kind`,
    note: sql`t.next_step`,
  })

const casesClosed = (scope: Scope) =>
  lines('case', scope, {
    from: sql`app."case" t`,
    what: sql`'closed'`,
    on: sql`t.closed_on`,
    step: sql`1`,
    who: adviser('owner_id'),
    status: sql`t.kind`,
    note: sql`t.close_reason`,
    more: sql`and t.closed_on is not null`,
  })

const diagnostics = (scope: Scope) =>
  lines('diagnostic', scope, {
    from: sql`app.diagnostic t`,
    what: sql`'completed'`,
    on: sql`t.completed_on`,
    status: sql`t.evidence_level`,
    names: otherSide(scope.client),
  })

const referrals = (scope: Scope) =>
  lines('referral', scope, {
    from: sql`app.referral t`,
    what: sql`t.category`,
    on: sql`t.made_on`,
    who: organisation,
    status: sql`t.status`,
    note: sql`t.result`,
    names: otherSide(scope.client),
  })

const skillsReviews = (scope: Scope) =>
  lines('skills_review', scope, {
    from: sql`app.skills_review t`,
    what: sql`t.status`,
    on: sql`coalesce(t.held_on, t.offered_on)`,
    channel: sql`t.offer_channel`,
    who: adviser('broker_id'),
    status: sql`t.status`,
  })

const participations = (scope: Scope) =>
  lines('participation', scope, {
    from: sql`app.participation t`,
    on: sql`coalesce(t.qualifying_start_on, t.enrolled_on, t.completed_on, t.achieved_on, ${recordedOn})`,
    what: sql`(select c.title from app.course c where c.hub_id = t.hub_id and c.id = t.course_id)`,
    status: sql`t.status`,
    names: otherSide(scope.client),
  })

/** One line for an event, with the names of those who came inside. */
function events({ client, hub_id, ids }: Scope): Sql {
  const other = client === 'business' ? 'person' : 'business'
  return lines(
    'event',
    { client, hub_id, ids },
    {
      from: sql`(select e.id, e.reference, e.hub_id, e.title, e.held_on, e.minutes, e.status, e.voided_at, (array_agg(a.${columnOf(client)}))[1] as ${columnOf(client)},
        array_remove(array_agg(distinct ${nameOf(other, 'o')}) filter (where a.status in ('attended', 'booked')), null) as names,
        bool_or(a.status = 'attended') as was_attended, min(a.status) as attendance
      from app.attendance a join app.event e on e.hub_id = a.hub_id and e.id = a.event_id
        left join ${sql.table(`app.${other}`)} o on o.hub_id = a.hub_id and o.id = a.${columnOf(other)}
      where a.hub_id = ${hub_id} and a.${columnOf(client)} = any (${ids}) and a.voided_at is null
      group by e.hub_id, e.id) t`,
      what: sql`t.title`,
      on: sql`t.held_on`,
      minutes: sql`t.minutes`,
      names: sql`coalesce(t.names, '{}')`,
      status: sql`case when t.status = 'cancelled' then 'cancelled' when t.was_attended then 'attended' else t.attendance end`,
      counts: sql`t.was_attended and t.status <> 'cancelled'`,
    },
  )
}

const grants = (scope: Scope) =>
  lines('grant_award', scope, {
    from: sql`app.grant_award t`,
    what: sql`t.scheme`,
    amount_pence: sql`t.amount_pence`,
    status: sql`t.status`,
    on: sql`coalesce(t.accepted_on, t.offered_on, t.client_confirmed_on, t.paid_on, ${recordedOn})`,
  })

const outcomes = (scope: Scope) =>
  lines('outcome', scope, {
    from: sql`app.outcome t`,
    what: sql`t.kind`,
    on: sql`t.occurred_on`,
    amount_pence: sql`t.amount_pence`,
    status: sql`t.state`,
    who: adviser('verified_by_id'),
    note: sql`case when t.hours_per_week is not null then trim_scale(t.hours_per_week) || ' hours a week' end`,
  })

const surveyResponses = (scope: Scope) =>
  lines('survey_response', scope, {
    from: sql`app.survey_response t`,
    on: sql`t.submitted_on`,
    what: sql`(select s.title from app.survey s where s.hub_id = t.hub_id and s.id = t.survey_id)`,
    status: sql`case when t.valid then 'valid' else 'not_valid' end`,
    note: sql`'Score ' || t.score`,
    names: otherSide(scope.client),
  })

const partnerSupport = (scope: Scope) =>
  lines('partner_support', scope, {
    from: sql`app.partner_support t`,
    what: sql`'supported'`,
    on: sql`t.supported_on`,
    minutes: sql`t.minutes`,
    who: organisation,
    names: otherSide(scope.client),
  })

/** A review is of a business and a grant is to one: a person has neither. */
const OF_BUSINESSES_ONLY: readonly TimelineKind[] = ['skills_review', 'grant_award']

const SOURCES: Readonly<Record<TimelineKind, readonly ((scope: Scope) => Sql)[]>> = {
  interaction: [interactions],
  enquiry: [enquiries],
  case: [casesOpened, casesClosed],
  diagnostic: [diagnostics],
  referral: [referrals],
  skills_review: [skillsReviews],
  participation: [participations],
  event: [events],
  grant_award: [grants],
  outcome: [outcomes],
  survey_response: [surveyResponses],
  partner_support: [partnerSupport],
}

/** Every line of a client's timeline, unordered, as one piece of SQL. */
export function timelineLines(scope: Scope, kinds: readonly TimelineKind[]): Sql {
  const wanted = kinds.filter((kind) => scope.client === 'business' || !OF_BUSINESSES_ONLY.includes(kind))
  return sql.join(
    wanted.flatMap((kind) => SOURCES[kind].map((source) => source(scope))),
    sql` union all `,
  )
}
