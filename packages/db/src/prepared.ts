import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import * as pg from 'pg'

export const MARK = '/* prepared */'

/**
 * Begins a statement that is asked all day in the same words: each connection parses and plans it once and keeps it, which
 * is most of what a page of a client costs. Not for statements whose words change with what is asked.
 */
export const prepared = sql.raw(MARK)

const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = createHash('sha256').update(text).digest('base64url')
  names.set(text, name)
  return name
}

/** A connection that gives a statement which begins with `prepared` a name, so that the database knows it again. */
export class PreparingClient extends pg.Client {
  override query(...asked: unknown[]): never {
    const [text, values, ...rest] = asked
    const said =
      typeof text === 'string' && text.startsWith(MARK) && Array.isArray(values)
        ? [{ name: nameOf(text), text, values: values as unknown[] }, ...rest]
        : asked
    return Reflect.apply(super.query, this, said) as never
  }
}
