import { expect, test } from 'vitest'
import { type KnownAs, recognisePerson } from './recognise-person.ts'

const priya = { given_name: 'Priya', family_name: 'Shah' }
const known = (id: string, facts: Partial<KnownAs> = {}): KnownAs => ({
  ...priya,
  id,
  reference: `P-${id}`,
  name: 'Priya Shah',
  ...facts,
})
const idsIn = ({ candidates }: ReturnType<typeof recognisePerson>) => candidates.map(({ id }) => id)

test('one sure match is a person known, whoever else has the name', () => {
  const found = recognisePerson({ ...priya, email: 'p@firm.example' }, [
    known('1'),
    known('2', { email: 'p@firm.example' }),
  ])

  expect([found.verdict, idsIn(found)]).toEqual(['known', ['2']])
})

test('two sure matches are a question', () => {
  const found = recognisePerson({ ...priya, phone: '07700 900123', postcode: 'ST1 1AA' }, [
    known('1', { phone: '07700 900123' }),
    known('2', { postcode: 'ST1 1AA' }),
  ])

  expect([found.verdict, idsIn(found)]).toEqual(['maybe', ['1', '2']])
})

test('a person who was merged is one candidate, by the better description', () => {
  const found = recognisePerson({ ...priya, postcode: 'ST1 1AA' }, [known('1'), known('1', { postcode: 'ST1 1AA' })])

  expect(found).toEqual({ verdict: 'known', candidates: [expect.objectContaining({ id: '1', score: 92 })] })
})

test('a name alone is a question, and nobody alike is somebody new', () => {
  expect(recognisePerson(priya, [known('1')]).verdict).toBe('maybe')
  expect(recognisePerson(priya, [known('1', { given_name: 'Dev' })])).toEqual({ verdict: 'new', candidates: [] })
})
