import type { Tx } from '@hubline/db/connection.ts'
import { districtName } from '@hubline/domain/businesses/districts.ts'
import type { Day } from '@hubline/domain/day.ts'
import { type ProvenKind, isProven } from '@hubline/domain/documents/attach-document.ts'
import { EVIDENCE_OUTCOME_NAMES, type EvidenceOutcome, SAMPLE_SIZE } from '@hubline/domain/evidence/check-evidence.ts'
import { sql } from 'kysely'
import { z } from 'zod'

/** A record that brought a unit into its list, as it was signed off; its evidence as it is today. */
export type QualifyingRecord = { kind: string; id: string; reference: string; on: Day; evidence: string | null }

/** A unit that was drawn, with what was found of it. Individuals go by their references. */
export type SampledUnit = {
  key: string
  title: string
  place: number
  id: string
  kind: string
  reference: string
  name: string
  district: string
  /** The day on which it first qualified. */
  decided_on: Day
  outcome: string
  note: string
  checked_by: string
  checked_at: string
  records: QualifyingRecord[]
}

const OnDay = z.string().transform((day) => day as Day)
const Because = z.array(z.tuple([z.string(), z.string(), z.string(), OnDay, z.string().nullable()]))

type Row = Omit<SampledUnit, 'records' | 'outcome' | 'district'> & {
  outcome: EvidenceOutcome | null
  district: string | null
  because: string
}

/** Every unit of a sample, by figure and in the order of the draw: at most so many as are drawn of each headline. */
export async function sampledUnits(tx: Tx, hub_id: string, sample_id: string): Promise<SampledUnit[]> {
  const found = await sql<Row>`
    select c.key, f.title, c.place, u.id, u.kind, u.reference, u.name, u.district, u.first_on::text as decided_on, u.because, c.outcome,
      coalesce(c.note, '') as note, coalesce(a.name, '') as checked_by,
      coalesce(to_char(c.checked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), '') as checked_at
    from app.evidence_check c
    join app.evidence_sample s on s.hub_id = c.hub_id and s.id = c.evidence_sample_id
    join app.signed_figure f on f.hub_id = c.hub_id and f.sign_off_id = s.sign_off_id and f.key = c.key
    join app.signed_unit u on u.hub_id = c.hub_id and u.sign_off_id = s.sign_off_id and u.key = c.key and u.id = c.unit_id
    left join app.adviser a on a.hub_id = c.hub_id and a.id = c.checked_by
    where c.hub_id = ${hub_id} and c.evidence_sample_id = ${sample_id} and c.place <= ${SAMPLE_SIZE}
    order by f.position, c.place`.execute(tx)
  const read = found.rows.map(({ because, ...row }) => ({ ...row, because: Because.parse(JSON.parse(because)) }))
  const levels = await evidenceOf(
    tx,
    hub_id,
    read.flatMap(({ because }) => because.map(([kind, id]) => ({ kind, id }))),
  )
  return read.map(({ because, outcome, district, ...row }) => ({
    ...row,
    outcome: outcome === null ? 'Not looked at' : EVIDENCE_OUTCOME_NAMES[outcome],
    district: district === null ? '' : districtName(district),
    records: because.map(([kind, id, reference, on]) => ({
      kind,
      id,
      reference,
      on,
      evidence: levels.get(id) ?? null,
    })),
  }))
}

/** Kinds of record that say how well they are evidenced. */
const WITH_LEVEL = [
  'interaction',
  'diagnostic',
  'skills_review',
  'participation',
  'attendance',
  'outcome',
  'partner_support',
] as const satisfies readonly ProvenKind[]

async function evidenceOf(
  tx: Tx,
  hub_id: string,
  records: readonly { kind: string; id: string }[],
): Promise<Map<string, string>> {
  const levels = new Map<string, string>()
  for (const kind of WITH_LEVEL) {
    const ids = records.flatMap((one) => (one.kind === kind ? [one.id] : []))
    if (ids.length === 0) continue
    const { rows } = await sql<{ id: string; level: string }>`
      select id, coalesce(evidence_level, 'self_declared') as level from ${sql.table(`app.${kind}`)}
      where hub_id = ${hub_id} and id = any (${ids}::uuid[])`.execute(tx)
    for (const { id, level } of rows) levels.set(id, level)
  }
  return levels
}

/** A document that proves a sampled unit, by its record, its event or its project. */
export type SampledDocument = {
  id: string
  record_id: string
  record_kind: string
  reference: string
  media_type: string
  size: number
  sha256: string
  attached_by: string
  attached_at: string
}

/** The documents of some units in the order of their references, by the record of the unit that they belong to. */
export async function documentsOfUnits(
  tx: Tx,
  hub_id: string,
  units: readonly SampledUnit[],
): Promise<Map<string, SampledDocument[]>> {
  const ids = units.flatMap((unit) => [
    ...(isProven(unit.kind) ? [unit.id] : []),
    ...unit.records.flatMap(({ kind, id }) => (isProven(kind) ? [id] : [])),
  ])
  const { rows } = await sql<SampledDocument & { of: string }>`
    with asked as (select distinct id from unnest(${ids}::uuid[]) id),
    proving as (
      select id as of, id as record_id from asked
      union select a.id, a.event_id from app.attendance a where a.hub_id = ${hub_id} and a.id in (select id from asked)
      union select f.id, f.capital_project_id from app.capital_funding f where f.hub_id = ${hub_id} and f.id in (select id from asked)
      union select o.id, o.capital_project_id from app.outcome o where o.hub_id = ${hub_id} and o.id in (select id from asked) and o.capital_project_id is not null)
    select p.of, d.id, d.record_id, d.record_kind, d.reference, d.media_type, d.size, d.sha256, a.name as attached_by,
      to_char(d.attached_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as attached_at
    from proving p
    join app.document d on d.hub_id = ${hub_id} and d.record_id = p.record_id
    join app.adviser a on a.hub_id = d.hub_id and a.id = d.attached_by
    where d.voided_at is null and exists (select from app.document_part b where b.hub_id = d.hub_id and b.document_id = d.id)
    order by d.reference, p.of`.execute(tx)
  return Map.groupBy(rows, ({ of }) => of)
}
