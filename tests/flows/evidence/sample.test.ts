import { createHash, randomUUID } from 'node:crypto'
import type { EvidenceOutcome } from '@hubline/domain/evidence/check-evidence.ts'
import type { Role } from '@hubline/domain/staff/permissions.ts'
import { expect, test } from 'vitest'
import { refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aRecord } from '../../given/records.ts'

const YEAR = '2020-21'
const KEY = 'lep.businesses_supported'
const VERSION = { year: YEAR, version: 1 }

/** So many businesses with a meeting in 2020-21, signed off. */
async function aSignedYear(many: number) {
  const hub = await aHub()
  const businesses = await Promise.all(Array.from({ length: many }, (_, at) => hub.aBusiness({ name: `Firm ${at}` })))
  const meeting = { kind: 'advice_session', channel: 'video', occurred_on: '2020-06-01', minutes: 60 } as const
  await Promise.all(businesses.map(({ id }) => aRecord(hub, 'interaction', { business_id: id, ...meeting })))
  const manager = hub.as('manager')
  for (const [steps, to] of (['draft', 'checked'] as const).entries())
    await manager.years.move({ request_id: randomUUID(), year: YEAR, to, steps, note: '' })
  await manager.years.signOff({ request_id: randomUUID(), year: YEAR, steps: 2 })
  return { hub, businesses }
}

const draw = (hub: TestHub, seed = '4711', role: Role = 'manager') =>
  hub.as(role).evidence.draw({ request_id: randomUUID(), ...VERSION, seed })
const unitsOf = async (hub: TestHub) => (await hub.as('adviser').evidence.sampleUnits({ ...VERSION, key: KEY })).rows
const found = async (hub: TestHub) =>
  (await hub.as('adviser').evidence.sample(VERSION))?.figures.find(({ key }) => key === KEY)
const check = (hub: TestHub, line: { id: string; version: number }, outcome: EvidenceOutcome, note = '') =>
  hub.as('manager').evidence.check({ request_id: randomUUID(), id: line.id, version: line.version, outcome, note })

test('a sample is the 25 units of the signed list that the seed draws, whoever works it out, and stays that', async () => {
  const { hub, businesses } = await aSignedYear(28)
  await draw(hub)

  const digest = (id: string) => createHash('sha256').update(`4711 ${id}`).digest('hex')
  const ids = businesses.map(({ id, reference }) => ({ digest: digest(id), reference }))
  const expected = ids.toSorted((a, b) => (a.digest < b.digest ? -1 : 1)).map(({ reference }) => reference)
  expect((await unitsOf(hub)).map(({ reference }) => reference)).toEqual(expected.slice(0, 25))
  expect(await found(hub)).toMatchObject({ sampled: 25, seen: 0, missing: 0, not_acceptable: 0 })
  expect(await hub.as('adviser').evidence.sample(VERSION)).toMatchObject({ seed: '4711' })

  expect(await refusalOf(draw(hub, 'another'))).toMatchObject({
    sentence: 'A sample of this version was drawn already: reload the page to see it',
  })
  expect((await unitsOf(hub)).map(({ reference }) => reference)).toEqual(expected.slice(0, 25))
})

test('nothing is drawn without a sign-off, a seed and the right to; what is missing is told with its figure, and what was said before stays', async () => {
  const { hub } = await aSignedYear(3)
  const other = await aHub({ database: hub.database })
  expect(await refusalOf(draw(other))).toMatchObject({ code: 'not_found' })
  expect(await refusalOf(draw(hub, ' '))).toMatchObject({ field: 'seed' })
  expect(await refusalOf(draw(hub, '4711', 'adviser'))).toMatchObject({ code: 'not_allowed' })
  expect(await hub.as('adviser').evidence.sample(VERSION)).toBeNull()
  await draw(hub)
  const [one, two, three] = await unitsOf(hub)
  if (!one || !two || !three) throw new Error('Three were drawn')

  expect(await refusalOf(check(other, one, 'seen'))).toMatchObject({ code: 'not_found' })
  await check(hub, one, 'seen')
  await check(hub, two, 'not_acceptable', 'The log is not signed')
  await check(hub, three, 'missing', 'No log')
  await check(hub, { id: three.id, version: 2 }, 'seen')

  expect(await found(hub)).toMatchObject({ sampled: 3, seen: 2, missing: 0, not_acceptable: 1 })
  expect(await unitsOf(hub)).toMatchObject([
    { outcome: 'seen', note: null },
    { outcome: 'not_acceptable', note: 'The log is not signed' },
    { outcome: 'seen', note: null },
  ])
  const history = await hub.inside((tx) =>
    tx.selectFrom('history').select('row').where('id', '=', three.id).orderBy('version').execute(),
  )
  expect(history).toMatchObject([{ row: { outcome: null } }, { row: { outcome: 'missing', note: 'No log' } }])

  expect(await refusalOf(check(hub, one, 'seen'))).toMatchObject({ code: 'stale' })
  expect(await refusalOf(check(hub, { id: one.id, version: 2 }, 'missing'))).toMatchObject({ field: 'note' })
})
