import type { BundleFile } from '@hubline/domain/imports/bundle-file.ts'
import type { KeptMerge } from './kept-merge.ts'
import { type Staging, canMerge, quoted, referenceColumns } from './staging.ts'

const CLIENTS: ReadonlySet<string> = new Set(['business', 'person'])
type Row = { line: number; found: string | null; kept: string }

/**
 * A bundle that was written before a merge does not know of it. A merge that was made in Hubline, and not undone there, is
 * kept: its record stays part of the other, and its rows stay where they moved. Gives what was kept, line by line.
 */
export async function keepMerges(staging: Staging, description: BundleFile): Promise<KeptMerge[]> {
  const kept: KeptMerge[] = []
  for (const { name, column, kind: client } of referenceColumns(description)) {
    if (!CLIENTS.has(client) || staging.unreadable.has(client)) continue
    const isOwn = client === description.kind
    if (isOwn !== canMerge(description)) continue
    const { rows } = await staging.client.query<Row>(
      isOwn ? keepRecord(description.kind) : keepRow(description.kind, column, client),
      [staging.hub_id],
    )
    kept.push(...rows.map((row) => ({ file: description.file, column: name, ...row, found: row.found ?? '' })))
  }
  return kept.toSorted((a, b) => a.line - b.line)
}

/** The record became part of another here: that holds, whatever the file says of it. */
const keepRecord = (kind: string): string => `
  update resolved_${kind} r set merged_into_id = h.merged_into_id
  from staged_${kind} s, app.client_merge l
    join app.${quoted(kind)} h on h.hub_id = l.hub_id and h.id = l.merged_id
    join app.${quoted(kind)} e on e.hub_id = h.hub_id and e.id = h.merged_into_id
  where s.line = r.line and not s.refused and l.hub_id = $1 and l.kind = '${kind}' and l.undone_at is null
    and h.id = r.id and h.merged_into_id is distinct from r.merged_into_id
  returning s.line, s.merged_into_id as found, e.reference as kept`

/** A merge took the row from the very record that the file names: it stays where it is now. */
const keepRow = (kind: string, column: string, client: string): string => `
  update resolved_${kind} r set ${quoted(column)} = t.${quoted(column)}
  from staged_${kind} s, app.client_merge l
    join app.merged_row j on j.hub_id = l.hub_id and j.client_merge_id = l.id and j.kind = '${kind}' and j."column" = '${column}'
    join app.${quoted(kind)} t on t.hub_id = j.hub_id and t.id = j.row_id
    join app.${client} c on c.hub_id = t.hub_id and c.id = t.${quoted(column)}
  where s.line = r.line and not s.refused and l.hub_id = $1 and l.kind = '${client}' and l.undone_at is null
    and t.id = r.id and r.${quoted(column)} = l.merged_id
  returning s.line, s.${quoted(column)} as found, c.reference as kept`
