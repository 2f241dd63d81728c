import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv } from './read-csv.ts'
import { csvLine, harmlessCell, writeCsv } from './write-csv.ts'
import type { CsvStyle } from './write-csv.ts'

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

async function written(header: string[], rows: Iterable<string[]>, style?: CsvStyle): Promise<string> {
  return (await all(writeCsv({ header, rows }, style))).join('')
}

async function* encoded(chunks: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield Buffer.from(chunk)
}

describe('a written file', () => {
  test('quotes only the cells that need it and ends lines as RFC 4180 does', async () => {
    expect(
      await written(
        ['a', 'b'],
        [
          ['1', 'x,y'],
          ['say "hi"', 'two\nlines'],
          [' s ', ''],
        ],
      ),
    ).toBe('a,b\r\n1,"x,y"\r\n"say ""hi""","two\nlines"\r\n s ,\r\n')
  })

  test('has line feeds and a byte order mark when asked', async () => {
    expect(await written(['a', 'b'], [['1', '2']], { lineEnd: '\n', bom: true })).toBe('\uFEFFa,b\n1,2\n')
  })

  test('with only a header is a header', async () => expect(await written(['a', 'b'], [])).toBe('a,b\r\n'))

  test('of one column keeps its blank cells', async () =>
    expect(await written(['a'], [[''], ['x']])).toBe('a\r\n""\r\nx\r\n'))

  test('cannot have a row of another length', async () => {
    await expect(written(['a', 'b'], [['1']])).rejects.toThrow('A row has 1 cells, the header 2')
  })

  test('is made only as fast as it is taken', async () => {
    let made = 0
    function* rows(): Generator<string[]> {
      for (; made < 100_000; made += 1) yield ['x'.repeat(100), 'y']
    }
    const chunks = writeCsv({ header: ['a', 'b'], rows: rows() })
    expect((await chunks.next()).value?.length).toBeLessThan(70_000)
    expect(made).toBeLessThan(1000)
    await chunks.return()
  })
})

describe('a cell made harmless', () => {
  test.each([
    '=1+1',
    '+44 1782 000000',
    '+441782000000',
    '-1+1',
    '-',
    '--1',
    '-1e5',
    '-cmd|x',
    '@SUM(A1)',
    '\t=1',
    '\rx',
    '\nx=1',
    '\0=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    ' =1+1',
    '\u00A0=1',
    '\uFEFF=1',
    "=cmd|' /C calc'!A0",
    '-3,50',
    '=',
  ])('%j gets an apostrophe', (cell) => {
    expect(harmlessCell(cell)).toBe(`'${cell}`)
  })

  test.each(['-3.50', '-3', '0', '3.50', '', 'a=b', "O'Neil", '1+1', 'a@b.example', '2021-04-01', '£-5', '(=1)'])(
    '%j stays as it is',
    (cell) => expect(harmlessCell(cell)).toBe(cell),
  )

  test('is neutralised in the header too, and only when asked', () => {
    expect(csvLine(['=a', '-1', '"=b"'], { harmless: true, lineEnd: '\n' })).toBe(`'=a,-1,"""=b"""\n`)
    expect(csvLine(['=a', '-1'], { lineEnd: '\n' })).toBe('=a,-1\n')
  })

  test('never begins with a character that a spreadsheet runs, unless it is a negative number', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'=+-@\t\r\0＝＋－＠ 1a."'.split('')) }), (cell) => {
        const safe = harmlessCell(cell)
        expect(/^[=+\-@\t\r\0＝＋－＠]/.test(safe)).toBe(/^-\d+(\.\d+)?$/.test(cell))
        expect(safe.endsWith(cell)).toBe(true)
      }),
    )
  })
})

test('what is written is read back, cell for cell', async () => {
  const cell = fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ' ', 'a', '\uFEFF', ';', '\t', "'"), maxLength: 12 }),
    )
    .map((text) => text.replaceAll('\0', ''))
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 20 }))
  const style = fc.record({ lineEnd: fc.constantFrom('\n' as const, '\r\n' as const), bom: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(table, style, fc.boolean(), async (rows, chosen, strangeHeader) => {
      const header = (rows[0] ?? ['x']).map((_, index) =>
        strangeHeader ? `\uFEFF"column, ${index}\n` : `column_${index}`,
      )
      const { header: read, batches } = await readCsv(encoded(writeCsv({ header, rows }, chosen)))
      expect(read).toEqual(header)
      expect((await all(batches)).flat().map((record) => record.cells)).toEqual(rows)
    }),
    { numRuns: 500 },
  )
})
