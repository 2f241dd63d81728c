import { makePool } from '@hubline/db/connection.ts'
import { expect, test } from 'vitest'
import { codeOf, countOf, enterHub, inTransaction, twoHubs, withClient } from './wall.ts'

/** Ways in which walls of this kind are known to fail, each tried. */

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
