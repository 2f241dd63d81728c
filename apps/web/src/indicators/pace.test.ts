import { expect, test } from 'vitest'
import { paceOf, wholePercent } from './pace.ts'

test.each([
  ['2968', '2950', 1, 'Target met', 'ok'],
  ['2950', '2950', 0.5, 'Target met', 'ok'],
  ['650', '1000', 0.65, 'On pace', 'ok'],
  ['700', '1000', 0.65, 'On pace', 'ok'],
  ['640', '1000', 0.65, '2% behind pace', 'warn'],
  ['572', '1000', 0.65, '12% behind pace', 'bad'],
  ['0', '1000', 0.5, '100% behind pace', 'bad'],
  ['900', '1000', 1, '10% short of target', 'warn'],
  ['500', '1000', 1, '50% short of target', 'bad'],
  ['999', '1000', 1, 'Under 1% short of target', 'warn'],
  ['0', '1000', 0, 'Not started', 'plain'],
  ['296.67', '296.67', 0.9, 'Target met', 'ok'],
] as const)('%s of %s with %f of the year gone: %s', (value, target, elapsed, words, tone) => {
  expect(paceOf({ unit: 'businesses', value, target, elapsed })).toMatchObject({ words, tone })
})

test('a target with months of its own is held against what they say is due', () => {
  const asked = { unit: 'businesses', target: '1000', elapsed: 0.5 } as const
  expect(paceOf({ ...asked, value: '300', due: 0.3 })).toMatchObject({ words: 'On pace' })
  expect(paceOf({ ...asked, value: '450', due: 0.9 })).toMatchObject({ words: '50% behind pace' })
  expect(paceOf({ ...asked, value: '0', due: 0 })).toMatchObject({ words: 'On pace' })
  expect(paceOf({ ...asked, value: '900', elapsed: 1, due: 0 })).toMatchObject({ words: '10% short of target' })
})

test.each([[null], ['0']])('a target of %s is no target to keep', (target) =>
  expect(paceOf({ unit: 'people', value: '5', target, elapsed: 0.5 })).toBeUndefined(),
)

test('a mean is held against the whole target from the first day', () => {
  expect(paceOf({ unit: 'score', value: '2.70', target: '3', elapsed: 0.1 })).toMatchObject({
    words: '10% short of target',
  })
  expect(paceOf({ unit: 'score', value: null, target: '3', elapsed: 0.1 })).toBeUndefined()
})

test('nearly all is not all', () => {
  expect(wholePercent(0.999)).toBe(99)
  expect(wholePercent(1)).toBe(100)
  expect(wholePercent(1.126)).toBe(113)
})
