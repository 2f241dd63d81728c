import { describe, expect, test } from 'vitest'
import { parseIsoDay } from './day.ts'
import type { Day } from './day.ts'
import { readDay } from './read-day.ts'

const day = (text: string): Day => {
  const found = parseIsoDay(text)
  if (!found) throw new Error(`${text} is no day`)
  return found
}

/** A Wednesday. */
const today = day('2026-05-20')

describe('a whole date is the same day whether logging or planning', () => {
  test.each([
    ['17/5/26', '2026-05-17'],
    ['17/05/2026', '2026-05-17'],
    ['17/5/2026', '2026-05-17'],
    ['17-5-26', '2026-05-17'],
    ['17.5.2026', '2026-05-17'],
    ['17 5 26', '2026-05-17'],
    ['17052026', '2026-05-17'],
    ['170526', '2026-05-17'],
    ['2026-05-17', '2026-05-17'],
    ['2026-5-7', '2026-05-07'],
    ['2026/05/17', '2026-05-17'],
    ['20260517', '2026-05-17'],
    ['3 apr 2026', '2026-04-03'],
    ['3 April 2026', '2026-04-03'],
    ['3-apr-26', '2026-04-03'],
    ['3apr26', '2026-04-03'],
    ['3rd April, 2026', '2026-04-03'],
    ['1st of may 2026', '2026-05-01'],
    ['12 Sept 2025', '2025-09-12'],
    ['3 Apr. 2026', '2026-04-03'],
    ['3/4/26', '2026-04-03'],
    ['03042026', '2026-04-03'],
    ['03/04/2026', '2026-04-03'],
    ['04/03/2026', '2026-03-04'],
    ['29/2/24', '2024-02-29'],
    ['29022024', '2024-02-29'],
    ['31/12/1999', '1999-12-31'],
    ['1/1/85', '1985-01-01'],
    ['1/1/46', '2046-01-01'],
    ['1/1/47', '1947-01-01'],
    ['1/1/00', '2000-01-01'],
    ['1/6/1602', '1602-06-01'],
    ['Saturday 17 May 2025', '2025-05-17'],
    ['sat 17/5/25', '2025-05-17'],
    ['Sun, 17 May 2026', '2026-05-17'],
    ['20122011', '2011-12-20'],
    ['１７/５/２６', '2026-05-17'],
    [' 17/5/26 ', '2026-05-17'],
    ['17/5/27', '2027-05-17'],
  ])('"%s"', (text, expected) => {
    expect(readDay(text, { today, prefer: 'past' })).toBe(expected)
    expect(readDay(text, { today, prefer: 'future' })).toBe(expected)
  })
})

describe('a date without a year is the nearest, today included', () => {
  test.each([
    ['17/5', '2026-05-17', '2027-05-17'],
    ['20/5', '2026-05-20', '2026-05-20'],
    ['21/5', '2025-05-21', '2026-05-21'],
    ['17 may', '2026-05-17', '2027-05-17'],
    ['17 May', '2026-05-17', '2027-05-17'],
    ['17may', '2026-05-17', '2027-05-17'],
    ['17-5', '2026-05-17', '2027-05-17'],
    ['17.5', '2026-05-17', '2027-05-17'],
    ['17 5', '2026-05-17', '2027-05-17'],
    ['31/12', '2025-12-31', '2026-12-31'],
    ['1/1', '2026-01-01', '2027-01-01'],
    ['29/2', '2024-02-29', '2028-02-29'],
    ['29 february', '2024-02-29', '2028-02-29'],
    ['1/4', '2026-04-01', '2027-04-01'],
    ['12 jun', '2025-06-12', '2026-06-12'],
    ['5/6', '2025-06-05', '2026-06-05'],
    ['wed 20 may', '2026-05-20', '2026-05-20'],
  ])('"%s" logged is %s, planned %s', (text, past, future) => {
    expect(readDay(text, { today, prefer: 'past' })).toBe(past)
    expect(readDay(text, { today, prefer: 'future' })).toBe(future)
  })

  test('around a century without its leap day, 29 February is eight years away at most', () => {
    expect(readDay('29/2', { today: day('1903-06-01'), prefer: 'past' })).toBe('1896-02-29')
    expect(readDay('29/2', { today: day('1896-03-01'), prefer: 'future' })).toBe('1904-02-29')
  })
})

describe('words and distances', () => {
  test.each([
    ['t', '2026-05-20', '2026-05-20'],
    ['T', '2026-05-20', '2026-05-20'],
    ['today', '2026-05-20', '2026-05-20'],
    ['y', '2026-05-19', '2026-05-19'],
    ['Yesterday', '2026-05-19', '2026-05-19'],
    ['tomorrow', '2026-05-21', '2026-05-21'],
    ['fri', '2026-05-15', '2026-05-22'],
    ['Friday', '2026-05-15', '2026-05-22'],
    ['mon', '2026-05-18', '2026-05-25'],
    ['tues', '2026-05-19', '2026-05-26'],
    ['thurs', '2026-05-14', '2026-05-21'],
    ['sun', '2026-05-17', '2026-05-24'],
    ['wed', '2026-05-20', '2026-05-27'],
    ['-3', '2026-05-17', '2026-05-17'],
    ['+2w', '2026-06-03', '2026-06-03'],
    ['+10', '2026-05-30', '2026-05-30'],
    ['-1w', '2026-05-13', '2026-05-13'],
    ['+3d', '2026-05-23', '2026-05-23'],
    ['−3', '2026-05-17', '2026-05-17'],
    ['+0', '2026-05-20', '2026-05-20'],
    ['-60', '2026-03-21', '2026-03-21'],
  ])('"%s" logged is %s, planned %s', (text, past, future) => {
    expect(readDay(text, { today, prefer: 'past' })).toBe(past)
    expect(readDay(text, { today, prefer: 'future' })).toBe(future)
  })

  test('the year turns as the days do', () => {
    const newYear = day('2026-01-01')
    expect(readDay('y', { today: newYear, prefer: 'past' })).toBe('2025-12-31')
    expect(readDay('31/12', { today: newYear, prefer: 'past' })).toBe('2025-12-31')
    expect(readDay('+9999w', { today: newYear, prefer: 'future' })).toBe('2217-08-21')
  })
})

describe('what could mean two days, or none, is not read', () => {
  test.each([
    '5/17',
    '5/17/26',
    '05172026',
    '13/13',
    '31/4',
    '31/4/26',
    '29/2/25',
    '29/2/2026',
    '0/5',
    '32/1',
    '17/0',
    '30 feb',
    '17/5/026',
    '17/5/6',
    '17/5/0026',
    '17/5/2100',
    '17/5/1599',
    '17/5-26',
    '17',
    '1705',
    '3042026',
    '2026',
    '2026-13-01',
    '2026-17-05',
    '17 ma',
    'may 17',
    'may',
    'may 2026',
    '17 mayor',
    '17 foo',
    'fr',
    'f',
    'friyay',
    'next fri',
    'last fri',
    'soon',
    '',
    ' ',
    '3',
    '3w',
    '+w',
    '+2y',
    '+12345',
    '--3',
    '+-3',
    'sat 18 may 2025',
    'fri 17/5/25',
    'foo 17/5/25',
    '17/5/26 10:30',
    '2026-05-17T10:00',
    '17/5/2o26',
    'x'.repeat(500),
    '17//5',
    '/5',
    '1e3',
    'today yesterday',
  ])('"%s"', (text) => {
    expect(readDay(text, { today, prefer: 'past' })).toBeUndefined()
    expect(readDay(text, { today, prefer: 'future' })).toBeUndefined()
  })

  test('the day always comes first: no text is ever read month first', () => {
    for (let d = 1; d <= 12; d += 1)
      for (let m = 1; m <= 12; m += 1) {
        const expected = `2026-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
        for (const text of [`${d}/${m}/26`, `${d}-${m}-2026`, `${expected.slice(8)}${expected.slice(5, 7)}2026`])
          expect(readDay(text, { today, prefer: 'past' })).toBe(expected)
      }
  })
})
