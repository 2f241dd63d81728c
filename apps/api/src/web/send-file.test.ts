import { Readable, Writable } from 'node:stream'
import type { Response } from 'express'
import { expect, test } from 'vitest'
import { FilesUnderWay } from './files-under-way.ts'
import { sendPieces } from './send-file.ts'

test('a reader who does not take the last of a file is let go', async () => {
  // What is written to it stays on the way.
  const stuck = new Writable({ highWaterMark: 1_000_000, write: () => undefined })
  const let_go = new Promise((resolve) => stuck.once('close', () => resolve('let go')))

  await sendPieces(new FilesUnderWay(50), stuck as Response, Readable.from([Buffer.from('the last of it')]))
  stuck.end()

  expect(await let_go).toBe('let go')
})
