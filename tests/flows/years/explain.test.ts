import { randomUUID } from 'node:crypto'
import { verifyHub } from '@hubline/api/cli/verify-hub.ts'
import type { Role } from '@hubline/domain/staff/permissions.ts'
import { expect, test } from 'vitest'
import { aMeeting } from '../../given/cases.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aRecord } from '../../given/records.ts'

const YEAR = '2020-21'
const KEY = 'lep.businesses_supported'

/** One business in 2019-20 and two in 2020-21, which is checked. */
async function aCheckedYear() {
  const hub = await aHub()
  const [amber, birch] = [await hub.aBusiness({ name: 'Amber Ltd' }), await hub.aBusiness({ name: 'Birch Ltd' })]
  await aMeeting(hub, amber, '2019-06-01')
  await aMeeting(hub, amber, '2020-06-01')
  await aMeeting(hub, birch, '2020-06-01')
  for (const [steps, to] of (['draft', 'checked'] as const).entries())
    await hub.as('manager').years.move({ request_id: randomUUID(), year: YEAR, to, steps, note: '' })
  return hub
}

const explain = (hub: TestHub, words: string, version = 0, role: Role = 'manager') =>
  hub.as(role).years.explain({ request_id: randomUUID(), year: YEAR, explanations: [{ key: KEY, version, words }] })
const sign = (hub: TestHub) => hub.as('manager').years.signOff({ request_id: randomUUID(), year: YEAR, steps: 2 })
const far = async (hub: TestHub) => (await hub.as('adviser').years.variances({ year: YEAR })).figures

test('a headline far from last year is explained before the year is signed off, and the words are signed off with it', async () => {
  const hub = await aCheckedYear()

  expect(await far(hub)).toMatchObject([
    { key: KEY, value: '2', variances: [{ from: 'last_year', base: '1', percent: 100 }], explanation: null },
  ])
  await expect(sign(hub)).rejects.toThrow(
    'Explain first why these differ from last year or from their target: Businesses helped',
  )
  await explain(hub, 'A second programme')
  await explain(hub, 'A second programme began in May', 1)
  await sign(hub)

  await expect(explain(hub, 'Said later', 2)).rejects.toMatchObject({
    message: '2020-21 is signed off: its explanations stay as they were',
  })
  expect(await far(hub)).toMatchObject([{ explanation: { words: 'A second programme began in May' } }])
  const { figures } = await hub.as('adviser').years.signedFigures({ year: YEAR, version: 1 })
  expect(figures.filter(({ explanation }) => explanation !== null)).toMatchObject([
    { key: KEY, explanation: 'A second programme began in May' },
  ])
  expect(await hub.inside((tx) => verifyHub(tx, hub.hub_id))).toEqual([])
})

test('a figure that was none last year is explained too, and none is held against a year without any record', async () => {
  const hub = await aCheckedYear()
  await aRecord(hub, 'outcome', {
    kind: 'job_created',
    business_id: (await hub.aBusiness({ name: 'Cedar Ltd' })).id,
    state: 'verified',
    verified_by_id: hub.advisers.manager,
    verified_on: '2020-08-01',
    occurred_on: '2020-07-01',
    hours_per_week: '30',
    is_primary: true,
    evidence_level: 'documented',
  })

  expect(await far(hub)).toMatchObject([
    { key: KEY },
    { key: 'lep.jobs_created', variances: [{ from: 'last_year', base: '0.00', percent: null }], explanation: null },
  ])
  await explain(hub, 'A second programme began in May')
  await expect(sign(hub)).rejects.toThrow('Explain first')
  const { figures } = await hub.as('adviser').years.variances({ year: '2019-20' })
  expect(figures).toEqual([])
})

test('an explanation has words, is written by who may close a year, and over nobody else’s', async () => {
  const hub = await aCheckedYear()

  for (const nothing of [' ', '\u200B \uFEFF'])
    await expect(explain(hub, nothing)).rejects.toThrow('Say why the figure differs')
  await expect(explain(hub, 'Because', 0, 'adviser')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await explain(hub, 'Because')
  await expect(explain(hub, 'Because of me')).rejects.toThrow('meanwhile')
  const other = await aHub({ database: hub.database })
  expect(await far(other)).toEqual([])
  expect(await far(hub)).toMatchObject([{ explanation: { words: 'Because', by: `manager of ${hub.slug}` } }])
})
