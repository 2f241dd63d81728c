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

type Decision = { is: 'business'; business_id: string } | { is: 'new' } | null

async function aPartner() {
  const hub = await aHub()
  const organisation_id = await aRecord(hub, 'organisation', { name: 'Chamber of Amberwood', kind: 'chamber' })
  const sent = (text: string) => ({ request_id: randomUUID(), organisation_id, year: YEAR, text, file: null })
  const lead = () => hub.as('manager').partners
  const receive = (text: string, { role = 'manager', at = hub }: { role?: Role; at?: TestHub } = {}) =>
    at.as(role).partners.receive(sent(text))
  const page = (reference: string) => lead().return({ reference })
  const takeIn = async (reference: string, without_names: number | null = null) => {
    const { id, version } = (await page(reference)).received
    return lead().take({ request_id: randomUUID(), id, version, without_names })
  }
  return {
    hub,
    organisation_id,
    sent,
    receive,
    page,
    takeIn,
    take: async (text: string, without_names: number | null = null) =>
      takeIn((await receive(text)).reference, without_names),
    decide: async (reference: string, row: number, decision: Decision, role: Role = 'manager') => {
      const found = (await page(reference)).rows.find((each) => each.row === row)
      const at = { id: found?.id ?? '', version: found?.version ?? 0 }
      return hub.as(role).partners.decide({ request_id: randomUUID(), ...at, decision })
    },
    withdraw: async (reference: string) => {
      const { id, version } = (await page(reference)).received
      return lead().withdraw({ request_id: randomUUID(), id, version, reason: 'The partner sent another' })
    },
    returns: async () => (await lead().returns({ year: YEAR })).returns,
    board: async () =>
      (await hub.as('manager').indicators.board({ year: YEAR })).figures.find(({ key }) => key === KEY),
  }
}

const number = (at: number) => `0${1_000_000 + at}`

test('120 named rows of which 35 match, and about 60 more: 85 new and 35 merged, and 60 beside the figure', async () => {
  const { hub, take, page, returns, board, withdraw } = await aPartner()
  const known = await Promise.all(
    Array.from({ length: 35 }, (_, at) => hub.aBusiness({ name: `Known ${at} Ltd`, company_number: number(at) })),
  )
  const meeting = { kind: 'advice_session', channel: 'video', occurred_on: '2019-06-01', minutes: 60 } as const
  await Promise.all(known.slice(0, 10).map(({ id }) => aRecord(hub, 'interaction', { business_id: id, ...meeting })))
  const rows = Array.from({ length: 120 }, (_, at) => `Firm number ${at},${number(at)},,12/09/2019,30`)

  expect(await take(listOf(...rows), 60)).toMatchObject({ rows: 120, matched: 35, added: 85 })

  // Ten of the 35 counted before: the figure is of distinct businesses.
  expect(await counted(hub, KEY, YEAR)).toHaveLength(120)
  expect(await board()).toMatchObject({
    value: '120',
    partner_totals: [{ value: '60', organisation: 'Chamber of Amberwood' }],
  })
  const [received] = await returns()
  expect(received).toMatchObject({ rows: 120, matched: 35, added: 85, repeated: 0, rejected: 0, without_names: 60 })

  const reference = received?.reference ?? ''
  await withdraw(reference)
  expect(await counted(hub, KEY, YEAR)).toHaveLength(10)
  expect(await board()).toMatchObject({ value: '10', partner_totals: [] })
  expect(await returns()).toMatchObject([{ state: 'withdrawn', rows: 120 }])
  // It can still be read, every row of it.
  const left = await page(reference)
  expect(left.received).toMatchObject({ state: 'withdrawn', withdrawn_because: 'The partner sent another' })
  expect(left.rows).toHaveLength(120)
  expect(await refusalOf(withdraw(reference))).toMatchObject({ code: 'stale' })
})

test('a row is matched by number, then by name and postcode; what is only alike waits for somebody, and wrong rows are named', async () => {
  const { hub, receive, page, take, takeIn, decide, withdraw } = await aPartner()
  await hub.aBusiness({ name: 'Trentham Tiles Ltd', postcode: 'ST4 8AA' })
  const tiles = await hub.aBusiness({ name: 'Another Kiln Ltd' })
  const mill = await hub.aBusiness({ name: 'Leek Mill Ltd' })
  const list = listOf(
    'Trentham Tiles Limited,,st48aa,12/09/2019,',
    'Trentham Tiles,,ST4 8AA,12/09/2019,',
    'Leek Mill Ltd,,,13/09/2019,45',
    'Wolds Kiln Ltd,,,01/04/2018,',
    'Wolds Kiln Ltd,,,soon,',
    'Ipstones Joinery Ltd,7654321,,2019-09-14,',
  )
  const { reference } = await receive(list)
  const told = async () => (await page(reference)).rows.map(({ row, outcome, says }) => [row, outcome, says])
  const others = [
    [5, 'rejected', 'The day of support is not in 2019-20'],
    [6, 'rejected', 'Enter a real day, like 17/05/2026'],
    [7, 'new', null],
  ]
  const repeated = [3, 'repeated', 'The same business and day as row 2 of this list']
  expect(await told()).toEqual([[2, 'matched', null], repeated, [4, 'unsure', null], ...others])
  // Nothing of it counts yet, and what it supposed is said.
  expect(await counted(hub, KEY, YEAR)).toEqual([])
  expect((await page(reference)).rows[5]?.note).toContain('was taken for 07654321')

  expect(await refusalOf(takeIn(reference))).toMatchObject({ code: 'invalid', field: 'rows' })
  expect(await refusalOf(decide(reference, 4, { is: 'business', business_id: tiles.id }))).toMatchObject({
    field: 'decision',
  })
  await decide(reference, 4, { is: 'new' })
  expect((await told())[2]).toEqual([4, 'new', null])
  await decide(reference, 4, null)
  expect((await told())[2]).toEqual([4, 'unsure', null])
  await decide(reference, 4, { is: 'business', business_id: mill.id })
  expect(await takeIn(reference)).toMatchObject({ rows: 6, matched: 2, added: 1 })

  expect(
    (await page(reference)).rows.map((row) => [row.outcome, row.business?.reference, row.decided_by !== null]),
  ).toEqual([
    ['matched', expect.any(String), false],
    ['repeated', undefined, false],
    ['matched', mill.reference, true],
    ['rejected', undefined, false],
    ['rejected', undefined, false],
    ['new', expect.any(String), false],
  ])
  expect(await refusalOf(decide(reference, 4, null))).toMatchObject({ code: 'stale' })
  expect(await refusalOf(takeIn(reference))).toMatchObject({ code: 'stale' })
  expect(await refusalOf(receive(list))).toMatchObject({ code: 'already_exists', field: 'text' })
  // The same rows in another file say nothing new, and name what told it before.
  const again = await receive(`${list}\n`)
  await decide(again.reference, 4, { is: 'business', business_id: mill.id })
  expect(await takeIn(again.reference)).toMatchObject({ rows: 6, matched: 0, added: 0 })
  expect((await page(again.reference)).rows[0]?.repeats_reference).toMatch(/^PS-/)
  // What the second repeats would count nowhere without the first.
  expect(await refusalOf(withdraw(reference))).toMatchObject({ code: 'invalid', field: 'reason' })
  expect(await counted(hub, KEY, YEAR)).toHaveLength(3)
  expect(await take(listOf('Ipstones Joinery Ltd,07654321,,15/09/2019,'))).toMatchObject({ matched: 1 })
})

test('two managers decide at once, and the second sees what the first said', async () => {
  const { hub, receive, page } = await aPartner()
  await hub.aBusiness({ name: 'Leek Mill Ltd' })
  const { reference } = await receive(listOf('Leek Mill Ltd,,,13/09/2019,45'))
  const { id = '', version = 0 } = (await page(reference)).rows[0] ?? {}
  const decide = (role: Role) =>
    hub.as(role).partners.decide({ request_id: randomUUID(), id, version, decision: { is: 'new' } })
  await decide('manager')
  expect(await refusalOf(decide('admin'))).toMatchObject({ code: 'stale' })
  expect(await refusalOf(decide('adviser'))).toMatchObject({ code: 'not_allowed' })
  expect((await page(reference)).rows).toMatchObject([{ outcome: 'new', decided: 'new' }])
})

test('only those who lead receive a return, for a partner of their hub, and each list once', async () => {
  const { hub, sent, receive, returns, page, takeIn } = await aPartner()
  const other = await aHub({ database: hub.database })
  const list = listOf('Ipstones Joinery Ltd,,,14/09/2019,')
  const forged = { name: 'a.xlsx', sha256: 'a'.repeat(64), sheet: '', seal: 'b'.repeat(64) }
  expect(await refusalOf(receive(list, { role: 'adviser' }))).toMatchObject({ code: 'not_allowed' })
  expect(await refusalOf(receive(list, { at: other }))).toMatchObject({ field: 'organisation_id' })
  expect(await refusalOf(receive('Ipstones Joinery Ltd,14/09/2019'))).toMatchObject({ field: 'text' })
  expect(await refusalOf(receive(HEADINGS))).toMatchObject({ field: 'text' })
  // The fingerprint of a file is the server's word, not the sender's.
  expect(await refusalOf(hub.as('manager').partners.receive({ ...sent(list), file: forged }))).toMatchObject({
    field: 'text',
  })
  expect(await returns()).toEqual([])

  const both = await Promise.allSettled([receive(list), receive(list)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const [{ reference = '' } = {}] = await returns()
  const taken = await Promise.allSettled([takeIn(reference), takeIn(reference)])
  expect(taken.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await returns()).toMatchObject([{ state: 'taken_in', rows: 1, added: 1 }])
  expect(await refusalOf(other.as('manager').partners.return({ reference }))).toMatchObject({ code: 'not_found' })
  expect((await page(reference)).received.file_name).toBeNull()
})

test('a partner is asked by a day, and the page says what came of it', async () => {
  const { hub, organisation_id, receive, takeIn, withdraw } = await aPartner()
  const due = async () => (await hub.as('manager').partners.returns({ year: YEAR })).asked.map(({ state }) => state)
  const ask = (due_on: string, role: Role = 'manager') =>
    hub.as(role).partners.ask({ request_id: randomUUID(), organisation_id, year: YEAR, due_on })
  expect(await refusalOf(ask('2000-01-01'))).toMatchObject({ field: 'due_on' })
  expect(await refusalOf(ask('2090-01-01', 'adviser'))).toMatchObject({ code: 'not_allowed' })
  await ask('2090-01-01')
  expect((await refusalOf(ask('2090-02-01'))).sentence).toContain('asked this partner a moment ago')
  expect(await due()).toEqual(['due'])

  const nothing = await receive('')
  expect(await due()).toEqual(['received'])
  await takeIn(nothing.reference)
  expect(await due()).toEqual(['nothing'])
  await withdraw(nothing.reference)
  expect(await due()).toEqual(['due'])
  await takeIn((await receive('')).reference, 5)
  expect(await due()).toEqual(['taken_in'])
})

test('the day by which a partner is due is changed, and the days before it stay to be seen', async () => {
  const { hub, organisation_id } = await aPartner()
  const other = await aHub({ database: hub.database })
  const lead = hub.as('manager').partners
  const { id } = await lead.ask({ request_id: randomUUID(), organisation_id, year: YEAR, due_on: '2090-01-01' })
  const change = (due_on: string, version: number, from = lead) =>
    from.changeDue({ request_id: randomUUID(), id, version, due_on })

  expect(await refusalOf(change('2000-01-01', 1))).toMatchObject({ code: 'invalid', field: 'due_on' })
  expect(await refusalOf(change('', 1))).toMatchObject({ code: 'invalid', field: 'due_on' })
  expect(await refusalOf(change('2090-02-01', 1, hub.as('adviser').partners))).toMatchObject({ code: 'not_allowed' })
  expect(await refusalOf(change('2090-02-01', 1, other.as('manager').partners))).toMatchObject({ code: 'not_found' })
  await change('2090-02-01', 1)
  await change('2090-03-01', 2)
  const stale = await refusalOf(change('2090-04-01', 1))
  expect(stale).toMatchObject({ code: 'stale', sentence: expect.stringContaining('the day by which it is due') })
  expect((await lead.returns({ year: YEAR })).asked).toMatchObject([
    { due_on: '2090-03-01', due_before: ['2090-01-01', '2090-02-01'], version: 3 },
  ])
})

test('whoever is erased goes from what partners told: in rows that bear their name, or are of their own business', async () => {
  const { hub, takeIn, receive, page } = await aPartner()
  const person = await hub.aPerson({ given_name: 'Zettie', family_name: 'Quillfeather' })
  const trader = await hub.aBusiness({ name: 'Feather & Co', legal_form: 'sole_trader', postcode: 'WV1 1AA' })
  await aRecord(hub, 'business_role', { person_id: person.id, business_id: trader.id })
  const rows = [
    'Feather & Co,,WV1 1AA,01/06/2019,60',
    'zettie quillfeather,,WV1 1AB,02/06/2019,60',
    'Oak Ltd,,WV2 2BB,03/06/2019,60',
  ]
  const { reference } = await receive(listOf(...rows))
  await takeIn(reference)
  const waiting = await receive(listOf('Zettie Quillfeather,,WV9 9ZZ,03/06/2019,30'))
  const before = await page(reference)
  expect(before.rows.map(({ outcome }) => outcome)).toEqual(['matched', 'new', 'new'])

  const erased = { id: person.id, version: 1, reason: 'asked', typed: person.reference } as const
  await hub.as('manager').people.erase({ request_id: randomUUID(), ...erased })

  const named = ({ rows: all }: typeof before) => all.map(({ name, postcode }) => [name, postcode])
  expect(named(await page(reference))).toEqual([
    ['Erased', null],
    ['Erased', null],
    ['Oak Ltd', 'WV2 2BB'],
  ])
  expect(named(await page(waiting.reference))).toEqual([['Erased', null]])
  const { rows: former } = await hub.database.owner.query(
    `select 1 from app.history where hub_id = $1 and kind = 'partner_return_row' and row::text ~* '(Quillfeather|Feather & Co|WV1 1A)'`,
    [hub.hub_id],
  )
  expect(former).toEqual([])
})

test('of somebody erased nothing is taken in but what was decided before, and a company of their name is still known', async () => {
  const { hub, receive, page, decide, takeIn } = await aPartner()
  const person = await hub.aPerson({ given_name: 'Zettie', family_name: 'Quillfeather' })
  const trader = await hub.aBusiness({ name: 'Zettie Quillfeather', legal_form: 'sole_trader', postcode: 'WV1 1AA' })
  await aRecord(hub, 'business_role', { person_id: person.id, business_id: trader.id })
  const rows = [
    'Zettie Quillfeather,,WV9 9ZZ,01/06/2019,60',
    'Zettie Quillfeather,,,02/06/2019,60',
    'Zettie Quillfeather Ltd,07654321,WV2 2BB,03/06/2019,60',
  ]
  const { reference } = await receive(listOf(...rows))
  expect((await page(reference)).rows.map(({ outcome }) => outcome)).toEqual(['unsure', 'unsure', 'unsure'])
  await decide(reference, 2, { is: 'business', business_id: trader.id })
  await decide(reference, 3, { is: 'new' })
  await decide(reference, 4, { is: 'new' })

  const erased = { id: person.id, version: 1, reason: 'asked', typed: person.reference } as const
  await hub.as('manager').people.erase({ request_id: randomUUID(), ...erased })

  expect((await page(reference)).rows.map(({ name, outcome, says }) => [name, outcome, says])).toEqual([
    ['Erased', 'matched', null],
    ['Erased', 'rejected', 'The person was erased: nothing is taken in'],
    ['Zettie Quillfeather Ltd', 'new', null],
  ])
  expect(await takeIn(reference)).toMatchObject({ rows: 3, matched: 1, added: 1 })
  expect((await page(reference)).rows.map(({ business }) => business?.reference)).toEqual([
    trader.reference,
    undefined,
    expect.any(String),
  ])
  const { rows: called } = await hub.database.owner.query(
    `select name from app.business where hub_id = $1 order by name`,
    [hub.hub_id],
  )
  expect(called.map(({ name }) => name)).toEqual(['Zettie Quillfeather', 'Zettie Quillfeather Ltd'])
  expect(await counted(hub, KEY, YEAR)).toHaveLength(2)
})
