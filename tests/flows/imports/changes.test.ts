import { expect, test } from 'vitest'
import { aHub } from '../../given/hub.ts'
import { GOOD, aBundle, importInto } from './folder.ts'

const businesses = (...rows: string[]) =>
  aBundle({ 'businesses.csv': ['reference,name,legal_form,merged_into_reference', ...rows] })

test('a changed row updates one record and leaves its former version with who and when', async () => {
  const hub = await aHub()
  await importInto(hub, await aBundle(GOOD))

  const told = await importInto(
    hub,
    await businesses('B-1,Amber Bakery and Sons,limited_company,', 'B-2,Birch Metals,plc,B-3'),
    { adviser_id: hub.advisers.manager },
  )

  expect(told).toMatchObject({
    created: { 'businesses.csv': 0 },
    updated: { 'businesses.csv': 1 },
    unchanged: { 'businesses.csv': 1 },
  })
  const record = await hub.inside((tx) =>
    tx
      .selectFrom('business')
      .select(['name', 'version', 'recorded_by', 'id', 'request_id'])
      .where('reference', '=', 'B-1')
      .executeTakeFirstOrThrow(),
  )
  expect(record).toMatchObject({ name: 'Amber Bakery and Sons', version: 2, recorded_by: hub.advisers.manager })
  const former = await hub.inside((tx) =>
    tx
      .selectFrom('history')
      .select(['version', 'row', 'replaced_by', 'request_id', 'valid_to'])
      .where('id', '=', record.id)
      .execute(),
  )
  expect(former).toMatchObject([
    { version: 1, row: { name: 'Amber Bakery' }, replaced_by: hub.advisers.manager, request_id: record.request_id },
  ])
  expect(Date.now() - new Date(former[0]?.valid_to ?? 0).getTime()).toBeLessThan(60_000)
})

test('a merged business counts as the end of its chain, whatever the order of the rows', async () => {
  const hub = await aHub()
  await importInto(hub, await businesses('B-1,One,plc,B-2', 'B-2,Two,plc,B-4', 'B-3,Three,plc,B-1', 'B-4,Four,plc,'))
  const ends = () =>
    hub.database.owner.query<{ reference: string; counts_as: string; version: number }>(
      `select b.reference, e.reference as counts_as, b.version from app.business b join app.business e on e.hub_id = b.hub_id and e.id = b.counts_as_id
     where b.hub_id = $1 order by 1`,
      [hub.hub_id],
    )
  expect((await ends()).rows.map(({ counts_as }) => counts_as)).toEqual(['B-4', 'B-4', 'B-4', 'B-4'])

  await importInto(hub, await businesses('B-4,Four,plc,B-5', 'B-5,Five,plc,'))

  expect((await ends()).rows).toEqual([
    { reference: 'B-1', counts_as: 'B-5', version: 2 },
    { reference: 'B-2', counts_as: 'B-5', version: 2 },
    { reference: 'B-3', counts_as: 'B-5', version: 2 },
    { reference: 'B-4', counts_as: 'B-5', version: 2 },
    { reference: 'B-5', counts_as: 'B-5', version: 1 },
  ])

  await importInto(hub, await businesses('B-2,Two,plc,'))

  expect((await ends()).rows.map(({ counts_as }) => counts_as)).toEqual(['B-2', 'B-2', 'B-2', 'B-5', 'B-5'])
})

test('a ring that closes through a record already in the hub is refused', async () => {
  const hub = await aHub()
  await importInto(hub, await businesses('B-1,One,plc,B-2', 'B-2,Two,plc,'))

  const told = await importInto(hub, await businesses('B-2,Two,plc,B-1'))

  expect(told.rejected).toMatchObject([
    { file: 'businesses.csv', line: 2, column: 'merged_into_reference', found: 'B-1' },
  ])
})

test('a chain of many merges is followed to its end', async () => {
  const hub = await aHub()
  const rows = Array.from(
    { length: 3000 },
    (_, index) => `B-${index},Business ${index},plc,${index === 2999 ? '' : `B-${index + 1}`}`,
  )

  expect((await importInto(hub, await businesses(...rows))).accepted).toBe(true)

  const found = await hub.database.owner.query(
    'select count(distinct counts_as_id)::int as n from app.business where hub_id = $1',
    [hub.hub_id],
  )
  expect(found.rows).toEqual([{ n: 1 }])
})

test('an adviser is found by e-mail address without regard to case', async () => {
  const hub = await aHub()
  const email = `ADVISER@${hub.slug}.example`

  const told = await importInto(
    hub,
    await aBundle({
      'advisers.csv': ['email,name,role', `${email},adviser of ${hub.slug},adviser`],
      'businesses.csv': ['reference,name,legal_form', 'B-1,One,plc'],
      'interactions.csv': [
        'reference,business_reference,kind,channel,occurred_on,minutes,adviser_email',
        `I-1,B-1,mentoring,video,2021-06-01,60,${email.toLowerCase()}`,
      ],
    }),
  )

  expect(told).toMatchObject({ created: { 'advisers.csv': 0, 'interactions.csv': 1 } })
  const interaction = await hub.inside((tx) =>
    tx.selectFrom('interaction').select('adviser_id').executeTakeFirstOrThrow(),
  )
  expect(interaction.adviser_id).toBe(hub.advisers.adviser)
})

test('a role and a target that were made in the hub are recognised', async () => {
  const hub = await aHub()
  const [business, person] = [await hub.aBusiness(), await hub.aPerson()]
  await hub.inside(async (tx) => {
    await tx
      .insertInto('business_role')
      .values({ reference: 'BR-00001', business_id: business.id, person_id: person.id, from_on: '2020-01-01' as never })
      .execute()
    await tx
      .insertInto('target')
      .values({ reference: 'TG-00001', indicator_key: 'lep.jobs_created', year: '2021-22', value: '5' })
      .execute()
  })

  const told = await importInto(
    hub,
    await aBundle({
      'business_roles.csv': [
        'person_reference,business_reference,job_title,from',
        `${person.reference},${business.reference},Owner,2020-01-01`,
      ],
      'targets.csv': ['indicator_key,year,value', 'lep.jobs_created,2021-22,5'],
    }),
  )

  expect(told).toMatchObject({
    created: { 'business_roles.csv': 0, 'targets.csv': 0 },
    updated: { 'business_roles.csv': 1, 'targets.csv': 0 },
  })
})

test('a record that was voided in the hub is refused when it comes again, and so is what refers to it', async () => {
  const hub = await aHub()
  await importInto(hub, await aBundle(GOOD))
  await hub.inside((tx) =>
    tx
      .updateTable('person')
      .set({ voided_at: new Date('2022-01-01T12:00:00Z'), void_reason: 'Asked to be left out' })
      .where('reference', '=', 'P-1')
      .execute(),
  )

  const told = await importInto(
    hub,
    await aBundle({ 'people.csv': ['reference,given_name,family_name', 'P-1,Nadia,Patel'] }),
  )
  const referring = await importInto(
    hub,
    await aBundle({ 'enquiries.csv': ['reference,person_reference,received_on,status', 'E-1,P-1,2021-05-01,new'] }),
  )

  expect(told.rejected).toEqual([
    {
      file: 'people.csv',
      line: 2,
      column: 'reference',
      found: 'P-1',
      problem: 'This person was voided in the hub on 01/01/2022 (Asked to be left out): take this row out of the file',
    },
  ])
  expect(referring.rejected).toMatchObject([
    { file: 'enquiries.csv', line: 2, column: 'person_reference', found: 'P-1' },
  ])
})

test('two booked reviews may change places', async () => {
  const hub = await aHub()
  const reviews = (one: string, two: string) =>
    aBundle({
      ...GOOD,
      'skills_reviews.csv': [
        'reference,business_reference,broker_email,status,offered_on,slot_start,slot_end',
        `S-1,B-1,bo@hub.example,booked,2021-06-01,2021-07-01T${one}:00Z,2021-07-01T${one}:30Z`,
        `S-2,B-1,bo@hub.example,booked,2021-06-01,2021-07-01T${two}:00Z,2021-07-01T${two}:30Z`,
      ],
    })
  await importInto(hub, await reviews('10', '11'))

  expect(await importInto(hub, await reviews('11', '10'))).toMatchObject({
    accepted: true,
    updated: { 'skills_reviews.csv': 2 },
  })
})

test('an import counts as one change of the hub, and one that changes nothing as none', async () => {
  const hub = await aHub()
  const folder = await aBundle(GOOD)
  const changes = async () =>
    (
      await hub.database.owner.query<{ changes: number }>('select changes::int from app.hub_change where hub_id = $1', [
        hub.hub_id,
      ])
    ).rows[0]?.changes ?? 0

  await importInto(hub, folder)
  const once = await changes()
  await importInto(hub, folder)
  await importInto(hub, await businesses('B-9,Nine,plc,'), { dry_run: true })

  expect([once, await changes()]).toEqual([1, 1])
})

test('a bundle that was never on a disk goes the same way', async () => {
  const hub = await aHub()
  const source = [
    {
      file: 'businesses.csv',
      columns: ['reference', 'name', 'legal_form'],
      rows: [
        { reference: 'B-1', name: 'One', legal_form: 'plc' },
        { reference: 'B-2', name: 'Two', legal_form: 'guild' },
      ],
    },
  ]

  const told = await importInto(hub, source)

  expect(told.rejected).toMatchObject([{ file: 'businesses.csv', line: 3, column: 'legal_form', found: 'guild' }])
})
