import { type RawBuilder, sql } from 'kysely'
import { withDeciding } from '../deciding-days.ts'
import type { Scope } from '../records.ts'

/** Pieces of the pack's queries, for a record `r`. */

/** The business and the person that a record counts for, at the end of their merges: `bu` and `nu`. */
export const ofBusiness = sql`
  left join business b on b.hub_id = r.hub_id and b.id = r.business_id
  left join business bu on bu.hub_id = b.hub_id and bu.id = b.counts_as_id and bu.voided_at is null`
export const ofPerson = sql`
  left join person n on n.hub_id = r.hub_id and n.id = r.person_id
  left join person nu on nu.hub_id = n.hub_id and nu.id = n.counts_as_id and nu.voided_at is null`

export const yesNo = (value: RawBuilder<unknown>) => sql`case when ${value} then 'yes' when not ${value} then 'no' end`
export const pounds = (pence: RawBuilder<unknown>) => sql`round(${pence} / 100.0, 2)`
/** A blank reads as self-declared. */
export const evidenceLevel = sql`coalesce(r.evidence_level, 'self_declared')`

export const inYear = (day: string, { from, to }: Scope) => sql`${sql.ref(day)} between ${from}::date and ${to}::date`
/** A record `r` of the year: one of these days lies in it, or the one by which a figure of the hub decides. */
export const ofYear = (record: string, days: readonly string[], scope: Scope): RawBuilder<unknown> =>
  sql`(${sql.join(
    withDeciding(record, days, scope).map((day) => inYear(`r.${day}`, scope)),
    sql` or `,
  )})`

export const ofHub = ({ hub_id }: Scope) => sql`r.hub_id = ${hub_id} and r.voided_at is null`

/** The reporting year of a day, as `2021-22`. */
export const yearOfDay = (day: RawBuilder<unknown>) =>
  sql`to_char(${day} - interval '3 months', 'YYYY') || '-' || to_char(${day} + interval '9 months', 'YY')`

/** Whether a place lies in the hub's districts; one that is unknown counts. */
export const inArea = (place: string, { area_codes }: Scope) => sql`
  case when ${sql.ref(place)} is null then 'unknown'
    when ${area_codes.length === 0} or ${sql.ref(place)} = any(${[...area_codes]}::text[]) then 'yes' else 'no' end`
