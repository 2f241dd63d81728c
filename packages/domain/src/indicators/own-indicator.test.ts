import { expect, test } from 'vitest'
import { CATALOGUE } from './catalogue.ts'
import { changeProblem, changed, countTheSame, neighbourChanges, unchanged } from './change-definition.ts'
import { ownKey, ownStarter, starterOfOwn } from './own-indicator.ts'

test.each([
  ['Apprentices in rural firms', [], 'own.apprentices_in_rural_firms'],
  ['  Élan & Café, 2027! ', [], 'own.elan_cafe_2027'],
  ['Visits', ['own.visits', 'own.visits_3'], 'own.visits_2'],
  ['£££', [], 'own.indicator'],
])('%j is kept as a key of its own', (title, taken, key) => {
  expect(ownKey(title, taken)).toBe(key)
})

test('every figure can be copied, counts as it did until it is changed, and moves no other', () => {
  for (const definition of CATALOGUE) {
    const own = ownStarter(definition, { key: 'own.copy', title: 'Our copy' })
    expect(starterOfOwn(changed(own, unchanged(own), 1))).toEqual(own)
    expect(countTheSame(changed(own, unchanged(own), 1), definition)).toBe(true)
    expect(changeProblem(own, unchanged(own))).toBeUndefined()
    expect(neighbourChanges({ starter: own, change: unchanged(own), was: unchanged(own) }, [])).toEqual([])
  }
})
