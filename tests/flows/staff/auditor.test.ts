import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportBundle } from '@hubline/api/imports/export-bundle.ts'
import { MASKED_TABLES } from '@hubline/db/masked.ts'
import { type Day, addDays, todayInLondon } from '@hubline/domain/day.ts'
import { expect, test } from 'vitest'
import { type TestHub, aHub, contextFor } from '../../given/hub.ts'
import { aProgramme, aRecord } from '../../given/records.ts'
import { signedYear } from '../../given/signed-year.ts'
import { ANSWERS } from '../../security/answers.ts'
import { aServer } from '../../security/listening.ts'
import { callByPath, saidBy } from '../../security/procedures.ts'
import { aSituation } from '../../security/situation.ts'
import { packOf } from '../../stranger/read-pack.ts'
import { aBrowser, refusalOf, tokenOf } from './visitor.ts'

const PASSWORD = 'kiln otter marzipan'
const now = new Date()
const today = todayInLondon(now)
const invitation = (last_day: Day, email = `${randomUUID()}@audit.example`) => ({
  request_id: randomUUID(),
  email,
  name: 'Ada Checker',
  last_day,
})

async function auditorIn(hub: TestHub) {
  const email = `${randomUUID()}@audit.example`
  const { link } = await hub.as('manager', { now }).staff.inviteAuditor(invitation(addDays(today, 7), email))
  const browser = aBrowser(hub.database)
  await browser.api().staff.acceptInvitation({ token: tokenOf(link), password: PASSWORD })
  const { rows } = await hub.as('manager').staff.people()
  const listed = rows.find((person) => person.email === email)
  if (!listed) throw new Error('The auditor is not on the list')
  return { browser, email, listed }
}

/** What the manager of a hub says of an auditor's last day. */
const keep = (hub: TestHub, { id, version }: { id: string; version: number }, last_day: string) =>
  hub.as('manager', { now }).staff.keepAuditor({ request_id: randomUUID(), id, version, last_day })

test('an auditor whom a manager invites reads figures until the last day, and writes nothing', async () => {
  const hub = await aHub()

  const { browser, listed } = await auditorIn(hub)

  expect(listed).toMatchObject({ role: 'auditor', last_day: addDays(today, 7), has_account: true })
  expect((await browser.api().indicators.board({ year: '2021-22' })).year).toBe('2021-22')
  expect((await browser.api().staff.me())?.permissions).toEqual([
    'figures:read',
    'figures:download',
    'record:read',
    'pack:download',
    'history:read',
  ])
})

test('when the last day is over, the session ends at the next click and no password opens it, until it is let back in', async () => {
  const hub = await aHub({ with_auditor: true })
  const { browser, email, listed } = await auditorIn(hub)
  const ended = await keep(hub, listed, addDays(today, -1))

  const click = await refusalOf(browser.api().indicators.board({ year: '2021-22' }))
  const door = await refusalOf(aBrowser(hub.database).api().staff.signIn({ email, password: PASSWORD }))

  expect(click).toMatchObject({ code: 'UNAUTHORIZED', message: expect.stringContaining('as an auditor ended on') })
  expect(door).toMatchObject({ code: 'FORBIDDEN', message: click.message })
  expect(await browser.api().staff.me()).toBeNull()

  await keep(hub, ended, today)
  const again = aBrowser(hub.database)
  await again.api().staff.signIn({ email, password: PASSWORD })
  expect(await again.api().staff.me()).toMatchObject({ role: 'auditor' })
})

test('an auditor without a last day does not come in', async () => {
  const hub = await aHub({ with_auditor: true })
  await hub.inside((tx) =>
    tx
      .updateTable('adviser')
      .set({ last_day: null })
      .where('hub_id', '=', hub.hub_id)
      .where('id', '=', hub.advisers.auditor)
      .execute(),
  )

  expect(await refusalOf(hub.as('auditor').indicators.board({ year: '2021-22' }))).toMatchObject({
    code: 'UNAUTHORIZED',
  })
})

test.each([
  [-1, 'Enter a last day that is not over: today or later'],
  [400, 'Enter a last day within a year from today'],
])('a last day %i days from today is refused', async (days, message) => {
  const hub = await aHub({ with_auditor: true })

  expect(
    await refusalOf(hub.as('manager', { now }).staff.inviteAuditor(invitation(addDays(today, days)))),
  ).toMatchObject({ code: 'BAD_REQUEST', message })
})

test('nobody turns staff into an auditor, or an auditor into staff', async () => {
  const hub = await aHub({ with_auditor: true })
  const { rows } = await hub.as('admin').staff.people()
  const called = (role: string) => rows.find((person) => person.role === role)!
  const [adviser, auditor] = [called('adviser'), called('auditor')]
  const change = { request_id: randomUUID(), id: auditor.id, version: auditor.version, role: 'admin' as const }

  expect(await refusalOf(hub.as('admin').staff.changeRole(change))).toMatchObject({ code: 'BAD_REQUEST' })
  expect(await refusalOf(keep(hub, adviser, today))).toMatchObject({ code: 'BAD_REQUEST' })
  expect(
    await refusalOf(hub.as('manager', { now }).staff.inviteAuditor(invitation(today, adviser.email))),
  ).toMatchObject({ code: 'CONFLICT' })
  expect(await refusalOf(keep(await aHub({ database: hub.database }), auditor, today))).toMatchObject({
    code: 'NOT_FOUND',
  })
})

/** What only an individual has: their name, and how to reach them. */
const CANARY = 'Canaryword'

test('no answer to an auditor holds the name or a contact of an individual', async () => {
  const hub = await aHub({ with_auditor: true })
  const ids = await aSituation(hub, 'Ownword')
  await hub.inside(async (tx) => {
    const contacts = { email: `x@${CANARY}.example`, phone: `01782 ${CANARY}` }
    const names = { given_name: CANARY, family_name: CANARY }
    await tx
      .updateTable('person')
      .set({ ...contacts, ...names, postcode: CANARY })
      .where('hub_id', '=', hub.hub_id)
      .execute()
    await tx.updateTable('business').set(contacts).where('hub_id', '=', hub.hub_id).execute()
    await tx
      .updateTable('interaction')
      .set({ notes: CANARY, subject: CANARY })
      .where('hub_id', '=', hub.hub_id)
      .execute()
    await tx
      .insertInto('business')
      .values({
        hub_id: hub.hub_id,
        reference: 'B-SOLE',
        name: CANARY,
        trading_name: CANARY,
        legal_form: 'sole_trader',
      })
      .execute()
  })
  const subjects = [
    { kind: 'person', reference: ids.person_reference },
    { kind: 'business', reference: ids.business_reference },
    { kind: 'business', reference: 'B-SOLE' },
    { kind: 'interaction', reference: ids.interaction_reference },
  ]
  const questions = [
    ...Object.entries(ANSWERS)
      .filter(([, { may }]) => may !== 'anyone' && may.includes('auditor'))
      .map(([path, { ask }]): [string, unknown] => [path, ask(ids)]),
    ...['records.page', 'records.history'].flatMap((path) => subjects.map((asked): [string, unknown] => [path, asked])),
    ...['lep.individuals_helped_to_start', 'lep.businesses_supported', 'lep.individuals_upskilled'].map(
      (key): [string, unknown] => ['indicators.units', { key, year: '2021-22' }],
    ),
  ]
  const told = { auditor: 0, manager: 0 }

  for (const [path, asked] of questions)
    for (const role of ['auditor', 'manager'] as const) {
      const said = await saidBy(callByPath(contextFor(hub.database, hub.tokens[role]), path, asked))
      if (said.body.includes(CANARY)) told[role] += 1
    }

  expect(questions.length).toBeGreaterThan(20)
  expect(told).toEqual({ auditor: 0, manager: expect.any(Number) })
  expect(told.manager).toBeGreaterThan(5)
})

test('a sole trader who counts per programme stands under their reference in what was signed off, and in its pack', async () => {
  const hub = await aHub({ with_auditor: true, now: new Date('2022-06-01T11:00:00Z') })
  const { id: business_id, reference } = await hub.aBusiness({ name: `${CANARY} Baker`, legal_form: 'sole_trader' })
  const erdf = { framework: 'erdf', definition_version: 3, starts_on: '2021-04-01', ends_on: '2023-03-31' } as const
  await aRecord(hub, 'grant_award', {
    business_id,
    programme_id: await aProgramme(hub, { reference: 'SPRING', ...erdf }),
    scheme: 'Spring',
    regime: 'mfa',
    amount_pence: 500_000,
    paid_on: '2021-06-01',
    status: 'paid',
  })
  await signedYear(hub, '2021-22')
  const asked = { year: '2021-22', version: 1, key: 'erdf.c2' }
  const names = async (role: 'manager' | 'auditor') =>
    (await hub.as(role).years.signedUnits(asked)).rows.map(({ name }) => name)
  const { url } = await aServer(hub.database)
  const pack = async (role: 'manager' | 'auditor') => {
    const headers = { cookie: `hubline=${hub.tokens[role]}` }
    const answer = await fetch(`${url}/year/2021-22/pack.zip?reason=Audit&version=1`, { headers })
    const sheets = packOf(Buffer.from(await answer.arrayBuffer()))
    return Object.keys(sheets)
      .filter((name) => JSON.stringify(sheets[name]).includes(CANARY))
      .toSorted()
  }

  expect(await names('manager')).toEqual([`${CANARY} Baker (Programme SPRING)`])
  expect(await names('auditor')).toEqual([`Client of ${reference}`])
  expect(await pack('manager')).toEqual(['Businesses', 'Units'])
  expect(await pack('auditor')).toEqual([])
})

test('a person stands in an auditor’s page under their reference', async () => {
  const hub = await aHub({ with_auditor: true })
  const { reference } = await hub.aPerson({ given_name: CANARY })

  expect((await hub.as('auditor').records.page({ kind: 'person', reference })).title).toBe(`Person ${reference}`)
})

test('every table that is masked has its view, with the columns of the table', async () => {
  const { database } = await aHub({ with_auditor: true })
  const { rows } = await database.owner.query<{ name: string; same: boolean }>(
    `select v.relname as name, array(select attname || atttypid::text from pg_attribute where attrelid = v.oid and attnum > 0 order by 1)
      = array(select attname || atttypid::text from pg_attribute where attrelid = format('app.%I', v.relname)::regclass and attnum > 0 and not attisdropped order by 1) as same
     from pg_class v where v.relnamespace = 'masked'::regnamespace order by 1`,
  )

  expect(rows).toEqual(MASKED_TABLES.map((name) => ({ name, same: true })))
})

test('an auditor does not ask about the hub as at a day', async () => {
  const hub = await aHub({ with_auditor: true })

  expect(
    await refusalOf(hub.as('auditor', { now }).indicators.board({ year: '2021-22', as_at: addDays(today, -1) })),
  ).toMatchObject({ code: 'FORBIDDEN' })
})

test('an auditor does not move along in the bundle of the hub, whose staff do', async () => {
  const hub = await aHub({ with_auditor: true })
  const folder = await mkdtemp(join(tmpdir(), 'bundle-'))

  const { written, left_out } = await exportBundle({ pool: hub.database.pool, hub_id: hub.hub_id, folder })

  const advisers = await readFile(join(folder, 'advisers.csv'), 'utf8')
  expect(advisers).toContain(`manager@${hub.slug}.example`)
  expect(advisers).not.toContain('auditor')
  expect([written['advisers.csv'], left_out['advisers.csv']]).toEqual([4, 0])
  await rm(folder, { recursive: true })
})
