import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { unitRecord } from '@hubline/domain/indicators/rules.ts'
import type { Tx } from '@hubline/db/connection.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { effectOf } from '@hubline/reporting/definition-effect.ts'
import { scopeOf } from '@hubline/reporting/evidence.ts'
import { figuresOf } from '@hubline/reporting/figures.ts'
import { keepRows } from '@hubline/reporting/pack/kept-rows.ts'
import { leftOut } from '@hubline/reporting/pack/left-out.ts'
import { EVIDENCE, allEvidence } from '@hubline/reporting/pack/proof-sheets.ts'
import { type AskedAbout, type Why, whyOf } from '@hubline/reporting/why.ts'
import { type Unit, unitsOf } from '@hubline/reporting/units.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type TestHub, aHub } from '../given/hub.ts'
import { aProgramme, aRecord, theYear } from '../given/records.ts'
import { aReportingHub } from '../given/reporting-hub.ts'
import { everyPart } from '../given/said-differently.ts'

/** Outputs of programmes that a random hub reaches. */
const OF_PROGRAMMES =
  'erdf.c1 erdf.c2 erdf.c4 erdf.c5 erdf.c8 erdf.p11 erdf.p13 ukspf.business_nonfinancial ukspf.business_grants ukspf.enterprise_ready ukspf.jobs_created'.split(
    ' ',
  )

const UNITS = ['business', 'person', 'capital_project', 'outcome'] as const

const hubs = new Map<number, Promise<TestHub>>()
/** A random hub that the tests here only read. */
function aReadHub(seed: number): Promise<TestHub> {
  const hub = hubs.get(seed) ?? aReportingHub(seed, 14)
  hubs.set(seed, hub)
  return hub
}

async function everyWhy(
  hub: TestHub,
  about: AskedAbout,
  year: string,
  catalogue: readonly Definition[] = CATALOGUE,
): Promise<(Why & { reference: string })[]> {
  return hub.inside(async (tx) => {
    const rows = await tx.selectFrom(about).select(['id', 'reference']).where('hub_id', '=', hub.hub_id).execute()
    const ids = rows.map((row) => row.id)
    const referenceOf = new Map(rows.map(({ id, reference }) => [id, reference]))
    const found = await whyOf(tx, catalogue, { hub_id: hub.hub_id, year: theYear(year), about, ids, units: ids })
    return found.map((why) => ({ ...why, reference: referenceOf.get(why.unit_id) ?? '' }))
  })
}

/** What of a year counts by its explanation, by figure: clients and projects; and records that count by themselves. */
async function explained(
  hub: TestHub,
  year: string,
  catalogue: readonly Definition[] = CATALOGUE,
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>()
  const say = (key: string, name: string) => found.set(key, (found.get(key) ?? new Set()).add(name))
  for (const about of UNITS)
    for (const { key, reference, explanation } of await everyWhy(hub, about, year, catalogue)) {
      if (!explanation.counted)
        say(
          'in words',
          /^[A-Z][^_]+\. [A-Z1-9][^_]+\.$/.test(`${explanation.why} ${explanation.fix}`) ? 'yes' : explanation.why,
        )
      else if (isOfClients(key, catalogue)) say(key, `${about} ${reference}`)
      else for (const record of explanation.because) say(key, `${record.kind} ${record.reference}`)
    }
  return found
}

const isOfClients = (key: string, catalogue: readonly Definition[]) =>
  catalogue.some(({ key: own, counts }) => own === key && !['record', 'referral'].includes(unitRecord(counts)))

test.each([5])('in random hub %i all counts where its explanation says so, and nowhere else', async (seed) => {
  const hub = await aReadHub(seed)
  const counting = new Set<string>()

  for (const year of ['2020-21', '2021-22']) {
    const ours = await explained(hub, year)
    expect([...(ours.get('in words') ?? [])]).toEqual(['yes'])
    for (const definition of CATALOGUE) {
      const { rows: units } = await hub.inside((tx) =>
        unitsOf(tx, definition, { hub_id: hub.hub_id, year: theYear(year), size: 100_000 }),
      )
      const named = namedIn(units)
      expect([definition.key, [...(ours.get(definition.key) ?? [])].toSorted()]).toEqual([definition.key, named])
      if (named.length > 0) counting.add(definition.key)
    }
  }
  expect([...counting]).toEqual(expect.arrayContaining(OF_PROGRAMMES))
  expect(counting.size).toBeGreaterThan(30)
})

/** The units of a list that a client's page can explain: an answer without a name has no page. */
const namedIn = (units: readonly Unit[]): string[] => {
  const named = units.filter(
    ({ kind, name }) => kind !== 'survey_response' || !/^(Anonymous|No client named)$/.test(name),
  )
  return [...new Set(named.map(({ kind, reference }) => `${kind} ${reference}`))].toSorted()
}

/** What brings units in, and which. */
const recordsOf = (units: readonly Unit[]): string =>
  JSON.stringify(units.map(({ id, because }) => [id, because.map((record) => record.id)]))

test.each([5])(
  'in random hub %i whatever is said differently changes list, number, "why?", exclusions and effect alike',
  async (seed) => {
    const [hub, year] = [await aReadHub(seed), '2021-22']
    const parts = everyPart()
    const question = { hub_id: hub.hub_id, year: theYear(year) }
    const listOf = (tx: Tx, definition: Definition) => unitsOf(tx, definition, { ...question, size: 100_000 })
    const catalogue = [...parts.map(({ next }) => next), ...CATALOGUE.filter(({ band }) => band)]
    const ours = await explained(hub, year, catalogue)
    expect([...(ours.get('in words') ?? [])]).toEqual(['yes'])
    const moved = new Set<string>()
    await hub.inside(async (tx) => {
      const scope = { ...(await scopeOf(tx, question)), catalogue }
      await keepRows(tx, { table: EVIDENCE, rows: allEvidence(scope) })
      const { rows: out } = await sql<{ record: string; reference: string; keys: string }>`
        select record, reference, keys from (${leftOut(scope)}) as l`.execute(tx)
      const isOut = new Set(
        out.flatMap((one) => one.keys.split(' ').map((key) => `${key} ${one.record} ${one.reference}`)),
      )
      const figures = await figuresOf(tx, question, catalogue)
      const effects: { part: string; two: { now: Definition; next: Definition }; effect: object }[] = []
      for (const { part, now, next } of parts) {
        const [list, before] = [await listOf(tx, next), await listOf(tx, now)]
        const [units, were] = [list, before].map(({ rows }) => new Set(rows.map(({ id }) => id))) as [
          Set<string>,
          Set<string>,
        ]
        expect([part, ...namedIn(list.rows)]).toEqual([part, ...[...(ours.get(next.key) ?? [])].toSorted()])
        const because = list.rows.flatMap((unit) => unit.because)
        expect([part, because.filter(({ kind, reference }) => isOut.has(`${next.key} ${kind} ${reference}`))]).toEqual([
          part,
          [],
        ])
        const value = figures.find(({ key }) => key === next.key)?.value
        const isCount = !('sum' in next.counts || 'mean' in next.counts)
        expect([part, isCount ? value : '']).toEqual([part, isCount ? String(units.size) : ''])
        if (recordsOf(list.rows) !== recordsOf(before.rows)) moved.add(part)
        effects.push({
          part,
          two: { now, next },
          effect: { next: value, units_in: units.difference(were).size, units_out: were.difference(units).size },
        })
      }
      for (const { part, two, effect } of effects.filter((_, at) => at % 4 === 0))
        expect([part, await effectOf(tx, two, question)]).toMatchObject([part, effect])
    })
    expect(parts.length).toBeGreaterThan(80)
    expect(moved.size).toBeGreaterThan(50)
  },
)

async function theWhy(hub: TestHub, about: AskedAbout, id: string, key: string, year = '2021-22') {
  const found = await hub.inside((tx) =>
    whyOf(tx, CATALOGUE, { hub_id: hub.hub_id, year: theYear(year), about, ids: [id], units: [id] }),
  )
  const why = found.find((one) => one.key === key)
  if (!why) throw new Error(`Nothing is said about ${key}`)
  return why.explanation
}

const advice = { kind: 'advice_session', channel: 'telephone', occurred_on: '2021-06-14' } as const

test('45 minutes are 11 hours 15 minutes short of high intensity; with those it counts', async () => {
  const hub = await aHub()
  const { id: business_id } = await hub.aBusiness()
  await aRecord(hub, 'interaction', { ...advice, business_id, minutes: 45 })

  expect(await theWhy(hub, 'business', business_id, 'gh.high')).toEqual({
    counted: false,
    broken: 1,
    nearest: null,
    also: [],
    why: 'It had 45 minutes in the year; this needs 12 hours: 11 hours 15 minutes more.',
    fix: '11 hours 15 minutes more of support in the year would make it count.',
  })

  for (const minutes of [600, 75]) await aRecord(hub, 'interaction', { ...advice, business_id, minutes })
  expect((await theWhy(hub, 'business', business_id, 'gh.high')).counted).toBe(true)
  expect(await theWhy(hub, 'business', business_id, 'gh.medium')).toMatchObject({
    why: 'It had 12 hours in the year; this is for less than 12 hours.',
    fix: 'Nothing is missing: it had more than this.',
  })
})

test('a review that was offered counts as held once it has the day on which it was held', async () => {
  const hub = await aHub()
  const { id: business_id } = await hub.aBusiness()
  const review = await aRecord(hub, 'skills_review', { business_id, offered_on: '2022-02-01', status: 'offered' })

  expect(await theWhy(hub, 'business', business_id, 'skills.reviews_held')).toMatchObject({
    counted: false,
    nearest: { kind: 'skills_review' },
    why: 'It has no day on which it was held.',
    fix: 'It counts with the day on which it was held, in 2021-22.',
  })

  await hub.inside((tx) =>
    tx.updateTable('skills_review').set({ held_on: '2022-03-01' }).where('id', '=', review).execute(),
  )
  expect((await theWhy(hub, 'business', business_id, 'skills.reviews_held')).counted).toBe(true)
})

test('support that was not marked as start-up support counts for the person once it is', async () => {
  const hub = await aHub()
  const { id: person_id } = await hub.aPerson()
  const interaction = await aRecord(hub, 'interaction', { ...advice, person_id, minutes: 30, start_up_support: false })

  const key = 'lep.individuals_helped_to_start'
  expect(await theWhy(hub, 'person', person_id, key)).toMatchObject({
    why: 'It is not marked as start-up support.',
    also: [],
  })

  await hub.inside((tx) =>
    tx.updateTable('interaction').set({ start_up_support: true }).where('id', '=', interaction).execute(),
  )
  expect((await theWhy(hub, 'person', person_id, key)).counted).toBe(true)
})

test('a claimed post is told what it still needs, and counts with it', async () => {
  const hub = await aHub()
  const { id: business_id } = await hub.aBusiness()
  const post = { kind: 'job_created', occurred_on: '2021-06-14', hours_per_week: '30', business_id } as const
  const id = await aRecord(hub, 'outcome', {
    ...post,
    state: 'verified',
    verified_on: '2021-07-01',
    verified_by_id: hub.advisers.manager,
    is_primary: true,
    expected_months: 6,
  })

  expect(await theWhy(hub, 'outcome', id, 'lep.jobs_created')).toMatchObject({
    why: 'It is expected to last 6 months; 12 are needed: 6 more.',
    also: [],
  })

  await hub.inside((tx) => tx.updateTable('outcome').set({ expected_months: 12 }).where('id', '=', id).execute())
  expect((await theWhy(hub, 'outcome', id, 'lep.jobs_created')).counted).toBe(true)
})

test('a business outside the districts of the hub is told so, and one without a record what would count', async () => {
  const hub = await aHub({ area_codes: ['E06000021'] })
  const { id: business_id } = await hub.aBusiness()
  expect(await theWhy(hub, 'business', business_id, 'local.event_businesses')).toMatchObject({
    nearest: null,
    why: 'No record comes near it.',
    fix: 'In 2021-22, this would count: an event was attended (it was not cancelled).',
  })

  await aRecord(hub, 'interaction', { ...advice, business_id, minutes: 45 })
  await hub.inside((tx) =>
    tx.updateTable('business').set({ district_code: 'E08000003' }).where('id', '=', business_id).execute(),
  )
  expect(await theWhy(hub, 'business', business_id, 'lep.businesses_supported')).toMatchObject({
    why: 'The client is in Manchester, outside the districts that the hub serves.',
    also: [],
  })
})

test('of several kinds of records each figure is told the nearest that can bring a unit in, always the same one', async () => {
  const hub = await aHub()
  const { id: business_id } = await hub.aBusiness()
  const programme_id = await aProgramme(hub, { reference: 'P-1', framework: 'erdf', definition_version: 3 })
  const session = { ...advice, business_id, programme_id, minutes: 120, evidence_level: 'documented' } as const
  await hub.inside((tx) =>
    tx
      .insertInto('interaction')
      .values(['S-B', 'S-A'].map((reference) => ({ ...session, reference })))
      .execute(),
  )
  const grant = {
    scheme: 'Growth',
    regime: 'mfa',
    amount_pence: 50_000,
    status: 'paid',
    paid_on: '2021-07-01',
  } as const
  await aRecord(hub, 'grant_award', { ...grant, business_id, programme_id })

  expect(await theWhy(hub, 'business', business_id, 'erdf.c4')).toMatchObject({
    counted: false,
    nearest: { kind: 'interaction', reference: 'S-A' },
    why: 'Its evidence is documented; this asks for verified or better.',
  })
  expect(await theWhy(hub, 'business', business_id, 'erdf.c1')).toMatchObject({
    counted: false,
    nearest: { kind: 'grant_award' },
    why: 'It is £500.00; at least £1,000.00 is needed.',
  })
})
