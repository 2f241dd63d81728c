import { randomUUID } from 'node:crypto'
import { ROLES, type Role } from '@hubline/domain/staff/permissions.ts'
import type { Answer } from './answer.ts'

const leads: readonly Role[] = ['manager', 'admin']
// A year that has made one step, which the hubs of the matrix have not: what may be done is refused and leaves nothing.
const moved = () => ({ request_id: randomUUID(), year: '2019-20', steps: 1 })
const version = { year: '2019-20', version: 1 }

/** The part of the table that is about the end of a year. */
export const YEAR_ANSWERS: Readonly<Record<string, Answer>> = {
  'evidence.sample': { may: ROLES, ask: () => version, answer: 'NOT_FOUND' },
  'evidence.sampleUnits': {
    may: ROLES,
    ask: () => ({ ...version, key: 'lep.businesses_supported' }),
    answer: 'NOT_FOUND',
  },
  'evidence.draw': {
    may: leads,
    ask: () => ({ request_id: randomUUID(), ...version, seed: '4711' }),
    answer: 'NOT_FOUND',
  },
  // A line that is not there: what may be done is refused and leaves nothing.
  'evidence.check': {
    may: leads,
    ask: () => ({ request_id: randomUUID(), id: randomUUID(), version: 1, outcome: 'seen' }),
    answer: 'NOT_FOUND',
  },
  'years.course': { may: ROLES, ask: () => ({ year: '2019-20', key: 'lep.businesses_supported' }) },
  'years.targets': { may: ROLES, ask: () => ({ year: '2019-20' }) },
  'years.setTargets': {
    may: leads,
    // A version of a target that is not there: what may be done is refused and leaves nothing.
    ask: () => ({
      request_id: randomUUID(),
      year: '2019-20',
      targets: [{ key: 'lep.businesses_supported', version: 1, value: 10, profile: null }],
    }),
    answer: 'CONFLICT',
  },
  'years.explain': {
    may: leads,
    // A version of an explanation that is not there: what may be done is refused and leaves nothing.
    ask: () => ({
      request_id: randomUUID(),
      year: '2019-20',
      explanations: [{ key: 'lep.businesses_supported', version: 1, words: 'A new programme' }],
    }),
    answer: 'CONFLICT',
  },
  'years.variances': { may: ROLES, ask: () => ({ year: '2019-20' }) },
  'years.move': { may: leads, ask: () => ({ ...moved(), to: 'checked' }), answer: 'CONFLICT' },
  'years.restate': {
    may: leads,
    ask: () => ({ ...moved(), reason: 'Late visits', approved_by: 'The board' }),
    answer: 'CONFLICT',
  },
  'years.restatement': { may: ROLES, ask: () => ({ year: '2019-20' }) },
  'years.restatementUnits': {
    may: ROLES,
    ask: () => ({ year: '2019-20', key: 'lep.businesses_supported' }),
    answer: 'NOT_FOUND',
  },
  'years.review': { may: ROLES, ask: () => ({ year: '2019-20' }) },
  'years.signOff': { may: leads, ask: moved, answer: 'CONFLICT' },
  'years.signedFigures': { may: ROLES, ask: () => version, answer: 'NOT_FOUND' },
  'years.signedUnits': {
    may: ROLES,
    ask: () => ({ ...version, key: 'lep.businesses_supported' }),
    answer: 'NOT_FOUND',
  },
  'years.standing': { may: ROLES, ask: () => ({ year: '2019-20' }) },
}
