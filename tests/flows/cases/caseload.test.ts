import { describe, expect, test } from 'vitest'
import { aCase, aMeeting } from '../../given/cases.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aRecord } from '../../given/records.ts'

/** Four own cases, one of a colleague, one closed and one voided. Today is Thursday 31 March 2022. */
async function aCaseload(): Promise<TestHub> {
  const hub = await aHub()
  const [amber, birch, cedar, dogwood] = [
    await hub.aBusiness({ name: 'Amber Ltd', district_code: 'E06000021' }),
    await hub.aBusiness({ name: 'Birch Ltd' }),
    await hub.aBusiness({ name: 'Cedar Ltd' }),
    await hub.aBusiness({ name: 'Dogwood Ltd' }),
  ]
  await aCase(hub, amber, {
    reference: 'C-overdue',
    next_step: 'Chase quotes',
    next_on: '2022-03-30',
    opened_on: '2021-10-01',
  })
  await aCase(hub, birch, { reference: 'C-today', next_step: 'Call', next_on: '2022-03-31', status: 'in_delivery' })
  await aCase(hub, cedar, { reference: 'C-later', next_step: 'Visit', next_on: '2022-05-01', kind: 'skills' })
  await aCase(hub, dogwood, { reference: 'C-none', opened_on: '2022-03-20' })
  await aCase(hub, dogwood, { reference: 'C-colleague', owner_id: hub.advisers.manager })
  await aCase(hub, amber, { reference: 'C-closed', status: 'closed' })
  await aRecord(hub, 'case', {
    hub_id: hub.hub_id,
    business_id: amber.id,
    kind: 'growth',
    opened_on: '2022-01-01',
    status: 'open',
    owner_id: hub.advisers.adviser,
    voided_at: new Date(),
    void_reason: 'Twice',
  })
  await aMeeting(hub, amber, '2022-03-01', 100)
  await aMeeting(hub, birch, '2021-12-01')
  await aRecord(hub, 'interaction', {
    hub_id: hub.hub_id,
    business_id: birch.id,
    kind: 'admin_note',
    channel: 'telephone',
    occurred_on: '2022-03-30',
    minutes: 30,
  })
  return hub
}

type Asked = Parameters<ReturnType<TestHub['as']>['cases']['caseload']>[0]
const references = async (hub: TestHub, asked: Asked) =>
  (await hub.as('adviser').cases.caseload(asked)).rows.map((row) => row.reference)

test('an adviser sees own open cases by the day of the next step, those without one last', async () => {
  const hub = await aCaseload()

  const page = await hub.as('adviser').cases.caseload({})

  expect(page.rows.map((row) => [row.reference, row.client.name, row.next_on])).toEqual([
    ['C-overdue', 'Amber Ltd', '2022-03-30'],
    ['C-today', 'Birch Ltd', '2022-03-31'],
    ['C-later', 'Cedar Ltd', '2022-05-01'],
    ['C-none', 'Dogwood Ltd', null],
  ])
  expect(page).toMatchObject({
    next: null,
    previous: null,
    today: '2022-03-31',
    counts: { all: 4, overdue: 1, silent_90_days: 2 },
  })
})

test('last contact and minutes count countable interactions only', async () => {
  const hub = await aCaseload()

  const { rows } = await hub.as('adviser').cases.caseload({})

  expect(rows.map((row) => [row.reference, row.last_contact_on, row.minutes_this_year])).toEqual([
    ['C-overdue', '2022-03-01', 100],
    ['C-today', '2021-12-01', 60],
    ['C-later', null, 0],
    ['C-none', null, 0],
  ])
})

test('a case of a merged business stands under the one that remains, with its contact', async () => {
  const hub = await aHub()
  const survivor = await hub.aBusiness({ name: 'Survivor Ltd' })
  const merged = await hub.aBusiness({ name: 'Merged Ltd', merged_into_id: survivor.id })
  await aCase(hub, merged)
  await aMeeting(hub, survivor, '2022-03-15', 45)

  const { rows } = await hub.as('adviser').cases.caseload({})

  expect(rows).toMatchObject([
    {
      client: { name: 'Survivor Ltd', reference: survivor.reference },
      last_contact_on: '2022-03-15',
      minutes_this_year: 45,
    },
  ])
})

describe('the caseload can be held to', () => {
  test.each<[string, Asked, string[]]>([
    ['the team', { whose: 'team', sort: 'name' }, ['C-overdue', 'C-today', 'C-later', 'C-none', 'C-colleague']],
    ['overdue steps', { filter: { due: 'overdue' } }, ['C-overdue']],
    ['steps of today', { filter: { due: 'today' } }, ['C-today']],
    ['later steps', { filter: { due: 'later' } }, ['C-later']],
    ['cases without a step', { filter: { due: 'none' } }, ['C-none']],
    ['a kind', { filter: { kind: 'skills' } }, ['C-later']],
    ['a status', { filter: { status: 'in_delivery' } }, ['C-today']],
    ['closed cases', { filter: { status: 'closed' } }, ['C-closed']],
    ['a district', { filter: { district: 'E06000021' } }, ['C-overdue']],
    ['words of the client', { filter: { text: 'CEDAR' } }, ['C-later']],
    ['words of the next step', { filter: { text: 'quotes' } }, ['C-overdue']],
    ['silence of 90 days', { filter: { silent: true } }, ['C-today', 'C-later']],
  ])('%s', async (_, asked, found) => {
    const hub = await aCaseload()

    const seen = await references(hub, asked)

    expect(seen.toSorted()).toEqual(found.toSorted())
  })

  test('one adviser', async () => {
    const hub = await aCaseload()
    expect(await references(hub, { whose: hub.advisers.manager })).toEqual(['C-colleague'])
  })
})

test.each([
  ['next_on', 'desc', ['C-none', 'C-later', 'C-today', 'C-overdue']],
  ['name', 'asc', ['C-overdue', 'C-today', 'C-later', 'C-none']],
  ['name', 'desc', ['C-none', 'C-later', 'C-today', 'C-overdue']],
  ['last_contact', 'desc', ['C-overdue', 'C-today', 'C-later', 'C-none']],
] as const)('it is sorted by %s, %s', async (sort, direction, order) => {
  const hub = await aCaseload()
  const seen = await references(hub, { sort, direction })
  // Two clients were never met: which comes first is settled by their identifiers.
  expect(sort === 'last_contact' ? seen.slice(0, 2) : seen).toEqual(sort === 'last_contact' ? order.slice(0, 2) : order)
})

test('every case is seen once, forwards and back, however many share a day', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness()
  for (let at = 0; at < 23; at++)
    await aCase(hub, business, {
      reference: `C-${at}`,
      next_step: 'Call',
      next_on: at % 2 ? '2022-04-01' : '2022-04-02',
    })
  const adviser = hub.as('adviser')

  const first = await adviser.cases.caseload({ size: 10 })
  const second = await adviser.cases.caseload({ size: 10, after: first.next })
  const third = await adviser.cases.caseload({ size: 10, after: second.next })
  const back = await adviser.cases.caseload({ size: 10, before: third.previous })

  expect(new Set([...first.rows, ...second.rows, ...third.rows].map((row) => row.reference)).size).toBe(23)
  expect([first.previous, third.next, third.rows.length]).toEqual([null, null, 3])
  expect(back.rows).toEqual(second.rows)
  expect((await adviser.cases.caseload({ size: 10, before: back.previous })).rows).toEqual(first.rows)
})

test('a key that is none is refused in words', async () => {
  const hub = await aHub()

  await expect(hub.as('adviser').cases.caseload({ after: 'nonsense' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('the other hub sees no case of ours, even by the adviser’s identifier', async () => {
  const ours = await aCaseload()
  const stranger = (await aHub()).as('manager')

  expect((await stranger.cases.caseload({ whose: 'team' })).rows).toEqual([])
  expect(await stranger.cases.caseload({ whose: ours.advisers.adviser })).toMatchObject({
    rows: [],
    counts: { all: 0 },
  })
})
