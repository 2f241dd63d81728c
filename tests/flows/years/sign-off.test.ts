import { createHash, randomUUID } from 'node:crypto'
import { verifyHub } from '@hubline/api/cli/verify-hub.ts'
import type { Role } from '@hubline/domain/staff/permissions.ts'
import { expect, test } from 'vitest'
import { aMeeting } from '../../given/cases.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aProgramme, theFigures, theUnits } from '../../given/records.ts'

const YEAR = '2020-21'
const KEY = 'lep.businesses_supported'

/** Two businesses with a meeting in 2020-21, which is over. Gives the first meeting's id too. */
async function aYear() {
  const hub = await aHub()
  const [amber, birch] = [
    await hub.aBusiness({ name: 'Amber "Quoted" Ltd' }),
    await hub.aBusiness({ name: 'Birch — Öl Ltd' }),
  ]
  const meeting_id = await aMeeting(hub, amber, '2020-06-01', 400)
  await aMeeting(hub, birch, '2020-07-01', 400)
  return { hub, amber, birch, meeting_id }
}

type To = 'draft' | 'checked' | 'published'
const move = (hub: TestHub, to: To, steps: number, role: Role = 'manager') =>
  hub.as(role).years.move({ request_id: randomUUID(), year: YEAR, to, steps, note: '' })
const sign = (hub: TestHub, steps = 2, role: Role = 'manager', year = YEAR) =>
  hub.as(role).years.signOff({ request_id: randomUUID(), year, steps })

async function signedOff(hub: TestHub): Promise<void> {
  await move(hub, 'draft', 0)
  await move(hub, 'checked', 1)
  await sign(hub)
}

const signedOf = async (hub: TestHub) => {
  const { figures } = await hub.as('adviser').years.signedFigures({ year: YEAR, version: 1 })
  return Object.fromEntries(figures.map(({ key, value }) => [key, value]))
}
const verify = (hub: TestHub) => hub.inside((tx) => verifyHub(tx, hub.hub_id))
const rowsOf = async (hub: TestHub) => {
  const { rows } = await hub.database.owner.query(
    `select (select count(*)::int from app.sign_off where hub_id = $1) as sign_offs, (select count(*)::int from app.signed_figure where hub_id = $1) as figures,
      (select count(*)::int from app.signed_unit where hub_id = $1) as units`,
    [hub.hub_id],
  )
  return rows[0]
}

test('a year goes from live to published step by step, and says who moved it', async () => {
  const { hub } = await aYear()

  await signedOff(hub)
  await move(hub, 'published', 3, 'admin')

  const standing = await hub.as('adviser').years.standing({ year: YEAR })
  expect(standing).toMatchObject({ state: 'published', next: ['restated'], has_ended: true })
  expect(standing.steps.map((step) => [step.state, step.moved_by, step.signed_version])).toEqual([
    ['draft', `manager of ${hub.slug}`, null],
    ['checked', `manager of ${hub.slug}`, null],
    ['signed_off', `manager of ${hub.slug}`, 1],
    ['published', `admin of ${hub.slug}`, null],
  ])
  expect(standing.versions).toMatchObject([{ version: 1, signed_by_name: `manager of ${hub.slug}` }])
})

test('what is signed off stays as it was, whatever is recorded, changed or voided later', async () => {
  const { hub, amber, meeting_id } = await aYear()
  await signedOff(hub)
  const [figures, units] = [await theFigures(hub, YEAR), await theUnits(hub, YEAR, KEY)]

  await aMeeting(hub, await hub.aBusiness({ name: 'Cedar Ltd' }), '2021-03-30', 400)
  await hub.inside(async (tx) => {
    await tx.updateTable('business').set({ name: 'Amber Two Ltd' }).where('id', '=', amber.id).execute()
    const voided = { voided_at: new Date(), void_reason: 'Twice' }
    await tx.updateTable('interaction').set(voided).where('id', '=', meeting_id).execute()
  })

  expect(await signedOf(hub)).toEqual(figures)
  const list = await hub.as('adviser').years.signedUnits({ year: YEAR, version: 1, key: KEY })
  expect(list).toMatchObject({ value: '2', units: 2, next: null })
  expect(list.rows.map((row) => row.reference).toSorted()).toEqual(units)
  expect(list.rows[0]).toMatchObject({
    name: 'Amber "Quoted" Ltd',
    first_on: '2020-06-01',
    because: [{ kind: 'interaction', on: '2020-06-01' }],
  })
  expect(await verify(hub)).toEqual([])
})

test('the way to be signed off has no short cut and no way back', async () => {
  const { hub } = await aYear()

  await expect(sign(hub, 0)).rejects.toThrow('The year is live: it cannot become signed off now, only draft')
  await signedOff(hub)
  await expect(move(hub, 'draft', 3)).rejects.toThrow(
    'The year is signed off: it cannot become draft now, only published or restated',
  )
})

test('a year that goes on is not signed off', async () => {
  const { hub } = await aYear()
  for (const [steps, to] of (['draft', 'checked'] as const).entries())
    await hub.as('manager').years.move({ request_id: randomUUID(), year: '2021-22', to, steps, note: '' })

  await expect(sign(hub, 2, 'manager', '2021-22')).rejects.toThrow('The year goes on until 31/03/2022')
  expect(await rowsOf(hub)).toEqual({ sign_offs: 0, figures: 0, units: 0 })
})

test('an adviser and a broker move no year', async () => {
  const { hub } = await aYear()
  for (const role of ['adviser', 'skills_broker'] as const) {
    await expect(move(hub, 'draft', 0, role)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(sign(hub, 0, role)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  }
  expect(await hub.as('adviser').years.standing({ year: YEAR })).toMatchObject({ state: 'live', steps: [] })
})

test('another hub sees nothing of it', async () => {
  const { hub } = await aYear()
  await signedOff(hub)
  const other = await aHub({ database: hub.database })

  expect(await other.as('manager').years.standing({ year: YEAR })).toMatchObject({ state: 'live', versions: [] })
  await expect(other.as('manager').years.signedFigures({ year: YEAR, version: 1 })).rejects.toThrow(
    '2020-21 has no signed-off version 1',
  )
})

test('of two managers who sign off at once one does, and the other is told', async () => {
  const { hub } = await aYear()
  await move(hub, 'draft', 0)
  await move(hub, 'checked', 1)

  const done = await Promise.allSettled([sign(hub), sign(hub, 2, 'admin')])

  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(done.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } })
  expect(await rowsOf(hub)).toMatchObject({ sign_offs: 1 })
})

test('an output of a funder is signed off with its programmes and what each of them asks for', async () => {
  const { hub } = await aYear()
  const ukspf = { framework: 'ukspf', definition_version: 1 } as const
  await aProgramme(hub, { ...ukspf, reference: 'HOURS', minimum_minutes: 180 })
  await aProgramme(hub, { ...ukspf, reference: 'ANY' })
  await signedOff(hub)

  const { rows } = await hub.database.owner.query<{ key: string; parameters: string }>(
    `select key, parameters from app.signed_figure where hub_id = $1 and key in ('ukspf.business_nonfinancial', $2) order by key desc`,
    [hub.hub_id, KEY],
  )
  expect(rows.map(({ parameters }) => JSON.parse(parameters).programmes)).toEqual([
    [
      { reference: 'ANY', name: 'Programme ANY', definition_version: 1, minimum_minutes: null },
      { reference: 'HOURS', name: 'Programme HOURS', definition_version: 1, minimum_minutes: 180 },
    ],
    undefined,
  ])
  expect(await verify(hub)).toEqual([])
})

test('what is signed off can be neither changed nor added to, not even by the owner of the tables', async () => {
  const { hub } = await aYear()
  await signedOff(hub)
  const late = `insert into app.signed_unit select hub_id, sign_off_id, key, gen_random_uuid(), kind, reference, name, district, first_on, last_on, amount, because from app.signed_unit where hub_id = '${hub.hub_id}' limit 1`

  for (const table of ['sign_off', 'signed_figure', 'signed_unit', 'year_step'])
    for (const change of [`update app.${table} set hub_id = hub_id`, `delete from app.${table}`])
      await expect(hub.database.owner.query(change)).rejects.toThrow('What is signed off is never changed')
  await expect(hub.database.owner.query(late)).rejects.toThrow('What is signed off is never changed')
})

test('a change that is forced on a signed-off row is found and named', async () => {
  const { hub } = await aYear()
  await signedOff(hub)
  const force = async (change: string) => {
    await hub.database.owner.query(
      `begin; set local session_replication_role = replica; ${change} where hub_id = '${hub.hub_id}' and key = '${KEY}'; commit`,
    )
  }

  await force(`update app.signed_figure set value = '3'`)
  expect(await verify(hub)).toEqual([
    `The sign-off of 2020-21, version 1, is broken at ${KEY}: it is not what was signed off, or its head is not`,
  ])
  await force(`update app.signed_figure set value = '2'`)
  expect(await verify(hub)).toEqual([])
  await force(`update app.signed_unit set name = 'Someone else'`)
  expect(await verify(hub)).toEqual([
    `The sign-off of 2020-21, version 1, is broken at ${KEY}: its units are not those that were signed off`,
  ])
})

test('a stranger with the rows and the written rule comes to the same hashes', async () => {
  const { hub } = await aYear()
  await signedOff(hub)
  const all = async (query: string): Promise<Record<string, string | null>[]> =>
    (await hub.database.owner.query(query, [hub.hub_id])).rows
  const sha = (words: string) => createHash('sha256').update(words).digest('hex')
  const list = (row: Record<string, string | null>, columns: string) =>
    JSON.stringify(columns.split(' ').map((column) => row[column]))

  const [head] = await all(
    `select hub_id, number::text, year, version::text, reason, approved_by, to_char(signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as signed_at, signed_by, signed_by_name from app.sign_off where hub_id = $1`,
  )
  let hash = sha(
    `${'0'.repeat(64)}\n${list(head ?? {}, 'hub_id number year version reason approved_by signed_at signed_by signed_by_name')}`,
  )
  const units = await all(
    'select key, id, kind, reference, name, district, first_on::text, last_on::text, amount, because from app.signed_unit where hub_id = $1 order by id',
  )
  for (const figure of await all(
    'select position::text, key, title, unit, value, units::text, definition_version::text, definition, words, parameters, units_hash, hash from app.signed_figure where hub_id = $1 order by signed_figure.position',
  )) {
    const lines = units.filter(({ key }) => key === figure['key'])
    const text = lines.map(
      (unit) => `${list(unit, 'id kind reference name district first_on last_on amount because')}\n`,
    )
    expect(figure['units_hash']).toBe(sha(text.join('')))
    hash = sha(
      `${hash}\n${list(figure, 'position key title unit value units definition_version definition words parameters units_hash')}`,
    )
    expect(figure['hash']).toBe(hash)
  }
})
