import type { Db } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { type RawBuilder, sql } from 'kysely'
import { evidence, scopeOf } from './evidence.ts'
import { figuresOf } from './figures.ts'
import type { Scope } from './records.ts'

/** What a year would say by another definition: its value now and then, and how many units would come in and go out. */
export type Effect = { now: string | null; next: string | null; units_in: number; units_out: number }

/** A unit that one of two definitions lets count and the other does not. */
export type MovedUnit = { kind: string; id: string; reference: string; name: string; first_on: Day; records: number }

type Two = { now: Definition; next: Definition }
type OfYear = { hub_id: string; year: Year }

/** The units of one definition that the other has not. */
const onlyIn = (has: Definition, has_not: Definition, scope: Scope): RawBuilder<unknown> => sql`
  select unit_kind, unit_id, unit_reference, unit_name, min(qualified_on) as first_on, count(*)::int as records
  from ${evidence(has, scope)} as evidence
  where unit_id not in (select unit_id from ${evidence(has_not, scope)} as other)
  group by unit_kind, unit_id, unit_reference, unit_name`

/** The effect of a definition on a year; the lists behind it are `movedUnits`. */
export async function effectOf(db: Db, { now, next }: Two, question: OfYear): Promise<Effect> {
  const scope = await scopeOf(db, question)
  const [before] = await figuresOf(db, question, [now])
  const [after] = await figuresOf(db, question, [next])
  const found = await sql<{ units_in: number; units_out: number }>`
    select (select count(*)::int from (${onlyIn(next, now, scope)}) as unit) as units_in,
      (select count(*)::int from (${onlyIn(now, next, scope)}) as unit) as units_out`.execute(db)
  return {
    now: before?.value ?? null,
    next: after?.value ?? null,
    units_in: found.rows[0]?.units_in ?? 0,
    units_out: found.rows[0]?.units_out ?? 0,
  }
}

/** A page of the units that would come in or go out, by name. */
export async function movedUnits(
  db: Db,
  { now, next }: Two,
  question: OfYear & { which: 'in' | 'out'; after?: { name: string; id: string }; size: number },
): Promise<MovedUnit[]> {
  const { which, after, size } = question
  const scope = await scopeOf(db, question)
  const units = which === 'in' ? onlyIn(next, now, scope) : onlyIn(now, next, scope)
  const found = await sql<MovedUnit>`
    select unit_kind as kind, unit_id as id, unit_reference as reference, unit_name as name, first_on::text as first_on, records
    from (${units}) as unit
    ${after === undefined ? sql`` : sql`where (unit_name, unit_id) > (${after.name}, ${after.id}::uuid)`}
    order by unit_name, unit_id limit ${size}`.execute(db)
  return found.rows
}
