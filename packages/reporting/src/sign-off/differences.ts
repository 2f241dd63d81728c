import type { Db } from '@hubline/db/connection.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { type RawBuilder, sql } from 'kysely'
import { scopeOf } from '../evidence.ts'
import type { Scope } from '../records.ts'
import { unitsToCopy } from './copy-figures.ts'

/** A unit that a signed-off list has and today's has not, the other way round, or with another amount. */
export type Difference = {
  what: 'in' | 'out' | 'changed'
  kind: string
  id: string
  reference: string
  name: string
  /** As `Unit` gives it; null for counts, and where the unit was not in. */
  signed_amount: string | null
  amount: string | null
  /** As `signed_unit` has it; null where the unit was not in. */
  signed_because: string | null
  because: string | null
}

type Asked = { hub_id: string; year: Year; sign_off_id: string }

/** Rows of `key` and `Difference`: the list of today comes from the query of the figure itself. */
function differences(definitions: readonly Definition[], scope: Scope, sign_off_id: string): RawBuilder<unknown> {
  return sql`
    select coalesce(n.key, s.key) as key, case when s.id is null then 'in' when n.id is null then 'out' else 'changed' end as what,
      coalesce(n.kind, s.kind) as kind, coalesce(n.id, s.id) as id, coalesce(n.reference, s.reference) as reference, coalesce(n.name, s.name) as name,
      s.amount as signed_amount, n.amount, s.because as signed_because, n.because
    from (${sql.join(
      definitions.map((definition) => unitsToCopy(definition, scope)),
      sql` union all `,
    )}) n (key, kind, id, reference, name, district, first_on, last_on, amount, because)
    full join (select * from signed_unit where hub_id = ${scope.hub_id} and sign_off_id = ${sign_off_id}
      and key = any(${definitions.map(({ key }) => key)}::text[])) s on s.key = n.key and s.id = n.id
    where s.id is null or n.id is null or s.amount is distinct from n.amount`
}

/** How many units of each figure differ from a sign-off; figures without a difference are left out. */
export async function howManyDiffer(db: Db, { sign_off_id, ...question }: Asked) {
  const scope = await scopeOf(db, question)
  const found = await sql<{ key: string; units_in: number; units_out: number; units_changed: number }>`
    select key, (count(*) filter (where what = 'in'))::int as units_in, (count(*) filter (where what = 'out'))::int as units_out,
      (count(*) filter (where what = 'changed'))::int as units_changed
    from (${differences(scope.catalogue, scope, sign_off_id)}) d group by key`.execute(db)
  return found.rows
}

/** A page of the units of one figure that differ from a sign-off, by name. */
export async function differencesOf(
  db: Db,
  definition: Definition,
  { sign_off_id, after, size, ...question }: Asked & { after?: { name: string; id: string }; size: number },
): Promise<Difference[]> {
  const found = await sql<Difference>`
    select what, kind, id, reference, name, signed_amount, amount, signed_because, because
    from (${differences([definition], await scopeOf(db, question), sign_off_id)}) d
    ${after === undefined ? sql`` : sql`where (name, id) > (${after.name}, ${after.id}::uuid)`}
    order by name, id limit ${size}`.execute(db)
  return found.rows
}
