import { createHash } from 'node:crypto'
import type { Pack, Row } from './read-pack.ts'

/** Goes along the links of each signed-off version by the written rules; the first that does not hold, in a sentence. */
export function checkChain(pack: Pack): string[] {
  const year = pack['Cover']?.find(({ item }) => item === 'Year')?.['value'] ?? ''
  const versions = Map.groupBy(pack['Signed off'] ?? [], (row) => row['number'])
  return [...versions.values()].flatMap((rows) => firstBroken(rows, year))
}

function firstBroken(rows: readonly Row[], year: string): string[] {
  const [first = {}] = rows
  let before = link(first['hash before'] ?? '', cells({ ...first, year }, HEAD))
  for (const row of rows) {
    before = link(before, cells(row, LINKED))
    if (before !== row['hash'])
      return [`Version ${row['version']} was signed off otherwise: ${row['key']} breaks the chain`]
  }
  return []
}

const HEAD = [
  'hub id',
  'number',
  'year',
  'version',
  'reason',
  'approved by',
  'signed at',
  'signed by',
  'signed by name',
]

const LINKED = [
  'position',
  'key',
  'title',
  'unit',
  'value',
  'units',
  'definition version',
  'definition',
  'words',
  'parameters',
  'units hash',
]

/** An apostrophe before a sign was put there for spreadsheets. */
export const cells = (row: Row, names: readonly string[]) =>
  names.map((name) => (row[name] ?? '').replace(/^'(?=\s*[=+\-@])/, '') || null)

export const link = (before: string, texts: readonly (string | null)[]) =>
  createHash('sha256')
    .update(`${before}\n${JSON.stringify(texts)}`)
    .digest('hex')
