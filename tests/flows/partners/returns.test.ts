import { randomUUID } from 'node:crypto'
import type { Role } from '@hubline/domain/staff/permissions.ts'
import { expect, test } from 'vitest'
import { counted } from '../../given/counted.ts'
import { refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aRecord } from '../../given/records.ts'

const YEAR = '2019-20'
const KEY = 'lep.businesses_supported'
const HEADINGS = 'Business,Company number,Postcode,Day of support,Minutes'
const listOf = (...rows: string[]) => [HEADINGS, ...rows].join('\n')

type Told = { choices?: { row: number; business_id: string | null }[]; without_names?: number | null }

async function aPartner() {
  const hub = await aHub()
  const organisation_id = await aRecord(hub, 'organisation', { name: 'Chamber of Amberwood', kind: 'chamber' })
  const asked = (text: string) => ({ organisation_id, year: YEAR, text })
  return {
    hub,
    check: async (text: string) => (await hub.as('manager').partners.check(asked(text))).rows,
    take: (text: string, told: Told = {}, { role = 'manager', at = hub }: { role?: Role; at?: TestHub } = {}) =>
      at.as(role).partners.take({ request_id: randomUUID(), ...asked(text), without_names: null, ...told }),
    withdraw: (id: string, version = 1) =>
      hub
        .as('manager')
        .partners.withdraw({ request_id: randomUUID(), id, version, reason: 'The partner sent another' }),
    returns: async () => (await hub.as('manager').partners.returns({ year: YEAR })).returns,
    board: async () =>
      (await hub.as('manager').indicators.board({ year: YEAR })).figures.find(({ key }) => key === KEY),
  }
}

const number = (at: number) => `0${1_000_000 + at}`

test('120 named rows of which 35 match, and about 60 more: 85 new and 35 merged, and 60 beside the figure', async () => {
  const { hub, take, returns, board, withdraw } = await aPartner()
  const known = await Promise.all(
    Array.from({ length: 35 }, (_, at) => hub.aBusiness({ name: `Known ${at} Ltd`, company_number: number(at) })),
  )
  const meeting = { kind: 'advice_session', channel: 'video', occurred_on: '2019-06-01', minutes: 60 } as const
  await Promise.all(known.slice(0, 10).map(({ id }) => aRecord(hub, 'interaction', { business_id: id, ...meeting })))
  const rows = Array.from({ length: 120 }, (_, at) => `Firm number ${at},${number(at)},,12/09/2019,30`)

  expect(await take(listOf(...rows), { without_names: 60 })).toMatchObject({ rows: 120, matched: 35, added: 85 })

  // Ten of the 35 counted before: the figure is of distinct businesses.
  expect(await counted(hub, KEY, YEAR)).toHaveLength(120)
  expect(await board()).toMatchObject({
    value: '120',
    partner_totals: [{ value: '60', organisation: 'Chamber of Amberwood' }],
  })
  const [received] = await returns()
  expect(received).toMatchObject({ rows: 120, matched: 35, added: 85, repeated: 0, rejected: 0, without_names: 60 })

  await withdraw(received?.id ?? '')
  expect(await counted(hub, KEY, YEAR)).toHaveLength(10)
  expect(await board()).toMatchObject({ value: '10', partner_totals: [] })
  expect(await returns()).toEqual([])
  expect(await refusalOf(withdraw(received?.id ?? ''))).toMatchObject({ code: 'stale' })
})

test('a row is matched by number, then by name and postcode; what is only alike waits for somebody, and wrong rows are named', async () => {
  const { hub, check, take, returns } = await aPartner()
  const tiles = await hub.aBusiness({ name: 'Trentham Tiles Ltd', postcode: 'ST4 8AA' })
  const mill = await hub.aBusiness({ name: 'Leek Mill Ltd' })
  const list = listOf(
    'Trentham Tiles Limited,,st48aa,12/09/2019,',
    'Trentham Tiles,,ST4 8AA,12/09/2019,',
    'Leek Mill Ltd,,,13/09/2019,45',
    'Wolds Kiln Ltd,,,01/04/2018,',
    'Wolds Kiln Ltd,,,soon,',
    'Ipstones Joinery Ltd,,,2019-09-14,',
  )
  expect((await check(list)).map(({ row, outcome, says }) => [row, outcome, says])).toEqual([
    [2, 'matched', null],
    [3, 'repeated', 'The same business and day as row 2 of this list'],
    [4, 'unsure', null],
    [5, 'rejected', 'The day of support is not in 2019-20'],
    [6, 'rejected', 'Enter a real day, like 17/05/2026'],
    [7, 'new', null],
  ])

  expect(await refusalOf(take(list))).toMatchObject({ code: 'invalid', field: 'text' })
  const choices = [{ row: 4, business_id: mill.id }]
  expect(await refusalOf(take(list, { choices: [{ row: 4, business_id: tiles.id }] }))).toMatchObject({
    field: 'choices',
  })
  expect(await returns()).toEqual([])

  expect(await take(list, { choices })).toMatchObject({ rows: 6, matched: 2, added: 1 })
  expect(await refusalOf(take(list, { choices }))).toMatchObject({ code: 'already_exists', field: 'text' })
  // The same rows in another file say nothing new; a name alone is never enough.
  const joinery = (await check(`${list}\n`)).find(({ row }) => row === 7)?.candidates[0]?.id ?? ''
  const told = [...choices, { row: 7, business_id: joinery }]
  expect(await take(`${list}\n`, { choices: told })).toMatchObject({ rows: 6, matched: 0, added: 0 })
  expect(await counted(hub, KEY, YEAR)).toHaveLength(3)
})

test('only those who lead take a return in, for a partner of their hub, once, and with something in it', async () => {
  const { hub, take, returns } = await aPartner()
  const other = await aHub({ database: hub.database })
  const list = listOf('Ipstones Joinery Ltd,,,14/09/2019,')
  expect(await refusalOf(take(list, {}, { role: 'adviser' }))).toMatchObject({ code: 'not_allowed' })
  expect(await refusalOf(take(list, {}, { at: other }))).toMatchObject({ field: 'organisation_id' })
  expect(await refusalOf(take(''))).toMatchObject({ field: 'text' })
  expect(await refusalOf(take('Ipstones Joinery Ltd,14/09/2019'))).toMatchObject({ field: 'text' })
  expect(await returns()).toEqual([])

  const both = await Promise.allSettled([take(list), take(list)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await returns()).toMatchObject([{ rows: 1, added: 1 }])
  expect(await take('', { without_names: 5 })).toMatchObject({ rows: 0 })
})
