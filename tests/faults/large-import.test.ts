import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type TestDatabase, aDatabaseToBreak } from '../given/database.ts'
import { hub } from './hub-command.ts'

/** Bundles far larger than a hub's, read by the program itself. */

const HEADER = 'reference,business_reference,kind,channel,occurred_on,minutes,notes'
const interaction = (number: number, notes: string, minutes = 60) =>
  `I-${number},B-${number % 50},advice_session,video,2021-06-01,${minutes},"${number} ${notes}"\n`

/** A bundle of fifty businesses and many interactions, written as it is made. */
async function aLargeBundle(rows: Iterable<string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hubline-large-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const businesses = Array.from({ length: 50 }, (_, number) => `B-${number},Works ${number},plc\n`)
  await writeFile(path.join(folder, 'businesses.csv'), `reference,name,legal_form\n${businesses.join('')}`)
  const file = createWriteStream(path.join(folder, 'interactions.csv'))
  file.write(`${HEADER}\n`)
  for (const row of rows) if (!file.write(row)) await once(file, 'drain')
  file.end()
  await once(file, 'close')
  return folder
}

async function aHubIn(database: TestDatabase): Promise<{ DATABASE_URL: string }> {
  const place = { DATABASE_URL: database.url }
  expect((await hub(place, 'new', 'large', '--name', 'Large')).status).toBe(0)
  return place
}

const interactionsIn = async ({ owner }: TestDatabase): Promise<number> =>
  Number((await owner.query<{ n: string }>('select count(*) as n from app.interaction')).rows[0]?.n)

test('one bad row among 100,000 keeps all of them out and is named; left out, it comes back to be put right', async () => {
  const database = await aDatabaseToBreak()
  const place = await aHubIn(database)
  const folder = await aLargeBundle(
    Array.from({ length: 100_000 }, (_, number) =>
      interaction(number, 'Spoke about the lease', number === 77_777 ? 601 : 60),
    ),
  )
  const rejects = path.join(folder, 'rejects')
  const bad = {
    file: 'interactions.csv',
    line: 77_779,
    column: 'minutes',
    found: '601',
    problem: 'Enter a whole number from 0 to 600',
  }

  const refused = await hub(place, 'import', folder, '--hub', 'large', '--json')
  expect(refused.status).toBe(1)
  expect((JSON.parse(refused.out) as { rejected: unknown }).rejected).toEqual([bad])
  expect(await interactionsIn(database)).toBe(0)

  const taken = await hub(place, 'import', folder, '--hub', 'large', '--skip-bad-rows', '--rejects', rejects, '--json')
  expect(taken.status).toBe(0)
  expect(JSON.parse(taken.out)).toMatchObject({ created: { 'interactions.csv': 99_999 }, rejected: [bad] })
  expect(await interactionsIn(database)).toBe(99_999)

  const file = path.join(rejects, 'interactions.csv')
  await writeFile(file, (await readFile(file, 'utf8')).replace(',601,', ',60,'))
  const mended = await hub(place, 'import', rejects, '--hub', 'large', '--json')
  expect(mended.status).toBe(0)
  expect(JSON.parse(mended.out)).toMatchObject({ read: { 'interactions.csv': 1 }, created: { 'interactions.csv': 1 } })
}, 300_000)

test('a file of 300 MB takes no more memory than one of a quarter of it', async () => {
  const database = await aDatabaseToBreak()
  const place = await aHubIn(database)
  const notes = 'We spoke about the lease, the machine and the two apprentices who start in May. '.repeat(200)
  const rows = function* (many: number) {
    for (let number = 0; number < many; number++) yield interaction(number, notes)
  }
  const many = Math.ceil(300e6 / interaction(10_000, notes).length)

  const quarter = await hub(place, 'import', await aLargeBundle(rows(many / 4)), '--hub', 'large')
  const whole = await hub(place, 'import', await aLargeBundle(rows(many)), '--hub', 'large')

  expect([quarter.status, whole.status]).toEqual([0, 0])
  expect(await interactionsIn(database)).toBe(many)
  expect(whole.most_memory).toBeLessThan(quarter.most_memory + 100)
  expect(whole.most_memory).toBeLessThan(400)
}, 300_000)
