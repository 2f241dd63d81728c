import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, parseIsoDay } from '../day.ts'
import type { Day } from '../day.ts'
import { firstDay, lastDay, monthsOf, nextYear, parseYear, previousYear, yearOf, yearsBack } from './year.ts'
import type { Year } from './year.ts'

const day = (text: string): Day => {
  const found = parseIsoDay(text)
  if (!found) throw new Error(`${text} is no day`)
  return found
}
const year = (text: string): Year => {
  const found = parseYear(text)
  if (!found) throw new Error(`${text} is no year`)
  return found
}

test.each(['2021-22', '1999-00', '2009-10', '2099-00', '1599-00'])('%s is a year', (text) =>
  expect(parseYear(text)).toBe(text),
)

test.each([
  '2021-23',
  '2021-21',
  '2021',
  '2021-2022',
  '2021/22',
  '21-22',
  '2022-21',
  '',
  ' 2021-22',
  '2100-01',
  '1598-99',
])('"%s" is not a year', (text) => expect(parseYear(text)).toBeUndefined())

test.each([
  ['2021-03-31', '2020-21'],
  ['2021-04-01', '2021-22'],
  ['2021-12-31', '2021-22'],
  ['2022-01-01', '2021-22'],
  ['2022-03-31', '2021-22'],
  ['2022-04-01', '2022-23'],
  ['2024-02-29', '2023-24'],
  ['2000-03-31', '1999-00'],
  ['1600-01-01', '1599-00'],
  ['2099-12-31', '2099-00'],
])('%s lies in %s', (text, expected) => expect(yearOf(day(text))).toBe(expected))

test('a year runs from 1 April to 31 March, both included', () => {
  expect([firstDay(year('2021-22')), lastDay(year('2021-22'))]).toEqual(['2021-04-01', '2022-03-31'])
  expect([firstDay(year('1999-00')), lastDay(year('1999-00'))]).toEqual(['1999-04-01', '2000-03-31'])
})

test('the neighbours of a year touch it and do not overlap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1601, max: 2097 }), (start) => {
      const one = year(`${start}-${String((start + 1) % 100).padStart(2, '0')}`)
      expect(yearOf(firstDay(one))).toBe(one)
      expect(yearOf(lastDay(one))).toBe(one)
      expect(yearOf(addDays(firstDay(one), -1))).toBe(previousYear(one))
      expect(yearOf(addDays(lastDay(one), 1))).toBe(nextYear(one))
    }),
  )
})

test('the twelve months of a year begin in April and end with March of the next', () => {
  const months = monthsOf(year('1999-00'))
  expect(months).toHaveLength(12)
  expect([months[0], months[8], months[9], months[11]]).toEqual([
    '1999-04-01',
    '1999-12-01',
    '2000-01-01',
    '2000-03-01',
  ])
})

test('years are listed newest first', () => {
  expect(yearsBack(year('2001-02'), 3)).toEqual(['2001-02', '2000-01', '1999-00'])
  expect(yearsBack(year('2001-02'), 0)).toEqual([])
})
