import { randomUUID } from 'node:crypto'
import { verifyHub } from '@hubline/api/cli/verify-hub.ts'
import { asItWas } from '@hubline/db/as-at.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { figuresOf } from '@hubline/reporting/figures.ts'
import { expect, test } from 'vitest'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aMergeForm, aSharedWorld, oneOfEach } from '../../given/merges.ts'
import { aRecord, theYear } from '../../given/records.ts'
import { signedYear } from '../../given/signed-year.ts'

const YEAR = '2021-22'
/** What nobody else is called, wrote or said: nothing of it may be found afterwards. */
const CANARIES = ['Zephyrine', 'Quillfeather', 'zq@canary.example', '07700 900999', 'ST1 1ZQ', 'Zettie', 'melancholy']

const erasing = (person: { id: string; reference: string }, version: number) => ({
  request_id: randomUUID(),
  id: person.id,
  version,
  reason: 'asked' as const,
  typed: person.reference,
})

/** What a learner of a bootcamp, each of which counts by itself, has reached in the year. */
async function aBootcamp(hub: TestHub) {
  const course_id = await aRecord(hub, 'course', { title: 'Welding', kind: 'bootcamp' })
  return { course_id, status: 'in_learning', milestone_1_on: '2021-06-20', evidence_level: 'documented' } as const
}
const [STARTS, MOVED_ON] = ['skills.bootcamp_starts', 'local.referrals_moved_on']

/** Somebody of whom every kind of record says something, on two records that were merged. */
async function aKnownPerson(hub: TestHub) {
  const world = await aSharedWorld(hub)
  const business = await hub.aBusiness()
  const person = await hub.aPerson({ given_name: 'Zettie', family_name: 'Quillfeather', email: 'zq@canary.example' })
  const same = await hub.aPerson({ given_name: 'Zephyrine', family_name: 'Quillfeather', trading_since: '2021-01-01' })
  const { people, interactions } = hub.as('manager')
  await oneOfEach(hub, world, { business_id: business.id, person_id: person.id })
  await aRecord(hub, 'participation', {
    person_id: person.id,
    course_id: world.course_id,
    status: 'completed',
    qualifying_start_on: '2021-06-02',
    evidence_level: 'documented',
    pasted_as: 'Z. Quillfeather',
  })
  const changes = { given_name: 'Zephyrine', phone: '07700 900999', postcode: 'ST1 1ZQ' }
  const { version } = await people.change({ request_id: randomUUID(), id: person.id, version: 1, ...changes })
  await people.merge({ ...aMergeForm(person, same, { survivor_version: version }), take: ['trading_since'] })
  const visit = { kind: 'advice_session', channel: 'video', minutes: 60, occurred_on: '2021-07-01' } as const
  const person_id = person.id
  await aRecord(hub, 'interaction', { ...visit, person_id, notes: 'A melancholy day' })
  const both = { ...visit, person_id, business_id: business.id }
  const shared = await aRecord(hub, 'interaction', { ...both, notes: 'Zephyrine Quillfeather saw the kiln' })
  await aRecord(hub, 'participation', { ...(await aBootcamp(hub)), person_id })
  await aRecord(hub, 'referral', {
    person_id,
    organisation_id: world.organisation_id,
    category: 'finance',
    status: 'accepted',
    consent_on: '2021-07-01',
    made_on: '2021-07-01',
    accepted_on: '2021-07-02',
  })
  const attendance_id = await aRecord(hub, 'attendance', { event_id: world.event_id, status: 'attended' })
  const guest = { given_name: 'Zephyrine', family_name: 'Quillfeather', email: 'ZQ@canary.example' }
  await aRecord(hub, 'registration', { ...guest, event_id: world.event_id, attendance_id })
  await aRecord(hub, 'mail_message', {
    kind: 'place',
    to_address: 'zq@canary.example',
    to_name: 'Zephyrine',
    subject: 'Dear Zephyrine',
    text: 'Zephyrine, your place',
  })
  const { version: now } = (await people.page({ reference: person.reference })).person
  return { business, person, same, shared, version: now, interactions }
}

/** Every text of the database in which one of the words stands. */
async function found(hub: TestHub): Promise<string[]> {
  const { owner } = hub.database
  const tables = await owner.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('app', 'auth')`,
  )
  const words = CANARIES.map((word) => `%${word}%`)
  const looks = tables.rows.map(
    ({ name }) => `select '${name}: ' || t::text as what from ${name} t where t::text ilike any ($1)`,
  )
  return (await owner.query<{ what: string }>(looks.join(' union all '), [words])).rows.map(({ what }) => what)
}

const KEY = 'lep.individuals_upskilled'
const OF_PEOPLE = CATALOGUE.filter(({ key }) => key === KEY)
const YEARS = ['2019-20', '2020-21', YEAR]

/** Every figure of three years, and those of people as they were at an instant. */
const figures = (hub: TestHub, at: string) =>
  hub.inside(async (tx) => {
    const hub_id = hub.hub_id
    const today = []
    for (const year of YEARS) today.push(await figuresOf(tx, { hub_id, year: theYear(year) }))
    const past = await asItWas(tx, at)
    return { today, earlier: await figuresOf(past, { hub_id, year: theYear(YEAR) }, OF_PEOPLE) }
  })

test('T16: who is erased after the year was signed off is gone, and every figure is as it was', async () => {
  const hub = await aHub({ now: new Date('2022-06-01T11:00:00Z') })
  const { person, same, shared, version } = await aKnownPerson(hub)
  await signedYear(hub, YEAR)
  expect(await found(hub)).toEqual(expect.arrayContaining([expect.stringMatching(/^app.signed_unit/)]))
  const at = new Date().toISOString()
  const before = await figures(hub, at)

  const manager = hub.as('manager')
  await manager.people.erase(erasing(person, version))

  expect(await found(hub)).toEqual([])
  expect(await figures(hub, at)).toEqual(before)
  expect((await manager.years.restatement({ year: YEAR })).figures).toEqual([])
  expect(await hub.inside((tx) => verifyHub(tx, hub.hub_id))).toEqual([])
  const { rows } = await manager.years.signedUnits({ year: YEAR, version: 1, key: KEY })
  expect(rows.map(({ name, reference }) => ({ name, reference }))).toEqual([
    { name: 'Erased person', reference: person.reference },
  ])
  for (const key of [STARTS, MOVED_ON])
    expect((await manager.years.signedUnits({ year: YEAR, version: 1, key })).rows).toMatchObject([
      { name: 'Erased person' },
    ])
  const page = await manager.people.page({ reference: person.reference })
  expect(page.person).toMatchObject({ name: 'Erased person', email: null, located_in: 'E07000197' })
  expect(page.erasure).toMatchObject({ number: 1, reason: 'asked', erased_by_name: `manager of ${hub.slug}` })
  expect((await manager.people.page({ reference: same.reference })).erasure).toMatchObject({ number: 1 })
  const note = await hub.inside((tx) =>
    tx
      .selectFrom('interaction')
      .select('notes')
      .where('hub_id', '=', hub.hub_id)
      .where('id', '=', shared)
      .executeTakeFirst(),
  )
  expect(note?.notes).toBe('[erased] saw the kiln')
})

test('a name that an earlier erasure left in a signed list goes with the upgrade, and a certificate says so', async () => {
  const hub = await aHub({ now: new Date('2022-06-01T11:00:00Z') })
  const person = await hub.aPerson({ given_name: 'Zephyrine', family_name: 'Quillfeather' })
  await aRecord(hub, 'participation', { ...(await aBootcamp(hub)), person_id: person.id })
  await signedYear(hub, YEAR)
  const { people } = hub.as('manager')
  await people.erase(erasing(person, 1))
  const { owner } = hub.database
  const name = 'Zephyrine Quillfeather (Welding)'
  await owner.query(`begin; set local session_replication_role = replica;
    update app.signed_unit set name = '${name}' where hub_id = '${hub.hub_id}' and key = '${STARTS}'; commit`)
  expect(await found(hub)).toHaveLength(1)
  const upgrade = 'begin; set local role hubline_owner; call house.finish_erasures(); commit'

  for (let times = 0; times < 2; times++) await owner.query(upgrade)

  expect(await found(hub)).toEqual([])
  expect(await hub.inside((tx) => verifyHub(tx, hub.hub_id))).toEqual([])
  const { rows } = await owner.query<Record<'number' | 'reference' | 'key' | 'units_hash', unknown>>(
    `select e.number, e.reference, l.key, l.units_hash from app.erasure e join app.erased_list l on l.hub_id = e.hub_id and l.erasure_id = e.id
     where e.hub_id = $1 order by e.number`,
    [hub.hub_id],
  )
  const [first, second, ...others] = rows
  expect(first).toMatchObject({ number: 1, reference: person.reference, key: STARTS })
  expect([second, others]).toEqual([{ ...first, number: 2 }, []])
  expect((await people.page({ reference: person.reference })).erasure).toMatchObject({ number: 1 })
})

test('an erasure is refused to advisers, without the reference, twice, and of a record that is part of another', async () => {
  const hub = await aHub()
  const other = await aHub({ database: hub.database })
  const { person, same, version } = await aKnownPerson(hub)
  const { people } = hub.as('manager')
  const told = await found(hub)

  await expect(hub.as('adviser').people.erase(erasing(person, version))).rejects.toThrow(
    'Your role does not allow this',
  )
  await expect(other.as('admin').people.erase(erasing(person, version))).rejects.toThrow('is not in your hub')
  await expect(people.erase({ ...erasing(person, version), typed: 'P-0' })).rejects.toThrow(
    `Type the reference ${person.reference}`,
  )
  await expect(people.erase(erasing(person, version - 1))).rejects.toThrow('Somebody changed this person')
  await expect(people.erase(erasing(same, 2))).rejects.toThrow('This record is part of another')
  expect(await found(hub)).toEqual(told)

  await people.erase(erasing(person, version))
  const { person: erased } = await people.page({ reference: person.reference })
  await expect(people.erase(erasing(person, erased.version))).rejects.toThrow('was erased already')
})

test('who was erased stays so, whatever an older file or an open form says', async () => {
  const hub = await aHub()
  const { person, version } = await aKnownPerson(hub)
  const { people } = hub.as('manager')
  await people.erase(erasing(person, version))
  const { person: erased } = await people.page({ reference: person.reference })

  const back = { given_name: 'Zephyrine', email: 'zq@canary.example' }
  await people.change({ request_id: randomUUID(), id: person.id, version: erased.version, ...back })

  expect(await found(hub)).toEqual([])
})

test('a certificate that was changed, or a list that says something else, breaks the chain', async () => {
  const hub = await aHub({ now: new Date('2022-06-01T11:00:00Z') })
  const { person, version } = await aKnownPerson(hub)
  await hub.as('manager').people.erase(erasing(person, version))

  const client = await hub.database.owner.connect()
  try {
    await expect(
      client.query(`update app.erasure set reference = 'P-0' where hub_id = $1`, [hub.hub_id]),
    ).rejects.toThrow('never changed')
    await client.query('begin')
    await client.query('alter table app.erasure disable trigger never_changed')
    await client.query(`update app.erasure set reference = 'P-0' where hub_id = $1`, [hub.hub_id])
    await client.query('alter table app.erasure enable trigger never_changed')
    await client.query('commit')
  } finally {
    client.release()
  }

  const broken = await hub.inside((tx) => verifyHub(tx, hub.hub_id))
  expect(broken).toEqual(['The erasure of P-0 is not what was written down'])
})

test('every text that a table of people has is on the list of what goes and what stays', async () => {
  const hub = await aHub()
  const { owner } = hub.database
  const texts = await owner.query<{ what: string }>(`
    select c.table_name || '.' || c.column_name as what from information_schema.columns c
      left join house.personal_column p on p.kind = c.table_name and p."column" = c.column_name
    where c.table_schema = 'app' and c.data_type in ('text', 'jsonb', 'ARRAY') and p.kind is null
      and (c.table_name in (select kind from house.personal_kind))
      and not exists (select from pg_constraint k where k.conrelid = format('app.%I', c.table_name)::regclass and k.conname ~ 'is_known$'
        and pg_get_constraintdef(k.oid) ~ ('\\m' || c.column_name || '\\M'))`)
  expect(texts.rows.map(({ what }) => what)).toEqual([])
  const strangers = await owner.query<{ what: string }>(`
    select c.table_name || '.' || c.column_name as what from information_schema.columns c
    where c.table_schema = 'app' and c.column_name ~ '(person_id|offered_to_id|email|given_name|phone)$'
      and c.table_name not in (select kind from house.personal_kind) order by 1`)
  // Businesses, partners and colleagues are no persons on record; a certificate names nobody.
  expect(strangers.rows.map(({ what }) => what)).toEqual([
    'adviser.email',
    'business.email',
    'business.phone',
    'organisation.email',
  ])
})
