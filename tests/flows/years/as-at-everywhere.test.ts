import { randomUUID } from 'node:crypto'
import { figuresCommand } from '@hubline/api/cli/figures.ts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aMeeting } from '../../given/cases.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aMergeForm } from '../../given/merges.ts'
import { theTime } from '../../given/the-time.ts'
import { aServer } from '../../security/listening.ts'
import { rowsOf } from '../../stranger/read-pack.ts'

const YEAR = '2021-22'
const KEY = 'lep.businesses_supported'

type Moment = { what: string; instant: string; listed: string[] }

let hub: TestHub
const moments: Moment[] = []

/** A year as it happens: a late entry, a merge that is undone, and a correction, with what the list is after each. */
beforeAll(async () => {
  hub = await aHub({ now: new Date() })
  vi.stubEnv('DATABASE_URL', hub.database.url)
  const then = async (what: string, listed: string[]) =>
    void moments.push({ what, instant: await theTime(hub), listed })
  const [amber, birch, cedar] = [
    await hub.aBusiness({ reference: 'A-1', name: 'Amber Ltd' }),
    await hub.aBusiness({ reference: 'B-1', name: 'Birch Ltd' }),
    await hub.aBusiness({ reference: 'C-1', name: 'Cedar Ltd' }),
  ]
  await aMeeting(hub, amber, '2021-06-01')
  const visit = await aMeeting(hub, birch, '2021-06-02')
  await then('two visits', ['A-1', 'B-1'])
  await aMeeting(hub, cedar, '2022-03-15')
  await then('a late entry', ['A-1', 'B-1', 'C-1'])
  const { merge_id } = await hub.as('manager').businesses.merge(aMergeForm(amber, cedar))
  await then('a merge', ['A-1', 'B-1'])
  await hub.as('manager').duplicates.undoMerge({ request_id: randomUUID(), id: merge_id, version: 1 })
  const reason = 'It was another year'
  await hub.as('manager').records.void({ request_id: randomUUID(), kind: 'interaction', id: visit, version: 1, reason })
  await then('the merge undone, and a correction', ['A-1', 'C-1'])
})
afterAll(() => void vi.unstubAllEnvs())

/** What `hub figures` prints, and what it remarks beside. */
async function figures(options: { asAt: string; key?: string; units?: true }) {
  let out = ''
  let remarks = ''
  const add = (text: string) => void (out += text)
  const print = { say: add, sayPiece: add, remark: (text: string) => void (remarks += text) }
  await figuresCommand({ hub: hub.slug, year: YEAR, json: true, ...options }, print)
  return { remarks, said: JSON.parse(out) as { value?: string; figures?: Answer[]; units?: { reference: string }[] } }
}
type Answer = { key: string; value: string }

test('board, list, CSV and hub figures say the same as at every moment', async () => {
  const { url } = await aServer(hub.database)
  const as = hub.as('adviser', { now: new Date() })
  for (const { what, instant, listed } of moments) {
    const board = await as.indicators.board({ year: YEAR, as_at: instant })
    const list = await as.indicators.units({ year: YEAR, key: KEY, as_at: instant })
    const asked = new URLSearchParams({ year: YEAR, as_at: instant, why: 'The board' })
    const csv = await fetch(`${url}/indicators/${KEY}/units.csv?${asked}`, {
      headers: { cookie: `hubline=${hub.tokens.manager}` },
    })
    const printed = await figures({ asAt: instant })
    const units = await figures({ asAt: instant, key: KEY, units: true })
    const valueIn = (answers: readonly { key: string; value: string | null }[] = []) =>
      answers.find(({ key }) => key === KEY)?.value

    expect({
      what,
      values: [valueIn(board.figures), list.value, valueIn(printed.said.figures), units.said.value],
      lists: [
        list.rows.map(({ reference }) => reference),
        rowsOf(await csv.text()).map((row) => row['reference']),
        units.said.units?.map(({ reference }) => reference),
      ],
      remarks: printed.remarks,
    }).toEqual({
      what,
      values: Array.from({ length: 4 }, () => String(listed.length)),
      lists: [listed, listed, listed],
      remarks: '',
    })
    // Each figure, not that one alone: a mean without answers is left out by the command.
    expect(Object.fromEntries(printed.said.figures?.map(({ key, value }) => [key, value]) ?? [])).toEqual(
      Object.fromEntries(board.figures.flatMap(({ key, value }) => (value === null ? [] : [[key, value]]))),
    )
  }
})

test('of a time before the hub was recorded, hub figures says that nothing is known', async () => {
  const { said, remarks } = await figures({ asAt: '2020-01-01' })

  expect(said.figures?.find(({ key }) => key === KEY)?.value).toBe('0')
  expect(remarks).toMatch(/^Nothing is known of 1 January 2020, 23:59: the first record of this hub came in on \d/)
})

test.each([
  ['2099-01-01', 'That time has not come yet: choose a day up to today'],
  ['2022-02-30', 'There is no time "2022-02-30": write it like 2022-05-01 or 2022-05-01T12:00'],
  ['2022-03-27T01:30', 'The clock was put forward on 27/03/2022 and never showed 01:30: choose a time from 02:00 on'],
  ['soon', 'There is no time "soon": write it like 2022-05-01 or 2022-05-01T12:00'],
])('hub figures --as-at %s is refused in the sentence of the screen', async (asAt, sentence) => {
  await expect(figures({ asAt })).rejects.toThrow(sentence)
  await expect(hub.as('adviser').indicators.board({ year: YEAR, as_at: asAt })).rejects.toThrow(sentence)
})
