import type { BundleFile, RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import { BUNDLE } from '@hubline/domain/imports/bundle.ts'
import type * as pg from 'pg'
import type { KeptErasure } from './kept-erasure.ts'
import type { KeptMerge } from './kept-merge.ts'

/**
 * One import at work, on one connection and inside one transaction. Rows wait in temporary tables of that connection:
 *
 * - `staged_KIND`: the rows of a file as the database takes them; references are still the sender's words
 * - `resolved_KIND`: for each staged row the record that it is or will be, and the records that it refers to
 * - `known_KIND`: every record that may be referred to, from the hub and from this bundle
 * - `problem`: what is wrong, row by row, so that a million bad rows take no memory
 */
export type Staging = {
  client: pg.PoolClient
  hub_id: string
  today: string
  /** Good rows are written although others are refused; rows that refer to refused rows are then refused too. */
  skip_bad_rows: boolean
  /** Kinds whose file is in the bundle and could be read to its end. */
  staged: Map<RecordKind, StagedFile>
  /** Kinds whose file broke off: nothing can be said about references to them. */
  unreadable: Set<RecordKind>
  /** Merges made here of which the bundle does not know. */
  kept: KeptMerge[]
  /** What the bundle says of people who were erased here. */
  kept_erasures: KeptErasure[]
}

export type StagedFile = { description: BundleFile; rows: number; existing: number; fresh: number }

/** The place of a file in the bundle; problems are told in this order. */
export const fileNumber = (description: BundleFile): number => BUNDLE.indexOf(description)

export type ReferenceColumn = { name: string; column: string; kind: RecordKind; required: boolean }

/** The columns of a file that name other records. */
export function referenceColumns(description: BundleFile): ReferenceColumn[] {
  return Object.entries(description.columns).flatMap(([name, { type, column, required }]) =>
    type.is === 'refers_to' ? [{ name, column, kind: type.kind, required }] : [],
  )
}

/** The database's columns of a file that hold values of their own, without the reference. */
export function valueColumns(description: BundleFile): string[] {
  return Object.entries(description.columns)
    .filter(([name, { type }]) => type.is !== 'refers_to' && name !== 'reference')
    .map(([, { column }]) => column)
}

/** Whether records of this kind are merged into one another. */
export const canMerge = (description: BundleFile): boolean => 'merged_into_reference' in description.columns

/** A name of the schema in quotation marks: `case` is a word of SQL. */
export const quoted = (name: string): string => `"${name}"`

/** The number of rows that a statement touched. */
export async function run({ client }: Staging, statement: string, values: unknown[] = []): Promise<number> {
  return (await client.query(statement, values)).rowCount ?? 0
}

/** Text as a literal of SQL. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

export async function makeProblemTable(staging: Staging): Promise<void> {
  await run(
    staging,
    `create temp table problem (
    file_number integer not null, line integer not null, "column" text not null, found text not null, problem text not null,
    place bigint generated always as identity)`,
  )
}

/** An empty `staged_KIND`, whose columns have the types of the table that they are meant for. */
export async function makeStagedTable(staging: Staging, description: BundleFile): Promise<void> {
  const values = valueColumns(description).map((column) => `t.${quoted(column)}`)
  const references = referenceColumns(description).map(({ column }) => `null::text as ${quoted(column)}`)
  await run(
    staging,
    `create temp table staged_${description.kind} as
    select null::integer as line, null::boolean as refused, ${['null::text as reference', ...values, ...references].join(', ')}
    from app.${quoted(description.kind)} t with no data`,
  )
}

/**
 * Refuses rows: `query` gives the line, what was found and the sentence of each row that it finds fault with.
 * @returns how many were refused
 */
export async function refuse(
  staging: Staging,
  {
    description,
    column,
    query,
    values = [],
  }: { description: BundleFile; column: string; query: string; values?: unknown[] },
): Promise<number> {
  return run(
    staging,
    `
    with fault as materialized (${query}),
      told as (insert into problem (file_number, line, "column", found, problem)
        select ${fileNumber(description)}, line, ${literal(column)}, found, problem from fault)
    update staged_${description.kind} s set refused = true from fault f where s.line = f.line`,
    values,
  )
}
