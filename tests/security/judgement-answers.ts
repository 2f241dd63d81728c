import { randomUUID } from 'node:crypto'
import { ROLES, type Role, STAFF_ROLES } from '@hubline/domain/staff/permissions.ts'
import type { Answer } from './answer.ts'

const leads: readonly Role[] = ['manager', 'admin']

/** The part of the table that is about what advisers judge of businesses, and how programmes are reported. */
export const JUDGEMENT_ANSWERS: Readonly<Record<string, Answer>> = {
  'businesses.flag': {
    may: STAFF_ROLES,
    ask: ({ business_id }) => ({
      request_id: randomUUID(),
      id: randomUUID(),
      business_id,
      flag: 'scaleup_potential',
      reason: 'Two new markets',
    }),
  },
  'businesses.assistance': { may: STAFF_ROLES, ask: ({ business_id }) => ({ id: business_id }) },
  'businesses.flags': { may: STAFF_ROLES, ask: ({ business_id }) => ({ id: business_id }) },
  'programmes.list': { may: ROLES, ask: () => undefined },
  'programmes.setFramework': {
    may: leads,
    ask: ({ programme_id }) => ({ request_id: randomUUID(), id: programme_id, version: 1, framework: 'erdf' }),
  },
  'businesses.withdrawFlag': {
    may: STAFF_ROLES,
    ask: ({ flag_id }) => ({ request_id: randomUUID(), id: flag_id, version: 1, void_reason: 'Another business' }),
  },
}
