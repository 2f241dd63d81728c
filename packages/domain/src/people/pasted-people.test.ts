import { expect, test } from 'vitest'
import { identityOf, readPastedPerson, splitName } from './pasted-people.ts'

test.each([
  ['Priya Shah', 'Priya', 'Shah'],
  ['Shah, Priya', 'Priya', 'Shah'],
  ['Mrs. Priya K Shah', 'Priya K', 'Shah'],
  ['SHAH, Mrs Priya', 'Priya', 'SHAH'],
  ['Ludwig van Beethoven', 'Ludwig', 'van Beethoven'],
  ['Ana de la Cruz', 'Ana', 'de la Cruz'],
  ['Van Morrison', 'Van', 'Morrison'],
  ['Siân O’Neill-Rees', 'Siân', 'O’Neill-Rees'],
  ['Priya', '', 'Priya'],
])('%s is %s %s', (whole, given_name, family_name) => {
  expect(splitName(whole)).toEqual({ given_name, family_name })
})

test('a row says who it is about', () => {
  expect(
    readPastedPerson({ full_name: 'Priya Shah', email: 'P@Firm.example', phone: 'n/a', postcode: 'st11aa' }),
  ).toEqual({
    person: { given_name: 'Priya', family_name: 'Shah', email: 'p@firm.example', phone: null, postcode: 'ST1 1AA' },
    errors: [],
  })
})

test.each([
  [{ full_name: 'Priya' }, [{ key: 'full_name', sentence: 'Enter first and last name' }]],
  [{ full_name: '' }, [{ key: 'full_name', sentence: 'Enter first and last name' }]],
  [{ given_name: 'Priya', family_name: '' }, [{ key: 'family_name', sentence: 'Enter the last name' }]],
  [{ given_name: '', family_name: 'Shah' }, [{ key: 'given_name', sentence: 'Enter the first name' }]],
  [
    { given_name: 'Priya', family_name: 'Shah', email: 'at firm', postcode: 'Stoke' },
    [
      { key: 'email', sentence: 'Enter one e-mail address, like name@firm.co.uk' },
      { key: 'postcode', sentence: 'Enter a whole postcode, like ST1 1AB' },
    ],
  ],
])('every cell that cannot be read is told: %j', (cells, errors) => {
  expect(readPastedPerson(cells).errors).toEqual(errors)
})

test('two rows of one person are known by each other, and a mailbox of several tells nothing', () => {
  const row = { given_name: 'Priya', family_name: 'Shah', email: 'p@firm.example', phone: null, postcode: 'ST1 1AA' }

  expect(identityOf({ ...row, given_name: 'PRIYA' })).toBe(identityOf(row))
  expect(identityOf({ ...row, email: 'info@firm.example' })).toBe(identityOf({ ...row, email: null }))
  expect(identityOf({ ...row, email: 'q@firm.example' })).not.toBe(identityOf(row))
})
