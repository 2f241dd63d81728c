import type { BundleFile, RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import { fileOf } from '@hubline/domain/imports/bundle.ts'
import { type ReferenceColumn, type Staging, literal, quoted, refuse, run } from './staging.ts'

/** An adviser is named by e-mail address without regard to case, everything else by its reference. */
export const asNamed = (kind: RecordKind, name: string): string => (kind === 'adviser' ? `lower(${name})` : name)

/** Makes `known_KIND`: all that may be referred to. Rows of this bundle come with the line on which they stand. */
export async function makeKnown(staging: Staging, kind: RecordKind): Promise<void> {
  const name = kind === 'adviser' ? 'lower(email)' : 'reference'
  await run(
    staging,
    `create temp table known_${kind} as
    select distinct on (${name}) ${name} as reference, id, null::integer as line, voided_at is null as is_usable
    from app.${quoted(kind)} where hub_id = $1 order by ${name}, voided_at is not null, id`,
    [staging.hub_id],
  )
  if (staging.staged.has(kind))
    await run(
      staging,
      `insert into known_${kind} select ${asNamed(kind, 's.reference')}, r.id, s.line, true
      from resolved_${kind} r join staged_${kind} s using (line) where r.is_fresh`,
    )
  await run(staging, `analyze known_${kind}`)
}

/** Where bad rows are left out, what they would have made cannot be referred to. */
export async function forgetRefused(staging: Staging, kind: RecordKind): Promise<void> {
  if (staging.skip_bad_rows)
    await run(
      staging,
      `update known_${kind} k set is_usable = false from staged_${kind} s
      where s.line = k.line and s.refused and k.is_usable`,
    )
}

/** Refuses rows whose reference names nothing that may be referred to. Gives their number. */
export async function refuseUnknown(
  staging: Staging,
  description: BundleFile,
  reference: ReferenceColumn,
): Promise<number> {
  const { kind } = description
  const target = fileOf(reference.kind)
  const key = reference.kind === 'adviser' ? 'e-mail address' : 'reference'
  const nobody = literal(`No ${target.noun} has this ${key}: correct it, or add the ${target.noun} to ${target.file}`)
  const voided = literal(`This ${target.noun} was voided in the hub: name another`)
  const refused = literal(`This ${target.noun} is refused (${target.file}, line `)
  const column = quoted(reference.column)
  return refuse(staging, {
    description,
    column: reference.name,
    query: `select s.line, s.${column} as found,
        case when k.id is null then ${nobody} when k.line is null then ${voided}
          else ${refused} || k.line || '): put that row right first' end as problem
      from staged_${kind} s join resolved_${kind} r using (line)
      left join known_${reference.kind} k on k.reference = ${asNamed(reference.kind, `s.${column}`)}
      where not s.refused and s.${column} is not null and (k.id is null or not k.is_usable)`,
  })
}
