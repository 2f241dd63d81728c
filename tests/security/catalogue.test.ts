import * as pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { aDatabase } from '../given/database.ts'
import { RULE_NAMES, TRUSTED_FUNCTIONS, lookThroughCatalogue } from './catalogue-rules.ts'

const clients: pg.Client[] = []
afterAll(() => Promise.all(clients.map((client) => client.end())))

async function administrator(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: (await aDatabase()).url })
  await client.connect()
  clients.push(client)
  return client
}

test('nothing in the database breaks a rule of the house', async () => {
  expect(await lookThroughCatalogue(await administrator())).toEqual([])
})

test('every function that is trusted with the owner’s rights is still there', async () => {
  const client = await administrator()
  const { rows } = await client.query<{ name: string }>(
    `select distinct n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef`,
  )

  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(TRUSTED_FUNCTIONS))
})

const [WALL, VIEW, MATERIALISED, DEFINER, KEY, UNIQUE, REFERENCE, ROLES, EVERYONE, HISTORY, SENTENCE, LIST] = RULE_NAMES

/** Faults, each planted in a database that is otherwise sound, and the rule that must notice. */
const FAULTS: [string | undefined, string][] = [
  [WALL, 'alter table app.business disable row level security'],
  [WALL, 'alter table app.business no force row level security'],
  [WALL, 'drop policy one_hub on app.interaction'],
  [WALL, 'create policy peek on app.person for select to hubline_app using (true)'],
  [WALL, 'create policy everyone on app.person using (true)'],
  [
    WALL,
    'create table app.note (hub_id uuid, id uuid, primary key (hub_id, id)); grant select on app.note to hubline_app',
  ],
  [WALL, 'create table app.gossip (about text primary key); grant select (about) on app.gossip to hubline_app'],
  [VIEW, 'create view app.everyone as select * from app.person'],
  [
    MATERIALISED,
    'create materialized view app.all_people as select * from app.person; grant select on app.all_people to hubline_app',
  ],
  [
    DEFINER,
    'create function app.peek() returns bigint language sql security definer as $$ select count(*) from app.person $$',
  ],
  [DEFINER, 'alter function auth.enter(bytea, uuid) owner to current_user'],
  [DEFINER, 'alter function auth.ways_in() reset search_path'],
  [DEFINER, 'grant execute on function auth.shut_out(uuid) to public'],
  [KEY, 'create table app.thing (id uuid primary key, hub_id uuid not null)'],
  [KEY, 'create table app.thing (id uuid, hub_id uuid not null)'],
  [UNIQUE, 'create unique index business_number_once on app.business (company_number)'],
  [
    REFERENCE,
    'alter table app.person add constraint person_id_once unique (id); alter table app.interaction add constraint leak foreign key (person_id) references app.person (id)',
  ],
  [ROLES, 'alter role hubline_app bypassrls'],
  [ROLES, 'grant hubline_owner to hubline_app'],
  [ROLES, 'alter table app.survey owner to hubline_app'],
  [ROLES, 'grant delete on app.business to hubline_app'],
  [ROLES, 'grant update on app.audit_entry to hubline_app'],
  [ROLES, 'grant insert on app.history to hubline_app'],
  [ROLES, 'grant select on app.person to hubline_login'],
  [ROLES, 'grant update (role) on app.adviser to hubline_login'],
  [ROLES, 'grant select on auth.session to hubline_app'],
  [EVERYONE, 'grant usage on schema app to public'],
  [EVERYONE, 'grant select (name) on app.business to public'],
  [EVERYONE, 'grant create on schema public to public'],
  [HISTORY, 'drop trigger keep_former_version on app.grant_award'],
  [HISTORY, 'alter table app.grant_award disable trigger keep_former_version'],
  [HISTORY, 'drop trigger never_changed on app.history'],
  [SENTENCE, `alter table app.business add constraint business_must_rhyme check (name <> 'x')`],
  [SENTENCE, 'alter table app.interaction drop constraint interaction_minutes_in_range'],
  [
    LIST,
    `alter table app.referral drop constraint referral_status_is_known; alter table app.referral add constraint referral_status_is_known check (status in ('made', 'completed'))`,
  ],
]

test.each(FAULTS)('%s: a planted fault is found (%s)', async (rule, fault) => {
  const client = await administrator()
  await client.query('begin')

  await client.query(fault)

  const found = await lookThroughCatalogue(client)
  await client.query('rollback')
  expect(found.map((finding) => finding.rule)).toContain(rule)
})

test('every rule has a planted fault', () => {
  expect(new Set(FAULTS.map(([rule]) => rule))).toEqual(new Set(RULE_NAMES))
})
