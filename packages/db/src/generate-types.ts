import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as pg from 'pg'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { migrate } from './migrate.ts'

/**
 * Writes schema.ts, the row types, from a freshly migrated database. With --check it only says whether the file is
 * what it should be.
 */
const FILE = new URL('./schema.ts', import.meta.url)

type ColumnRow = {
  table: string
  column: string
  type: string
  nullable: boolean
  has_default: boolean
  generated: boolean
}

const TYPES: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  int4: 'number',
  int8: 'number',
  bool: 'boolean',
  numeric: 'string',
  date: 'Day',
  timestamptz: 'Instant',
  jsonb: 'Json',
  _text: 'string[]',
  _uuid: 'string[]',
  _numeric: 'number[]',
  bytea: 'Uint8Array',
}

async function columnsOf(client: pg.Client): Promise<ColumnRow[]> {
  const found = await client.query<ColumnRow>(`
    select c.table_name as "table", c.column_name as "column", c.udt_name as type, c.is_nullable = 'YES' as nullable,
      c.column_default is not null as has_default, c.is_generated = 'ALWAYS' as generated
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'app' and t.table_type = 'BASE TABLE' order by c.table_name, c.ordinal_position`)
  return found.rows
}

/** "one of these words" checks, as unions of the words. */
async function closedLists(client: pg.Client): Promise<Map<string, string>> {
  const found = await client.query<{ table: string; def: string }>(`
    select r.relname as "table", pg_get_constraintdef(k.oid) as def from pg_constraint k
    join pg_class r on r.oid = k.conrelid join pg_namespace n on n.oid = r.relnamespace
    where n.nspname = 'app' and k.contype = 'c' and k.conname like '%is_known' order by 1, k.conname`)
  const lists = new Map<string, string>()
  for (const { table, def } of found.rows) {
    const column = /\(\(?(\w+) = ANY/.exec(def)?.[1]
    const words = [...def.matchAll(/'([^']+)'::text/g)].map((match) => `'${match[1]}'`)
    if (column) lists.set(`${table}.${column}`, words.join(' | '))
  }
  return lists
}

function typeOf(row: ColumnRow, lists: Map<string, string>): string {
  const base = lists.get(`${row.table}.${row.column}`) ?? TYPES[row.type]
  if (base === undefined)
    throw new Error(`${row.table}.${row.column} is of type ${row.type}, which has no TypeScript type yet`)
  const value = row.nullable ? `${base} | null` : base
  if (row.generated) return `ColumnType<${value}, never, never>`
  if (row.has_default) return `Generated<${value}>`
  // Set by the trigger that derives what a client counts as and where it lies.
  if (row.column === 'counts_as_id') return `Generated<${value}>`
  return value
}

const pascal = (name: string) => name.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())

function render(rows: ColumnRow[], lists: Map<string, string>): string {
  const tables = Map.groupBy(rows, (row) => row.table)
  const lines = [
    '// Made from the migrations by "npm run types": do not edit.',
    "import type { Day as CalendarDay } from '@hubline/domain/day.ts'",
    "import type { ColumnType, Generated as WithDefault } from 'kysely'",
    '',
    'type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : WithDefault<T>',
    'type Day = ColumnType<CalendarDay, string, string>',
    'type Instant = ColumnType<Date, Date | string, Date | string>',
    'type Json = ColumnType<unknown, string, string>',
    '',
  ]
  for (const [table, columns] of tables)
    lines.push(
      `export interface ${pascal(table)}Table {`,
      ...columns.map((row) => `  ${row.column}: ${typeOf(row, lists)}`),
      '}',
      '',
    )
  lines.push(
    'export interface DB {',
    ...[...tables.keys()].map((table) => `  ${table}: ${pascal(table)}Table`),
    '}',
    '',
  )
  return lines.join('\n')
}

const folder = await mkdtemp(path.join(tmpdir(), 'hubline-types-'))
const database = await startEmbeddedPostgres(folder, ['fsync=off'])
try {
  await migrate(database.url)
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const made = render(await columnsOf(client), await closedLists(client))
  await client.end()
  if (!process.argv.includes('--check')) await writeFile(FILE, made)
  else if ((await readFile(FILE, 'utf8')) !== made) {
    console.error('packages/db/src/schema.ts is not what the migrations make: run "npm run types"')
    process.exitCode = 1
  }
} finally {
  await database.stop()
  await rm(folder, { recursive: true, force: true })
}
