import { randomUUID } from 'node:crypto'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { unchanged } from '@hubline/domain/indicators/change-definition.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { ROLES, type Role } from '@hubline/domain/staff/permissions.ts'
import type { Answer } from './answer.ts'

const leads: readonly Role[] = ['manager', 'admin']
// A year that has made one step, which the hubs of the matrix have not: what may be done is refused and leaves nothing.
const moved = () => ({ request_id: randomUUID(), year: '2019-20', steps: 1 })
const version = { year: '2019-20', version: 1 }

const change = unchanged(CATALOGUE[0] as Definition)
const publishing = () => ({
  request_id: randomUUID(),
  key: 'lep.businesses_supported',
  // A version that the hubs of the matrix have not: what may be done is refused and leaves nothing.
  version: 7,
  change,
  from_on: '2027-04-01',
  from_year: '2027-28',
  reason: 'The funder asks for it',
})

// A partner that the hubs of the matrix have not.
const aReturn = { organisation_id: randomUUID(), year: '2019-20', text: '' }

/** The part of the table that is about the end of a year, its targets and its definitions. */
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
  'indicators.definition': { may: ROLES, ask: () => ({ key: 'lep.businesses_supported' }) },
  'indicators.definitionEffect': {
    may: leads,
    ask: () => ({ key: 'lep.businesses_supported', change: { ...change, in_area: false } }),
  },
  'indicators.definitionEffectUnits': {
    may: leads,
    ask: () => ({
      key: 'lep.businesses_supported',
      change: { ...change, in_area: false },
      of: 'lep.businesses_supported',
      year: '2019-20',
      which: 'in',
    }),
  },
  'indicators.publishDefinition': { may: leads, ask: publishing, answer: 'CONFLICT' },
  'partners.returns': { may: leads, ask: () => ({ year: '2019-20' }) },
  'partners.return': { may: leads, ask: () => ({ reference: 'RT-none' }), answer: 'NOT_FOUND' },
  'partners.receive': {
    may: leads,
    ask: () => ({ ...aReturn, request_id: randomUUID(), file: null }),
    answer: 'BAD_REQUEST',
  },
  'partners.decide': {
    may: leads,
    ask: () => ({ request_id: randomUUID(), id: randomUUID(), version: 1, decision: { is: 'new' } }),
    answer: 'NOT_FOUND',
  },
  'partners.take': {
    may: leads,
    ask: () => ({ request_id: randomUUID(), id: randomUUID(), version: 1, without_names: 60 }),
    answer: 'NOT_FOUND',
  },
  'partners.ask': {
    may: leads,
    ask: () => ({ request_id: randomUUID(), organisation_id: randomUUID(), year: '2019-20', due_on: '2030-01-01' }),
    answer: 'BAD_REQUEST',
  },
  'partners.changeDue': {
    may: leads,
    ask: () => ({ request_id: randomUUID(), id: randomUUID(), version: 1, due_on: '2090-01-01' }),
    answer: 'NOT_FOUND',
  },
  'partners.withdraw': {
    may: leads,
    ask: () => ({ request_id: randomUUID(), id: randomUUID(), version: 1, reason: 'Sent again' }),
    answer: 'NOT_FOUND',
  },
  'programmes.figures': { may: ROLES, ask: () => ({ year: '2019-20', programme: 'NO-SUCH' }), answer: 'NOT_FOUND' },
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
  'years.versionsAsked': { may: ROLES, ask: () => ({ year: '2019-20' }) },
  'years.versionUnits': {
    may: ROLES,
    ask: () => ({ year: '2019-20', key: 'gh.medium', version: 2 }),
    answer: 'NOT_FOUND',
  },
  'years.packProgress': {
    may: ['manager', 'admin', 'auditor'],
    ask: () => ({ file: '00000000-0000-4000-8000-000000000000' }),
  },
  'years.standing': { may: ROLES, ask: () => ({ year: '2019-20' }) },
}
