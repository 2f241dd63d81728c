import { randomUUID } from 'node:crypto'
import { tidyTables } from '@hubline/api/imports/tidy-tables.ts'
import type * as pg from 'pg'
import type { Bench } from './prepare.ts'

/** What a hub of the bench holds. */
const TABLES = ['organisation', 'adviser', 'business', 'person', 'case', 'interaction', 'referral', 'outcome']
/** Of those, what is of a year. */
const WORK = ['interaction', 'referral', 'outcome']

const HUBS = 5
const TIMES_BACK = 4
/** The hub's own data are of so many years. */
const YEARS = 5

type Column = { name: string; is_day: boolean }

/**
 * Ten times the work in the database and none of it in the years of the hub: five hubs beside it with copies of all that
 * it holds, and four copies of its work in the twenty years before. Written past triggers and keys, which copies satisfy.
 */
export async function addNeighbours({ database, direct, hub_id }: Bench): Promise<void> {
  const client = await direct.connect()
  try {
    await client.query('set session_replication_role = replica')
    for (let hub = 0; hub < HUBS; hub++) {
      const other = randomUUID()
      for (const table of TABLES)
        await copy(client, { hub_id, table, as: ({ name }) => (name === 'hub_id' ? `'${other}'::uuid` : undefined) })
    }
    for (let time = 1; time <= TIMES_BACK; time++)
      for (const table of WORK) await copy(client, { hub_id, table, as: earlier(time) })
  } finally {
    await client.query('reset session_replication_role')
    client.release()
  }
  await tidyTables(database.url)
}

/** A record of the same client some years before, under a reference of its own. */
const earlier =
  (time: number) =>
  ({ name, is_day }: Column): string | undefined => {
    if (name === 'id') return 'gen_random_uuid()'
    if (name === 'reference') return `reference || '-${time}'`
    return is_day ? `(${quoted(name)} - make_interval(years => ${time * YEARS}))::date` : undefined
  }

const quoted = (name: string) => `"${name}"`

type Copy = { hub_id: string; table: string; as: (column: Column) => string | undefined }

async function copy(client: pg.PoolClient, { hub_id, table, as }: Copy): Promise<void> {
  const { rows } = await client.query<Column>(
    `select attname as name, atttypid = 'date'::regtype as is_day from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [`app.${quoted(table)}`],
  )
  const names = rows.map(({ name }) => quoted(name))
  const values = rows.map((column) => as(column) ?? quoted(column.name))
  await client.query(
    `insert into app.${quoted(table)} (${names.join(', ')}) select ${values.join(', ')} from app.${quoted(table)}
     where hub_id = $1${rows.some(({ name }) => name === 'reference') ? " and reference !~ '^[IRO]-[0-9]+-'" : ''}`,
    [hub_id],
  )
}
