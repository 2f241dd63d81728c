import type { BundleFile } from '@hubline/domain/imports/bundle-file.ts'
import { type Staging, quoted, refuse, run } from './staging.ts'

/**
 * Makes `chain_KIND`: every merged record as it will be after the import, and the record at the end of its chain. Each
 * step doubles how far a record looks ahead, so a chain of a million merges takes twenty steps; what has found no end by
 * then runs in a ring. Refuses the rows of a ring and gives their number.
 */
export async function refuseMergeRings(staging: Staging, description: BundleFile): Promise<number> {
  const { kind, noun } = description
  const chain = `chain_${kind}`
  await run(
    staging,
    `create temp table if not exists ${chain} (id uuid primary key, ends_at uuid not null, line integer)`,
  )
  await run(staging, `truncate ${chain}`)
  const merged = await fillChain(staging, kind)
  if (merged === 0) return 0
  await run(staging, `analyze ${chain}`)
  for (let reach = 1; reach <= merged * 2; reach *= 2)
    if ((await run(staging, `update ${chain} c set ends_at = n.ends_at from ${chain} n where n.id = c.ends_at`)) === 0)
      return 0
  return refuse(staging, {
    description,
    column: 'merged_into_reference',
    query: `select s.line, s.merged_into_id as found, 'The merges from here lead back to this ${noun}: name one that is not merged itself' as problem
      from ${chain} c join staged_${kind} s on s.line = c.line
      where c.id in (select ends_at from ${chain}) and not s.refused`,
  })
}

async function fillChain(staging: Staging, kind: string): Promise<number> {
  const fromBundle = await run(
    staging,
    `
    insert into chain_${kind} select r.id, r.merged_into_id, r.line from resolved_${kind} r join staged_${kind} s using (line)
    where r.merged_into_id is not null and not s.refused`,
  )
  const fromHub = await run(
    staging,
    `
    insert into chain_${kind} select h.id, h.merged_into_id from app.${quoted(kind)} h
    where h.hub_id = $1 and h.merged_into_id is not null and not exists (
      select from resolved_${kind} r join staged_${kind} s using (line) where r.id = h.id and not s.refused)`,
    [staging.hub_id],
  )
  return fromBundle + fromHub
}
