import type { BundleFile } from '@hubline/domain/imports/bundle-file.ts'
import { type StagedFile, type Staging, canMerge, quoted, referenceColumns, run, valueColumns } from './staging.ts'

export type Written = { created: number; updated: number; unchanged: number }

/** Writes the good rows of one file: new records are made, changed ones get a version, the others are left alone. */
export async function writeRecords(staging: Staging, file: StagedFile): Promise<Written> {
  const { description, existing, fresh } = file
  // Merged records may point to new ones. Everywhere else what moves away goes first: a slot may be taken over.
  const insertFirst = canMerge(description)
  const insert = async () => (fresh > 0 ? insertRecords(staging, description) : 0)
  const created = insertFirst ? await insert() : 0
  const updated = existing > 0 ? await updateRecords(staging, description) : 0
  return {
    created: insertFirst ? created : await insert(),
    updated,
    unchanged: existing > 0 ? (await countExisting(staging, description)) - updated : 0,
  }
}

/** Every column that the file fills, with what a staged row `s` and its resolved row `r` say of it. */
function contents(description: BundleFile): { column: string; value: string }[] {
  const codes = new Set(
    Object.values(description.columns)
      .filter(({ type }) => type.is === 'codes')
      .map(({ column }) => column),
  )
  const values = valueColumns(description).map((column) => ({
    column,
    value: codes.has(column) ? `coalesce(s.${quoted(column)}, '{}')` : `s.${quoted(column)}`,
  }))
  return [...values, ...referenceColumns(description).map(({ column }) => ({ column, value: `r.${quoted(column)}` }))]
}

function sourceOf(description: BundleFile): string {
  const { kind } = description
  const chain = canMerge(description) ? `left join chain_${kind} c on c.id = r.id` : ''
  return `staged_${kind} s join resolved_${kind} r using (line) ${chain}`
}

const countsAs = { column: 'counts_as_id', value: 'coalesce(c.ends_at, r.id)' }

async function insertRecords(staging: Staging, description: BundleFile): Promise<number> {
  const cells = [...contents(description), ...(canMerge(description) ? [countsAs] : [])]
  return run(
    staging,
    `
    insert into app.${quoted(description.kind)} (hub_id, id, reference, ${cells.map(({ column }) => quoted(column)).join(', ')})
    select $1, r.id, s.reference, ${cells.map(({ value }) => value).join(', ')}
    from ${sourceOf(description)} where not s.refused and r.is_fresh order by r.id`,
    [staging.hub_id],
  )
}

async function updateRecords(staging: Staging, description: BundleFile): Promise<number> {
  const cells = contents(description)
  const all = [...cells, ...(canMerge(description) ? [countsAs] : [])]
  return run(
    staging,
    `
    update app.${quoted(description.kind)} t set ${all.map(({ column, value }) => `${quoted(column)} = ${value}`).join(', ')}
    from ${sourceOf(description)} where not s.refused and not r.is_fresh and t.hub_id = $1 and t.id = r.id
      and row(${cells.map(({ column }) => `t.${quoted(column)}`).join(', ')}) is distinct from row(${cells.map(({ value }) => value).join(', ')})`,
    [staging.hub_id],
  )
}

async function countExisting(staging: Staging, { kind }: BundleFile): Promise<number> {
  const found = await staging.client.query<{ n: number }>(
    `select count(*)::integer as n from staged_${kind} s join resolved_${kind} r using (line) where not s.refused and not r.is_fresh`,
  )
  return found.rows[0]?.n ?? 0
}

/**
 * Records that are not in the bundle, but whose merge chain ends elsewhere now. Only they get a version for it: the
 * others were written with the right end. Gives their number.
 */
export async function moveChainEnds(staging: Staging, { kind }: BundleFile): Promise<number> {
  const merged = await run(
    staging,
    `
    update app.${quoted(kind)} t set counts_as_id = c.ends_at from chain_${kind} c
    where t.hub_id = $1 and t.id = c.id and t.counts_as_id <> c.ends_at`,
    [staging.hub_id],
  )
  const apart = await run(
    staging,
    `
    update app.${quoted(kind)} t set counts_as_id = t.id
    where t.hub_id = $1 and t.counts_as_id <> t.id and not exists (select from chain_${kind} c where c.id = t.id)`,
    [staging.hub_id],
  )
  return merged + apart
}
