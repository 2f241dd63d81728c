import type { BundleFile, RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import { BUNDLE } from '@hubline/domain/imports/bundle.ts'
import { keepErasures } from './keep-erasures.ts'
import { keepMerges } from './keep-merges.ts'
import type { KeptMerge } from './kept-merge.ts'
import { asNamed, forgetRefused, makeKnown, refuseUnknown } from './known-records.ts'
import { matchRecords, numberRepeats } from './match-records.ts'
import { refuseMergeRings } from './merge-chains.ts'
import { refuseSlotClashes } from './slot-clashes.ts'
import { type ReferenceColumn, type Staging, canMerge, quoted, referenceColumns, refuse, run } from './staging.ts'

const REFERRED_TO: ReadonlySet<RecordKind> = new Set(
  BUNDLE.flatMap((file) => referenceColumns(file).map(({ kind }) => kind)),
)

/**
 * Finds out which record each staged row is and which records it refers to, and refuses the rows of which that cannot
 * be said. Files are taken in the order of the bundle, so what a row refers to was dealt with before.
 */
export async function resolveRecords(staging: Staging, description: BundleFile, rows: number): Promise<void> {
  const { kind } = description
  if (kind === 'business_role') await numberRepeats(staging)
  await run(staging, `analyze staged_${kind}`)
  await refuseRepeats(staging, description)
  const references = referenceColumns(description)
  for (const each of references) if (each.kind !== kind) await ensureKnown(staging, each.kind)
  const broken = await makeResolved(
    staging,
    description,
    references.filter((each) => each.kind !== kind),
  )
  const counted = await staging.client.query<{ existing: number; fresh: number }>(
    `select (count(*) filter (where not is_fresh))::integer as existing, (count(*) filter (where is_fresh))::integer as fresh from resolved_${kind}`,
  )
  staging.staged.set(kind, {
    description,
    rows,
    existing: counted.rows[0]?.existing ?? 0,
    fresh: counted.rows[0]?.fresh ?? 0,
  })
  await refuseVoided(staging, description)
  for (const each of broken) await refuseUnknown(staging, description, each)
  if (REFERRED_TO.has(kind)) await makeKnown(staging, kind)
  if (canMerge(description)) await resolveMerges(staging, description)
  else staging.kept.push(...(await keepMerges(staging, description)))
  staging.kept_erasures.push(...(await keepErasures(staging, description)))
  if (kind === 'skills_review') await refuseSlotClashes(staging, description)
  if (REFERRED_TO.has(kind)) await forgetRefused(staging, kind)
}

async function ensureKnown(staging: Staging, kind: RecordKind): Promise<void> {
  const found = await staging.client.query<{ there: boolean }>(`select to_regclass($1) is not null as there`, [
    `pg_temp.known_${kind}`,
  ])
  if (!found.rows[0]?.there) await makeKnown(staging, kind)
}

/** A reference that stands twice in a file names the first row; the others are refused. */
async function refuseRepeats(staging: Staging, description: BundleFile): Promise<void> {
  const { kind } = description
  const column = 'reference' in description.columns ? 'reference' : (Object.keys(description.columns)[0] ?? '')
  const advice =
    kind === 'hub' ? 'keep one row: the file describes one hub' : 'give each row one of its own, or take this row out'
  const repeats = `select reference, min(line) as first from staged_${kind} where reference is not null group by reference having count(*) > 1`
  const refused = await refuse(staging, {
    description,
    column,
    query: `select s.line, s.reference as found, format('The same ${column} stands on line %s and on line %s: ${advice}', r.first, s.line) as problem
      from staged_${kind} s join (${repeats}) r on r.reference = s.reference and s.line > r.first`,
  })
  if (refused > 0)
    await run(
      staging,
      `update staged_${kind} s set reference = null from (${repeats}) r where r.reference = s.reference and s.line > r.first`,
    )
}

/** Makes `resolved_KIND`; gives the references that some row could not be given. */
async function makeResolved(
  staging: Staging,
  description: BundleFile,
  references: readonly ReferenceColumn[],
): Promise<ReferenceColumn[]> {
  const { kind } = description
  const match = await matchRecords(staging, description)
  const readable = references.filter((each) => !staging.unreadable.has(each.kind))
  const picked = readable.map(({ column }, index) => `k${index}.id as ${quoted(column)}`)
  const joins = readable.map(
    (each, index) =>
      `left join known_${each.kind} k${index} on k${index}.is_usable and k${index}.reference = ${asNamed(each.kind, `s.${quoted(each.column)}`)}`,
  )
  const merged = canMerge(description) ? ['null::uuid as merged_into_id'] : []
  await run(
    staging,
    `create temp table resolved_${kind} as
    select ${['s.line', 'coalesce(h.id, app.new_id()) as id', 'h.id is null as is_fresh', ...picked, ...merged].join(', ')}
    from staged_${kind} s ${match} ${joins.join(' ')} where s.reference is not null`,
  )
  await run(staging, `analyze resolved_${kind}`)
  if (readable.length === 0) return []
  const counts = readable.map(
    ({ column }, index) =>
      `coalesce(bool_or(s.${quoted(column)} is not null and r.${quoted(column)} is null), false) as b${index}`,
  )
  const found = await staging.client.query<Record<string, boolean>>(
    `select ${counts.join(', ')} from staged_${kind} s join resolved_${kind} r using (line) where not s.refused`,
  )
  return readable.filter((_, index) => found.rows[0]?.[`b${index}`])
}

async function refuseVoided(staging: Staging, description: BundleFile): Promise<void> {
  const { kind, noun } = description
  await refuse(staging, {
    description,
    column: 'reference' in description.columns ? 'reference' : '',
    query: `select s.line, s.reference as found, format('This ${noun} was voided in the hub on %s (%s): take this row out of the file',
        to_char(h.voided_at at time zone 'Europe/London', 'DD/MM/YYYY'), h.void_reason) as problem
      from staged_${kind} s join resolved_${kind} r using (line) join app.${quoted(kind)} h on h.hub_id = $1 and h.id = r.id
      where not r.is_fresh and h.voided_at is not null and not s.refused`,
    values: [staging.hub_id],
  })
}

/** A record may be merged into one that stands further down, or that is refused for what stands further down still. */
async function resolveMerges(staging: Staging, description: BundleFile): Promise<void> {
  const { kind } = description
  const [merge] = referenceColumns(description).filter((each) => each.kind === kind)
  if (!merge) return
  let refused: number
  const kept = new Map<number, KeptMerge>()
  do {
    await forgetRefused(staging, kind)
    refused = await refuseUnknown(staging, description, merge)
    if (refused > 0 && staging.skip_bad_rows) continue
    await run(
      staging,
      `update resolved_${kind} r set merged_into_id = k.id from staged_${kind} s
      join known_${kind} k on k.is_usable and k.reference = s.merged_into_id where r.line = s.line`,
    )
    for (const each of await keepMerges(staging, description)) kept.set(each.line, each)
    refused = await refuseMergeRings(staging, description)
  } while (refused > 0 && staging.skip_bad_rows)
  staging.kept.push(...kept.values())
}
