import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { expect, test } from 'vitest'
import { Spool, writeWhole } from './spool.ts'

const PIECES = 100
const many = () => Readable.from(Array.from({ length: PIECES }, (_, at) => Buffer.alloc(100_000, at)))

test('a file is made to its end while its reader takes one piece, and then read from any byte on', async () => {
  const spool = await Spool.open()
  const pieces = spool.pieces()
  const first = pieces.next()

  await pipeline(many(), spool.into)
  spool.end()

  expect(spool.length).toBe(PIECES * 100_000)
  expect((await first).value?.[0]).toBe(0)
  let read = (await first).value?.length ?? 0
  for await (const piece of pieces) read += piece.length
  expect(read).toBe(PIECES * 100_000)
  const end = spool.pieces(PIECES * 100_000 - 3)
  expect((await end.next()).value).toEqual(Buffer.from([99, 99, 99]))
  expect((await end.next()).done).toBe(true)
  await spool.close()
})

test('a file that cannot be made to its end breaks off', async () => {
  const spool = await Spool.open()
  spool.into.write(Buffer.from('begun'))
  await spool.begun()
  const pieces = spool.pieces()
  expect(String((await pieces.next()).value)).toBe('begun')

  spool.end({ fault: new Error('The database went away') })

  await expect(pieces.next()).rejects.toThrow('The database went away')
  await spool.close()
})

test('a piece of which the disk takes a little at a time is written whole, and one that it does not take fails', async () => {
  const disk = Buffer.alloc(20, '.')
  let room = Infinity
  const write = (piece: Buffer, from: number, length: number, at: number) => {
    const bytesWritten = Math.min(3, length, room)
    room -= bytesWritten
    piece.copy(disk, at, from, from + bytesWritten)
    return Promise.resolve({ bytesWritten, buffer: piece })
  }
  const file = { write } as unknown as Parameters<typeof writeWhole>[0]

  await writeWhole(file, Buffer.from('ten bytes.'), 5)
  expect(String(disk)).toBe('.....ten bytes......')

  room = 4
  await expect(writeWhole(file, Buffer.from('ten bytes.'), 5)).rejects.toThrow('The disk takes no more')
})
