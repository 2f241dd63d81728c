import type { Db } from '@hubline/db/connection.ts'
import type { CellKind, Sheet, SheetRow } from '@hubline/spreadsheet/sheet.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../records.ts'
import { rowByRow } from '../row-by-row.ts'

/** A sheet of the year's pack: its columns, and the one query that gives its rows, each column under its own name. */
export type PackQuery = {
  name: string
  columns: Readonly<Record<string, CellKind>>
  /** Columns by which the rows stand: together they are different for every row. */
  by: readonly string[]
  rows: (scope: Scope) => RawBuilder<unknown>
}

/** How many rows are held at a time, however many a sheet has. */
const AT_A_TIME = 1000

/** How many rows a sheet must have. `db` is the one transaction in which they are read too. */
export async function rowsExpected(db: Db, query: PackQuery, scope: Scope): Promise<number> {
  const found = await sql<{ rows: number }>`select count(*)::int as rows from (${query.rows(scope)}) as t`.execute(db)
  return found.rows[0]?.rows ?? 0
}

/** A sheet whose rows come from the database as they are taken. One sheet is read at a time. */
export function sheetOf(db: Db, query: PackQuery, scope: Scope): Sheet {
  const names = Object.keys(query.columns)
  return {
    name: query.name,
    columns: Object.entries(query.columns).map(([name, is]) => ({ name, is })),
    rows: () => readRows(db, asText(names, query, scope), names),
  }
}

const asText = (names: readonly string[], query: PackQuery, scope: Scope) => sql`
  select ${sql.join(names.map((name) => sql`${sql.ref(`t.${name}`)}::text as ${sql.ref(name)}`))}
  from (${query.rows(scope)}) as t order by ${sql.join(query.by.map((name) => sql.ref(`t.${name}`)))}`

async function* readRows(db: Db, query: RawBuilder<unknown>, names: readonly string[]): AsyncGenerator<SheetRow> {
  const rows = rowByRow(db, query as RawBuilder<Record<string, string | null>>, AT_A_TIME)
  for await (const row of rows) yield names.map((name) => row[name] ?? null)
}

/** @throws Error where a sheet has fewer or more rows than were counted: a short file must never look whole */
export function countedRows(sheet: Sheet, expected: number): Sheet {
  return {
    ...sheet,
    rows: async function* () {
      let rows = 0
      for await (const row of sheet.rows()) {
        rows += 1
        yield row
      }
      if (rows !== expected) throw new Error(`${sheet.name} has ${rows} rows, and ${expected} were counted`)
    },
  }
}
