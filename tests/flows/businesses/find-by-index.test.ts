import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type TestHub, aHub } from '../../given/hub.ts'

let full: Promise<TestHub> | undefined

/** A hub with so many clients that reading all of them would be a waste, and the planner knows it. */
function aFullHub(): Promise<TestHub> {
  full ??= (async () => {
    const hub = await aHub()
    await hub.inside(async (tx) => {
      await sql`insert into app.business (reference, name, legal_form, company_number, postcode, email, phone)
        select 'B-' || i, md5(i::text) || ' Works Ltd', 'limited_company', lpad(i::text, 8, '0'), 'ST' || i % 20 || ' 1AA', 'info@firm' || i || '.example', '01782 ' || 100000 + i
        from generate_series(1, 4000) i`.execute(tx)
      await sql`insert into app.person (reference, given_name, family_name) select 'P-' || i, md5(i::text), md5((i + 1)::text) from generate_series(1, 4000) i`.execute(
        tx,
      )
    })
    await hub.database.owner.query('vacuum analyze app.business, app.person')
    return hub
  })()
  return full
}

/** How often this transaction has read an index, or a whole table, so far. */
const scansOf = sql<{ scans: number }>

test.each([
  ['sax', 'business_by_name'],
  ['saxonmil enrgy', 'business_finder'],
  ['energy saxon', 'business_finder'],
  ['445566', 'business_company_number'],
  ['B79 7DL', 'business_postcode'],
  ['hello@saxonmill.example', 'business_email'],
  ['01827 555123', 'business_phone'],
  ['nadi patl', 'person_finder'],
])('"%s" is looked for in the index %s and never by reading the whole table', async (typed, index) => {
  const hub = await aFullHub()

  const [inIndex, whole] = await hub.inside(async (tx) => {
    await sql`select * from app.find_clients(${typed}, array['business', 'person'], 8)`.execute(tx)
    const read = await scansOf`select pg_stat_get_xact_numscans(${`app.${index}`}::regclass)::integer as scans`.execute(
      tx,
    )
    const tables = await scansOf`select (pg_stat_get_xact_numscans('app.business'::regclass)
      + pg_stat_get_xact_numscans('app.person'::regclass))::integer as scans`.execute(tx)
    return [read.rows[0]?.scans, tables.rows[0]?.scans]
  })

  expect(inIndex).toBeGreaterThan(0)
  expect(whole).toBe(0)
})

test('without a hub nothing is found, although the functions look with the eyes of the owner', async () => {
  const hub = await aHub()
  await hub.aBusiness({ name: 'Saxonmill Energy Group Ltd', company_number: '00445566' })

  for (const query of [
    sql`select * from app.find_by_name('saxonmill', array['business', 'person'], 8)`,
    sql`select * from app.find_by_key('00445566', array['business', 'person'], 8)`,
    sql`select * from app.similar_businesses('saxonmill', '00445566', null, null, null, null, null, 8)`,
    sql`select * from app.similar_people('nadia patel', null, null, null, 8)`,
  ])
    expect((await query.execute(hub.database.db)).rows).toEqual([])
})
