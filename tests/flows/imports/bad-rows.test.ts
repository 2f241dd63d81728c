import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { aHub } from '../../given/hub.ts'
import { aBundle, aFolder, filesIn, importInto } from './folder.ts'
import { everythingIn } from './nothing-written.ts'

/** Three good rows, three bad ones, and one that is bad because of another. */
const MIXED = {
  'businesses.csv': [
    'reference,name,legal_form,incorporated_on',
    'B-1,Amber Bakery,plc,2010-01-04',
    'B-2,"Birch, Metals",guild,2010-13-04',
    'B-3,Cedar Foods,cic,',
  ],
  'interactions.csv': [
    'reference,business_reference,kind,channel,occurred_on,minutes,notes',
    'I-1,B-1,mentoring,video,2021-06-01,60,"Two lines',
    'of ""notes"""',
    'I-2,B-2,mentoring,video,2021-06-01,60,Its business is refused',
    'I-3,B-3,mentoring,video,2021-06-01,601,Too long',
  ],
}

test('bad rows may be left out: the good ones are written, and each bad one comes back with what to put right', async () => {
  const hub = await aHub()
  const rejects = await aFolder()

  const told = await importInto(hub, await aBundle(MIXED), { skip_bad_rows: true, rejects })

  expect(told).toMatchObject({
    accepted: true,
    read: { 'businesses.csv': 3, 'interactions.csv': 3 },
    created: { 'businesses.csv': 2, 'interactions.csv': 1 },
  })
  expect(told.rejected.map(({ file, line, column, found }) => [file, line, column, found])).toEqual([
    ['businesses.csv', 3, 'legal_form', 'guild'],
    ['businesses.csv', 3, 'incorporated_on', '2010-13-04'],
    ['interactions.csv', 4, 'business_reference', 'B-2'],
    ['interactions.csv', 5, 'minutes', '601'],
  ])
  const files = await filesIn(rejects)
  expect(Object.keys(files)).toEqual(['businesses.csv', 'interactions.csv'])
  expect(files['businesses.csv']?.split('\r\n')).toEqual([
    'reference,name,legal_form,incorporated_on,problem',
    expect.stringMatching(
      /^B-2,"Birch, Metals",guild,2010-13-04,"legal_form: Choose one of limited_company, .*; incorporated_on: Enter a day of the calendar like 2021-05-17"$/,
    ),
    '',
  ])
  expect(files['interactions.csv']?.split('\r\n')).toEqual([
    'reference,business_reference,kind,channel,occurred_on,minutes,notes,problem',
    'I-2,B-2,mentoring,video,2021-06-01,60,Its business is refused,"business_reference: This business is refused (businesses.csv, line 3): put that row right first"',
    'I-3,B-3,mentoring,video,2021-06-01,601,Too long,minutes: Enter a whole number from 0 to 600',
    '',
  ])
})

test('refused rows that were put right go in as they came back, and then the whole bundle is as before', async () => {
  const hub = await aHub()
  const [first, second] = [await aFolder(), await aFolder()]
  await importInto(hub, await aBundle(MIXED), { skip_bad_rows: true, rejects: first })

  const again = await importInto(hub, first, { skip_bad_rows: true, rejects: path.join(second, 'again') })
  expect(await filesIn(path.join(second, 'again'))).toEqual(
    Object.fromEntries(
      Object.entries(await filesIn(first)).map(([name, text]) => [name, text.replace('line 3)', 'line 2)')]),
    ),
  )
  expect(again.created).toEqual({ 'businesses.csv': 0, 'interactions.csv': 0 })

  for (const name of ['businesses.csv', 'interactions.csv']) {
    const text = await readFile(path.join(first, name), 'utf8')
    await writeFile(
      path.join(first, name),
      text.replace('guild', 'plc').replace('-13-', '-12-').replace(',601,', ',60,'),
    )
  }
  expect(await importInto(hub, first)).toMatchObject({
    accepted: true,
    created: { 'businesses.csv': 1, 'interactions.csv': 2 },
    problems: 0,
  })
})

test('without a word about bad rows one of them keeps everything out', async () => {
  const hub = await aHub()
  const before = await everythingIn(hub)

  expect(await importInto(hub, await aBundle(MIXED))).toMatchObject({ accepted: false, problems: 3 })
  expect(await everythingIn(hub)).toEqual(before)
})

test('a rehearsal writes nothing and tells what would have been written', async () => {
  const hub = await aHub()
  const before = await everythingIn(hub)

  const told = await importInto(hub, await aBundle(MIXED), { skip_bad_rows: true, dry_run: true })

  expect(told).toMatchObject({ accepted: true, created: { 'businesses.csv': 2, 'interactions.csv': 1 } })
  expect(await everythingIn(hub)).toEqual(before)
})

test('rows refused earlier are never written over', async () => {
  const hub = await aHub()
  const rejects = path.join(await aFolder(), 'refused')
  await mkdir(rejects)
  await writeFile(path.join(rejects, 'people.csv'), 'kept')
  const before = await everythingIn(hub)

  await expect(importInto(hub, await aBundle(MIXED), { skip_bad_rows: true, rejects })).rejects.toThrow(
    /already holds people\.csv: name an empty folder/,
  )
  expect(await filesIn(rejects)).toEqual({ 'people.csv': 'kept' })
  expect(await everythingIn(hub)).toEqual(before)
})
