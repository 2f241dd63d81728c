import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { yearOf } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import { type AnyKind, describe } from './own-kinds.ts'

/** The next reference of a kind, such as B-00417, or I-2122-00417 where the record has a day. */
export async function nextReference(tx: Tx, kind: AnyKind, day?: Day): Promise<string> {
  const [reference] = await nextReferences(tx, kind, 1, day)
  if (reference === undefined) throw new Error(`No reference was made for ${kind}`)
  return reference
}

/** So many references of a kind, in their order. */
export async function nextReferences(tx: Tx, kind: AnyKind, many: number, day?: Day): Promise<string[]> {
  if (many === 0) return []
  const period = day === undefined ? '' : yearOf(day).replace(/^\d\d(\d\d)-/, '$1')
  const made = await sql<{ reference: string }>`
    select app.next_reference(${kind}, ${describe(kind).prefix}, ${period}) as reference from generate_series(1, ${many}::integer)`.execute(
    tx,
  )
  return made.rows.map(({ reference }) => reference)
}
