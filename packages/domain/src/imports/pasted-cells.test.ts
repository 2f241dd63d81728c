import { expect, test } from 'vitest'
import { parseIsoDay } from '../day.ts'
import { readEmail, readPastedDay, readPhone, readPostcode } from './pasted-cells.ts'

const today = parseIsoDay('2026-11-25')
if (!today) throw new Error('Not a day')

test.each([
  ['17/05/2026', '2026-05-17'],
  ['17/5/26', '2026-05-17'],
  ['17.05.2026', '2026-05-17'],
  ['17-May-26', '2026-05-17'],
  ['17 May 2026', '2026-05-17'],
  ['Sunday 17 May 2026', '2026-05-17'],
  ['17th May 2026', '2026-05-17'],
  ['2026-05-17', '2026-05-17'],
  ['17/05/2026 00:00:00', '2026-05-17'],
  ['2026-05-17T00:00:00.000Z', '2026-05-17'],
  ['17052026', '2026-05-17'],
  ['', null],
  ['n/a', null],
  ['-', null],
])('a day written as %s is %s', (cell, value) => {
  expect(readPastedDay(cell, today)).toEqual({ value })
})

test.each([
  ['08/31/2020', 'Write the day before the month, like 31/08/2020'],
  ['31/02/2024', 'Enter a real day, like 17/05/2026'],
  ['17/5', 'Write the year too, like 17/05/2026'],
  ['17 May', 'Write the year too, like 17/05/2026'],
  ['45231', 'That is a number: give the column the format of a date and copy it again'],
  ['yesterday', 'Enter a real day, like 17/05/2026'],
  ['fri', 'Enter a real day, like 17/05/2026'],
  ['-3', 'Enter a real day, like 17/05/2026'],
  ['31-Nov-18', 'Enter a real day, like 17/05/2026'],
  ['31. Dez 18', 'Enter a real day, like 17/05/2026'],
  ['May 2026', 'Enter a real day, like 17/05/2026'],
  ['17/05/2026 14:30', 'Enter a real day, like 17/05/2026'],
])('%s is not read as a day', (cell, error) => {
  expect(readPastedDay(cell, today)).toEqual({ value: null, error })
})

test.each([
  [readEmail, 'Priya Shah <Priya@Firm.example>', 'priya@firm.example'],
  [readEmail, 'mailto:priya@firm.example', 'priya@firm.example'],
  [readEmail, 'unknown', null],
  [readPhone, '7700900123', '07700 900123'],
  [readPhone, '+44 (0)1782 555123', '01782 555123'],
  [readPostcode, 'st11ab', 'ST1 1AB'],
  [readPostcode, 'TBC', null],
])('a cell says what is meant', (read, cell, value) => {
  expect(read(cell)).toEqual({ value })
})

test.each([
  [readEmail, 'priya at firm'],
  [readEmail, 'p@firm.example; q@firm.example'],
  [readPhone, '07700 900123 / 01782 555123'],
  [readPostcode, 'ST1'],
  [readPostcode, 'Stoke'],
])('what cannot be read is told', (read, cell) => {
  expect(read(cell).error).toBeDefined()
})
