import type { BundleFile, RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import { type Staging, literal, run } from './staging.ts'

type OwnKey = {
  /** Every record of the hub with what it says about itself, spelled as the file's `key` spells it. */
  records: string
  /** The same of a staged row `s`. */
  staged: string
  /** Which of the two has the better claim where they disagree. */
  first: 'own' | 'reference'
}

/**
 * Files without a reference column. A record that came with a bundle bears its key as its reference, one made in the hub
 * does not: so both are asked.
 */
const OWN_KEYS: Partial<Record<RecordKind, OwnKey>> = {
  hub: {
    records: `select 'hub' as own, reference, id, voided_at from app.hub where hub_id = $1`,
    staged: `'hub'`,
    first: 'own',
  },
  adviser: {
    records: `select lower(email) as own, reference, id, voided_at from app.adviser where hub_id = $1`,
    staged: 'lower(s.email)',
    first: 'own',
  },
  target: {
    records: `select indicator_key || ' ' || year as own, reference, id, voided_at from app.target where hub_id = $1`,
    staged: 's.reference',
    first: 'reference',
  },
  business_role: {
    records: `
      select concat_ws(' / ', p.reference, b.reference, coalesce(t.from_on::text, '')) || case n.n when 1 then '' else ' #' || n.n end as own,
        t.reference, t.id, t.voided_at
      from (select *, row_number() over (partition by person_id, business_id, from_on
          order by voided_at is not null, length(reference), reference) as n
        from app.business_role where hub_id = $1) n
      join app.business_role t on t.hub_id = n.hub_id and t.id = n.id
      join app.person p on p.hub_id = t.hub_id and p.id = t.person_id
      join app.business b on b.hub_id = t.hub_id and b.id = t.business_id`,
    staged: 's.reference',
    first: 'reference',
  },
}

/**
 * Says which record of the hub a staged row `s` is: a join that gives its id as `h.id`, or null for a new record. Makes
 * the table that the join needs.
 */
export async function matchRecords(staging: Staging, description: BundleFile): Promise<string> {
  const { kind } = description
  const key = OWN_KEYS[kind]
  if (!key) return `left join app."${kind}" h on h.hub_id = ${literal(staging.hub_id)} and h.reference = s.reference`
  await run(staging, `create temp table match_${kind} (line integer, id uuid)`)
  const words = { own: key.staged, reference: 's.reference' }
  const second = key.first === 'own' ? 'reference' : 'own'
  for (const by of [key.first, second] as const)
    await run(
      staging,
      `
      insert into match_${kind} select s.line, o.id from staged_${kind} s
      join (select distinct on (${by}) * from (${key.records}) r order by ${by}, voided_at is not null, length(reference), reference) o
        on o.${by} = ${words[by]}
      where s.reference is not null and s.line not in (select line from match_${kind}) and o.id not in (select id from match_${kind})`,
      [staging.hub_id],
    )
  return `left join match_${kind} h on h.line = s.line`
}

/** Roles of one person at one business from one day are told apart by their order in the file. */
export async function numberRepeats(staging: Staging): Promise<void> {
  await run(
    staging,
    `
    update staged_business_role s set reference = s.reference || ' #' || n.n
    from (select line, row_number() over (partition by reference order by line) as n from staged_business_role) n
    where n.line = s.line and n.n > 1 and s.reference is not null`,
  )
}
