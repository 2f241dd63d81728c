import { EventEmitter } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
import { FilesUnderWay, type Reader } from './files-under-way.ts'
import { ReaderLeft } from './told.ts'

/** Somebody who waits for a file, and may go away. */
function aReader() {
  const reader = Object.assign(new EventEmitter(), { closed: false })
  const goAway = () => {
    reader.closed = true
    reader.emit('close')
  }
  return { reader: reader as unknown as Reader, goAway }
}

/** Files of accounts, by name, each made until it is told to be whole. */
function makingOf(files: FilesUnderWay) {
  const begun: string[] = []
  const whole = new Map<string, () => void>()
  const make = (name: string, account: string) => {
    const { reader, goAway } = aReader()
    const made = files.make(reader, account, () => {
      begun.push(name)
      return new Promise<void>((resolve) => whole.set(name, resolve))
    })
    made.catch(() => undefined)
    return { made, goAway }
  }
  const finish = async (name: string) => {
    whole.get(name)?.()
    await new Promise(setImmediate)
  }
  return { begun, make, finish }
}

test('of four files that are made at once two are of one account, and whoever comes later goes past its others', async () => {
  const { begun, make, finish } = makingOf(new FilesUnderWay())
  for (const name of ['a1', 'a2', 'a3']) make(name, 'a')
  for (const name of ['b1', 'b2']) make(name, 'b')
  for (const name of ['c1']) make(name, 'c')
  expect(begun).toEqual(['a1', 'a2', 'b1', 'b2'])

  await finish('b1')
  expect(begun.slice(4)).toEqual(['c1'])
  await finish('a1')
  expect(begun.slice(5)).toEqual(['a3'])
})

test('nothing is made for whoever went away, and they wait for nothing', async () => {
  const { begun, make, finish } = makingOf(new FilesUnderWay())
  for (const name of ['a1', 'a2']) make(name, 'a')
  const gone = make('a3', 'a')
  make('a4', 'a')
  gone.goAway()
  await expect(gone.made).rejects.toThrow(ReaderLeft)

  await finish('a1')
  expect(begun).toEqual(['a1', 'a2', 'a4'])
})

test('whoever waits too long is told, and takes nobody’s turn or place with them', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const { begun, make, finish } = makingOf(new FilesUnderWay())
  for (const name of ['a1', 'a2']) make(name, 'a')
  const early = make('a3', 'a')
  await vi.advanceTimersByTimeAsync(15_000)
  make('a4', 'a')
  await vi.advanceTimersByTimeAsync(5000)
  await expect(early.made).rejects.toThrow('Other files are being made just now')

  await finish('a1')
  expect(begun).toEqual(['a1', 'a2', 'a4'])
})
