import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import type { Sql } from '../records/client.ts'

export type FormKind = 'review_answer' | 'workforce_line' | 'skills_gap'

type Crossing = {
  kind: FormKind
  hub_id: string
  adviser_id: string
  skills_review_id: string
  /** Made by the browser. */
  id: string
  /** The version that the sender had seen; 0: none. */
  seen: number
  /** What the sender wrote, by column. */
  values: Readonly<Record<string, unknown>>
  /** The row that this is, where another has the same place: an answer to the same question. */
  same?: Sql<boolean>
}

type Standing = { id: string; version: number; content: Record<string, unknown>; crossed: boolean; voided: boolean }

const asValue = (kind: FormKind, column: string, value: unknown) =>
  kind === 'review_answer' && column === 'value' ? sql`${JSON.stringify(value ?? null)}::jsonb` : sql`${value}`

async function standing(tx: Tx, crossing: Crossing): Promise<Standing | undefined> {
  const { kind, hub_id, adviser_id, skills_review_id, id, seen, values, same } = crossing
  const table = sql.table(`app.${kind}`)
  const content = sql.join(Object.keys(values).map((column) => sql`${sql.lit(column)}, t.${sql.ref(column)}`))
  const found = await sql<Standing>`
    select t.id, t.version, t.voided_at is not null as voided, jsonb_build_object(${content}) as content,
      (t.version > ${seen} and t.recorded_by is distinct from ${adviser_id}::uuid) or exists (select from app.history h
        where h.hub_id = t.hub_id and h.kind = ${kind} and h.id = t.id and h.version > ${seen}
          and (h.row ->> 'recorded_by')::uuid is distinct from ${adviser_id}::uuid) as crossed
    from ${table} t where t.hub_id = ${hub_id} and t.skills_review_id = ${skills_review_id} and ${same ?? sql`t.id = ${id}::uuid`}
    for update of t`.execute(tx)
  return found.rows[0]
}

const asJson = (value: unknown) => JSON.stringify(value ?? null)

/** `numeric` comes as text from one side and as a number from the other. */
const isSame = (before: Record<string, unknown>, values: Crossing['values']) =>
  Object.entries(values).every(
    ([column, value]) =>
      asJson(before[column]) === asJson(value) || (column === 'place' && Number(before[column]) === Number(value)),
  )

export type Saved = { id: string; version: number; crossed: boolean }

/**
 * Keeps what somebody wrote. Nothing is refused because two people wrote at once: where the sender had not seen what
 * somebody else wrote meanwhile, that stays beside it, for both to see and to settle.
 * @throws Problem 'invalid' where the identifier is that of a line of another review
 */
export async function saveCrossing(tx: Tx, crossing: Crossing): Promise<Saved> {
  const { kind, hub_id, skills_review_id, id, values } = crossing
  const table = sql.table(`app.${kind}`)
  const columns = Object.keys(values)
  const made = await sql<{ version: number }>`
    insert into ${table} (hub_id, id, reference, skills_review_id, ${sql.join(columns.map((one) => sql.ref(one)))})
    values (${hub_id}, ${id}, ${id}, ${skills_review_id}, ${sql.join(columns.map((one) => asValue(kind, one, values[one])))})
    on conflict do nothing returning version`.execute(tx)
  if (made.rows[0]) return { id, version: made.rows[0].version, crossed: false }
  const now = await standing(tx, crossing)
  if (!now) throw new Problem('invalid', 'That line is of another review: reload the page and enter it again')
  if (!now.voided && isSame(now.content, values)) return { id: now.id, version: now.version, crossed: false }
  const sets = columns.map((one) => sql`${sql.ref(one)} = ${asValue(kind, one, values[one])}`)
  const other = now.crossed
    ? sql`, other_value = ${JSON.stringify(now.voided ? { removed: true } : now.content)}::jsonb, other_by_id = recorded_by, other_at = recorded_at`
    : sql``
  const written = await sql<{ version: number }>`
    update ${table} set ${sql.join(sets)}, voided_at = null, voided_by = null, void_reason = null ${other}
    where hub_id = ${hub_id} and id = ${now.id} returning version`.execute(tx)
  return { id: now.id, version: written.rows[0]?.version ?? now.version, crossed: now.crossed }
}
