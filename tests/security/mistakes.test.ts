import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aDatabaseToBreak } from '../given/database.ts'
import { codeOf, countOf, enterHub, inTransaction, twoHubs, withClient } from './wall.ts'

/** Mistakes that open a wall of this kind, each made on a database of its own: what holds, and what would not. */

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
