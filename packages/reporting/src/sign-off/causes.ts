import type { Db } from '@hubline/db/connection.ts'
import type { RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import { type ChangedFact, toldFacts } from '@hubline/domain/years/changed-facts.ts'
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
  /** Of a change: which of its facts are others than those that were signed off. */
  facts: ChangedFact[]
}

type Touched = Cause & { id: string }
type Named = { kind: string; id: string }

/** What the facts of a record depend on: the day of a place is its event's. */
const DEPENDS_ON = {
  attendance: ['event', 'event_id'],
  survey_response: ['survey', 'survey_id'],
  participation: ['course', 'course_id'],
} as const

/**
 * The causes of each difference, as far as the history knows them: what happened to the records behind it or to what
 * they depend on, else that the hub serves other districts. None where what changed lies deeper.
 */
export async function causesOf(
  db: Db,
  { hub_id, signed_at }: { hub_id: string; signed_at: Date },
  found: readonly Difference[],
): Promise<Cause[][]> {
  const touched = new Map<string, Touched>()
  const behind = found.map(recordsBehind)
  const parents = await parentsOf(db, hub_id, behind.flat())
  const all = Map.groupBy([...behind.flat(), ...parents.values()], ({ kind }) => kind)
  for (const [kind, records] of all)
    for (const one of await touchedSince(db, {
      hub_id,
      signed_at,
      kind,
      ids: [...new Set(records.map(({ id }) => id))],
    }))
      touched.set(`${kind} ${one.id}`, one)
  const causes = behind.map((records) => {
    const above = records.flatMap(({ kind, id }) => parents.get(`${kind} ${id}`) ?? [])
    const own = records.flatMap(({ kind, id }) => touched.get(`${kind} ${id}`) ?? [])
    // An event that came late says no more than the places at it.
    const others = eachOnce(above).flatMap(({ kind, id }) => touched.get(`${kind} ${id}`) ?? [])
    return [...own, ...others.filter(({ did }) => did !== 'recorded')].map(({ id: _, ...cause }) => cause)
  })
  if (causes.every((each) => each.length > 0)) return causes
  const districts = await otherDistricts(db, { hub_id, signed_at })
  return causes.map((each) => (each.length === 0 ? districts : each))
}

const eachOnce = (records: readonly Named[]) => [...new Map(records.map((one) => [one.id, one])).values()]

/** What some records depend on, by the kind and id of each. */
async function parentsOf(db: Db, hub_id: string, records: readonly Named[]): Promise<ReadonlyMap<string, Named>> {
  const found = new Map<string, Named>()
  for (const [kind, [parent, column]] of Object.entries(DEPENDS_ON)) {
    const ids = [...new Set(records.flatMap((one) => (one.kind === kind ? [one.id] : [])))]
    if (ids.length === 0) continue
    const { rows } = await sql<{ id: string; parent_id: string }>`
      select id, ${sql.ref(column)} as parent_id from ${sql.table(kind)} where hub_id = ${hub_id} and id = any(${ids}::uuid[])`.execute(
      db,
    )
    for (const { id, parent_id } of rows) found.set(`${kind} ${id}`, { kind: parent, id: parent_id })
  }
  return found
}

/** That the hub serves other districts than when it signed off; none where it serves the same. */
async function otherDistricts(db: Db, { hub_id, signed_at }: { hub_id: string; signed_at: Date }): Promise<Cause[]> {
  const found = await touchedSince(db, { hub_id, signed_at, kind: 'hub', ids: [hub_id] })
  return found
    .filter(({ facts }) => facts.some(({ fact }) => fact === 'area_codes'))
    .map(({ id: _, ...cause }) => cause)
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

/** What every record has, and what is worked out from its facts. */
const KEPT_OF_ALL = [
  'version',
  'recorded_at',
  'recorded_by',
  'request_id',
  'voided_at',
  'voided_by',
  'void_reason',
  'finder',
]

/** Those of some records of one kind that have a version from after the sign-off. */
async function touchedSince(
  db: Db,
  { hub_id, signed_at, kind, ids }: { hub_id: string; signed_at: Date; kind: string; ids: string[] },
): Promise<Touched[]> {
  const told = toldFacts(kind as RecordKind)
  const found = await sql<Touched>`
    select t.id, ${kind}::text as kind, t.reference, t.recorded_at::text as at, a.name as by, t.void_reason as reason,
      case when t.voided_at is not null then 'voided'
        when (to_jsonb(t) ->> 'merged_into_id') is not null then 'merged'
        when not exists (select from history h where h.hub_id = t.hub_id and h.kind = ${kind} and h.id = t.id and h.valid_from <= ${signed_at}) then 'recorded'
        else 'changed' end as did,
      coalesce((select json_agg(json_build_object('fact', f.key, 'was', case when f.key = any(${told}::text[]) then h.row ->> f.key end,
          'is', case when f.key = any(${told}::text[]) then to_jsonb(t) ->> f.key end) order by f.key) from history h cross join lateral jsonb_each(to_jsonb(t)) f
        where h.hub_id = t.hub_id and h.kind = ${kind} and h.id = t.id and h.valid_from <= ${signed_at} and h.valid_to > ${signed_at}
          and f.value is distinct from h.row -> f.key and f.key <> all(${KEPT_OF_ALL}::text[])), '[]') as facts
    from ${sql.table(kind)} t left join adviser a on a.hub_id = t.hub_id and a.id = t.recorded_by
    where t.hub_id = ${hub_id} and t.id = any(${ids}::uuid[]) and t.recorded_at > ${signed_at}`.execute(db)
  return found.rows
}
