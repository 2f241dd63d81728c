import { randomUUID } from 'node:crypto'
import type { Role } from '@hubline/domain/staff/permissions.ts'
import type { Answer } from './answer.ts'

const leads: readonly Role[] = ['manager', 'admin']
const pair = (survivor_id: string, merged_id: string) => ({
  request_id: randomUUID(),
  survivor_id,
  survivor_version: 1,
  merged_id,
  merged_version: 1,
})

/** The part of the table that is about duplicates and merges. */
export const MERGE_ANSWERS: Readonly<Record<string, Answer>> = {
  'businesses.merge': {
    may: leads,
    ask: ({ business_id, second_business_id }) => pair(business_id, second_business_id),
  },
  'people.merge': { may: leads, ask: ({ person_id, second_person_id }) => pair(person_id, second_person_id) },
  'people.erase': {
    may: leads,
    // Another reference than theirs: what may be done is refused and leaves nothing.
    ask: ({ person_id }) => ({ request_id: randomUUID(), id: person_id, version: 1, reason: 'asked', typed: 'nobody' }),
    answer: 'BAD_REQUEST',
  },
  'duplicates.compare': {
    may: leads,
    ask: ({ business_reference, second_business_reference }) => ({
      kind: 'business',
      one: business_reference,
      other: second_business_reference,
    }),
  },
  'duplicates.list': { may: leads, ask: () => ({ kind: 'business', size: 100 }) },
  'duplicates.preview': {
    may: leads,
    ask: ({ business_id, second_business_id }) => ({ kind: 'business', ...pair(business_id, second_business_id) }),
  },
  'duplicates.undoMerge': {
    may: leads,
    ask: ({ merge_id }) => ({ request_id: randomUUID(), id: merge_id, version: 1 }),
  },
}
