import { expect, test } from 'vitest'
import { readQualityQuestion } from './quality-question.ts'

test('a year and an adviser are read, and what means nothing is dropped', () => {
  const id = '01890000-0000-7000-8000-000000000001'
  expect(readQualityQuestion({ year: '2021-22', whose: id })).toEqual({ year: '2021-22', whose: id })
  expect(readQualityQuestion({ year: '2021-22', whose: 'mine' })).toEqual({ year: '2021-22', whose: 'mine' })
  expect(readQualityQuestion({ year: '2021-23', whose: 'x' })).toEqual({ year: undefined, whose: 'everyone' })
  expect(readQualityQuestion({})).toEqual({ year: undefined, whose: 'everyone' })
})
