import { randomUUID } from 'node:crypto'
import { findDefinition } from '@hubline/domain/indicators/catalogue.ts'
import { type DefinitionChange, unchanged } from '@hubline/domain/indicators/change-definition.ts'
import type { Role } from '@hubline/domain/staff/permissions.ts'
import { yearOf, yearsBack } from '@hubline/domain/years/year.ts'
import { todayInLondon } from '@hubline/domain/day.ts'
import { expect, test } from 'vitest'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aRecord, theFigures, theYear } from '../../given/records.ts'
import { signedYear } from '../../given/signed-year.ts'
import { aServer } from '../../security/listening.ts'
import { checkPack } from '../../stranger/check-pack.ts'
import { type Pack, packOf } from '../../stranger/read-pack.ts'

const NOW = new Date('2026-11-26T12:00:00Z')
const [PRESENT = '', LAST = '', BEFORE = ''] = yearsBack(yearOf(todayInLondon(NOW)), 3)

const REVIEWS = 'skills.reviews_held'
const reviews = unchanged(findDefinition(REVIEWS)!)
const OFFERED: DefinitionChange = {
  ...reviews,
  ways: reviews.ways.map((way) => ({ ...way, dated: 'offered_on', lists: { status: ['offered', 'booked'] } })),
}
/** A review that was held, and one that was only offered, a year before the present one. */
async function twoReviews() {
  const hub = await aHub({ now: NOW })
  const [held, offered] = [await hub.aBusiness({ name: 'Held Ltd' }), await hub.aBusiness({ name: 'Offered Ltd' })]
  const day = `${LAST.slice(0, 4)}-06-01`
  await aRecord(hub, 'skills_review', { business_id: held.id, offered_on: day, held_on: day, status: 'held' })
  await aRecord(hub, 'skills_review', { business_id: offered.id, offered_on: day, status: 'offered' })
  return { hub, offered }
}
type Publishing = { key: string; change: DefinitionChange; own_title?: string; from_on?: string; from_year?: string }
const publish = (hub: TestHub, facts: Publishing, role: Role = 'manager') =>
  hub.as(role).indicators.publishDefinition({
    request_id: randomUUID(),
    version: 1,
    from_on: `${LAST.slice(0, 4)}-04-01`,
    from_year: LAST,
    reason: 'The board asked for it',
    ...facts,
  })
const packed = async (hub: TestHub, year: string, version = '') => {
  const { url } = await aServer(hub.database)
  const answer = await fetch(`${url}/year/${year}/pack.zip?reason=Board${version && `&version=${version}`}`, {
    headers: { cookie: `hubline=${hub.tokens.manager}` },
  })
  return packOf(Buffer.from(await answer.arrayBuffer()))
}

/** Of a copy that leaves out a part of its figure, that part would follow: it stands in the headlines and is not split. */
function leavesOwnOut(pack: Pack, key: string) {
  expect(pack['Headlines']?.map((row) => row['key'])).toContain(key)
  expect(pack['Breakdowns']?.map((row) => row['key'])).toEqual(expect.arrayContaining([REVIEWS]))
  expect(pack['Breakdowns']?.filter((row) => row['key']?.startsWith('own.'))).toEqual([])
  const note = pack['Cover']?.find(({ item }) => item === 'Breakdowns')?.['value']
  expect(note).toMatch(/Indicators of the hub's own are left out/)
}

test('another day and other statuses count in list, "why?" and pack as their effect said, and nothing at all is told', async () => {
  const { hub, offered } = await twoReviews()
  const manager = hub.as('manager')
  const { figures } = await manager.indicators.definitionEffect({ key: REVIEWS, change: OFFERED })
  expect(figures[0]).toMatchObject({
    words:
      'Counts each business once for the year, when a skills review was offered (it has the status offered or booked).',
    is_empty: false,
  })
  const effect = { year: LAST, now: '1', next: '1', units_in: 1, units_out: 1 }
  expect(figures[0]?.years[1]).toEqual(effect)
  const never = { ...OFFERED, ways: OFFERED.ways.map((way) => ({ ...way, lists: { status: ['cancelled'] } })) }
  const nothing = await manager.indicators.definitionEffect({ key: REVIEWS, change: never })
  expect(nothing.figures[0]?.is_empty).toBe(true)
  const early = { ...OFFERED, ways: OFFERED.ways.map((way) => ({ ...way, dated: 'held_on' })) }
  await expect(publish(hub, { key: REVIEWS, change: early })).rejects.toThrow(
    'A skills review that is “offered or booked” has no day on which it was held: choose another status, or another day',
  )

  await publish(hub, { key: REVIEWS, change: OFFERED })
  const list = await hub.as('adviser').indicators.units({ key: REVIEWS, year: LAST })
  expect(list.rows.map(({ name }) => name)).toEqual(['Offered Ltd'])
  const why = await hub.as('adviser').indicators.why({ kind: 'business', id: offered.id, year: theYear(LAST) })
  expect(why.find(({ key }) => key === REVIEWS)).toMatchObject({ counted: true, because: [{ noun: 'skills review' }] })
  expect(checkPack(await packed(hub, LAST))).toEqual([])
})

test("a copy is an indicator of the hub's own: on the board, with list, why, target, pack and sign-off, beside what it was copied from", async () => {
  const { hub, offered } = await twoReviews()
  const [manager, adviser] = [hub.as('manager'), hub.as('adviser')]
  const own = { key: REVIEWS, change: OFFERED, own_title: 'Reviews still to be held' }
  expect((await manager.indicators.definitionEffect({ ...own })).figures).toMatchObject([
    { title: own.own_title, version: 1, years: [{}, { year: LAST, now: '1', next: '1', units_in: 1 }, {}] },
  ])
  await expect(publish(hub, own, 'adviser')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const { versions } = await publish(hub, own)
  const key = 'own.reviews_still_to_be_held'
  expect(versions).toEqual([{ key, version: 1 }])
  await expect(publish(hub, { ...own, own_title: 'reviews still TO be held ' })).rejects.toThrow(/choose another title/)

  const figureOf = async (year: string) =>
    (await adviser.indicators.board({ year })).figures.find((figure) => figure.key === key)
  expect(await figureOf(LAST)).toMatchObject({ pack: 'own', title: own.own_title, value: '1', definition_version: 1 })
  expect(await figureOf(PRESENT)).toMatchObject({ value: '0', last_year: '1' })
  expect(await figureOf(BEFORE)).toBeUndefined()
  expect((await theFigures(hub, LAST))[REVIEWS]).toBe('1')
  const list = await adviser.indicators.units({ key, year: LAST })
  expect(list.rows.map(({ name }) => name)).toEqual(['Offered Ltd'])
  const why = await adviser.indicators.why({ kind: 'business', id: offered.id, year: theYear(LAST) })
  expect(why.find((one) => one.key === key)).toMatchObject({ counted: true })
  expect((await adviser.indicators.definitions()).find((one) => one.key === key)).toMatchObject({
    pack: 'own',
    source: expect.stringMatching(/^This hub's own, copied from “Businesses with a skills review held”/),
  })
  const targets = [{ key, version: 0, value: 3, profile: null }]
  await manager.years.setTargets({ request_id: randomUUID(), year: LAST, targets })
  expect(await figureOf(LAST)).toMatchObject({ target: '3' })
  await expect(manager.years.setTargets({ request_id: randomUUID(), year: BEFORE, targets })).rejects.toThrow(
    `"${own.own_title}" does not count ${BEFORE}: set its target in a year that it counts`,
  )

  // Changed like any other figure: of what it was copied from, under its own title.
  const page = await adviser.indicators.definition({ key })
  expect(page).toMatchObject({ title: own.own_title, newest: 1, form: { change: OFFERED } })
  expect(page.versions).toHaveLength(1)
  const again = { key, change: { ...OFFERED, ways: OFFERED.ways.map((way) => ({ ...way, lists: { status: null } })) } }
  await publish(hub, { ...again, from_on: `${PRESENT.slice(0, 4)}-04-01`, from_year: PRESENT })
  expect([(await figureOf(PRESENT))?.definition_version, (await figureOf(LAST))?.value]).toEqual([2, '1'])

  // One that was agreed within a year and counts from the next is none of the year in which it was agreed.
  const later = { from_on: `${LAST.slice(0, 4)}-07-01`, from_year: PRESENT }
  await publish(hub, { ...own, ...later, own_title: 'Reviews of next year' })
  await publish(hub, { ...again, ...later, key: 'own.reviews_of_next_year' })
  expect((await adviser.years.versionsAsked({ year: LAST })).figures).toEqual([])

  const pack = await packed(hub, LAST)
  expect(checkPack(pack)).toEqual([])
  leavesOwnOut(pack, key)
  await signedYear(hub, LAST)
  leavesOwnOut(await packed(hub, LAST, '1'), key)
  const signed = await hub.database.owner.query(
    `select value, definition_version from app.signed_figure where hub_id = $1 and key = $2`,
    [hub.hub_id, key],
  )
  expect(signed.rows).toEqual([{ value: '1', definition_version: 1 }])
  const c4 = await adviser.indicators.definition({ key: 'erdf.c4' })
  expect(c4.form.ways.map(({ words }) => words.split(': ')[0])).toEqual([
    expect.stringMatching(/^an interaction/),
    'for what another output uses up',
    'for what another output uses up',
    'brings nothing in here',
  ])
  const other = await aHub({ now: NOW })
  await expect(other.as('adviser').indicators.units({ key, year: LAST })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
