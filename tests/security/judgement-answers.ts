import { randomUUID } from 'node:crypto'
import { ROLES } from '@hubline/domain/staff/permissions.ts'
import type { Answer } from './answer.ts'

/** The part of the table that is about what advisers judge of businesses. */
export const JUDGEMENT_ANSWERS: Readonly<Record<string, Answer>> = {
  'businesses.flag': {
    may: ROLES,
    ask: ({ business_id }) => ({
      request_id: randomUUID(),
      id: randomUUID(),
      business_id,
      flag: 'scaleup_potential',
      reason: 'Two new markets',
    }),
  },
  'businesses.flags': { may: ROLES, ask: ({ business_id }) => ({ id: business_id }) },
  'businesses.withdrawFlag': {
    may: ROLES,
    ask: ({ flag_id }) => ({ request_id: randomUUID(), id: flag_id, version: 1, void_reason: 'Another business' }),
  },
}
