import type { DB } from '@hubline/db/schema.ts'
import type { ClientKind } from '../records/client.ts'

/**
 * What a merge does with everything that points at a client: one line for each foreign key of the database. A test over
 * the catalogue fails when a foreign key, or a unique index over one, has no line here.
 *
 * `moves`: every row goes to the survivor. `moves_unless`: a row stays with the record that was merged where the survivor
 * has one that is the same in these columns; it counts as the survivor's all the same, because every figure and list
 * follows `counts_as_id`. `leads`: the pointers of the merge itself.
 */
export type MergeRule = {
  kind: keyof DB
  column: string
  client: ClientKind
  does: 'moves' | 'leads' | { moves_unless: readonly string[] }
}

const moves = (client: ClientKind, kinds: readonly (keyof DB)[]): MergeRule[] =>
  kinds.map((kind) => ({ kind, column: `${client}_id`, client, does: 'moves' }))

export const MERGE_RULES: readonly MergeRule[] = [
  ...moves('business', [
    'attendance',
    'business_flag',
    'business_role',
    'case',
    'diagnostic',
    'enquiry',
    'grant_award',
    'interaction',
    'outcome',
    'participation',
    'partner_support',
    'referral',
    'skills_review',
    'survey_response',
  ]),
  // A business is on a call list once, and gets one letter of a mailing: a second one stays where it is.
  {
    kind: 'call_list_entry',
    column: 'business_id',
    client: 'business',
    does: { moves_unless: ['call_list_id'] },
  },
  {
    kind: 'offer_letter',
    column: 'business_id',
    client: 'business',
    does: { moves_unless: ['offer_mailing_id'] },
  },
  // The business that somebody said a row of a partner's return means.
  { kind: 'partner_return_row', column: 'decided_business_id', client: 'business', does: 'moves' },
  ...moves('person', [
    'business_role',
    'case',
    'diagnostic',
    'enquiry',
    'interaction',
    'offer_letter',
    'outcome',
    'partner_support',
    'referral',
    'survey_response',
  ]),
  // A person has one place at an event and at a session of a course.
  { kind: 'attendance', column: 'person_id', client: 'person', does: { moves_unless: ['event_id'] } },
  { kind: 'participation', column: 'person_id', client: 'person', does: { moves_unless: ['session_id'] } },
  { kind: 'skills_review', column: 'offered_to_id', client: 'person', does: 'moves' },
  { kind: 'business', column: 'merged_into_id', client: 'business', does: 'leads' },
  { kind: 'business', column: 'counts_as_id', client: 'business', does: 'leads' },
  { kind: 'person', column: 'merged_into_id', client: 'person', does: 'leads' },
  { kind: 'person', column: 'counts_as_id', client: 'person', does: 'leads' },
]
