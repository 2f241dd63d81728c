import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { SettleAnswer } from '@hubline/domain/skills-reviews/answers.ts'
import { sql } from 'kysely'
import { writes } from '../trpc.ts'
import type { FormKind } from './save-crossing.ts'

type Row = { value?: unknown; place?: string | number; other_value: Record<string, unknown> | null }
type Crossed = Row & { other_value: Record<string, unknown> }

/** Ends a crossing of two people's answers: this one stays, the other takes its place, or both stand. */
export const settleAnswer = writes('review:work')
  .input(SettleAnswer)
  .mutation(async ({ ctx: { db, actor }, input: { kind, id, skills_review_id, keep } }) => {
    const { hub_id } = actor
    const found = await sql<{ row: Row }>`select to_jsonb(t) as row from ${sql.table(`app.${kind}`)} t
      where t.hub_id = ${hub_id} and t.skills_review_id = ${skills_review_id} and t.id = ${id} and t.voided_at is null
      for update`.execute(db)
    const row = found.rows[0]?.row
    if (!row) throw new Problem('not_found', 'That answer is not there any more: reload the page')
    // Settled by somebody else a moment ago: there is nothing left to decide.
    if (row.other_value === null) return { settled: false }
    const crossed: Crossed = { ...row, other_value: row.other_value }
    const was_removed = crossed.other_value['removed'] === true
    if (keep === 'both' && was_removed)
      throw new Problem(
        'invalid',
        'The other person took the line out, so both cannot stand: keep it or take it out',
        'keep',
      )
    if (keep === 'both' && kind !== 'review_answer')
      await addBeside(db, { hub_id, skills_review_id, kind, row: crossed })
    await write(db, {
      kind,
      hub_id,
      id,
      sets: setsFor({ kind, keep, row: crossed, was_removed, adviser_id: actor.adviser_id }),
    })
    return { settled: true }
  })

type Settling = {
  kind: FormKind
  keep: 'this' | 'other' | 'both'
  row: Crossed
  was_removed: boolean
  adviser_id: string
}

/** What the row says once it is settled, by column. */
function setsFor({ kind, keep, row, was_removed, adviser_id }: Settling): Record<string, unknown> {
  if (keep === 'this') return {}
  if (keep === 'other' && was_removed)
    return { voided_at: sql`now()`, voided_by: adviser_id, void_reason: 'Taken out of the form' }
  if (keep === 'other' && kind !== 'review_answer') return row.other_value
  if (kind !== 'review_answer') return {}
  const value = keep === 'other' ? row.other_value['value'] : together(row.other_value['value'], row.value)
  return { value: sql`${JSON.stringify(value ?? null)}::jsonb` }
}

/** Texts one under the other, choices put together. @throws Problem 'invalid' where two answers cannot both stand */
function together(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return [...new Set([...(one as unknown[]), ...(other as unknown[])])]
  if (typeof one === 'string' && typeof other === 'string' && one.length + other.length < 4999)
    return `${one}\n${other}`
  throw new Problem('invalid', 'These two answers cannot both stand: keep one of them', 'keep')
}

/** The other person's line becomes a line of its own, under this one. */
async function addBeside(
  tx: Tx,
  { hub_id, skills_review_id, kind, row }: { hub_id: string; skills_review_id: string; kind: FormKind; row: Crossed },
): Promise<void> {
  const columns = Object.keys(row.other_value).filter((column) => column !== 'place')
  await sql`insert into ${sql.table(`app.${kind}`)} (hub_id, reference, skills_review_id, place, ${sql.join(columns.map((one) => sql.ref(one)))})
    values (${hub_id}, app.new_id()::text, ${skills_review_id}, ${Number(row.place) + 0.5}, ${sql.join(columns.map((one) => sql`${row.other_value[one]}`))})`.execute(
    tx,
  )
}

async function write(
  tx: Tx,
  { kind, hub_id, id, sets }: { kind: FormKind; hub_id: string; id: string; sets: Record<string, unknown> },
): Promise<void> {
  const all = Object.entries(sets).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  const settled = sql`other_value = null, other_by_id = null, other_at = null`
  await sql`update ${sql.table(`app.${kind}`)} set ${sql.join([...all, settled])} where hub_id = ${hub_id} and id = ${id}`.execute(
    tx,
  )
}
