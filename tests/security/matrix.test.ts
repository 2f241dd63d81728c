import { ALL_PERMISSIONS, ROLES, may } from '@hubline/domain/staff/permissions.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, aFreshDatabase } from '../given/database.ts'
import { ANSWERS } from './answers.ts'
import { CHANGED, type Run, expected, runMatrix, whoMay } from './matrix.ts'
import { PROCEDURES } from './procedures.ts'
import { withoutHubFilters } from './without-hub-filters.ts'

/** Every procedure, seven callers, three sets of names: some four thousand calls in the first run. */
const LONGEST_RUN_MS = 300_000

/** Two locks stand between hubs: the filters of the handlers and the wall of the database. Each must do alone. */
let home: TestDatabase
let unwalled: TestDatabase

async function withoutWall(): Promise<TestDatabase> {
  const database = await aFreshDatabase()
  const { rows } = await database.owner.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relnamespace = 'app'::regnamespace and relrowsecurity`,
  )
  await database.owner.query(rows.map(({ name }) => `alter table ${name} disable row level security`).join('; '))
  return database
}

beforeAll(async () => {
  ;[home, unwalled] = [await aFreshDatabase(), await withoutWall()]
})
afterAll(() => Promise.all([home.close(), unwalled.close()]))

test('every procedure has an answer in the table, and every answer a procedure', () => {
  expect(Object.keys(ANSWERS).toSorted()).toEqual(PROCEDURES.map(({ path }) => path).toSorted())
})

test('every procedure declares a permission', () => {
  expect(PROCEDURES.filter(({ permission }) => permission === undefined)).toEqual([])
})

describe('every procedure answers each role, in the own hub and with another hub’s ids, as the table says', () => {
  const locks: [how: string, run: () => Promise<Run>, calls_each: number][] = [
    ['with both locks', () => runMatrix({ home }), 15],
    [
      'with the wall of the database taken down: the handlers alone',
      () => runMatrix({ home: unwalled, callers: whoMay }),
      2,
    ],
    [
      'with the filters of the handlers taken out: the wall alone',
      () => runMatrix({ home, db: home.db.withPlugin(withoutHubFilters), callers: whoMay }),
      2,
    ],
  ]
  test.each(locks)(
    '%s',
    async (_how, run, calls_each) => {
      const { calls, mismatches } = await run()

      expect(mismatches).toEqual([])
      expect(calls).toBeGreaterThan(PROCEDURES.length * calls_each)
    },
    LONGEST_RUN_MS,
  )
})

/** Pages, a list and three writes: what all of them would show if nothing stood between hubs. */
const OPEN_DOORS = [
  'cases.caseload',
  'businesses.page',
  'businesses.change',
  'interactions.correct',
  'staff.deactivate',
]

test(
  'with both locks open the matrix sees other hubs’ records everywhere',
  async () => {
    const doors = PROCEDURES.filter(({ path }) => OPEN_DOORS.includes(path))
    const writes = doors.filter(({ type }) => type === 'mutation').map(({ path }) => path)

    const { mismatches } = await runMatrix({
      home: unwalled,
      db: unwalled.db.withPlugin(withoutHubFilters),
      procedures: doors,
    })

    expect(new Set(mismatches.map(({ procedure }) => procedure))).toEqual(new Set(OPEN_DOORS))
    expect(mismatches.filter(({ what }) => what === CHANGED).map(({ procedure }) => procedure)).toEqual(
      expect.arrayContaining(writes),
    )
  },
  LONGEST_RUN_MS,
)

/** Permissions that no procedure asks for, or not of them alone: their doors are elsewhere and have tests of their own. */
const ELSEWHERE: readonly string[] = [
  'figures:download',
  'demand:download',
  'document:attach',
  'document:read',
  'diary:keep_others',
  'month:read_others',
]

test.each(
  ALL_PERMISSIONS.flatMap((permission) => ROLES.map((role) => ({ permission, role }))).filter(
    ({ permission }) => !ELSEWHERE.includes(permission),
  ),
)('a slip in who has "$permission", for $role, contradicts the table', ({ permission, role }) => {
  const asking = PROCEDURES.filter((procedure) => procedure.permission === permission)
  const flipped = may({ role }, permission) ? 'FORBIDDEN' : 'ok'

  const contradicted = asking.filter(({ path }) => {
    const answer = ANSWERS[path]
    return answer !== undefined && expected(answer, role) !== flipped
  })

  expect(contradicted).not.toEqual([])
})
