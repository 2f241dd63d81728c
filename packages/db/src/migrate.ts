import { readFile, readdir } from 'node:fs/promises'
import * as pg from 'pg'
import { postcodeDistrictEntries } from './seed/postcode-districts.ts'

const FOLDER = new URL('../migrations/', import.meta.url)
const EXTENSIONS = ['pg_trgm', 'unaccent', 'fuzzystrmatch', 'btree_gist', 'btree_gin', 'pgcrypto']
const ROLES = ['hubline_owner', 'hubline_app', 'hubline_login']

/** Names of the migrations, in order. */
export async function migrationNames(): Promise<string[]> {
  return (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).toSorted()
}

/**
 * Brings a database up to date: roles, extensions, then each migration that it has not had, all in one transaction.
 * Several programs may call it at once. Gives the names of those that it ran.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'hubline migrate' })
  await client.connect()
  try {
    await client.query('begin')
    await client.query("select pg_advisory_xact_lock(hashtext('hubline migrate'))")
    await prepare(client)
    const ran = await runMissing(client)
    await client.query('commit')
    return ran
  } finally {
    await client.end()
  }
}

async function prepare(client: pg.Client): Promise<void> {
  for (const role of ROLES)
    await client.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
      if not pg_has_role(current_user, '${role}', 'member') then execute format('grant ${role} to %I', current_user); end if;
    exception when duplicate_object or unique_violation then null; end $$`)
  for (const extension of EXTENSIONS) await client.query(`create extension if not exists ${extension} schema public`)
  await client.query(`create schema if not exists hubline_migration;
    create table if not exists hubline_migration.ran (name text primary key, at timestamptz not null default now());
    do $$ begin execute format('grant create on database %I to hubline_owner', current_database()); end $$`)
}

async function runMissing(client: pg.Client): Promise<string[]> {
  const done = new Set(
    (await client.query<{ name: string }>('select name from hubline_migration.ran')).rows.map((row) => row.name),
  )
  const missing = (await migrationNames()).filter((name) => !done.has(name))
  if (missing.length === 0) return []
  await client.query('set local role hubline_owner; set local search_path = public')
  // The views of the past, and those for auditors, stand in the way of tables that change.
  await client.query('drop schema if exists as_at, masked cascade')
  for (const name of missing) await client.query(await readFile(new URL(name, FOLDER), 'utf8'))
  await client.query('call house.show_as_at(); call house.show_masked()')
  await loadPostcodes(client)
  await client.query('reset role')
  await client.query('insert into hubline_migration.ran (name) select unnest($1::text[])', [missing])
  return missing
}

async function loadPostcodes(client: pg.Client): Promise<void> {
  const entries = [...postcodeDistrictEntries()]
  await client.query('delete from app.postcode_district')
  await client.query(
    'insert into app.postcode_district (prefix, district_code) select * from unnest($1::text[], $2::text[])',
    [entries.map((entry) => entry.prefix), entries.map((entry) => entry.district_code)],
  )
}

/** Whether every migration has run: what the health check asks. */
export async function isMigrated(client: pg.Pool): Promise<boolean> {
  const found = await client.query<{ name: string }>('select name from hubline_migration.ran')
  const done = new Set(found.rows.map((row) => row.name))
  return (await migrationNames()).every((name) => done.has(name))
}
