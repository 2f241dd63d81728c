import { createHash } from 'node:crypto'
import { cells, link } from './check-chain.ts'
import type { Pack, Row } from './read-pack.ts'

/** Holds the sheets that were kept with a version against their hashes, by the written rules, and these against its chain. */
export function checkSheets(pack: Pack): string[] {
  const last = pack['Signed off']?.at(-1) ?? {}
  let before = last['hash'] ?? ''
  const broken = (pack['Kept sheets'] ?? []).flatMap((kept) => {
    const rows = pack[kept['sheet'] ?? ''] ?? []
    before = link(before, cells(kept, ['position', 'sheet', 'columns', 'rows', 'rows hash']))
    const columns = (JSON.parse(kept['columns'] ?? '[]') as [string, string][]).map(([name]) => name)
    return [
      ...(kept['hash'] === before ? [] : [`The sheet ${kept['sheet']} breaks the chain`]),
      ...(kept['rows hash'] === rowsHash(rows, columns)
        ? []
        : [`The rows of ${kept['sheet']} are not those that were kept`]),
    ]
  })
  return [...missing(pack, last['parameters']), ...broken]
}

/** The last figure names the sheets; the hash of the last of them is the fingerprint. */
function missing(pack: Pack, parameters = '{}'): string[] {
  const { sheets } = JSON.parse(parameters) as { sheets?: string[] }
  const kept = pack['Kept sheets'] ?? []
  const fingerprint = pack['Cover']?.find(({ item }) => item === 'Fingerprint')?.['value']
  if (sheets === undefined) return []
  return [
    ...sheets.filter((name, at) => kept[at]?.['sheet'] !== name).map((name) => `The sheet ${name} is missing`),
    ...(fingerprint === kept.at(-1)?.['hash'] ? [] : ['The fingerprint on the cover is not that of the last sheet']),
  ]
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A thousand rows are hashed together, and then the hashes. */
function rowsHash(rows: readonly Row[], columns: readonly string[]): string {
  const hashes: string[] = []
  for (let at = 0; at < rows.length; at += 1000)
    hashes.push(
      sha256(
        rows
          .slice(at, at + 1000)
          .map((row) => `${JSON.stringify(cells(row, columns))}\n`)
          .join(''),
      ),
    )
  return sha256(hashes.map((hash) => `${hash}\n`).join(''))
}
