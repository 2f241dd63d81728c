import { type Day, parseIsoDay } from '@hubline/domain/day.ts'
import { expect, test } from 'vitest'
import { cellsOf, listFrom, withColumn, withDecisions, withEdits, withHeading, withNewColumn } from './pasted-list.ts'

function theDay(text: string): Day {
  const day = parseIsoDay(text)
  if (!day) throw new Error(`${text} is no day`)
  return day
}

function theList(text: string) {
  const list = listFrom(text)
  if (!list) throw new Error('There is no list')
  return list
}
const today = theDay('2026-11-25')
const LIST = 'Learner\tEmail\tNotes\nPriya Shah\tp@firm.example\tx\nTom Ashby\tt@firm.example'

test('a list is read with its heading apart and its columns guessed', () => {
  const list = theList(LIST)

  expect(list.heading?.cells).toEqual(['Learner', 'Email', 'Notes'])
  expect(list.columns).toEqual(['full_name', 'email', null])
  expect(list.rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
    [2, 'Priya Shah'],
    [3, 'Tom Ashby'],
  ])
  expect(listFrom(' \n')).toBeUndefined()
})

test('the first row can be somebody after all, and a heading again', () => {
  const list = theList(LIST)
  const without = withHeading(list, false)

  expect(without.rows.map(({ row }) => row)).toEqual([1, 2, 3])
  expect(withHeading(without, true)).toEqual(list)
})

test('a column can hold something else, and no two hold the same', () => {
  const list = withColumn(theList(LIST), 2, 'email')
  expect(list.columns).toEqual(['full_name', null, 'email'])

  expect(withNewColumn(list, 'status').columns).toEqual(['full_name', null, 'email', 'status'])
})

test('cells are written, also beyond the end of a short row', () => {
  const list = withEdits(
    theList(LIST),
    [
      { key: '3', column: '2', text: 'y' },
      { key: '2', column: '0', text: 'Priya Khan' },
    ],
    today,
  )

  expect(list.rows.map(({ cells }) => cells)).toEqual([
    ['Priya Khan', 'p@firm.example', 'x'],
    ['Tom Ashby', 't@firm.example', 'y'],
  ])
  expect(list.rows[0] && cellsOf(list.rows[0], list.columns)).toEqual({
    full_name: 'Priya Khan',
    email: 'p@firm.example',
  })
})

test('a decision is made for rows, and taken back', () => {
  const made = withDecisions(theList(LIST), ['2', '3'], { is: 'new' })
  expect(made.decisions).toEqual({ 2: { is: 'new' }, 3: { is: 'new' } })

  expect(withDecisions(made, ['2'], undefined).decisions).toEqual({ 3: { is: 'new' } })
})

test('what is more than two thousand rows waits for the next time', () => {
  const list = theList(Array.from({ length: 2005 }, (_, at) => `Priya Shah\tp${at}@firm.example`).join('\n'))

  expect([list.rows.length, list.too_many]).toEqual([2000, 5])
})

test('a day is written as short as anywhere else, and a name that looks like one stays a name', () => {
  const list = withEdits(
    theList('Learner\tStart date\nTom Ashby\t31/02/2026'),
    [
      { key: '2', column: '1', text: 'y' },
      { key: '2', column: '0', text: 'May' },
    ],
    today,
  )

  expect(list.rows.map(({ cells }) => cells)).toEqual([['May', '24/11/2026']])
})
