import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv } from './read-csv.ts'
import type { CsvRecord } from './read-csv.ts'
import { UnreadableFile } from './unreadable-file.ts'

async function* pieces(bytes: Uint8Array, size = bytes.length || 1): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

async function read(content: string | Uint8Array, size?: number): Promise<{ header: string[]; records: CsvRecord[] }> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const { header, batches } = await readCsv(pieces(bytes, size))
  return { header, records: (await all(batches)).flat() }
}

async function refusal(content: string | Uint8Array, size?: number): Promise<UnreadableFile> {
  const error = await read(content, size).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof UnreadableFile) return error
  throw new Error('The file was read', { cause: error })
}

describe('a file that is right', () => {
  test('gives its header, its records and their lines', async () => {
    expect(await read('a,b\n1,2\n3,4\n')).toEqual({
      header: ['a', 'b'],
      records: [
        { line: 2, cells: ['1', '2'] },
        { line: 3, cells: ['3', '4'] },
      ],
    })
  })

  test.each([
    ['with a byte order mark', '\uFEFFa,b\n1,2\n'],
    ['with CRLF', 'a,b\r\n1,2\r\n'],
    ['without a last line end', 'a,b\n1,2'],
    ['with both line ends', 'a,b\r\n1,2\n'],
    ['with every cell quoted', '"a","b"\n"1","2"\n'],
    ['with blank lines', '\n\r\na,b\n\n\n1,2\n\r\n\n'],
  ])('%s gives the same cells', async (_, content) => {
    const { header, records } = await read(content)
    expect([header, ...records.map((record) => record.cells)]).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test('keeps commas, quotes, line ends and spaces inside cells as they are', async () => {
    const { records } = await read('a,b\n"x,""y""\r\nz\rw\n", 2 \n,""\n')
    expect(records.map((record) => record.cells)).toEqual([
      ['x,"y"\r\nz\rw\n', ' 2 '],
      ['', ''],
    ])
  })

  test('names the line on which a record starts, whatever lines the records before it held', async () => {
    const { records } = await read('"a\n",b\n"one\ntwo\r\nthree",1\n\n2,"\n"\n3,4')
    expect(records.map((record) => record.line)).toEqual([3, 7, 9])
  })

  test('with only a header has no records', async () => {
    expect(await read('a,b')).toEqual({ header: ['a', 'b'], records: [] })
  })

  test('is read the same however it is cut into pieces', async () => {
    const content = Buffer.from('\uFEFFname,note\r\nCafé 💡,"two\r\nlines ""quoted"""\r\n,ʤ\r\n')
    const whole = await read(content)
    for (let size = 1; size < content.length; size += 1) expect(await read(content, size)).toEqual(whole)
  })

  test('larger than one slice keeps every record whole, in batches of at most 1,000', async () => {
    const rows = Array.from({ length: 9000 }, (_, index) => `${index},"Café ${'é💡'.repeat(index % 40)}\nline ""two"""`)
    const { batches } = await readCsv(pieces(Buffer.from(`n,note\n${rows.join('\n')}\n`), 70_001))
    const found = await all(batches)
    expect(Math.max(...found.map((batch) => batch.length))).toBeLessThanOrEqual(1000)
    const records = found.flat()
    expect(records.map((record) => record.cells[0])).toEqual(rows.map((_, index) => String(index)))
    expect(records.every((record, index) => record.line === 2 + 2 * index && record.problem === undefined)).toBe(true)
    expect(records[39]?.cells[1]).toBe(`Café ${'é💡'.repeat(39)}\nline "two"`)
  })
})

describe('a row of the wrong length', () => {
  test('is given with its problem, and the rows after it are read', async () => {
    const { records } = await read('a,b,c\n1,2\n1,2,3,4\n1,2,3\n')
    expect(records).toEqual([
      { line: 2, cells: ['1', '2'], problem: expect.stringContaining('2 of the 3 cells') },
      { line: 3, cells: ['1', '2', '3', '4'], problem: expect.stringContaining('4 cells and the header names 3') },
      { line: 4, cells: ['1', '2', '3'] },
    ])
  })
})

describe('a file that cannot be read', () => {
  test.each([
    ['nothing', '', 'empty', 1],
    ['only line ends', '\n\r\n\n', 'empty', 1],
    ['only a byte order mark', '\uFEFF', 'empty', 1],
    ['a quote in an unquoted cell', 'a,b\n1,2\n3,x"y"\n', 'quotes', 3],
    ['a space before a quote', 'a,b\n1, "2"\n', 'quotes', 2],
    ['text after a closing quote', 'a,b\n"1"x,2\n', 'quotes', 2],
    ['a quote that is never closed', 'a,b\n"x\ny",2\n3,"4\n5,6\n', 'quotes', 4],
    ['a lone carriage return', 'a,b\n1,2\n3,4\r5,6\n', 'line_ends', 3],
    ['carriage returns alone', 'a,b\r1,2\r', 'line_ends', 1],
    ['a carriage return at its very end', 'a,b\n1,2\r', 'line_ends', 2],
    ['semicolons', 'a;b\n1;2\n', 'separator', 1],
    ['tabs', 'a\tb\n1\t"2" x\n', 'separator', 1],
    ['a column without a name', 'a, ,c\n1,2,3\n', 'header', 1],
    ['two columns of one name', '\na,b, a\n1,2,3\n', 'header', 2],
    ['a NUL byte', 'a,b\n1,2\n3,\0\n', 'nul', 3],
    ['a workbook', 'PK\u0003\u0004rest', 'not_text', 1],
  ])('with %s is refused with its line', async (_, content, reason, line) => {
    for (const size of [1, 1000]) expect(await refusal(content, size)).toMatchObject({ reason, line })
  })

  test.each([
    ['UTF-16 of Windows', Buffer.from('\uFEFFa,b\n1,2', 'utf16le')],
    ['UTF-16 the other way round', Buffer.from([0xfe, 0xff, 0, 0x61])],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
  ])('in %s is refused by its first bytes', async (_, content) => {
    expect(await refusal(content)).toMatchObject({ line: 1, advice: expect.stringContaining('CSV UTF-8') })
  })

  test.each([
    ['Windows-1252', [0x63, 0x61, 0x66, 0xe9, 0x2c, 0x78], 'Byte 12 of the file is E9', '"é"'],
    ['a lone continuation', [0x63, 0x93, 0x64], 'Byte 10 of the file is 93', '"“"'],
    ['an overlong form', [0xc0, 0xaf], 'Byte 9 of the file is C0', '"À"'],
    ['half a surrogate pair', [0xed, 0xa0, 0x80], 'Byte 9 of the file is ED', '"í"'],
    ['a character cut off by the end', [0x78, 0xf0, 0x9f, 0x92], 'Byte 10 of the file is F0', '"ð"'],
  ])('with %s names the line and the byte', async (_, bytes, sentence, letter) => {
    const content = Buffer.concat([Buffer.from('a,b\n1,2\n'), Buffer.from(bytes)])
    for (const size of [1, 3, 1000]) {
      const error = await refusal(content, size)
      expect(error).toMatchObject({ reason: 'wrong_encoding', line: 3 })
      expect(error.sentence).toContain(sentence)
      expect(error.sentence).toContain(letter)
    }
  })

  test('far from its beginning still names the right line and byte', async () => {
    const good = Buffer.from('a,b\n' + 'é,2\n'.repeat(200_000))
    const error = await refusal(Buffer.concat([good, Buffer.from([0x31, 0x2c, 0xe9, 0x0a])]), 65_537)
    expect(error.line).toBe(200_002)
    expect(error.sentence).toContain(`Byte ${good.length + 3} `)
  })

  test('with a cell over 100,000 characters names the line on which it begins', async () => {
    const long = 'x'.repeat(100_001)
    expect(await refusal(`a,b\n1,2\n3,${long}\n`)).toMatchObject({ reason: 'too_long', line: 3 })
    expect(await refusal(`a,b\n1,2\n"y\nz","${long}"\n`)).toMatchObject({ reason: 'too_long', line: 4 })
    const { records } = await read(`a,b\n1,${long.slice(1)}\n2,"${long.slice(1)}"\n`)
    expect(records.map((record) => record.cells[1]?.length)).toEqual([100_000, 100_000])
  })

  test('with an open quote is given up long before its end', async () => {
    let taken = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a,b\n1,"')
      for (; taken < 1000; taken += 1) yield Buffer.alloc(100_000, 'x\n')
    }
    const { batches } = await readCsv(endless())
    await expect(batches.next()).rejects.toMatchObject({ reason: 'too_long', line: 2 })
    expect(taken).toBeLessThan(10)
  })

  test('with a row of endless cells is given up', async () => {
    expect(await refusal(`a,b\n${',1'.repeat(700_000)}`)).toMatchObject({ reason: 'too_long', line: 2 })
  })

  test('says what is wrong and what to do in one message', async () => {
    expect((await refusal('a,a\n')).message).toBe(
      'Line 1: Columns 1 and 2 are both called "a". Give each column a name of its own',
    )
  })
})

describe('a file on disk', () => {
  test('is read from its path, and leaving early closes it', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'csv-'))
    const file = path.join(folder, 'many rows.csv')
    await writeFile(file, `a,b\n${'1,2\n'.repeat(400_000)}`)

    let seen = 0
    for await (const batch of (await readCsv(file)).batches) {
      seen += batch.length
      if (seen >= 2000) break
    }
    expect(seen).toBe(2000)
    const whole = await all((await readCsv(file)).batches)
    expect(whole.flat().at(-1)).toEqual({ line: 400_001, cells: ['1', '2'] })
    await rm(folder, { recursive: true })
  })

  test('that is not there is an error of the machine, not of the file', async () => {
    await expect(readCsv(path.join(tmpdir(), 'no-such-file.csv'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('is read no faster than its records are taken, and let go when nobody reads on', async () => {
    let given = 0
    let open = true
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        for (; given < 200; given += 1) yield Buffer.from('1,2\n'.repeat(25_000))
      } finally {
        open = false
      }
    }
    const { batches } = await readCsv(source())
    expect([given, open]).toEqual([0, true])
    await batches.next()
    expect(given).toBeLessThan(5)
    await batches.return()
    expect(open).toBe(false)
  })
})

test('whatever the text, it is read as csv-parse reads it or refused', async () => {
  const scrap = fc.constantFrom('a', 'b', '"', '""', ',', '\n', '\r\n', '\r', ' ', 'é', '"x"', '"y,"')
  await fc.assert(
    fc.asyncProperty(fc.array(scrap, { maxLength: 30 }), fc.integer({ min: 1, max: 9 }), async (scraps, size) => {
      const content = `h,i\n${scraps.join('')}`
      const ours = await readAll(content, size)
      if (ours === undefined) return
      const theirs: string[][] = parse(content, {
        relax_column_count: true,
        record_delimiter: ['\r\n', '\n'],
        skip_empty_lines: true,
      })
      expect(ours).toEqual(theirs)
    }),
    { numRuns: 500 },
  )
})

async function readAll(content: string, size: number): Promise<string[][] | undefined> {
  try {
    const { header, records } = await read(content, size)
    return [header, ...records.map((record) => record.cells)]
  } catch (error) {
    if (error instanceof UnreadableFile) return undefined
    throw error
  }
}
