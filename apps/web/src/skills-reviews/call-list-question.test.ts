import { describe, expect, test } from 'vitest'
import { criteriaChips, listName, readCallListQuestion } from './call-list-question.ts'

describe('the address of a call list that is being made', () => {
  test('asks for a year without an offer and forty businesses when it says nothing', () => {
    expect(readCallListQuestion({})).toEqual({ criteria: { not_offered_months: 12 }, most: 40 })
  })

  test('takes several sectors, sizes and districts', () => {
    expect(
      readCallListQuestion({
        sector: 'C,J',
        size: 'small',
        district: 'E07000197,E06000021',
        months: '24',
        referred: 'yes',
        most: '20',
      }),
    ).toEqual({
      criteria: {
        sectors: ['C', 'J'],
        sizes: ['small'],
        districts: ['E07000197', 'E06000021'],
        not_offered_months: 24,
        referred: true,
      },
      most: 20,
    })
  })

  test('is never wrong: words that mean nothing are dropped', () => {
    expect(readCallListQuestion({ sector: 'ZZ', size: 'huge', months: '999', most: '-1', referred: 'no' })).toEqual(
      readCallListQuestion({}),
    )
  })
})

test('each condition is a sentence that takes only itself out', () => {
  const { criteria } = readCallListQuestion({ sector: 'C,J', waiting: 'yes' })
  expect(criteriaChips(criteria).map(({ value, without }) => [value, without])).toEqual([
    ['Manufacturing', { sector: 'J' }],
    ['Information and communication', { sector: 'C' }],
    ['Waiting to answer an offer', { waiting: undefined }],
  ])
})

test.each([
  [{}, 'All sectors and districts'],
  [{ sector: 'C', district: 'E07000197' }, 'Manufacturing, Stafford'],
  [{ waiting: 'yes', size: 'small' }, 'Waiting for an answer, small'],
])('%j is named %s', (address, name) => {
  expect(listName(readCallListQuestion(address).criteria)).toBe(name)
})
