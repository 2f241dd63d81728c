import { randomUUID } from 'node:crypto'
import { type DefinitionChange, unchanged } from '@hubline/domain/indicators/change-definition.ts'
import { findDefinition } from '@hubline/domain/indicators/catalogue.ts'
import { yearOf, yearsBack } from '@hubline/domain/years/year.ts'
import { todayInLondon } from '@hubline/domain/day.ts'
import type { Role } from '@hubline/domain/staff/permissions.ts'
import { asItWas } from '@hubline/db/as-at.ts'
import { catalogueOf } from '@hubline/reporting/hub-catalogue.ts'
import { expect, test } from 'vitest'
import { aMeeting } from '../../given/cases.ts'
import { anInteractionForm } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aRecord, theFigures, theYear } from '../../given/records.ts'

const NOW = new Date('2026-11-26T12:00:00Z')
const MEDIUM = 'gh.medium'
const was = unchanged(findDefinition(MEDIUM)!)
const SHORTER: DefinitionChange = { ...was, minutes_at_least: 120 }
const [PRESENT = '', LAST = '', BEFORE = ''] = yearsBack(yearOf(todayInLondon(NOW)), 3)
const july = (year: string) => `${year.slice(0, 4)}-07-01`

type Publishing = {
  key?: string
  version?: number
  change?: DefinitionChange
  from_on?: string
  from_year?: string
  request_id?: string
}
const publish = (hub: TestHub, facts: Publishing = {}, role: Role = 'manager') =>
  hub.as(role).indicators.publishDefinition({
    request_id: randomUUID(),
    key: MEDIUM,
    version: 1,
    change: SHORTER,
    from_on: july(PRESENT),
    from_year: PRESENT,
    reason: 'The funder lowered the threshold',
    ...facts,
  })
const bands = async (hub: TestHub, year: string) => {
  const figures = await theFigures(hub, year)
  return [figures['gh.light'], figures[MEDIUM], figures['gh.high']]
}
const kept = async (hub: TestHub) => {
  const { rows } = await hub.database.owner.query(
    `select key, version, from_year from app.definition_version where hub_id = $1 order by key, version`,
    [hub.hub_id],
  )
  return rows.map(({ key, version, from_year }) => `${key} ${version} ${from_year}`)
}
/** A business with 150 minutes in each of three years: medium from 120 minutes on, not from 180. */
async function aShortOne() {
  const hub = await aHub({ now: NOW })
  const client = await hub.aBusiness({ name: 'Amber Ltd' })
  for (const year of [PRESENT, LAST, BEFORE]) await aMeeting(hub, client, `${year.slice(0, 4)}-05-01`, 150)
  return hub
}

test('a change is looked at before it is published: value now and then, who comes in and who goes out', async () => {
  const hub = await aShortOne()
  const { figures } = await hub.as('manager').indicators.definitionEffect({ key: MEDIUM, change: SHORTER })
  const year = { year: PRESENT, units_in: 0, units_out: 0 }
  expect(figures.map(({ key, version, years }) => [key, version, years[0]])).toEqual([
    [MEDIUM, 2, { ...year, now: '0', next: '1', units_in: 1 }],
    ['gh.light', 2, { ...year, now: '1', next: '0', units_out: 1 }],
  ])
  expect(figures[0]?.years.map((one) => one.year)).toEqual([PRESENT, LAST, BEFORE])
  const asked = { key: MEDIUM, change: SHORTER, year: LAST }
  const list = await hub.as('manager').indicators.definitionEffectUnits({ ...asked, of: 'gh.light', which: 'out' })
  expect(list).toMatchObject({ rows: [{ name: 'Amber Ltd', records: 1 }], next: null })
  expect(await kept(hub)).toEqual([])
})

test('signed-off years keep their version, and the year in which a version begins is asked which one it counts by (T18)', async () => {
  const hub = await aShortOne()
  const step = (to: 'draft' | 'checked', steps: number) =>
    hub.as('manager').years.move({ request_id: randomUUID(), year: LAST, to, steps, note: '' })
  await step('draft', 0)
  await step('checked', 1)
  await hub.as('manager').years.signOff({ request_id: randomUUID(), year: LAST, steps: 2 })

  // July of a signed-off year: that year keeps the version that it was signed off with.
  await expect(publish(hub, { from_on: july(LAST), from_year: LAST })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    cause: { field: 'from_year', message: expect.stringContaining(`${LAST} is signed off and keeps its version`) },
  })
  expect(await kept(hub)).toEqual([])

  await publish(hub)
  expect(await kept(hub)).toEqual([`gh.light 2 ${PRESENT}`, `${MEDIUM} 2 ${PRESENT}`])
  expect([await bands(hub, PRESENT), await bands(hub, LAST), await bands(hub, BEFORE)]).toEqual([
    ['0', '1', '0'],
    ['1', '0', '0'],
    ['1', '0', '0'],
  ])
  const signed = await hub.database.owner.query(
    `select value, definition_version from app.signed_figure where hub_id = $1 and key = $2`,
    [hub.hub_id, MEDIUM],
  )
  expect(signed.rows).toEqual([{ value: '0', definition_version: 1 }])
  expect(await hub.as('adviser').years.restatement({ year: LAST })).toMatchObject({ figures: [] })
})

test('a draft asks which version counts it where one began in July, with both values and lists, and keeps to the answer (T18)', async () => {
  const hub = await aShortOne()
  await publish(hub, { from_on: july(LAST), from_year: LAST })
  const asked = async (year: string) => (await hub.as('adviser').years.versionsAsked({ year })).figures
  const medium = (await asked(LAST)).find(({ key }) => key === MEDIUM)
  expect(medium).toMatchObject({
    counts_now: 2,
    versions: [
      { version: 1, from_on: null, value: '0' },
      { version: 2, from_on: july(LAST), value: '1' },
    ],
  })
  for (const { version, value } of medium?.versions ?? [])
    expect(await hub.as('adviser').years.versionUnits({ year: LAST, key: MEDIUM, version })).toMatchObject({
      total: Number(value),
      rows: value === '0' ? [] : [{ name: 'Amber Ltd' }],
    })
  expect([await asked(PRESENT), await asked(BEFORE)]).toEqual([[], []])

  const draft = (versions: { key: string; version: number }[] | undefined, role: Role = 'manager') =>
    hub.as(role).years.move({ request_id: randomUUID(), year: LAST, to: 'draft', steps: 0, note: '', versions })
  const [FIRST, LIGHT] = [{ key: MEDIUM, version: 1 }, 'gh.light']
  await expect(draft(undefined)).rejects.toThrow('Say which version counts the year')
  await expect(draft([FIRST, { key: LIGHT, version: 2 }])).rejects.toThrow('These move together')
  await expect(draft([FIRST, { key: LIGHT, version: 1 }], 'adviser')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect((await hub.as('adviser').years.standing({ year: LAST })).state).toBe('live')
  const before = new Date().toISOString()
  await draft([FIRST, { key: LIGHT, version: 1 }])

  expect([await bands(hub, LAST), await bands(hub, PRESENT)]).toEqual([
    ['1', '0', '0'],
    ['0', '1', '0'],
  ])
  const list = await hub.as('adviser').indicators.units({ key: MEDIUM, year: LAST })
  expect(list).toMatchObject({ total: 0, definition_version: 1 })
  const then = await hub.inside(async (tx) =>
    catalogueOf(await asItWas(tx, before), { hub_id: hub.hub_id, year: theYear(LAST) }),
  )
  expect(then.find(({ key }) => key === MEDIUM)).toMatchObject({ version: 2 })
  const { chosen } = await hub.as('adviser').years.versionsAsked({ year: LAST })
  expect(chosen).toMatchObject([
    { key: LIGHT, version: 1 },
    { key: MEDIUM, version: 1, chosen_by: `manager of ${hub.slug}`, chosen_at: expect.anything() },
  ])
  // What is published for the year afterwards was said last.
  await publish(hub, { version: 2, change: { ...was, minutes_at_least: 100 }, from_on: july(LAST), from_year: LAST })
  expect(await bands(hub, LAST)).toEqual(['0', '1', '0'])
  await expect(hub.database.owner.query(`update app.year_definition set version = 2`)).rejects.toThrow(/never changed/)
})

test('from July on may also mean: from the next year on', async () => {
  const hub = await aShortOne()
  const next = `${Number(PRESENT.slice(0, 4)) + 1}-${String((Number(PRESENT.slice(0, 4)) + 2) % 100).padStart(2, '0')}`
  await publish(hub, { from_year: next })
  expect(await bands(hub, PRESENT)).toEqual(['1', '0', '0'])
  await expect(publish(hub, { version: 2, change: was })).rejects.toThrow(/counts from .* already/)
  await expect(publish(hub, { version: 2, change: was, from_year: BEFORE })).rejects.toThrow(/in which .* lies/)
})

test('every reading of the year follows the version: board, list, page and words', async () => {
  const hub = await aShortOne()
  await publish(hub)
  const board = await hub.as('adviser').indicators.board({ year: PRESENT })
  expect(board.figures.find(({ key }) => key === MEDIUM)).toMatchObject({
    value: '1',
    definition_version: 2,
    words: expect.stringContaining('at least 2 hours'),
  })
  const list = await hub.as('adviser').indicators.units({ key: MEDIUM, year: PRESENT })
  expect(list).toMatchObject({ total: 1, definition_version: 2 })
  expect(await hub.as('adviser').indicators.units({ key: MEDIUM, year: LAST })).toMatchObject({
    total: 0,
    definition_version: 1,
  })
  const page = await hub.as('adviser').indicators.definition({ key: MEDIUM })
  expect(page.versions).toMatchObject([
    { version: 2, from_on: july(PRESENT), from_year: PRESENT, reason: 'The funder lowered the threshold' },
    { version: 1, reason: null },
  ])
  const all = await hub.as('adviser').indicators.definitions()
  expect(all.find(({ key }) => key === MEDIUM)).toMatchObject({ version: 2 })
  const course = await hub.as('adviser').years.course({ key: MEDIUM, year: PRESENT })
  expect([course.present.by_then, course.past[0]?.months.at(-1)?.reached]).toEqual(['1', '0'])

  // A figure of those that count in this one asks it as the hub counts it: on the board, in the list and to "why?".
  const [key, id] = ['gh.scaleup_potential', list.rows[0]?.id ?? '']
  await aRecord(hub, 'business_flag', {
    business_id: id,
    flag: 'scaleup_potential',
    reason: 'Orders doubled',
    flagged_on: `${PRESENT.slice(0, 4)}-06-01`,
    flagged_by_id: hub.advisers.adviser,
  })
  const why = await hub.as('adviser').indicators.why({ kind: 'business', id, year: PRESENT })
  expect([
    (await theFigures(hub, PRESENT))[key],
    (await hub.as('adviser').indicators.units({ key, year: PRESENT })).total,
    why.find((one) => one.key === key)?.counted,
  ]).toEqual(['1', 1, true])
})

test('a change that changes nothing, makes no figure, comes late or twice publishes nothing more', async () => {
  const hub = await aHub({ now: NOW })
  await expect(publish(hub, { change: was })).rejects.toThrow(/Change something first/)
  await expect(publish(hub, { change: { ...was, minutes_at_least: 720 } })).rejects.toThrow(/fewer minutes/)
  await expect(publish(hub, { change: { ...was, ways: [] } })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  expect(await kept(hub)).toEqual([])
  const request_id = randomUUID()
  await publish(hub, { request_id })
  await publish(hub, { request_id })
  await expect(publish(hub, { change: { ...was, minutes_at_least: 100 } })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await kept(hub)).toHaveLength(2)
})

test('an adviser reads definitions and publishes none; another hub counts as it did', async () => {
  const hub = await aShortOne()
  await expect(publish(hub, {}, 'adviser')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await publish(hub)
  const other = await aShortOne()
  expect(await bands(other, PRESENT)).toEqual(['1', '0', '0'])
  expect((await other.as('adviser').indicators.definition({ key: MEDIUM })).versions).toHaveLength(1)
})

test('nobody changes what was published', async () => {
  const hub = await aHub({ now: NOW })
  await publish(hub)
  await expect(hub.database.owner.query(`update app.definition_version set reason = 'Other'`)).rejects.toThrow(
    /never changed/,
  )
})

test('a list that was opened is read anew when a record has come in, and so is that of a month', async () => {
  const hub = await aShortOne()
  await publish(hub)
  const month = `${PRESENT.slice(0, 4)}-05`
  const lists = async () => {
    const asked = [{}, { month }].map((filter) =>
      hub.as('adviser').indicators.units({ key: MEDIUM, year: PRESENT, ...filter }),
    )
    return (await Promise.all(asked)).map(({ rows, total, value }) => ({
      names: rows.map(({ name }) => name),
      total,
      value,
    }))
  }
  const before = { names: ['Amber Ltd'], total: 1, value: '1' }
  expect([await lists(), await lists()]).toEqual([
    [before, before],
    [before, before],
  ])
  const { id: business_id } = await hub.aBusiness({ name: 'Birch Ltd' })
  await hub.as('adviser').interactions.log(anInteractionForm({ business_id, occurred_on: `${month}-02`, minutes: 150 }))
  const after = { names: ['Amber Ltd', 'Birch Ltd'], total: 2, value: '2' }
  expect(await lists()).toEqual([after, after])
})

test('answers to a survey count once a year for each business, or once for each wave where a manager says so', async () => {
  const hub = await aHub({ now: NOW })
  const { id: business_id } = await hub.aBusiness({ name: 'Amber Ltd' })
  const key = 'lep.sitrep_businesses'
  for (const [title, opens] of [
    ['Spring', `${PRESENT.slice(0, 4)}-05-01`],
    ['Autumn', `${PRESENT.slice(0, 4)}-10-01`],
  ] as const) {
    const survey_id = await aRecord(hub, 'survey', { family: 'sitrep', title, fieldwork_from: opens })
    for (const answer of [{ business_id }, { business_id }, {}])
      await aRecord(hub, 'survey_response', { survey_id, submitted_on: opens, valid: true, ...answer })
  }
  const asked = () => hub.as('adviser').indicators.units({ year: PRESENT, key })
  expect(await asked()).toMatchObject({ value: '3', total: 3 })

  const change = { ...unchanged(findDefinition(key)!), once_per: 'wave' as const }
  await publish(hub, { key, change, from_on: `${PRESENT.slice(0, 4)}-04-01` })

  const { value, total, rows } = await asked()
  expect([value, total]).toEqual(['4', 4])
  expect(rows.map(({ name, because }) => [name, because.length])).toEqual([
    ['Amber Ltd (Autumn)', 2],
    ['Amber Ltd (Spring)', 2],
    ['Anonymous (Autumn)', 1],
    ['Anonymous (Spring)', 1],
  ])
  const parts = async (by: 'known' | 'month') =>
    (await hub.as('adviser').indicators.split({ year: PRESENT, key, by })).parts.map(({ units }) => units)
  expect([await parts('month'), await parts('known')]).toEqual([[2, 2], expect.arrayContaining([2])])
  expect(await hub.as('adviser').indicators.definition({ key })).toMatchObject({
    present: { words: expect.stringContaining('Counts each business once for each wave of the survey in the year') },
  })
})
