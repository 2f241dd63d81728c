import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type KnownPerson, matchPeople } from './matching-people.ts'

const priya = { given_name: 'Priya', family_name: 'Shah' }

test.each<[string, KnownPerson, KnownPerson, string]>([
  [
    'own mail and family name',
    { ...priya, email: 'p@firm.example' },
    { given_name: 'P.', family_name: 'SHAH', email: 'P@Firm.example' },
    'same',
  ],
  ['name and postcode', { ...priya, postcode: 'st1 1aa' }, { ...priya, postcode: 'ST11AA' }, 'same'],
  ['name and phone', { ...priya, phone: '07700 900123' }, { ...priya, phone: '+447700900123' }, 'same'],
  [
    'initial and postcode',
    { ...priya, postcode: 'ST1 1AA' },
    { given_name: 'P', family_name: 'Shah', postcode: 'ST1 1AA' },
    'maybe',
  ],
  [
    'own mail and another family name',
    { ...priya, email: 'p@firm.example' },
    { given_name: 'Priya', family_name: 'Khan', email: 'p@firm.example' },
    'maybe',
  ],
  [
    'one mail and family name, other first name',
    { ...priya, email: 'shahs@firm.example' },
    { given_name: 'Dev', family_name: 'Shah', email: 'shahs@firm.example' },
    'maybe',
  ],
  [
    'one phone, other name',
    { ...priya, phone: '07700 900123' },
    { given_name: 'Tom', family_name: 'Ashby', phone: '07700 900123' },
    'maybe',
  ],
  ['the name alone', priya, { given_name: 'priya', family_name: 'shah' }, 'maybe'],
  [
    'a mailbox that several read',
    { ...priya, email: 'info@firm.example' },
    { given_name: 'Tom', family_name: 'Ashby', email: 'info@firm.example' },
    'different',
  ],
  [
    'one postcode, other name',
    { ...priya, postcode: 'ST1 1AA' },
    { given_name: 'Tom', family_name: 'Ashby', postcode: 'ST1 1AA' },
    'different',
  ],
  [
    'one family, other given name',
    { ...priya, postcode: 'ST1 1AA' },
    { given_name: 'Dev', family_name: 'Shah', postcode: 'ST1 1AA' },
    'different',
  ],
  ['nobody at all', { given_name: '', family_name: '' }, { given_name: '', family_name: '' }, 'different'],
])('%s: two people are judged', (_, one, other, verdict) => {
  expect(matchPeople(one, other).verdict).toBe(verdict)
})

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })
const aPerson = fc.record({
  given_name: fc.constantFrom('Priya', 'P', 'Tom', 'Zoë', ''),
  family_name: fc.constantFrom('Shah', 'Ashby', 'O’Neill', ''),
  email: maybe(fc.constantFrom('p@firm.example', 'info@firm.example', 'p@gmail.com', 'none')),
  phone: maybe(fc.constantFrom('07700 900123', '+447700900123', '-')),
  postcode: maybe(fc.constantFrom('ST1 1AA', 'st11aa', 'nowhere')),
})

test('it does not matter which of two people is named first', () => {
  fc.assert(
    fc.property(aPerson, aPerson, (one, other) => {
      expect(matchPeople(one, other)).toEqual(matchPeople(other, one))
    }),
  )
})

test('a mailbox that several read is never a reason', () => {
  fc.assert(
    fc.property(aPerson, aPerson, (one, other) => {
      const shared = matchPeople({ ...one, email: 'info@firm.example' }, { ...other, email: 'info@firm.example' })
      expect(shared).toEqual(matchPeople({ ...one, email: null }, { ...other, email: null }))
    }),
  )
})
