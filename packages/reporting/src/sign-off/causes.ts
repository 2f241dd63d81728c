import type { Db } from '@hubline/db/connection.ts'
import { sql } from 'kysely'
import type { Difference } from './differences.ts'

/** What happened after the sign-off to a record behind a difference. `by` is null for an import or a link. */
export type Cause = {
  did: 'recorded' | 'changed' | 'voided' | 'merged'
  kind: string
  reference: string
  at: string
  by: string | null
  reason: string | null
}

type Touched = Cause & { id: string }
type Named = { kind: string; id: string }

/** The causes of each difference, as far as the history knows them: none where what changed lies deeper. */
export async function causesOf(
  db: Db,
  { hub_id, signed_at }: { hub_id: string; signed_at: Date },
  found: readonly Difference[],
): Promise<Cause[][]> {
  const touched = new Map<string, Touched>()
  const all = Map.groupBy(found.flatMap(recordsBehind), ({ kind }) => kind)
  for (const [kind, records] of all)
    for (const one of await touchedSince(db, {
      hub_id,
      signed_at,
      kind,
      ids: [...new Set(records.map(({ id }) => id))],
    }))
      touched.set(`${kind} ${one.id}`, one)
  return found.map((difference) =>
    recordsBehind(difference).flatMap(({ kind, id }) => {
      const one = touched.get(`${kind} ${id}`)
      if (!one) return []
      const { id: _, ...cause } = one
      return [cause]
    }),
  )
}

/** The records that only one of the two lists gives, or gives otherwise, and the unit itself. */
function recordsBehind({ kind, id, because, signed_because }: Difference): Named[] {
  const [now, then] = [readBecause(because), readBecause(signed_because)]
  const differ = [...now, ...then].filter(({ words }) => !(words in byWords(now) && words in byWords(then)))
  const named = new Map([{ kind, id }, ...differ].map((one) => [one.id, { kind: one.kind, id: one.id }]))
  return [...named.values()]
}

const byWords = (records: readonly { words: string }[]) => Object.fromEntries(records.map((one) => [one.words, one]))

function readBecause(text: string | null): (Named & { words: string })[] {
  const records = JSON.parse(text ?? '[]') as [kind: string, id: string, ...rest: unknown[]][]
  return records.map((record) => ({ kind: record[0], id: record[1], words: JSON.stringify(record) }))
}

/** Those of some records of one kind that have a version from after the sign-off. */
async function touchedSince(
  db: Db,
  { hub_id, signed_at, kind, ids }: { hub_id: string; signed_at: Date; kind: string; ids: string[] },
): Promise<Touched[]> {
  const found = await sql<Touched>`
    select t.id, ${kind}::text as kind, t.reference, t.recorded_at::text as at, a.name as by, t.void_reason as reason,
      case when t.voided_at is not null then 'voided'
        when (to_jsonb(t) ->> 'merged_into_id') is not null then 'merged'
        when not exists (select from history h where h.hub_id = t.hub_id and h.kind = ${kind} and h.id = t.id and h.valid_from <= ${signed_at}) then 'recorded'
        else 'changed' end as did
    from ${sql.table(kind)} t left join adviser a on a.hub_id = t.hub_id and a.id = t.recorded_by
    where t.hub_id = ${hub_id} and t.id = any(${ids}::uuid[]) and t.recorded_at > ${signed_at}`.execute(db)
  return found.rows
}
