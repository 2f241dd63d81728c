import { MERGE_RULES } from '@hubline/api/duplicates/merge-rules.ts'
import * as pg from 'pg'
import { expect, test } from 'vitest'
import { aDatabaseToBreak } from '../../given/database.ts'

type Found = { what: string }

/** Foreign keys to a client, and unique indexes over one, that no merge rule speaks of; and rules of what is not there. */
async function withoutRule(client: pg.Pool): Promise<string[]> {
  const keys = await client.query<Found>(`
    select c.relname || '.' || a.attname || ' -> ' || f.relname as what
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
      cross join unnest(k.conkey) key join pg_attribute a on a.attrelid = k.conrelid and a.attnum = key
    where k.contype = 'f' and k.confrelid in ('app.business'::regclass, 'app.person'::regclass) and a.attname <> 'hub_id'`)
  const uniques = await client.query<{ kind: string; columns: string[]; index: string }>(`
    select c.relname as kind, i.indexrelid::regclass::text as index,
      (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey) and a.attname <> 'hub_id') as columns
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'app' and (i.indisunique or i.indisexclusion)`)
  const ruled = MERGE_RULES.map(({ kind, column, client: to }) => `${kind}.${column} -> ${to}`)
  const there = keys.rows.map(({ what }) => what)
  const unspoken = uniques.rows.flatMap(({ kind, columns, index }) =>
    MERGE_RULES.filter((rule) => {
      if (rule.kind !== kind || !columns.includes(rule.column)) return false
      const others = columns.filter((column) => column !== rule.column)
      return typeof rule.does === 'string' || rule.does.moves_unless.some((column) => !others.includes(column))
    }).map(() => index),
  )
  return [
    ...there.filter((what) => !ruled.includes(what)),
    ...ruled.filter((what) => !there.includes(what)).map((what) => `${what} is no foreign key`),
    ...(new Set(ruled).size < ruled.length ? ['a foreign key has two rules'] : []),
    ...unspoken,
  ].toSorted()
}

test('every foreign key to a client has one merge rule, and every unique index over one is spoken of; new ones are caught', async () => {
  const { owner } = await aDatabaseToBreak()
  expect(await withoutRule(owner)).toEqual([])

  await owner.query(`
    create table app.loyalty (hub_id uuid, id uuid, holder_id uuid, foreign key (hub_id, holder_id) references app.person (hub_id, id));
    create unique index case_once on app."case" (hub_id, business_id, kind)`)

  expect(await withoutRule(owner)).toEqual(['app.case_once', 'loyalty.holder_id -> person'].toSorted())
})
