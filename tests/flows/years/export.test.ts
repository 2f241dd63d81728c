import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bundleCommand } from '@hubline/api/cli/bundle.ts'
import { exportCommand } from '@hubline/api/cli/export.ts'
import { figuresCommand } from '@hubline/api/cli/figures.ts'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { hub as callHub } from '../../faults/hub-command.ts'
import { aMeeting } from '../../given/cases.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { checkPack } from '../../stranger/check-pack.ts'
import { readPack } from '../../stranger/read-pack.ts'

const YEAR = '2020-21'
let folder: string
let hub: TestHub
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'export-'))
  hub = await aHub()
  await aMeeting(hub, await hub.aBusiness(), '2020-06-01', 400)
  const years = hub.as('manager').years
  await years.move({ request_id: randomUUID(), year: YEAR, to: 'draft', steps: 0, note: '' })
  await years.move({ request_id: randomUUID(), year: YEAR, to: 'checked', steps: 1, note: '' })
  await years.signOff({ request_id: randomUUID(), year: YEAR, steps: 2 })
})
afterAll(() => rm(folder, { recursive: true }))
afterEach(() => void vi.unstubAllEnvs())

const out = (name: string) => path.join(folder, name)
const here = () => vi.stubEnv('DATABASE_URL', hub.database.url)

test('hub export writes a pack that passes the stranger’s check, and says how many rows each sheet has', async () => {
  const words = ['export', '--hub', hub.slug, '--year', YEAR, '--format', 'csv', '--out', out('live.zip')]
  const { status, out: said, err } = await callHub({ DATABASE_URL: hub.database.url }, ...words)

  expect({ status, err }).toEqual({ status: 0, err: '' })
  const pack = readPack(out('live.zip'))
  expect(checkPack(pack)).toEqual([])
  expect(pack['Support events']).toHaveLength(1)
  expect(said).toContain('Support events: 1\n')
  expect(await readdir(folder)).toEqual(['live.zip'])
})

test('hub export writes each format, and a signed-off version is the same file each time', async () => {
  here()
  const asked = { hub: hub.slug, year: YEAR, json: true } as const
  for (const format of ['xlsx', 'ods'] as const) {
    await exportCommand({ ...asked, format, out: out(`pack.${format}`) })
    expect((await readFile(out(`pack.${format}`))).toString('latin1', 0, 2)).toBe('PK')
  }
  for (const name of ['one.zip', 'two.zip'])
    await exportCommand({ ...asked, version: '1', format: 'csv', out: out(name) })
  expect(checkPack(readPack(out('one.zip')))).toEqual([])
  expect(await readFile(out('one.zip'))).toEqual(await readFile(out('two.zip')))
})

test.each([
  ['a year that is none', { year: '2020-22' }, 'There is no year 2020-22: write it like 2021-22'],
  ['a hub that is none', { hub: 'nowhere' }, /^There is no hub called nowhere: choose one of /],
  ['a version that is none', { version: '2' }, '2020-21 has no signed-off version 2: choose one under Close the year'],
  [
    'a version that is no number',
    { version: 'one' },
    'Say which signed-off version by its number, like 1, or none for the records as they stand',
  ],
])('hub export refuses %s in a sentence, and leaves no file', async (_what, change, sentence) => {
  here()
  const asked = { hub: hub.slug, year: YEAR, format: 'csv', out: out('refused.zip'), ...change } as const
  await expect(exportCommand(asked)).rejects.toThrow(sentence)
  expect(existsSync(out('refused.zip')) || existsSync(out('refused.zip.unfinished'))).toBe(false)
})

test('what the command line takes out stands in the trail of the hub, with what it is for and how much it is', async () => {
  here()
  const { rows: before } = await hub.as('manager').audit.taken({ size: 100 })
  await exportCommand({
    hub: hub.slug,
    year: YEAR,
    version: '1',
    why: 'The auditor',
    format: 'csv',
    out: out('why.zip'),
  })
  await bundleCommand({ hub: hub.slug, out: out('bundle'), json: true })
  const units = {
    key: 'lep.businesses_supported',
    units: true,
    asAt: new Date().toISOString(),
    why: 'The board',
  } as const
  const none = () => undefined
  await figuresCommand({ hub: hub.slug, year: YEAR, ...units }, { say: none, sayPiece: none, remark: none })
  const { rows } = await hub.as('manager').audit.taken({ size: 100 })

  // Each was asked for before, and is one line of the screen.
  expect(rows.slice(0, rows.length - before.length)).toMatchObject([
    {
      file: 'List behind a figure',
      of: { year: YEAR, as_at: expect.any(String) },
      by: null,
      reason: 'The board',
      whole: true,
      many: 1,
    },
    { file: 'The whole hub as a bundle', by: null, reason: 'command line', whole: true, many: expect.any(Number) },
    { file: 'Pack of a year', of: { year: YEAR, version: 1, format: 'zip' }, reason: 'The auditor', whole: true },
  ])
  await expect(
    exportCommand({ hub: hub.slug, year: YEAR, why: ' ', format: 'csv', out: out('no.zip') }),
  ).rejects.toThrow('Say what the list is for')
})
