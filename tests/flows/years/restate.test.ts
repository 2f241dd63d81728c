import { randomUUID } from 'node:crypto'
import { verifyHub } from '@hubline/api/cli/verify-hub.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import type { Role } from '@hubline/domain/staff/permissions.ts'
import { versionPack } from '@hubline/reporting/pack/version-pack.ts'
import { expect, test } from 'vitest'
import { aMeeting } from '../../given/cases.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aMergeForm } from '../../given/merges.ts'
import { aRecord, theYear } from '../../given/records.ts'
import { signedYear } from '../../given/signed-year.ts'

const YEAR = '2020-21'
const KEY = 'lep.businesses_supported'

/** Two businesses with a meeting in 2020-21, signed off. */
async function aSignedYear() {
  const hub = await aHub()
  const [amber, birch] = [await hub.aBusiness({ name: 'Amber Ltd' }), await hub.aBusiness({ name: 'Birch Ltd' })]
  const meeting_id = await aMeeting(hub, amber, '2020-06-01', 400)
  await aMeeting(hub, birch, '2020-07-01', 400)
  const manager = hub.as('manager')
  for (const [steps, to] of (['draft', 'checked'] as const).entries())
    await manager.years.move({ request_id: randomUUID(), year: YEAR, to, steps, note: '' })
  await manager.years.signOff({ request_id: randomUUID(), year: YEAR, steps: 2 })
  return { hub, amber, birch, meeting_id }
}

/** A visit to a business of its own, and a voided meeting of Amber's. */
async function whatChanges({ hub, meeting_id }: Awaited<ReturnType<typeof aSignedYear>>) {
  await aMeeting(hub, await hub.aBusiness({ name: 'Cedar Ltd' }), '2021-03-30', 400)
  await aMeeting(hub, await hub.aBusiness({ name: 'Dogwood Ltd' }), '2021-03-31', 400)
  await hub.inside((tx) =>
    tx
      .updateTable('interaction')
      .set({ voided_at: new Date(), void_reason: 'Entered twice', voided_by: hub.advisers.manager })
      .where('id', '=', meeting_id)
      .execute(),
  )
}

const restate = (
  hub: TestHub,
  facts: { reason?: string; approved_by?: string; approved_by_id?: string; steps?: number } = {},
  role: Role = 'manager',
) =>
  hub.as(role).years.restate({
    request_id: randomUUID(),
    year: YEAR,
    steps: 3,
    reason: 'Late visits',
    approved_by: 'The board',
    ...facts,
  })
const differing = async (hub: TestHub) =>
  (await hub.as('adviser').years.restatement({ year: YEAR })).figures.find(({ key }) => key === KEY)
const unitsOf = async (hub: TestHub) => (await hub.as('adviser').years.restatementUnits({ year: YEAR, key: KEY })).rows
const signedOf = async (hub: TestHub, version: number) => {
  const list = await hub.as('adviser').years.signedUnits({ year: YEAR, version, key: KEY })
  return [list.value, list.rows.map(({ name }) => name)]
}

test('a year just signed off differs in nothing, and there is nothing to restate', async () => {
  const { hub } = await aSignedYear()

  expect(await hub.as('adviser').years.restatement({ year: YEAR })).toEqual({ version: 1, figures: [] })
  await expect(restate(hub)).rejects.toThrow('nothing is to be restated')
})

test('a late visit brings one in and a voided one takes one out, each with its cause', async () => {
  const given = await aSignedYear()
  await whatChanges(given)

  const figure = await differing(given.hub)
  expect(figure).toMatchObject({ signed: '2', now: '3', units_in: 2, units_out: 1, units_changed: 0 })
  expect(await unitsOf(given.hub)).toMatchObject([
    { name: 'Amber Ltd', what: 'out', causes: [{ did: 'voided', kind: 'interaction', reason: 'Entered twice' }] },
    { name: 'Cedar Ltd', what: 'in', causes: [{ kind: 'business', did: 'recorded' }, { did: 'recorded' }] },
    { name: 'Dogwood Ltd', what: 'in' },
  ])
})

test('a restatement is version 2 with exactly those, and version 1 stays', async () => {
  const given = await aSignedYear()
  const { hub } = given
  await whatChanges(given)

  expect(await restate(hub)).toEqual({ version: 2 })

  expect(await signedOf(hub, 1)).toEqual(['2', ['Amber Ltd', 'Birch Ltd']])
  expect(await signedOf(hub, 2)).toEqual(['3', ['Birch Ltd', 'Cedar Ltd', 'Dogwood Ltd']])
  expect(await hub.as('adviser').years.restatement({ year: YEAR })).toEqual({ version: 2, figures: [] })
  expect(await hub.as('adviser').years.standing({ year: YEAR })).toMatchObject({
    state: 'restated',
    versions: [
      { version: 2, reason: 'Late visits', approved_by: 'The board' },
      { version: 1, reason: null },
    ],
  })
  expect(await hub.inside((tx) => verifyHub(tx, hub.hub_id))).toEqual([])
})

test('nobody restates without a reason, an approval and the right to', async () => {
  const given = await aSignedYear()
  await whatChanges(given)

  await expect(restate(given.hub, { reason: ' ' })).rejects.toThrow('Say why the figures are issued again')
  for (const approved_by of ['', '\u200B'])
    await expect(restate(given.hub, { approved_by })).rejects.toThrow('Say who approved it')
  await expect(restate(given.hub, {}, 'adviser')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await given.hub.as('adviser').years.standing({ year: YEAR })).toMatchObject({ state: 'signed_off' })
})

test('another hub sees no difference of this one', async () => {
  const given = await aSignedYear()
  await whatChanges(given)
  const other = await aHub({ database: given.hub.database })

  expect(await other.as('manager').years.restatement({ year: YEAR })).toEqual({ version: null, figures: [] })
  await expect(other.as('manager').years.restatementUnits({ year: YEAR, key: KEY })).rejects.toThrow(
    'is not signed off',
  )
})

test('two records of one firm that were signed off as two, and merged since, are one fewer because of the merge', async () => {
  const { hub, amber, birch } = await aSignedYear()
  await hub.as('manager').businesses.merge(aMergeForm(amber, birch))

  expect(await differing(hub)).toMatchObject({ signed: '2', now: '1', units_in: 0, units_out: 1 })
  expect(await unitsOf(hub)).toMatchObject([{ name: 'Birch Ltd', what: 'out' }])
  const causes = (await unitsOf(hub)).flatMap((unit) => unit.causes)
  expect(causes).toContainEqual(expect.objectContaining({ kind: 'business', did: 'merged' }))
})

test('a figure that is counted by another definition than was signed off says so, and by which', async () => {
  const given = await aSignedYear()
  const { hub } = given
  await whatChanges(given)
  expect((await hub.as('adviser').years.restatementUnits({ year: YEAR, key: KEY })).redefined).toBeNull()
  const brought = CATALOGUE.find(({ key }) => key === KEY)
  // No form lets a version count a signed-off year: a release of Hubline may.
  await hub.inside((tx) =>
    tx
      .insertInto('definition_version')
      .values({
        key: KEY,
        version: 2,
        change: JSON.stringify({}),
        definition: JSON.stringify({ ...brought, version: 2 }),
        from_on: '2020-04-01',
        from_year: YEAR,
        reason: 'Another wording',
        published_by: hub.advisers.manager,
      })
      .execute(),
  )

  const redefined = { signed: 1, now: 2 }
  expect(await differing(hub)).toMatchObject({ redefined })
  expect(await hub.as('adviser').years.restatementUnits({ year: YEAR, key: KEY })).toMatchObject({ redefined })
})

test('a restated year is published again', async () => {
  const given = await aSignedYear()
  await whatChanges(given)
  await restate(given.hub)
  const published = { request_id: randomUUID(), year: YEAR, to: 'published' as const, steps: 4, note: '' }

  await given.hub.as('manager').years.move(published)

  expect(await given.hub.as('adviser').years.standing({ year: YEAR })).toMatchObject({
    state: 'published',
    next: ['restated'],
  })
})

test('whoever approves a restatement is another person who may close a year, or is named from outside', async () => {
  const given = await aSignedYear()
  const { hub } = given
  await whatChanges(given)
  const { approvers } = await hub.as('manager').years.standing({ year: YEAR })
  const approved_by = ''

  expect(approvers).toEqual([{ id: hub.advisers.admin, name: `admin of ${hub.slug}` }])
  for (const role of ['manager', 'adviser'] as const)
    await expect(restate(hub, { approved_by, approved_by_id: hub.advisers[role] })).rejects.toThrow('another person')
  await expect(restate(hub, { approved_by: `Manager of ${hub.slug}` })).rejects.toThrow(
    'You sign this version yourself',
  )
  await restate(hub, { approved_by, approved_by_id: hub.advisers.admin })
  const { versions } = await hub.as('adviser').years.standing({ year: YEAR })
  expect(versions[0]).toMatchObject({ approved_by: `admin of ${hub.slug}`, approved_by_id: hub.advisers.admin })
})

/** The rows of a sheet in the pack of a version, by their columns. */
const sheetOf = (hub: TestHub, name: string, version: number) =>
  hub.inside(async (tx) => {
    const { id } = await tx
      .selectFrom('sign_off')
      .select('id')
      .where('hub_id', '=', hub.hub_id)
      .where('version', '=', version)
      .executeTakeFirstOrThrow()
    const { sheets } = await versionPack(tx, { hub_id: hub.hub_id, year: theYear(YEAR), sign_off_id: id })
    const sheet = sheets.find((each) => each.name === name)
    const rows = []
    for await (const row of sheet?.rows() ?? [])
      rows.push(Object.fromEntries(sheet?.columns.map(({ name: column }, at) => [column, row[at]]) ?? []))
    return rows.filter((row) => row['key'] === KEY)
  })

test('a place is out because its event was moved, and a business because the hub serves other districts', async () => {
  const hub = await aHub()
  const guest = await hub.aBusiness({ name: 'Guest Ltd' })
  const event_id = await aRecord(hub, 'event', {
    title: 'Kiln day',
    held_on: '2020-06-01',
    minutes: 60,
    status: 'delivered',
  })
  await aRecord(hub, 'attendance', { event_id, business_id: guest.id, status: 'attended' })
  await aMeeting(hub, await hub.aBusiness({ name: 'Moved Ltd', district_code: 'E06000021' }), '2020-07-01', 400)
  await signedYear(hub, YEAR)
  const change = (table: 'event' | 'hub', id: string, facts: object) =>
    hub.inside((tx) => tx.updateTable(table).set(facts).where('hub_id', '=', hub.hub_id).where('id', '=', id).execute())
  await change('event', event_id, { held_on: '2021-06-01' })
  await change('hub', hub.hub_id, { area_codes: ['E07000197'] })

  expect(await unitsOf(hub)).toMatchObject([
    {
      name: 'Guest Ltd',
      what: 'out',
      causes: [{ kind: 'event', did: 'changed', changed: ['day on which it was held from 01/06/2020 to 01/06/2021'] }],
    },
    {
      name: 'Moved Ltd',
      what: 'out',
      causes: [{ kind: 'hub', did: 'changed', changed: ['districts that the hub serves'] }],
    },
  ])

  await restate(hub)
  expect((await sheetOf(hub, 'Restated units', 2)).map(({ cause, records }) => [cause, records]).toSorted()).toEqual([
    [
      'changed',
      expect.stringMatching(
        /^changed: event \S+ on \S+ \(day on which it was held from 01\/06\/2020 to 01\/06\/2021\)$/,
      ),
    ],
    ['changed', expect.stringMatching(/^changed: hub .+ on \S+ \(districts that the hub serves\)$/)],
  ])
  expect(await sheetOf(hub, 'Restatements', 2)).toMatchObject([
    { 'from value': '2', 'to value': '0', 'units out': '2', cause: 'Late visits', 'causes of units': 'changed 2' },
  ])
})
