import { REFUSALS } from '@hubline/db/refusal-sentences.ts'
import { problemOf } from '@hubline/db/refusals.ts'
import { BUNDLE } from '@hubline/domain/imports/bundle.ts'
import * as pg from 'pg'
import { OWN_LISTS } from './own-lists.ts'

/** Something in the database's catalogue that breaks a rule of the house. */
export type Finding = { rule: string; what: string }
type Ask = (client: pg.ClientBase) => Promise<string[]>

const OURS = `('app', 'as_at', 'auth', 'house', 'masked')`
const APP_ROLES = ['hubline_app', 'hubline_login'] as const

/** Functions that run with the owner's rights: each has been looked at, and names the hub itself. */
export const TRUSTED_FUNCTIONS = [
  'app.due_jobs',
  'app.erase_document',
  'app.erase_person',
  'app.find_by_key',
  'app.find_by_name',
  'app.similar_businesses',
  'app.similar_people',
  'auth.end_links',
  'auth.enter',
  'auth.enter_by_link',
  'auth.invite',
  'auth.make_link',
  'auth.note',
  'auth.open_link',
  'auth.shut_out',
  'auth.ways_in',
  'house.keep_former_version',
]

/** Tables without a hub that the server may read: facts for all, and the directory of hubs. */
const WITHOUT_A_HUB = ['app.postcode_district', 'auth.hub']

/** Tables of a hub that are no records: nobody edits them, so they keep no former versions. */
const NO_RECORDS = [
  'app.audit_entry',
  'app.background_job',
  'app.call_list_claim',
  'app.definition_version',
  'app.document_look',
  'app.document_part',
  'app.erased_list',
  'app.erasure',
  'app.held_time',
  'app.history',
  'app.hub_change',
  'app.merged_row',
  'app.received_request',
  'app.reference_counter',
  'app.sign_off',
  'app.signed_figure',
  'app.signed_sheet',
  'app.signed_sheet_part',
  'app.signed_unit',
  'app.year_definition',
  'app.year_step',
]

const rows = async (client: pg.ClientBase, query: string): Promise<string[]> =>
  (await client.query<{ what: string }>(query)).rows.map(({ what }) => what)
const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')

/** Tables on which the server's role has any right at all, whole or on a column. */
const REACHABLE = `
  select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity, c.relforcerowsecurity, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'hub_id' and not a.attisdropped) as of_a_hub
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_' and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    and (has_table_privilege('hubline_app', c.oid, 'select, insert, update, delete, truncate, references, trigger') or has_any_column_privilege('hubline_app', c.oid, 'select, insert, update, references'))`

const wall: Ask = (client) =>
  rows(
    client,
    `
  select name as what from (${REACHABLE}) t where not of_a_hub and name not in (${list(WITHOUT_A_HUB)})
  union all select name from (${REACHABLE}) t where of_a_hub and not (relrowsecurity and relforcerowsecurity)
  union all select name from (${REACHABLE}) t where of_a_hub and not exists (select from pg_policy p where p.polrelid = t.oid and 'hubline_app'::regrole = any (p.polroles))
  union all select t.name || ' ' || p.polname from (${REACHABLE}) t join pg_policy p on p.polrelid = t.oid
    where of_a_hub and (p.polroles && array['hubline_app'::regrole::oid, 0::oid])
      and (p.polcmd <> '*' or pg_get_expr(p.polqual, p.polrelid) is distinct from '(hub_id = ( SELECT app.hub() AS hub))'
        or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), pg_get_expr(p.polqual, p.polrelid)) <> '(hub_id = ( SELECT app.hub() AS hub))')`,
  )

const views: Ask = (client) =>
  rows(
    client,
    `
  select c.oid::regclass::text as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'v' and n.nspname in ('app', 'as_at', 'auth', 'house', 'masked', 'public') and not coalesce(c.reloptions::text ~ 'security_invoker=(true|on)', false)
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
  )

const materialised: Ask = (client) =>
  rows(
    client,
    `
  select c.oid::regclass::text as what from pg_class c cross join unnest(array[${list(APP_ROLES)}]) role
  where c.relkind = 'm' and has_table_privilege(role, c.oid, 'select')`,
  )

const definers: Ask = (client) =>
  rows(
    client,
    `
  select name || ' ' || wrong as what from (
    select n.nspname || '.' || p.proname as name, unnest(array[
      case when p.proowner <> 'hubline_owner'::regrole then 'is not the owner''s' end,
      case when not coalesce(p.proconfig::text ~ 'search_path=pg_catalog, pg_temp', false) then 'has no pinned search path' end,
      case when n.nspname || '.' || p.proname not in (${list(TRUSTED_FUNCTIONS)}) then 'is not on the list' end,
      case when p.prorettype <> 'trigger'::regtype and has_function_privilege('public', p.oid, 'execute') then 'may be called by everyone' end]) as wrong
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')) t where wrong is not null`,
  )

const keys: Ask = (client) =>
  rows(
    client,
    `
  select i.indexrelid::regclass::text as what from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
  where n.nspname = 'app' and i.indisprimary and a.attname <> 'hub_id' and n.nspname || '.' || c.relname not in (${list(WITHOUT_A_HUB)})
  union all select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'app' and c.relkind = 'r' and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`,
  )

const uniques: Ask = (client) =>
  rows(
    client,
    `
  select i.indexrelid::regclass::text as what from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'app' and (i.indisunique or i.indisexclusion) and n.nspname || '.' || c.relname not in (${list(WITHOUT_A_HUB)})
    and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = any (i.indkey) and a.attname = 'hub_id')`,
  )

const foreignKeys: Ask = (client) =>
  rows(
    client,
    `
  select k.conrelid::regclass::text || ' ' || k.conname as what from pg_constraint k
    join pg_class target on target.oid = k.confrelid join pg_namespace tn on tn.oid = target.relnamespace
  where k.contype = 'f' and tn.nspname = 'app' and not exists (
    select from unnest(k.conkey, k.confkey) as pair (here, there)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there
    where a.attname = 'hub_id' and b.attname = 'hub_id')`,
  )

const roles: Ask = (client) =>
  rows(
    client,
    `
  select rolname || ' has powers of its own' as what from pg_roles where rolname in (${list(APP_ROLES)}) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolcanlogin)
  union all select r.rolname || ' is a member of ' || g.rolname from pg_auth_members m join pg_roles r on r.oid = m.member join pg_roles g on g.oid = m.roleid where r.rolname in (${list(APP_ROLES)})
  union all select r.rolname || ' owns ' || c.oid::regclass::text from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in (${list(APP_ROLES)}) and c.relpersistence <> 't'
  union all select r.rolname || ' owns ' || p.oid::regproc::text from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname in (${list(APP_ROLES)})
  union all select role || ' may create in ' || n.nspname from pg_namespace n cross join unnest(array[${list(APP_ROLES)}]) role
    where n.nspname !~ '^pg_' and has_schema_privilege(role, n.oid, 'create')
  union all select t.name || ' can be emptied' from (${REACHABLE}) t where has_table_privilege('hubline_app', t.oid, 'delete, truncate')
  union all select name || ' can be rewritten' from (${REACHABLE}) t where name in ('app.history', 'app.audit_entry', 'app.sign_off', 'app.signed_figure', 'app.signed_unit', 'app.signed_sheet', 'app.signed_sheet_part', 'app.year_step', 'app.erasure', 'app.erased_list') and (has_table_privilege('hubline_app', t.oid, 'update') or has_any_column_privilege('hubline_app', t.oid, 'update'))
  union all select 'app.history can be invented' where has_table_privilege('hubline_app', 'app.history', 'insert')
  union all select 'the front door sees ' || c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'app' and c.relkind = 'r' and c.relname not in ('hub', 'adviser') and has_any_column_privilege('hubline_login', c.oid, 'select, insert, update')
  union all select 'the front door changes ' || c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'app' and c.relkind = 'r' and has_any_column_privilege('hubline_login', c.oid, 'insert, update')
  union all select 'the server sees ' || c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'auth' and c.relkind = 'r' and c.relname <> 'hub' and has_any_column_privilege('hubline_app', c.oid, 'select, insert, update')`,
  )

const everyone: Ask = (client) =>
  rows(
    client,
    `
  select 'schema ' || n.nspname as what from pg_namespace n, aclexplode(n.nspacl) g where n.nspname in ${OURS} and g.grantee = 0
  union all select 'making things in schema public' from pg_namespace n, aclexplode(n.nspacl) g where n.nspname = 'public' and g.grantee = 0 and g.privilege_type = 'CREATE'
  union all select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g where n.nspname in ${OURS} and g.grantee = 0
  union all select a.attrelid::regclass::text || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(a.attacl) g where n.nspname in ${OURS} and g.grantee = 0`,
  )

const history: Ask = (client) =>
  rows(
    client,
    `
  select c.oid::regclass::text as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'app' and c.relkind = 'r' and n.nspname || '.' || c.relname not in (${list([...NO_RECORDS, ...WITHOUT_A_HUB])})
    and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'house.keep_former_version'::regproc and t.tgenabled = 'O' and t.tgtype & 19 = 19 and t.tgqual is null)
  union all select name || ' can be rewritten' from unnest(array['app.history', 'app.audit_entry']) name
  where not exists (select from pg_trigger t where t.tgrelid = name::regclass and t.tgfoid = 'house.refuse_change'::regproc and t.tgenabled = 'O' and t.tgtype & 26 = 26)`,
  )

const sentences: Ask = async (client) => {
  const constraints = await rows(
    client,
    `select distinct k.conname as what from pg_constraint k join pg_namespace n on n.oid = k.connamespace where n.nspname in ('app', 'auth') and k.contype in ('c', 'u', 'p', 'f', 'x')`,
  )
  const sources = await rows(
    client,
    `select p.prosrc as what from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ${OURS}`,
  )
  const indexes = await rows(
    client,
    `select c.relname as what from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace where i.indisunique and n.nspname in ('app', 'auth')`,
  )
  const silent = [...new Set([...constraints, ...indexes])].filter((name) => problemOf(refusalBy(name)) === undefined)
  const gone = Object.keys(REFUSALS).filter(
    (name) =>
      !constraints.includes(name) && !indexes.includes(name) && !sources.some((source) => source.includes(`'${name}'`)),
  )
  return [...silent.map((name) => `${name} has no sentence`), ...gone.map((name) => `${name} is gone`)]
}

function refusalBy(constraint: string): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError('refused', 0, 'error'), { constraint, code: '23514' })
}

const closedLists: Ask = async (client) => {
  const found = await client.query<{ place: string; def: string }>(`
    select c.relname || '.' || a.attname as place, pg_get_constraintdef(k.oid) as def from pg_constraint k join pg_class c on c.oid = k.conrelid
      join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
    where n.nspname = 'app' and k.contype = 'c' and k.conname like '%is_known'`)
  const inSql = new Map(
    found.rows.map(({ place, def }) => [
      place,
      [...def.matchAll(/'([^']+)'::text/g)]
        .map((match) => match[1] ?? '')
        .toSorted()
        .join(' '),
    ]),
  )
  const inBundle = BUNDLE.flatMap(({ kind, columns }) =>
    Object.values(columns).flatMap(({ type, column }): [string, readonly string[]][] =>
      type.is === 'one_of' ? [[`${kind}.${column}`, type.values]] : [],
    ),
  )
  // A bundle may bring fewer of a column's values than the product has, never one more.
  const beyond = inBundle.filter(([place, values]) =>
    values.some((value) => OWN_LISTS[place]?.includes(value) === false),
  )
  const lists = Object.entries({ ...Object.fromEntries(inBundle), ...OWN_LISTS })
  return [
    ...beyond.map(([place]) => `${place} takes more from a bundle than the product knows`),
    ...lists.flatMap(([place, values]) =>
      inSql.get(place) === values.toSorted().join(' ') ? [] : [`${place} has another list in the database`],
    ),
  ]
}

const RULES: Readonly<Record<string, Ask>> = {
  'a table of a hub has the wall': wall,
  'a view looks with the eyes of who asks': views,
  'no materialised view is open': materialised,
  'a function with the owner’s rights is known and pinned': definers,
  'a primary key begins with the hub': keys,
  'a unique index holds the hub': uniques,
  'a reference stays in the hub': foreignKeys,
  'the server’s roles have no powers': roles,
  'everyone has no rights': everyone,
  'a record keeps its former versions': history,
  'what the database refuses has a sentence': sentences,
  'a closed list is the same everywhere': closedLists,
}
export const RULE_NAMES = Object.keys(RULES)

/** Everything in this database that breaks a rule. */
export async function lookThroughCatalogue(client: pg.ClientBase): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [rule, ask] of Object.entries(RULES)) findings.push(...(await ask(client)).map((what) => ({ rule, what })))
  return findings
}
