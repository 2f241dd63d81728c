import { expect, test } from 'vitest'
import { cleared, copied, filledDown, pasted } from './grid-block.ts'
import type { Place, Selection } from './grid-place.ts'

const TEXTS = [
  ['1', 'Priya', 'Shah'],
  ['2', 'Tom', 'Ash "by"'],
  ['3', 'Sam', 'Reed'],
]
const around = {
  rows: 3,
  columns: 3,
  textOf: ({ row, column }: Place) => TEXTS[row]?.[column] ?? '',
  // The first column holds the row numbers.
  mayEdit: ({ column }: Place) => column > 0,
}
const between = (from: [number, number], to = from): Selection => ({
  corner: { row: from[0], column: from[1] },
  active: { row: to[0], column: to[1] },
})

test('a block is copied as a spreadsheet reads it', () => {
  expect(copied(between([0, 1], [1, 2]), around.textOf)).toBe('Priya\tShah\nTom\t"Ash ""by"""')
})

test('a block is pasted from its corner on, as far as there are cells that may change', () => {
  expect(pasted('x\ty\nz\tw\n', between([1, 2]), around)).toEqual([
    { row: 1, column: 2, text: 'x' },
    { row: 2, column: 2, text: 'z' },
  ])
  expect(pasted('9\tx', between([0, 0]), around)).toEqual([{ row: 0, column: 1, text: 'x' }])
})

test('one cell is pasted into the whole selection', () => {
  expect(pasted('x\n', between([0, 1], [2, 1]), around).map(({ row, text }) => [row, text])).toEqual([
    [0, 'x'],
    [1, 'x'],
    [2, 'x'],
  ])
})

test('a blank row of the clipboard leaves its row alone', () => {
  expect(pasted('x\n\ny', between([0, 1]), around).map(({ row, text }) => [row, text])).toEqual([
    [0, 'x'],
    [2, 'y'],
  ])
})

test('filling down repeats the first row of the block, and one cell takes what stands above it', () => {
  expect(filledDown(between([0, 1], [2, 1]), around)).toEqual([
    { row: 1, column: 1, text: 'Priya' },
    { row: 2, column: 1, text: 'Priya' },
  ])
  expect(filledDown(between([1, 2]), around)).toEqual([{ row: 1, column: 2, text: 'Shah' }])
  expect(filledDown(between([0, 1]), around)).toEqual([])
})

test('what may not change is not cleared', () => {
  expect(cleared(between([0, 0], [0, 2]), around)).toEqual([
    { row: 0, column: 1, text: '' },
    { row: 0, column: 2, text: '' },
  ])
})
