import { randomUUID } from 'node:crypto'
import { initTRPC } from '@trpc/server'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type TestDatabase, aDatabase } from '../given/database.ts'
import { aHub } from '../given/hub.ts'
import { ANSWERS } from './answers.ts'
import { aServer, call, listening } from './listening.ts'
import { PROCEDURES } from './procedures.ts'
import { type Ids, aSituation } from './situation.ts'

const INPUTS = 2000
/** What no answer says to a person. */
const TECHNICAL =
  /select |insert into|\.ts:|at Object|postgres|expected \S+, received|Invalid (input|option|UUID|string)|Too (big|small):/i

/** Values that programs of this kind have stumbled over. */
const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udfff\ud800',
    '\u202e',
    '%',
    '_',
    '\\',
    "'",
    "'; drop table app.business; --",
    '${1}',
    '{{1}}',
    'null',
    'undefined',
    'NaN',
    '__proto__',
    'constructor',
    '0',
    '-1',
    '1e309',
    '2021-02-30',
    '0000-01-01',
    '9999-99-99',
    '+099999-01-01',
    '2021-06-02T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '=1+1',
    'x'.repeat(5000),
    '🐝'.repeat(300),
    'ﷺ'.repeat(200),
    0,
    -0,
    -1,
    1.5,
    2 ** 31,
    2 ** 31 - 1,
    2 ** 53 - 1,
    2 ** 53,
    -(2 ** 63),
    1e300,
    null,
    true,
    false,
    [],
    {},
    [[]],
    { length: 1 },
    { toString: 1 },
    ['a', 1, null],
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.uuid(),
  fc.double(),
  fc.jsonValue({ maxDepth: 2 }),
)

type Spoil = (good: unknown) => unknown

/** Replaces, adds or takes away a few parts of a good input; or sends something else altogether. */
function spoiling(good: unknown): fc.Arbitrary<Spoil> {
  const another = nasty.map(
    (value): Spoil =>
      () =>
        value,
  )
  if (good === null || typeof good !== 'object' || Array.isArray(good)) return another
  const keys = [
    ...Object.keys(good),
    'after',
    'before',
    'size',
    'text',
    'whose',
    'filter',
    'kinds',
    'sort',
    'notes',
    'extra',
  ]
  const change = fc.record({
    key: fc.constantFrom(...keys),
    value: nasty,
    gone: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  })
  const changes = fc.array(change, { minLength: 1, maxLength: 3 }).map((list): Spoil => (fresh) => {
    const input: Record<string, unknown> = { ...(fresh as object) }
    for (const { key, value, gone } of list)
      if (gone) delete input[key]
      else Object.defineProperty(input, key, { value, enumerable: true, configurable: true, writable: true })
    return input
  })
  return fc.oneof({ weight: 9, arbitrary: changes }, { weight: 1, arbitrary: another })
}

function textOf(input: unknown): string | undefined {
  const text = JSON.stringify(input)
  return text === undefined || text.length > 200_000 ? undefined : text
}

type Answered = { procedure: string; status: number; input: string; body: string }

type Target = { path: string; type: 'query' | 'mutation'; good: (ids: Ids) => unknown }
type Sending = { url: string; most: number }

/** Sends many spoilt inputs to one procedure after another; gives the answers that say "our fault". */
async function faultsOf(
  { url, most }: Sending,
  targets: readonly Target[],
): Promise<{ sent: number; done: number; faults: Answered[] }> {
  const found = { sent: 0, done: 0, faults: [] as Answered[] }
  for (const { path, type, good } of targets) {
    // A hub for each: what one procedure heaps up does not slow the next.
    const hub = await aHub()
    const cookie = hub.tokens.admin
    let ids = await aSituation(hub, 'Fuzzword')
    for (const spoil of fc.sample(spoiling(good(ids)), {
      numRuns: Math.ceil(most / targets.length),
      seed: 2122 + found.sent,
    })) {
      const text = textOf(spoil(good(ids))) ?? ''
      const answer =
        type === 'query'
          ? await call(url, `${path}?input=${encodeURIComponent(text.slice(0, 6000).toWellFormed())}`, {
              method: 'GET',
              cookie,
            })
          : await call(url, path, { cookie, body: text || '{' })
      const body = await answer.text()
      found.sent += 1
      if (answer.ok) found.done += 1
      // What was changed is of another version now: the next input needs a fresh record to get as far.
      if (answer.ok && type === 'mutation') ids = await aSituation(hub, 'Fuzzword')
      if (answer.status >= 500 || TECHNICAL.test(body))
        found.faults.push({
          procedure: path,
          status: answer.status,
          input: text.slice(0, 300),
          body: body.slice(0, 300),
        })
    }
  }
  return found
}

test('two thousand spoilt inputs are answered, and none of them is our fault', { timeout: 300_000 }, async () => {
  const { url, log } = await aServer(await aDatabase())
  const targets = PROCEDURES.filter(
    ({ path }) => !['staff.signOut', 'staff.enterHub', 'staff.signIn'].includes(path),
  ).map(({ path, type }) => ({ path, type, good: ANSWERS[path]?.ask ?? (() => ({})) }))

  const { sent, done, faults } = await faultsOf({ url, most: INPUTS }, targets)

  expect(faults).toEqual([])
  expect(sent).toBeGreaterThanOrEqual(INPUTS)
  // Many get all the way: an input that is only ever refused at the door tries nothing.
  expect(done).toBeGreaterThan(INPUTS / 5)
  expect(log.filter((line) => line.includes('"fault"'))).toEqual([])
})

test.each([
  ['businesses.change', { version: 2 ** 31 }],
  ['businesses.change', { version: 2 ** 53 - 1 }],
  ['cases.reassign', { cases: [{ id: randomUUID(), version: 2 ** 31 }] }],
  ['calendar.book', { slot_start: '0001-01-01T00:00:00Z' }],
  ['callLists.make', { criteria: { not_offered_months: 0, districts: ['\ud800'] } }],
  ['businesses.list', null],
])('%s refuses what lies beyond every record in a sentence: %j', async (path, spoilt) => {
  const hub = await aHub()
  const { url, log } = await aServer(hub.database)
  const good = ANSWERS[path]?.ask(await aSituation(hub, 'Fuzzword'))

  const answer = await call(url, path, {
    cookie: hub.tokens.admin,
    body: JSON.stringify(spoilt === null ? null : { ...(good as object), ...spoilt }),
  })

  expect(answer.status).toBe(400)
  expect(await answer.text()).not.toMatch(TECHNICAL)
  expect(log.filter((line) => line.includes('"fault"'))).toEqual([])
})

/** Handlers as they are often written: what comes in goes to the database. */
const naive = ({ db }: TestDatabase) => {
  const t = initTRPC.create()
  const router = t.router({
    page: t.procedure
      .input((given) => given as { reference: string })
      .query(({ input }) =>
        sql`select 1 from app.business where reference = ${input.reference}`.execute(db).then(({ rows }) => rows),
      ),
    change: t.procedure
      .input((given) => given as { id: string; version: number })
      .mutation(({ input }) =>
        sql`update app.business set name = 'x' where id = ${input.id} and version = ${input.version}`
          .execute(db)
          .then(() => null),
      ),
  })
  return listening(() => createHTTPHandler({ router, basePath: '/trpc/' }))
}

test('handlers that pass on what comes in would be found by the same inputs', async () => {
  const { url } = await naive(await aDatabase())
  const targets = [
    {
      path: 'page',
      type: 'query' as const,
      good: ({ business_reference }: Ids) => ({ reference: business_reference }),
    },
    { path: 'change', type: 'mutation' as const, good: ({ business_id }: Ids) => ({ id: business_id, version: 1 }) },
  ]

  const { faults } = await faultsOf({ url, most: 200 }, targets)

  expect(faults.length).toBeGreaterThan(20)
})
