import { execFile } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { exportCommand } from '@hubline/api/cli/export.ts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aHubWith } from '../given/bundle.ts'
import { aMeeting } from '../given/cases.ts'
import { signedYear } from '../given/signed-year.ts'
import { type Pack, readPack, rowsOf } from '../stranger/read-pack.ts'

/** Every sheet to a CSV file of its own, as LibreOffice shows it: 44 a comma, 34 a quotation mark, 76 UTF-8. */
const SHEETS_AS_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
/** What LibreOffice opens: a signed-off version in both formats, and the records as they stand. */
const BOOKS = ['signed-xlsx.xlsx', 'signed-ods.ods', 'live-xlsx.xlsx'] as const
const SIGNED = BOOKS.slice(0, 2)
const YEAR = '2021-22'
/** What a spreadsheet would take for a formula, were it no text. */
const FORMULAS = ['=1+1', '+44 1632 960001', '-2+3', '@SUM(1;1)', '=HYPERLINK("http://hub.example";"Click")']

let folder: string
let packs: Readonly<Record<string, Pack>>
let complaints: string[]

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hubline-office-'))
  const hub = await aHubWith(path.resolve(import.meta.dirname, '../samples/bundle-a'))
  for (const [at, name] of FORMULAS.entries())
    await aMeeting(hub, await hub.aBusiness({ reference: `F-${at}`, name }), '2021-06-01')
  await signedYear(hub, YEAR)
  vi.stubEnv('DATABASE_URL', hub.database.url)
  const take = async (name: string, format: 'xlsx' | 'ods' | 'csv', version?: string) => {
    const out = path.join(folder, name)
    await exportCommand({ hub: hub.slug, year: YEAR, json: true, format, out, ...(version && { version }) })
    return out
  }
  await take('signed-xlsx.xlsx', 'xlsx', '1')
  await take('signed-ods.ods', 'ods', '1')
  await take('live-xlsx.xlsx', 'xlsx')
  packs = {
    signed: readPack(await take('signed.zip', 'csv', '1')),
    live: readPack(await take('live.zip', 'csv')),
  }
  complaints = [
    ...(await convert(BOOKS, SHEETS_AS_CSV, path.join(folder, 'sheets'))),
    ...(await convert(SIGNED, 'fods', folder)),
  ]
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

/** Has LibreOffice open workbooks without a window and save them as something else. Gives what it complained of. */
async function convert(books: readonly string[], to: string, into: string): Promise<string[]> {
  const profile = pathToFileURL(path.join(folder, 'profile')).href
  const words = [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', to, '--outdir', into]
  const { stderr } = await promisify(execFile)('soffice', [...words, ...books], {
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C' },
  })
  // That Java is missing is about the machine; no workbook needs it.
  return stderr.split('\n').filter((line) => line !== '' && !line.includes('javaldx'))
}

/**
 * As the pack's text has it: LibreOffice shows dates as its user's country does, no nought at the end of a decimal, and no
 * mark before text that a CSV file has to keep from being a formula.
 */
const asToldInText = (shown: string, told: string): string => {
  const [, month, day, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(shown) ?? []
  if (year) return `${year}-${month}-${day}`
  if (told === `'${shown}` && FORMULAS.includes(shown)) return told
  return /^-?\d+\.\d+$/.test(told) && Number(shown) === Number(told) ? told : shown
}

test('LibreOffice opens each without a complaint', () => {
  expect(complaints).toEqual([])
})

test.each(BOOKS)('LibreOffice shows the same in every cell of %s as the CSV files', async (book) => {
  const into = path.join(folder, 'sheets')
  const { name } = path.parse(book)
  const pack = packs[name.split('-')[0] ?? ''] ?? {}
  expect((await readdir(into)).filter((file) => file.startsWith(`${name}-`)).toSorted()).toEqual(
    Object.keys(pack)
      .map((sheet) => `${name}-${sheet}.csv`)
      .toSorted(),
  )
  for (const [sheet, told] of Object.entries(pack)) {
    const text = await readFile(path.join(into, `${name}-${sheet}.csv`), 'utf8')
    const shown = rowsOf(text.replaceAll(/\r?\n/g, '\r\n'))
    const alike = shown.map((row, at) =>
      Object.fromEntries(
        Object.entries(row).map(([column, cell]) => [column, asToldInText(cell, told[at]?.[column] ?? '')]),
      ),
    )
    const isOfThatFile = ({ item }: Readonly<Record<string, string>>) => item === 'Produced at'
    expect(alike.filter((row) => !isOfThatFile(row))).toEqual(told.filter((row) => !isOfThatFile(row)))
  }
})

test('the numbers of the signed-off version are those that the year was signed off with', () => {
  expect(packs['signed']?.['Cover']).toContainEqual({ item: 'Status', value: 'Signed off, version 1' })
  const valuesOf = (pack: Pack = {}) => pack['Headlines']?.map(({ key, value }) => ({ key, value }))
  expect(valuesOf(packs['signed'])).toEqual(valuesOf(packs['live']))
})

test.each(SIGNED)('nothing in %s is a formula to LibreOffice', async (book) => {
  const flat = await readFile(path.join(folder, `${path.parse(book).name}.fods`), 'utf8')

  expect(flat).not.toContain('table:formula')
  expect(flat.match(/<text:p>(?:=|\+|-|@)/g)?.length).toBeGreaterThanOrEqual(FORMULAS.length)
})
