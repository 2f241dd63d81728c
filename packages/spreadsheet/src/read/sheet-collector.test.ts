import { expect, test } from 'vitest'
import { SheetCollector } from './sheet-collector.ts'
import { UnreadableWorkbook } from './unreadable-workbook.ts'

/** A row far down costs the lines above it, which come out as blank ones. */
const farDown = { row: 50_000, column: 0, text: 'x' }

test('a small file that names a row far down on many sheets is refused before it is written out', () => {
  const collector = new SheetCollector()
  const fill = () => {
    for (let sheet = 0; sheet < 90; sheet++) {
      collector.begin(`Sheet ${sheet}`)
      collector.put(farDown)
    }
  }

  expect(fill).toThrow(UnreadableWorkbook)
  expect(collector.sheets.length).toBeLessThan(90)
})

test('a workbook of more than a hundred sheets is no list', () => {
  const collector = new SheetCollector()
  for (let sheet = 0; sheet < 100; sheet++) collector.begin(`Sheet ${sheet}`)

  expect(() => collector.begin('One more')).toThrow(UnreadableWorkbook)
})

test('blank lines between rows are no trouble', () => {
  const collector = new SheetCollector()
  collector.begin('List')
  collector.put({ row: 3, column: 1, text: 'a' })
  collector.put({ row: 9, column: 0, text: 'b' })

  expect(collector.sheets).toEqual([
    {
      name: 'List',
      rows: [
        { row: 3, cells: ['', 'a'] },
        { row: 9, cells: ['b'] },
      ],
    },
  ])
})
