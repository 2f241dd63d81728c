import { randomUUID } from 'node:crypto'
import { ROLES } from '@hubline/domain/staff/permissions.ts'
import * as pg from 'pg'
import type { TestDatabase } from '../given/database.ts'
import { type TestHub, aHub } from '../given/hub.ts'

/**
 * Making one of everything takes some fifty statements; the same rows under names of their own take one. So the first
 * of a kind in a database is made in a hub of its own, and all others are copied from it past triggers and keys, which
 * the first has been through.
 */
type Kind<Ids extends object> = {
  make: (hub: TestHub, word: string) => Promise<Ids>
  /** What a hub that has one already does first; $1 is the hub. */
  make_room: string
  /** Columns, as `table.column`, that are not as those of the first; $2 is the hub. */
  instead: Readonly<Record<string, string>>
}
type First = { hub: TestHub; ids: object; rows: string; statement: string }
type Home = { writer: Promise<pg.Client>; firsts: Map<string, Promise<First>> }

const homes = new WeakMap<TestDatabase, Home>()
const NAME = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** What `make` gives for this hub; the names in it are of rows that no other hub has. */
export async function likeTheFirst<Ids extends object>(hub: TestHub, word: string, kind: Kind<Ids>): Promise<Ids> {
  const { writer, firsts } = homeOf(hub.database)
  const made = firsts.get(word) ?? makeFirst(hub.database, word, kind)
  firsts.set(word, made)
  const first = await made
  const names = new Map([
    [first.hub.hub_id, hub.hub_id],
    ...ROLES.map((role): [string, string] => [first.hub.advisers[role], hub.advisers[role]]),
  ])
  const renamed = (text: string) =>
    text.replace(NAME, (name) => {
      const known = names.get(name) ?? randomUUID()
      names.set(name, known)
      return known
    })
  const client = await writer
  await client.query(kind.make_room, [hub.hub_id])
  await client.query({ name: word, text: first.statement, values: [renamed(first.rows), hub.hub_id] })
  return { ...(JSON.parse(renamed(JSON.stringify(first.ids))) as Ids), hub_slug: hub.slug }
}

function homeOf(database: TestDatabase): Home {
  const home = homes.get(database) ?? { writer: writerOf(database), firsts: new Map() }
  homes.set(database, home)
  return home
}

/** Ends with its database. */
async function writerOf({ url }: TestDatabase): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options: '-c session_replication_role=replica' })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function makeFirst<Ids extends object>(
  database: TestDatabase,
  word: string,
  { make, instead }: Kind<Ids>,
): Promise<First> {
  const hub = await aHub({ database, with_auditor: true })
  const before = await database.owner.query<{ next: string }>('select pg_current_xact_id()::text as next')
  const ids = await make(hub, word)
  const { rows: tables } = await database.owner.query<{ name: string; columns: string[] }>(
    `select quote_ident(c.relname) as name,
       (select array_agg(quote_ident(attname)::text) from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = '') as columns
     from pg_class c join pg_attribute h on h.attrelid = c.oid and h.attname = 'hub_id'
     where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relname <> 'hub_change' order by 1`,
  )
  const all = tables.map(
    ({ name }) => `select '${name}' as name, to_jsonb(t) as row from app.${name} t
      where hub_id = $1 and xmin::text::bigint > $2::bigint`,
  )
  const { rows } = await database.owner.query<{ rows: Record<string, unknown[]> }>(
    `select jsonb_object_agg(name, rows) as rows from (
       select name, jsonb_agg(row) as rows from (${all.join(' union all ')}) r group by name) s`,
    [hub.hub_id, before.rows[0]?.next],
  )
  const made = rows[0]?.rows ?? {}
  const inserts = tables.flatMap(({ name, columns }) =>
    name in made
      ? [
          `${name} as (insert into app.${name} (${columns.join(', ')}) select ${columns.map((column) => instead[`${name}.${column}`] ?? column).join(', ')} from jsonb_populate_recordset(null::app.${name}, $1::jsonb -> '${name}'))`,
        ]
      : [],
  )
  // Figures are kept until the hub changes.
  const statement = `with ${inserts.join(', ')}
    insert into app.hub_change (hub_id, changes) values ($2, 1)
    on conflict (hub_id) do update set changes = app.hub_change.changes + 1`
  return { hub, ids, rows: JSON.stringify(made), statement }
}
