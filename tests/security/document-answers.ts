import { randomUUID } from 'node:crypto'
import { ROLES } from '@hubline/domain/staff/permissions.ts'
import type { Answer } from './answer.ts'

/** The part of the table that is about the documents of records. */
export const DOCUMENT_ANSWERS: Readonly<Record<string, Answer>> = {
  'documents.of': {
    may: ROLES,
    ask: ({ interaction_id }) => ({ kind: 'interaction', record_id: interaction_id }),
  },
  'documents.lookThrough': {
    may: ['manager', 'admin'],
    ask: ({ document_id }) => ({ request_id: randomUUID(), erasure_id: randomUUID(), document_id, found: 'nothing' }),
    answer: 'NOT_FOUND',
  },
  'documents.toLookThrough': { may: ['manager', 'admin'], ask: ({ person_id }) => ({ person_id }) },
  'documents.withdraw': {
    // Somebody else attached it.
    may: ['manager', 'admin'],
    ask: ({ document_id }) => ({ request_id: randomUUID(), id: document_id, version: 1, reason: 'Another visit' }),
  },
}
