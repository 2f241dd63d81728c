import * as pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { type TestDatabase, aDatabase, aFreshDatabase } from '../given/database.ts'
import { type TestHub, aHub } from '../given/hub.ts'

/**
 * What arbitrary SQL of the server's role can do to each table: every verb, in its own hub, in another and in none.
 * Handlers do not write SQL like this; the wall must hold even if one did.
 */
type Verb = 'select' | 'insert' | 'update' | 'delete' | 'truncate' | 'move'
type Context = 'own' | 'other' | 'none'
type Outcome = { table: string; verb: Verb; context: Context; answer: string }

const VERBS: readonly Verb[] = ['select', 'insert', 'update', 'delete', 'truncate', 'move']
const CONTEXTS: readonly Context[] = ['own', 'other', 'none']

let database: TestDatabase
let tables: string[]
let own: TestHub
let other: TestHub

beforeAll(async () => {
  database = await aDatabase()
  ;[own, other] = [await aHub(), await aHub()]
  tables = await tablesOfHubs(database)
  await withoutChecks(database)
  for (const hub of [own, other]) await fill(database, hub.hub_id, tables)
})

async function tablesOfHubs({ owner }: TestDatabase): Promise<string[]> {
  const { rows } = await owner.query<{
    name: string
  }>(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'hub_id' where n.nspname = 'app' and c.relkind = 'r' order by 1`)
  return rows.map(({ name }) => name)
}

/** Only the wall is tried here, so rows may say anything: the checks are taken away in this copy of the database. */
async function withoutChecks({ owner }: TestDatabase): Promise<void> {
  const { rows } = await owner.query<{
    drop: string
  }>(`select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop
    from pg_constraint where contype = 'c' and connamespace = 'app'::regnamespace`)
  await owner.query(rows.map(({ drop }) => drop).join('; '))
}

/** One row of each table, its references left dangling. */
async function fill({ owner }: TestDatabase, hub_id: string, names: readonly string[]): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query(
      `set local session_replication_role = replica; select set_config('app.hub_id', '${hub_id}', true)`,
    )
    await client.query(`delete from app.hub where hub_id = '${hub_id}'`)
    for (const name of names) await client.query(await insertFor(client, name, hub_id))
    await client.query('commit')
  } finally {
    client.release()
  }
}

const SAMPLES: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: `md5(random()::text)`,
  date: `date '2021-06-01'`,
  int4: '1',
  int8: '1',
  bool: 'true',
  bytea: `'\\x00'`,
  numeric: '1',
  jsonb: `'{}'`,
  timestamptz: 'now()',
  _text: `'{}'`,
  _uuid: `'{}'`,
}

async function insertFor(client: pg.ClientBase, table: string, hub_id: string): Promise<string> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `
    select a.attname as name, t.typname as type from pg_attribute a join pg_type t on t.oid = a.atttypid where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attnotnull
      and a.attname <> 'hub_id'`,
    [`app.${table}`],
  )
  // A record of a hub about itself has the hub's own id.
  const values = rows.map(({ name, type }) =>
    table === 'hub' && name === 'id' ? `'${hub_id}'` : (SAMPLES[type] ?? 'null'),
  )
  return `insert into app."${table}" (hub_id${rows.map(({ name }) => `, "${name}"`).join('')}) values ('${hub_id}'${values.map((value) => `, ${value}`).join('')})`
}

/** Tries one verb upon the rows of `own`, as the server's role while it is in a context. Nothing of it stays. */
async function attempt(client: pg.ClientBase, table: string, verb: Verb, context: Context): Promise<string> {
  const [mine, theirs] = [own.hub_id, other.hub_id]
  const STATEMENTS: Readonly<Record<Verb, string>> = {
    select: `select 1 from app."${table}" where hub_id = '${mine}'`,
    insert: await insertFor(client, table, mine),
    update: `update app."${table}" set hub_id = hub_id where hub_id = '${mine}'`,
    delete: `delete from app."${table}" where hub_id = '${mine}'`,
    truncate: `truncate app."${table}" cascade`,
    move: `update app."${table}" set hub_id = '${theirs}' where hub_id = '${mine}'`,
  }
  await client.query(`begin; set local session_replication_role = replica; set local role hubline_app`)
  if (context !== 'none')
    await client.query(`select set_config('app.hub_id', '${context === 'own' ? mine : theirs}', true)`)
  try {
    const done = await client.query(STATEMENTS[verb])
    return done.rowCount ? 'rows' : 'no rows'
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? 'refused') : 'broken'
  } finally {
    await client.query('rollback')
  }
}

async function matrix(home: TestDatabase): Promise<Outcome[]> {
  const client = new pg.Client({ connectionString: home.url })
  await client.connect()
  const outcomes: Outcome[] = []
  for (const table of tables)
    for (const verb of VERBS)
      for (const context of CONTEXTS)
        outcomes.push({ table, verb, context, answer: await attempt(client, table, verb, context) })
  await client.end()
  return outcomes
}

/** What went through the wall: rows of `own` seen, made, changed or moved from anywhere but its own hub, or taken away at all. */
function holesIn(outcomes: readonly Outcome[]): string[] {
  return outcomes
    .filter(({ verb, context, answer }) => {
      if (verb === 'delete' || verb === 'truncate') return answer !== '42501'
      if (verb === 'move') return answer === 'rows'
      if (verb === 'insert') return context !== 'own' && answer !== '42501'
      return context !== 'own' && answer !== 'no rows' && answer !== '42501'
    })
    .map(({ table, verb, context, answer }) => `${verb} ${table} from ${context}: ${answer}`)
}

test('no table lets a row of one hub be seen, made, changed, moved or removed from another', async () => {
  const outcomes = await matrix(database)

  expect(outcomes).toHaveLength(tables.length * VERBS.length * CONTEXTS.length)
  expect(holesIn(outcomes)).toEqual([])
  // The matrix looks at something: in its own hub every table shows its row.
  expect(
    outcomes.filter(({ verb, context, answer }) => verb === 'select' && context === 'own' && answer !== 'rows'),
  ).toEqual([])
})

test('one table without its wall is noticed, by every verb that passes', async () => {
  const broken = await aFreshDatabase()
  await withoutChecks(broken)
  for (const hub of [own, other]) {
    await broken.owner.query('insert into auth.hub (id, slug) values ($1, $2)', [hub.hub_id, hub.slug])
    await fill(broken, hub.hub_id, tables)
  }

  await broken.owner.query(
    'alter table app.interaction disable row level security; grant delete on app.survey to hubline_app',
  )
  const holes = holesIn(await matrix(broken))
  await broken.close()

  expect(holes.map((hole) => hole.split(' ').slice(0, 2).join(' '))).toEqual(
    expect.arrayContaining([
      'select interaction',
      'insert interaction',
      'update interaction',
      'move interaction',
      'delete survey',
    ]),
  )
  expect(new Set(holes.map((hole) => hole.split(' ')[1]))).toEqual(new Set(['interaction', 'survey']))
})
