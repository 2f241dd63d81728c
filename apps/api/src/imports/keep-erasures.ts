import type { BundleFile, RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import type { KeptErasure } from './kept-erasure.ts'
import { type Staging, quoted } from './staging.ts'

/** What a file can say of a person in words, or by what one is known, by kind: as house.personal_column has it. */
const WORDS: Partial<Record<RecordKind, readonly string[]>> = {
  person: ['given_name', 'family_name', 'email', 'phone', 'postcode', 'district_code'],
  business_role: ['job_title'],
  case: ['close_reason'],
  enquiry: ['subject'],
  interaction: ['subject', 'notes'],
  referral: ['result'],
}

/** A closed case needs its reason: of a case that is new to the hub it is taken in. */
const NEEDED: ReadonlySet<string> = new Set(['close_reason'])

/**
 * A bundle that was written before somebody was erased still tells of them. What the hub has of the record stands, and a
 * record that is new to it comes in without words. Gives what was not taken in, line by line.
 */
export async function keepErasures(staging: Staging, description: BundleFile): Promise<KeptErasure[]> {
  const { file, kind, columns } = description
  const words = WORDS[kind] ?? []
  if (words.length === 0 || staging.unreadable.has('person')) return []
  const erased = await staging.client.query('select from app.erasure where hub_id = $1 limit 1', [staging.hub_id])
  if (erased.rowCount === 0) return []
  const people = kind === 'person' ? 'r.id' : 'r.person_id, t.person_id'
  const kept: KeptErasure[] = []
  for (const column of words) {
    const { rows } = await staging.client.query<Pick<KeptErasure, 'line' | 'erased_on'>>(
      `update staged_${kind} s set ${quoted(column)} = t.${quoted(column)}
      from resolved_${kind} r left join app.${quoted(kind)} t on t.hub_id = $1 and t.id = r.id
        join app.erasure e on e.hub_id = $1 and e.person_ids && array_remove(array[${people}], null)
      where s.line = r.line and not s.refused and s.${quoted(column)} is distinct from t.${quoted(column)}
        ${NEEDED.has(column) ? 'and not r.is_fresh' : ''}
      returning s.line, to_char(e.erased_at at time zone 'Europe/London', 'DD/MM/YYYY') as erased_on`,
      [staging.hub_id],
    )
    const name = Object.entries(columns).find(([, each]) => each.column === column)?.[0] ?? column
    kept.push(...rows.map((row) => ({ file, column: name, ...row })))
  }
  return kept.toSorted((a, b) => a.line - b.line)
}
