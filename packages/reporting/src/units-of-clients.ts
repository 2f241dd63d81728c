import type { Db } from '@hubline/db/connection.ts'
import { prepared } from '@hubline/db/prepared.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import { evidence, scopeOf } from './evidence.ts'
import { amountInUnits } from './units.ts'

/** The units that some clients bring into the figures of a year: key → unit → its amount as `Unit` gives it (null for counts). */
export type ClientUnits = ReadonlyMap<string, ReadonlyMap<string, string | null>>

/** Whether what is known of one client may decide about a unit of another, as the first contact of either does. */
const looksAtOthers = ({ any_of }: Definition): boolean => any_of.some(({ first_contact }) => first_contact === true)

/**
 * The units of some clients, with everyone who counts as them, in every figure that the hub counts a year by; of a figure in
 * which clients decide about each other, every unit. One statement, and none of it depends on how large the hub is.
 */
export async function unitsOfClients(
  db: Db,
  { client_ids, ...question }: { hub_id: string; year: Year; client_ids: readonly string[] },
): Promise<ClientUnits> {
  const scope = await scopeOf(db, question)
  const each = scope.catalogue.map((definition) => {
    const rows = evidence(definition, looksAtOthers(definition) ? scope : { ...scope, client_ids })
    return sql`select ${definition.key}::text as key, unit_id as id, ${amountInUnits(definition)} as amount from ${rows} as evidence group by unit_id`
  })
  const found = await sql<{
    key: string
    id: string
    amount: string | null
  }>`${prepared}${sql.join(each, sql` union all `)}`.execute(db)
  const by_key = Map.groupBy(found.rows, ({ key }) => key)
  return new Map([...by_key].map(([key, rows]) => [key, new Map(rows.map(({ id, amount }) => [id, amount]))]))
}
