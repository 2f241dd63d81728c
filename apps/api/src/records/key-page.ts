import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Sql } from './client.ts'

/** Where a page of a list ended: what it was sorted by there, and the identifier that settles ties. */
export type Key = readonly [sorted_by: string, id: string]

const Key = z.tuple([z.string().max(400), z.uuid()])

/** What a list that is paged by key is asked. */
export const AskPage = {
  direction: z.enum(['asc', 'desc']).default('asc'),
  after: z.string().max(1000).nullish(),
  before: z.string().max(1000).nullish(),
  size: z.int().min(1).max(100).default(25),
}

const writeKey = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url')

function readKey(text: string): Key {
  try {
    return Key.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      throw new Problem('invalid', 'That page of the list does not exist: go back to its first page')
    throw error
  }
}

type Asked = {
  direction: 'asc' | 'desc'
  after?: string | null | undefined
  before?: string | null | undefined
  size: number
}

/** The condition, the order and the limit of a page. The query calls what it is sorted by `sorted_by` (text) and `id`. */
export function pageSql({ direction, after, before, size }: Asked): { where: Sql; order: Sql } {
  const backwards = Boolean(before)
  const ascending = (direction === 'asc') !== backwards
  const key = before ? readKey(before) : after ? readKey(after) : undefined
  const compare = ascending ? sql`>` : sql`<`
  const way = ascending ? sql`asc` : sql`desc`
  return {
    where: key ? sql`(sorted_by collate "C", id) ${compare} (${key[0]} collate "C", ${key[1]}::uuid)` : sql`true`,
    order: sql`order by sorted_by collate "C" ${way}, id ${way} limit ${sql.lit(size + 1)}`,
  }
}

export type PageOf<Row> = { rows: Row[]; next: string | null; previous: string | null }

/** Puts the rows of a page in their order, without the one too many that told whether there are more. */
export function asPage<Row extends { sorted_by: string; id: string }>(
  found: readonly Row[],
  { after, before, size }: Asked,
): PageOf<Omit<Row, 'sorted_by'>> {
  const shown = found.slice(0, size)
  if (before) shown.reverse()
  const more = found.length > size
  const [first] = shown
  const last = shown.at(-1)
  const has_next = before ? true : more
  const has_previous = before ? more : Boolean(after)
  return {
    rows: shown.map(({ sorted_by: _, ...row }) => row),
    next: has_next && last ? writeKey([last.sorted_by, last.id]) : null,
    previous: has_previous && first ? writeKey([first.sorted_by, first.id]) : null,
  }
}
