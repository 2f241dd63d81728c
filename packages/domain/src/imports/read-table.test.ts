import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTable } from './read-table.ts'

const cellsOf = (text: string) => readTable(text).map(({ cells }) => cells)

test.each<[string, string, string[][]]>([
  [
    'a block of a spreadsheet',
    'Priya\tShah\nTom\tAshby\n',
    [
      ['Priya', 'Shah'],
      ['Tom', 'Ashby'],
    ],
  ],
  [
    'commas, Windows line ends',
    'Priya,Shah\r\nTom,Ashby',
    [
      ['Priya', 'Shah'],
      ['Tom', 'Ashby'],
    ],
  ],
  [
    'semicolons',
    'Shah, Priya;ST1 1AA\nAshby, Tom;ST1 1AB',
    [
      ['Shah, Priya', 'ST1 1AA'],
      ['Ashby, Tom', 'ST1 1AB'],
    ],
  ],
  [
    'line ends of old Macs',
    'Priya\tShah\rTom\tAshby',
    [
      ['Priya', 'Shah'],
      ['Tom', 'Ashby'],
    ],
  ],
  ['a cell with line breaks and quotation marks', '"Say ""hello""\nagain"\tShah', [['Say "hello" again', 'Shah']]],
  ['a cell that begins with a quotation mark', '"Pots" by Jo\tShah', [['"Pots" by Jo', 'Shah']]],
  ['a quotation mark that never ends', '"Pots by Jo\tShah', [['"Pots by Jo', 'Shah']]],
  ['a comma inside quotation marks', '"Shah, Priya",ST1 1AA', [['Shah, Priya', 'ST1 1AA']]],
  ['blanks at the end of a row', 'Priya\t\t', [['Priya', '', '']]],
  ['spaces and signs that nobody sees', '\uFEFF Priya\u00A0 Shah\u200B\t\u0000ST1 1AA', [['Priya Shah', 'ST1 1AA']]],
  ['one column', 'Priya Shah\nTom Ashby', [['Priya Shah'], ['Tom Ashby']]],
  ['names with their commas', 'Shah, Priya\nAshby, Tom', [['Shah, Priya'], ['Ashby, Tom']]],
  ['nothing', ' \n\t\n', []],
])('%s: a pasted list is read', (_, text, cells) => {
  expect(cellsOf(text)).toEqual(cells)
})

test('rows keep the numbers that they have in the spreadsheet', () => {
  expect(readTable('Name\tPostcode\n\n"Priya\nShah"\tST1 1AA\n\t\nTom\t').map(({ row }) => row)).toEqual([1, 3, 5])
  expect(readTable('Name\n\nPriya\n\nTom').map(({ row }) => row)).toEqual([1, 3, 5])
})

test('what a spreadsheet writes comes back as it was', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ' ', '\n', '7'), maxLength: 8 })
  const written = (text: string) => (/["\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const seen = (text: string) => text.replace(/\s+/g, ' ').trim()
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const text = rows.map((cells) => cells.map(written).join('\t')).join('\n')
      const full = rows.map((cells) => cells.map(seen)).filter((cells) => cells.some((each) => each !== ''))
      expect(cellsOf(text)).toEqual(full)
    }),
  )
})
