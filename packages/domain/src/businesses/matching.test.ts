import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type KnownBusiness, matchBusinesses } from './matching.ts'

const tiles = { name: 'Trentham Tiles Ltd' }

describe('two descriptions are of one business', () => {
  test.each<[string, KnownBusiness, KnownBusiness, string]>([
    [
      'by company number, whatever the names',
      { name: 'A', company_number: '445566' },
      { name: 'Z', company_number: '00445566' },
      'Same company number 00445566',
    ],
    [
      'by charity number',
      { name: 'A', charity_number: '1136419' },
      { name: 'Z', charity_number: '1136419' },
      'Same charity number 1136419',
    ],
    [
      'by name and postcode',
      { name: 'The Café & Bar Ltd', postcode: 'st1 1aa' },
      { name: 'Cafe and Bar', postcode: 'ST11AA' },
      'Same name and postcode',
    ],
    [
      'by own e-mail domain and a similar name',
      { name: 'Kinergy', email: 'a@kinergy.example' },
      { name: 'Kinergy Bristol', email: 'b@kinergy.example' },
      'Same e-mail domain kinergy.example',
    ],
    [
      'by phone and a similar name',
      { name: 'Kinergy', phone: '01827 555123' },
      { name: 'Kinergy Bristol', phone: '+441827555123' },
      'Same phone 01827 555123',
    ],
  ])('%s', (_, one, other, reason) => {
    expect(matchBusinesses(one, other)).toMatchObject({ verdict: 'same', reason: expect.stringContaining(reason) })
  })
})

describe('two descriptions may be of one business', () => {
  test.each<[string, KnownBusiness, KnownBusiness]>([
    ['the same name without a postcode', tiles, { name: 'TRENTHAM TILES LIMITED', postcode: 'ST4 8AA' }],
    ['the same name elsewhere', { ...tiles, postcode: 'ST1 1AA' }, { ...tiles, postcode: 'ST4 8AA' }],
    ['a name with a typing error', tiles, { name: 'Trentam Tiles Ltd' }],
    ['the initials of the name', { name: 'SARAC' }, { name: 'Sexual Abuse and Rape Advice Centre (SARAC)' }],
    ['the same name but for spaces', { name: 'LifeCentre' }, { name: 'Life Centre' }],
    ['a name and what it trades as', { name: 'Smith Ltd', trading_name: 'Bright Spark' }, { name: 'Bright Spark' }],
    [
      'own mail with an unlike name',
      { name: 'Alpha', email: 'a@firm.example' },
      { name: 'Omega', email: 'b@firm.example' },
    ],
  ])('%s', (_, one, other) => {
    expect(matchBusinesses(one, other).verdict).toBe('maybe')
  })
})

describe('two descriptions are of different businesses', () => {
  test.each<[string, KnownBusiness, KnownBusiness]>([
    [
      'different company numbers, however alike',
      { ...tiles, company_number: '1', postcode: 'ST1 1AA' },
      { ...tiles, company_number: '2', postcode: 'ST1 1AA' },
    ],
    ['free mail', { name: 'Alpha', email: 'a@gmail.com' }, { name: 'Omega', email: 'b@gmail.com' }],
    ['one postcode alone', { name: 'Alpha', postcode: 'ST1 1AA' }, { name: 'Omega', postcode: 'ST1 1AA' }],
    ['hotels of a row with their own numbers', { name: 'Goldie Hotels (2) Ltd' }, { name: 'Goldie Hotels (3) Ltd' }],
    ['only weak words in common', { name: 'The Trust Group' }, { name: 'Group Services Trust' }],
    ['no words at all', { name: '' }, { name: '' }],
  ])('%s', (_, one, other) => {
    expect(matchBusinesses(one, other).verdict).toBe('different')
  })
})

const word = fc.constantFrom('Amber', 'Saxon', 'Mill', 'Tiles', 'Energy', 'Ltd', 'Group', 'The', 'Café', '2', 'of')
const aName = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })
const aBusiness = fc.record({
  name: fc.oneof(aName, fc.string({ maxLength: 40 })),
  trading_name: maybe(aName),
  company_number: maybe(fc.constantFrom('445566', '00445566', 'SC12345', 'n/a', '1')),
  charity_number: maybe(fc.constantFrom('1136419', '0', 'x')),
  postcode: maybe(fc.constantFrom('ST1 1AA', 'st11aa', 'nowhere')),
  email: maybe(fc.constantFrom('a@firm.example', 'b@firm.example', 'a@gmail.com', 'none')),
  phone: maybe(fc.constantFrom('01827 555123', '+441827555123', '-')),
})

test('it does not matter which of the two is named first', () => {
  fc.assert(
    fc.property(aBusiness, aBusiness, (one, other) => {
      expect(matchBusinesses(one, other)).toEqual(matchBusinesses(other, one))
    }),
  )
})

test('a business with a name that tells something is at least maybe itself, and the same where its number is known', () => {
  fc.assert(
    fc.property(fc.record({ name: aName.map((name) => `Saxonmill ${name}`) }), aBusiness, (named, facts) => {
      const one = { ...facts, ...named }
      expect(matchBusinesses(one, one).verdict).not.toBe('different')
      const numbered = { ...one, company_number: '00445566' }
      expect(matchBusinesses(numbered, numbered)).toMatchObject({ verdict: 'same', score: 100 })
    }),
  )
})

test('case, spaces and the word Limited change nothing', () => {
  fc.assert(
    // A name of nothing but "Ltd" keeps it: here one word at least tells.
    fc.property(
      aBusiness,
      aBusiness,
      aName.map((name) => `Saxonmill ${name}`),
      (one, other, name) => {
        const plain = { ...one, name, trading_name: null }
        const shouted = {
          ...plain,
          name: `  ${name.toUpperCase()}   LIMITED `,
          company_number: one.company_number?.toLowerCase() ?? null,
        }
        expect(matchBusinesses(shouted, other)).toEqual(matchBusinesses(plain, other))
      },
    ),
  )
})

test('one more sign in common never makes a match less likely', () => {
  fc.assert(
    fc.property(aBusiness, aBusiness, (one, other) => {
      const without = matchBusinesses({ ...one, phone: null }, { ...other, phone: null })
      const withPhone = matchBusinesses({ ...one, phone: '01827 555123' }, { ...other, phone: '01827 555123' })
      expect(withPhone.score).toBeGreaterThanOrEqual(without.score)
    }),
  )
})

test('every verdict fits its score and has its reason', () => {
  fc.assert(
    fc.property(aBusiness, aBusiness, (one, other) => {
      const { verdict, score, reason } = matchBusinesses(one, other)
      expect(verdict).toBe(score >= 90 ? 'same' : score >= 50 ? 'maybe' : 'different')
      expect(score).toBeLessThanOrEqual(100)
      expect(reason).not.toBe('')
    }),
  )
})
