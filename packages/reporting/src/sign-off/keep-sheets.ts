import type { Db, Tx } from '@hubline/db/connection.ts'
import type { CellKind, Sheet, SheetRow } from '@hubline/spreadsheet/sheet.ts'
import { type RawBuilder, sql } from 'kysely'
import type { PackQuery } from '../pack/pack-sheet.ts'
import type { Scope } from '../records.ts'
import { canonicalInSql, canonicalJson, linkAfter } from './canonical.ts'

/** How many rows a part of a kept sheet has, but for its last. */
const ROWS_IN_A_PART = 1000

/** A row of `signed_sheet` without its link: what the link is made of. */
export type SheetContent = { position: number; name: string; columns: string; rows: number; rows_hash: string }

/** The link of a sheet, behind the sheet before or the last figure of its sign-off. */
export const sheetHash = (previous: string, { position, name, columns, rows, rows_hash }: SheetContent): string =>
  linkAfter(previous, [position, name, columns, rows, rows_hash])

export const columnsText = (columns: readonly { name: string; is: CellKind }[]): string =>
  canonicalJson(columns.map(({ name, is }) => [name, is]))

/** The rows of the pack's queries as parts to be kept: rows of `name`, `part`, `rows` and `lines`. */
export const partsOfSheets = (queries: readonly PackQuery[], scope: Scope): RawBuilder<unknown> =>
  sql.join(
    queries.map(
      (query) => sql`
      select ${query.name}::text as name, ((at - 1) / ${sql.lit(ROWS_IN_A_PART)} + 1)::integer as part, count(*)::integer as rows, string_agg(line || chr(10), '' order by at) as lines
      from (select row_number() over (order by ${sql.join(query.by.map((column) => sql.ref(`t.${column}`)))}) as at,
          ${canonicalInSql(Object.keys(query.columns).map((column) => sql`nullif(${sql.ref(`t.${column}`)}::text, '')`))} as line
        from (${query.rows(scope)}) as t) as row group by 2`,
    ),
    sql` union all `,
  )

/** A sheet's rows as they are taken, in parts. */
async function keepHeld(tx: Tx, { hub_id, sign_off_id }: Asked, sheet: Sheet): Promise<void> {
  let part = 0
  let some: SheetRow[] = []
  const keep = async () => {
    part += 1
    const lines = some.map((row) => `${canonicalJson(row.map((cell) => cell || null))}\n`).join('')
    await tx
      .insertInto('signed_sheet_part')
      .values({ hub_id, sign_off_id, name: sheet.name, part, rows: some.length, lines })
      .execute()
    some = []
  }
  for await (const row of sheet.rows()) {
    some.push(row)
    if (some.length === ROWS_IN_A_PART) await keep()
  }
  if (some.length > 0) await keep()
}

type Asked = { hub_id: string; sign_off_id: string }

/**
 * Chains the sheets of a sign-off of this transaction to its last figure: those whose parts are kept already by the
 * queries, and those that are at hand. `sheets` are their names in order, as the last figure tells them.
 * @throws Error where others would be kept
 */
export async function keepSheets(
  tx: Tx,
  asked: Asked & { behind: string; sheets: readonly string[]; queries: readonly PackQuery[]; held: readonly Sheet[] },
): Promise<void> {
  const { behind, sheets: named, queries, held, ...sign_off } = asked
  for (const sheet of held) await keepHeld(tx, sign_off, sheet)
  const found = new Map((await partsKept(tx, sign_off)).map((each) => [each.name, each]))
  const columns = [
    ...held.map((sheet) => ({ name: sheet.name, columns: columnsText(sheet.columns) })),
    ...queries.map((query) => ({
      name: query.name,
      columns: columnsText(Object.entries(query.columns).map(([name, is]) => ({ name, is }))),
    })),
  ]
  if (columns.map(({ name }) => name).join() !== named.join()) throw new Error('Other sheets are kept than were named')
  let previous = behind
  const sheets = columns.map((sheet, at) => {
    const { rows, rows_hash } = found.get(sheet.name) ?? { rows: 0, rows_hash: NO_ROWS }
    const content = { position: at + 1, ...sheet, rows, rows_hash }
    previous = sheetHash(previous, content)
    return { ...sign_off, ...content, hash: previous }
  })
  await tx.insertInto('signed_sheet').values(sheets).execute()
}

/** SHA-256 of nothing. */
const NO_ROWS = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

type PartsKept = { name: string; rows: number; rows_hash: string }

/** What is kept of each sheet: how many rows, and the SHA-256 of the hashes of its parts, a line feed after each. */
export async function partsKept(db: Db, { hub_id, sign_off_id }: Asked): Promise<PartsKept[]> {
  const found = await sql<PartsKept>`
    select name, sum(rows)::integer as rows, encode(sha256(convert_to(string_agg(part_hash || chr(10), '' order by part), 'UTF8')), 'hex') as rows_hash
    from (select name, part, rows, encode(sha256(convert_to(lines, 'UTF8')), 'hex') as part_hash
      from app.signed_sheet_part where hub_id = ${hub_id} and sign_off_id = ${sign_off_id}) as p
    group by name`.execute(db)
  return found.rows
}

/**
 * Goes along the sheets of a sign-off, which `named` tells in order; undefined of one from before they were named. Names
 * the first that does not hold, and why.
 */
export async function brokenSheet(
  db: Db,
  asked: Asked,
  { behind, named }: { behind: string; named: readonly string[] | undefined },
): Promise<string | undefined> {
  const kept = await partsKept(db, asked)
  const { rows: sheets } = await sql<SheetContent & { hash: string }>`
    select position, name, columns, rows, rows_hash, hash from app.signed_sheet
    where hub_id = ${asked.hub_id} and sign_off_id = ${asked.sign_off_id} order by position`.execute(db)
  const stray = missingOrAdded(
    sheets.map(({ name }) => name),
    { kept: kept.map(({ name }) => name), named },
  )
  if (stray) return stray
  let previous = behind
  for (const [at, sheet] of sheets.entries()) {
    const found = kept.find(({ name }) => name === sheet.name) ?? { rows: 0, rows_hash: NO_ROWS }
    if (found.rows !== sheet.rows || found.rows_hash !== sheet.rows_hash)
      return `${sheet.name}: its rows are not those that were kept`
    if (sheet.position !== at + 1 || sheetHash(previous, sheet) !== sheet.hash)
      return `${sheet.name}: it is not what was kept`
    previous = sheet.hash
  }
  return undefined
}

function missingOrAdded(
  there: readonly string[],
  { kept, named }: { kept: readonly string[]; named: readonly string[] | undefined },
): string | undefined {
  const missing = (named ?? kept).find((name) => !there.includes(name))
  if (missing !== undefined) return `${missing}: it is missing`
  const added = [...there, ...kept].find((name) => !(named ?? there).includes(name))
  return added === undefined ? undefined : `${added}: it was added later`
}
