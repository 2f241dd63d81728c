import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'

/** What the first sign-off of a hub is chained to. */
export const BEFORE_THE_FIRST = '0'.repeat(64)

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json }

/** JSON with the keys of each object in order and no spaces: RFC 8785 for texts, whole numbers and lists of them. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  const sorted = entries.toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${sorted.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value)

/** The same list of texts as the database writes it: each expression as text, nulls as null. */
export const canonicalInSql = (texts: readonly RawBuilder<unknown>[]): RawBuilder<string> =>
  sql<string>`('[' || ${sql.join(
    texts.map((text) => sql`coalesce(to_json((${text})::text)::text, 'null')`),
    sql` || ',' || `,
  )} || ']')`

/** A link of the chain: SHA-256 of the link before, a line feed, and the content; in hexadecimal. */
export const linkAfter = (previous: string, content: readonly (string | number | null)[]): string =>
  createHash('sha256')
    .update(`${previous}\n${canonicalJson(content.map((part) => (part === null ? null : String(part))))}`)
    .digest('hex')

/** The hash of a figure's list, where `line` is a unit's line (see `unitLine`): each line ends with a line feed. */
export const listHash = (line: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`encode(sha256(convert_to(coalesce(string_agg(${line} || chr(10), '' order by id), ''), 'UTF8')), 'hex')`

/** The line of a unit that stands in `signed_unit`. */
export const unitLine: RawBuilder<string> = canonicalInSql(
  ['id', 'kind', 'reference', 'name', 'district', 'first_on', 'last_on', 'amount', 'because'].map((column) =>
    sql.ref(column),
  ),
)
