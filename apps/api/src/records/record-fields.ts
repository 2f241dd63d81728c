import { BUNDLE, fileOf } from '@hubline/domain/imports/bundle.ts'
import type { ColumnType, RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import { DECLINE_REASONS } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import { EMPLOYMENTS, INTERVIEWS } from '@hubline/domain/training/milestones.ts'
import { END_REASONS } from '@hubline/domain/training/stages.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { type Sql, nameOf } from './client.ts'

/** One fact of a record: where it is kept, what it is called, how it is written. */
export type Field = { column: string; label: string; type: ColumnType }

export const RECORD_KINDS = BUNDLE.map((file) => file.kind)
export const AskRecord = z.object({
  kind: z.enum(RECORD_KINDS, 'There is no such kind of record'),
  reference: z.string().min(1).max(400),
})

/** Facts that are Hubline's own: they are not in the bundle. */
const OWN_FIELDS: Partial<Record<RecordKind, readonly Field[]>> = {
  case: [
    { column: 'next_step', label: 'Next step', type: { is: 'text', max: 500, lines: false } },
    { column: 'next_on', label: 'Day of the next step', type: { is: 'day' } },
  ],
  skills_review: [
    { column: 'offered_by_id', label: 'Offered by', type: { is: 'refers_to', kind: 'adviser' } },
    { column: 'offered_to_id', label: 'Offered to', type: { is: 'refers_to', kind: 'person' } },
    { column: 'answered_on', label: 'Answered on', type: { is: 'day' } },
    { column: 'decline_reason', label: 'Reason for declining', type: { is: 'one_of', values: DECLINE_REASONS } },
    { column: 'uptake_on', label: 'Uptake on', type: { is: 'day' } },
  ],
  participation: [
    { column: 'applied_on', label: 'Applied on', type: { is: 'day' } },
    { column: 'first_attended_on', label: 'First session', type: { is: 'day' } },
    { column: 'funded_start_on', label: 'Funded start', type: { is: 'day' } },
    { column: 'ended_on', label: 'Left on', type: { is: 'day' } },
    { column: 'end_reason', label: 'Reason for leaving', type: { is: 'one_of', values: END_REASONS } },
    { column: 'initial_assessment_on', label: 'Initial assessment', type: { is: 'day' } },
    { column: 'guided_hours', label: 'Guided hours attended', type: { is: 'decimal', places: 2, max: 10_000 } },
    { column: 'milestone_1_on', label: 'Milestone 1', type: { is: 'day' } },
    { column: 'milestone_2_on', label: 'Milestone 2', type: { is: 'day' } },
    { column: 'milestone_3_on', label: 'Milestone 3', type: { is: 'day' } },
    { column: 'employment', label: 'At the start', type: { is: 'one_of', values: EMPLOYMENTS } },
    { column: 'interview_on', label: 'Interview', type: { is: 'day' } },
    { column: 'interview_for', label: 'Interview for', type: { is: 'one_of', values: INTERVIEWS } },
    { column: 'role_offered_on', label: 'Role offered', type: { is: 'day' } },
    { column: 'role_started_on', label: 'Role begun', type: { is: 'day' } },
  ],
}

/** The facts of a kind of record, in the order of the bundle, without its reference. */
export function fieldsOf(kind: RecordKind): Field[] {
  const described = Object.entries(fileOf(kind).columns).filter(([name]) => name !== 'reference')
  return [...described.map(([, { column, label, type }]) => ({ column, label, type })), ...(OWN_FIELDS[kind] ?? [])]
}

const BY_NAME: readonly RecordKind[] = ['hub', 'organisation', 'programme', 'adviser', 'capital_project']
const BY_TITLE: readonly RecordKind[] = ['course', 'event', 'survey']

/** What a record is called, as SQL over its row that goes by `alias`: its name or title, else its reference. */
export function calledSql(kind: RecordKind, alias: string): Sql<string> {
  if (kind === 'business' || kind === 'person') return nameOf(kind, alias)
  if (BY_NAME.includes(kind)) return sql`${sql.ref(`${alias}.name`)}`
  if (BY_TITLE.includes(kind)) return sql`${sql.ref(`${alias}.title`)}`
  return sql`${sql.ref(`${alias}.reference`)}`
}
