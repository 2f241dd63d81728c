import { randomUUID } from 'node:crypto'
import { makePool } from '@hubline/db/connection.ts'
import pg from 'pg'
import { expect, test } from 'vitest'
import { type TestDatabase, aDatabase, aDatabaseToBreak } from '../given/database.ts'
import { type TestHub, aHub } from '../given/hub.ts'

/** Ways in which walls of this kind are known to fail, each tried, most of them with the mistake that opens it. */

async function twoHubs(database?: TestDatabase): Promise<{ home: TestDatabase; one: TestHub; two: TestHub }> {
  const home = database ?? (await aDatabase())
  const [one, two] = [await aHub({ database: home }), await aHub({ database: home })]
  for (const hub of [one, two])
    for (let n = 0; n < 3; n++) await hub.aBusiness({ name: `Business ${n} of ${hub.slug}` })
  return { home, one, two }
}

/** A connection as the server's, for statements that handlers never make. */
async function withClient<T>(home: TestDatabase, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const pool = makePool(home.url, { role: 'hubline_app', max: 1 })
  const client = await pool.connect()
  try {
    return await work(client)
  } finally {
    client.release(true)
    await pool.end()
  }
}

const enterHub = (client: pg.ClientBase, { hub_id }: TestHub) =>
  client.query(`select set_config('app.hub_id', $1, true)`, [hub_id])

async function countOf(client: pg.ClientBase, from = 'app.business'): Promise<number> {
  return Number((await client.query<{ n: number }>(`select count(*)::integer as n from ${from}`)).rows[0]?.n)
}

/** The code with which the database refuses. */
async function codeOf(call: Promise<unknown>): Promise<string | undefined> {
  const refused = await call.then(
    () => undefined,
    (error: unknown) => error,
  )
  return refused instanceof pg.DatabaseError ? refused.code : undefined
}

async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    return await work()
  } finally {
    await client.query('rollback')
  }
}

test('a connection that is in no hub sees nothing, also after a transaction that was in one', async () => {
  const { home, one } = await twoHubs()
  await withClient(home, async (client) => {
    expect(await countOf(client)).toBe(0)
    expect(await inTransaction(client, async () => (await enterHub(client, one), countOf(client)))).toBe(3)
    // The setting is now empty text, not null: it must read as no hub, and not as a fault.
    expect((await client.query("select current_setting('app.hub_id', true) as left_over")).rows[0]).toEqual({
      left_over: '',
    })
    expect(await countOf(client)).toBe(0)
  })
})

test('entering a hub outside a transaction has no effect', async () => {
  const { home, one } = await twoHubs()
  await withClient(home, async (client) => {
    await enterHub(client, one)
    expect(await countOf(client)).toBe(0)
  })
})

test('a record cannot be put into another hub, nor moved there', async () => {
  const { home, one, two } = await twoHubs()
  await withClient(home, async (client) => {
    const insert = `insert into app.business (hub_id, reference, name, legal_form) values ('${two.hub_id}', 'X', 'X', 'unknown')`
    expect(await inTransaction(client, async () => (await enterHub(client, one), codeOf(client.query(insert))))).toBe(
      '42501',
    )
    const move = `update app.business set hub_id = '${two.hub_id}'`
    expect(await inTransaction(client, async () => (await enterHub(client, one), codeOf(client.query(move))))).toBe(
      '42501',
    )
  })
})

test('another hub’s record cannot be changed, and does not answer to its key', async () => {
  const { home, one, two } = await twoHubs()
  const theirs = await two.aBusiness()
  await withClient(home, async (client) => {
    await inTransaction(client, async () => {
      await enterHub(client, one)
      expect((await client.query(`update app.business set name = 'Taken' where id = $1`, [theirs.id])).rowCount).toBe(0)
      // The key holds the hub, so the same id is free here: nothing says that another hub has it.
      const same = await client.query(
        `insert into app.business (id, reference, name, legal_form) values ($1, $2, 'Own', 'unknown') on conflict do nothing`,
        [theirs.id, theirs.reference],
      )
      expect(same.rowCount).toBe(1)
    })
  })
})

test('a record cannot refer to a record of another hub, though the database checks references behind the wall', async () => {
  const home = await aDatabaseToBreak()
  const { one, two } = await twoHubs(home)
  const theirs = await two.aBusiness()
  const enquiry = `insert into app.enquiry (reference, received_on, status, business_id) values ('${randomUUID()}', '2021-06-01', 'new', '${theirs.id}')`
  await withClient(home, async (client) => {
    expect(await inTransaction(client, async () => (await enterHub(client, one), codeOf(client.query(enquiry))))).toBe(
      '23503',
    )

    await home.owner.query(`alter table app.business add constraint business_id_once unique (id);
      alter table app.enquiry drop constraint enquiry_hub_id_business_id_fkey, add constraint careless foreign key (business_id) references app.business (id)`)
    expect(
      await inTransaction(client, async () => (await enterHub(client, one), codeOf(client.query(enquiry)))),
    ).toBeUndefined()
  })
})

test('a value that another hub has already is free, and a unique index without the hub would tell', async () => {
  const home = await aDatabaseToBreak()
  const { one, two } = await twoHubs(home)
  await two.aBusiness({ reference: 'B-SAME', company_number: '01234567' })
  const insert = `insert into app.business (reference, name, legal_form, company_number) values ('B-SAME', 'Own', 'limited_company', '01234567')`
  await withClient(home, async (client) => {
    expect(
      await inTransaction(client, async () => (await enterHub(client, one), codeOf(client.query(insert)))),
    ).toBeUndefined()

    await home.owner.query('create unique index careless on app.business (company_number)')
    expect(await inTransaction(client, async () => (await enterHub(client, one), codeOf(client.query(insert))))).toBe(
      '23505',
    )
  })
})

test('only a view with the eyes of who asks keeps to the hub', async () => {
  const home = await aDatabaseToBreak()
  const { one } = await twoHubs(home)
  await home.owner.query(`create view app.careless as select * from app.business;
    create view app.careful with (security_invoker) as select * from app.business;
    create materialized view app.frozen as select * from app.business;
    create function app.trusting() returns setof app.business language sql security definer as 'select * from app.business';
    grant select on app.careless, app.careful, app.frozen to hubline_app`)
  await withClient(home, (client) =>
    inTransaction(client, async () => {
      await enterHub(client, one)
      expect(await countOf(client, 'app.careful')).toBe(3)
      for (const mistake of ['app.careless', 'app.frozen', 'app.trusting()'])
        expect(await countOf(client, mistake)).toBe(6)
    }),
  )
})

test('the owner’s own view would see every hub if the wall did not hold for the owner too', async () => {
  const home = await aDatabaseToBreak()
  const { one } = await twoHubs(home)
  await home.owner
    .query(`create view app.of_owner as select * from app.survey; alter view app.of_owner owner to hubline_owner; grant select on app.of_owner to hubline_app;
    drop policy owner_functions on app.survey`)
  for (const hub of [one])
    await hub.inside((tx) =>
      tx
        .insertInto('survey')
        .values({ reference: 'S-1', family: 'sitrep', title: 'Trade', fieldwork_from: '2021-05-01' })
        .execute(),
    )
  await withClient(home, async (client) => {
    expect(await countOf(client, 'app.of_owner')).toBe(0)
    await home.owner.query('alter table app.survey no force row level security')
    expect(await countOf(client, 'app.of_owner')).toBe(1)
  })
})

test('a function that tells what it is shown is shown only this hub’s rows', async () => {
  const home = await aDatabaseToBreak()
  const { one } = await twoHubs(home)
  await home.owner
    .query(`create function app.tell(name text) returns boolean language plpgsql cost 0.0000001 as $$ begin raise notice 'shown %', name; return true; end $$;
    create view app.filtered as select * from app.business where hub_id = nullif(current_setting('app.hub_id', true), '')::uuid; grant select on app.filtered to hubline_app`)
  await withClient(home, async (client) => {
    const told: string[] = []
    client.on('notice', ({ message }) => told.push(message ?? ''))
    await inTransaction(
      client,
      async () => (await enterHub(client, one), client.query('select 1 from app.business where app.tell(name)')),
    )
    expect(told).toHaveLength(3)
    // An ordinary filtering view is no wall: the cheap function runs first and is shown everybody's rows.
    told.length = 0
    await client.query('set enable_indexscan = off; set enable_bitmapscan = off')
    await inTransaction(
      client,
      async () => (await enterHub(client, one), client.query('select 1 from app.filtered where app.tell(name)')),
    )
    expect(told).toHaveLength(6)
  })
})

test('one prepared statement with one plan for all sees each hub’s own rows in turn', async () => {
  const { home, one, two } = await twoHubs()
  await two.aBusiness()
  await withClient(home, async (client) => {
    await client.query('set plan_cache_mode = force_generic_plan')
    const seen: number[] = []
    for (const hub of [one, two, one])
      await inTransaction(client, async () => {
        await enterHub(client, hub)
        seen.push(
          (await client.query({ name: 'same', text: 'select 1 from app.business where name <> $1', values: ['x'] }))
            .rowCount ?? -1,
        )
      })
    expect(seen).toEqual([3, 4, 3])
  })
})

test('going back to a savepoint goes back to its hub', async () => {
  const { home, one, two } = await twoHubs()
  await two.aBusiness()
  await withClient(home, (client) =>
    inTransaction(client, async () => {
      await enterHub(client, one)
      await client.query('savepoint before')
      await enterHub(client, two)
      expect(await countOf(client)).toBe(4)
      await client.query('rollback to savepoint before')
      expect(await countOf(client)).toBe(3)
    }),
  )
})

test('a file cannot be copied straight into a table of a hub, nor a table be emptied, nor the wall be looked around', async () => {
  const { home, one } = await twoHubs()
  await withClient(home, async (client) => {
    const refused = async (statement: string) =>
      inTransaction(client, async () => (await enterHub(client, one), codeOf(client.query(statement))))
    expect(await refused('copy app.business (reference, name, legal_form) from stdin')).toBe('0A000')
    expect(await refused('truncate app.business cascade')).toBe('42501')
    expect(await refused('delete from app.business')).toBe('42501')
    expect(await refused('set local row_security = off; select * from app.business')).toBe('42501')
    expect(await refused('select * from auth.session')).toBe('42501')
    expect(await refused('select * from auth.account')).toBe('42501')
    expect(await refused('create table app.mine (a int)')).toBe('42501')
    expect(await refused('alter table app.business disable row level security')).toBe('42501')
  })
})

test('the trail and the history cannot be rewritten, not even by the owner', async () => {
  const { home, one } = await twoHubs()
  const business = await one.aBusiness()
  await one.inside((tx) =>
    tx
      .updateTable('business')
      .set({ name: 'New name' })
      .where('hub_id', '=', one.hub_id)
      .where('id', '=', business.id)
      .execute(),
  )
  await one.inside((tx) => tx.insertInto('audit_entry').values({ what: 'tried' }).execute())

  for (const statement of [
    "update app.history set row = '{}'",
    'delete from app.history',
    "update app.audit_entry set what = 'nothing'",
    'delete from app.audit_entry',
  ])
    expect(await codeOf(home.owner.query(`${statement} where hub_id = '${one.hub_id}'`))).toBe('42501')
  await withClient(home, async (client) => {
    const invent = `insert into app.history (kind, id, version, row, valid_from) values ('business', '${business.id}', 9, '{}', now())`
    expect(await inTransaction(client, async () => (await enterHub(client, one), codeOf(client.query(invent))))).toBe(
      '42501',
    )
  })
})

test('a dump by the server’s role fails instead of being silently empty', async () => {
  const { home } = await twoHubs()
  await withClient(home, async (client) => {
    await client.query('set row_security = off')
    expect(await codeOf(client.query('copy app.business to stdout'))).toBe('42501')
  })
})

test('the front door cannot look at records, nor the server at sessions', async () => {
  const { home } = await twoHubs()
  const door = makePool(home.url, { role: 'hubline_login', max: 1 })
  const answers = await Promise.all(
    ['app.business', 'app.person', 'app.interaction', 'app.audit_entry', 'app.history'].map((table) =>
      codeOf(door.query(`select 1 from ${table}`)),
    ),
  )
  expect(new Set(answers)).toEqual(new Set(['42501']))
  expect(await codeOf(door.query('select area_codes from app.hub'))).toBe('42501')
  expect(await codeOf(door.query(`select auth.invite(gen_random_uuid(), '\\x00', now())`))).toBe('42501')
  await door.end()
})
