import { randomUUID } from 'node:crypto'
import type { ProvenKind } from '@hubline/domain/documents/attach-document.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aPdf, attach, fetchDocument } from '../../given/documents.ts'
import { anEvent } from '../../given/events.ts'
import { refusalOf } from '../../given/forms.ts'
import { type Made, type TestHub, aHub } from '../../given/hub.ts'
import { noted } from '../../given/noted.ts'
import { aRecord } from '../../given/records.ts'
import { aServer } from '../../security/listening.ts'

/** Somebody who came to an event, asked, answered a survey and was offered a review; each of these has a document. */
async function aDocumentedPerson() {
  const hub = await aHub()
  const person = await hub.aPerson({ given_name: 'Zettie', family_name: 'Quillfeather', email: 'zq@canary.example' })
  const { id: business_id } = await hub.aBusiness()
  const [event, other] = [await anEvent(hub), await anEvent(hub)]
  const person_id = person.id
  const visit = { kind: 'advice_session', channel: 'video', occurred_on: '2021-06-02', minutes: 60 } as const
  const survey_id = await aRecord(hub, 'survey', {
    family: 'satisfaction',
    title: 'Summer',
    fieldwork_from: '2021-06-01',
  })
  const offered = { business_id, offered_to_id: person_id, offered_on: '2021-06-02', status: 'offered' } as const
  const records = {
    enquiry: await aRecord(hub, 'enquiry', { person_id, received_on: '2021-06-01', status: 'new' }),
    survey_response: await aRecord(hub, 'survey_response', {
      survey_id,
      person_id,
      submitted_on: '2021-07-01',
      valid: true,
    }),
    skills_review: await aRecord(hub, 'skills_review', offered),
    event: event.id,
    other: other.id,
    visit: await aRecord(hub, 'interaction', { business_id, ...visit }),
  }
  await aRecord(hub, 'attendance', { event_id: event.id, person_id, status: 'attended' })
  const { url } = await aServer(hub.database)
  const put = async (kind: ProvenKind, record_id: string, name = 'Proof.pdf') => {
    const id = randomUUID()
    const token = hub.tokens.adviser
    expect((await attach(url, aPdf(), { token, kind, record_id, id, name })).status).toBe(201)
    return id
  }
  return { hub, person, event, records, put, url }
}

const erase = (hub: TestHub, { id, reference }: Made, version = 1) =>
  hub.as('manager').people.erase({ request_id: randomUUID(), id, version, reason: 'asked', typed: reference })
const looks = (hub: TestHub, { id }: Made) => hub.as('manager').documents.toLookThrough({ person_id: id })

test('who is erased takes their documents along; of those of others too, somebody says whether they are named', async () => {
  const { hub, person, event, records, put, url } = await aDocumentedPerson()
  const theirs = [
    await put('enquiry', records.enquiry),
    await put('survey_response', records.survey_response),
    await put('skills_review', records.skills_review),
  ]
  const sheet = await put('event', records.event, 'Sign-in.pdf')
  const called = await put('interaction', records.visit, 'Talk with zettie QUILLFEATHER.pdf')
  const [strange, plain] = [await put('event', records.other), await put('interaction', records.visit)]
  const status = async (id: string) => (await fetchDocument(url, id, hub.tokens.manager)).status

  expect(await erase(hub, person)).toMatchObject({ to_look_through: 2 })

  expect(await Promise.all(theirs.map(status))).toEqual([404, 404, 404])
  expect(await Promise.all([sheet, called, strange, plain].map(status))).toEqual([200, 200, 200, 200])
  const list = await looks(hub, person)
  expect(list).toMatchObject([
    { document_id: sheet, name: 'Sign-in.pdf', record: { kind: 'event', reference: event.reference }, found: null },
    { document_id: called, record: { kind: 'interaction' }, found: null, is_left: true },
  ])
  const erasure_id = list[0]?.erasure_id ?? ''
  const say = (document_id: string, found: 'nothing' | 'theirs') =>
    hub.as('manager').documents.lookThrough({ request_id: randomUUID(), erasure_id, document_id, found })
  await say(sheet, 'nothing')
  await say(called, 'theirs')

  expect(await Promise.all([sheet, called].map(status))).toEqual([200, 404])
  expect(await looks(hub, person)).toMatchObject([
    { document_id: sheet, found: 'nothing', looked_by: `manager of ${hub.slug}`, is_left: true },
    { document_id: called, name: 'Erased document', found: 'theirs', is_left: false },
  ])
  const { rows } = await hub.database.owner.query(
    `select 1 from app.history where hub_id = $1 and kind = 'document' and row::text ~* 'quillfeather'`,
    [hub.hub_id],
  )
  expect(rows).toEqual([])
  expect((await noted(hub)).filter((what) => what === 'document.looked_through')).toHaveLength(2)
  // Said once.
  expect(await refusalOf(say(sheet, 'theirs'))).toMatchObject({ code: 'not_found' })
  expect(await status(sheet)).toBe(200)
})

test('only those who lead the hub look through, only its own, and only what an erasure left', async () => {
  const { hub, person, records, put } = await aDocumentedPerson()
  const other = await aHub({ database: hub.database })
  const sheet = await put('event', records.event)
  const plain = await put('interaction', records.visit)
  await erase(hub, person)
  const [look] = await looks(hub, person)
  const say = (from: TestHub, role: 'adviser' | 'manager', document_id = sheet) =>
    from.as(role).documents.lookThrough({
      request_id: randomUUID(),
      erasure_id: look?.erasure_id ?? '',
      document_id,
      found: 'theirs',
    })

  expect(await refusalOf(say(hub, 'adviser'))).toMatchObject({ code: 'not_allowed' })
  expect(await refusalOf(say(other, 'manager'))).toMatchObject({ code: 'not_found' })
  expect(await refusalOf(say(hub, 'manager', plain))).toMatchObject({ code: 'not_found' })
  expect(await looks(other, person)).toEqual([])
  // The door of the database itself opens for nothing else.
  await hub.inside(async (tx) => {
    const { rows } = await sql<{ done: boolean }>`select app.erase_document(${plain}) as done`.execute(tx)
    expect(rows).toEqual([{ done: false }])
  })
  expect(await looks(hub, person)).toMatchObject([{ document_id: sheet, found: null, is_left: true }])
})

test('documents under a former name or an old address are looked through too, and those of the parts of their project', async () => {
  const { hub, person, records, put } = await aDocumentedPerson()
  const former = await put('interaction', records.visit, 'Zettie Quillfeather.pdf')
  const sheet = await put('event', records.other)
  const guest = { given_name: 'Zettie', family_name: 'Quillfeather', email: 'zq@canary.example' }
  const attendance_id = await aRecord(hub, 'attendance', { event_id: records.other, status: 'attended' })
  await aRecord(hub, 'registration', { ...guest, event_id: records.other, attendance_id })
  const capital_project_id = await aRecord(hub, 'capital_project', { name: 'Kiln yard' })
  const milestone = await aRecord(hub, 'capital_milestone', { capital_project_id, milestone: 'approved' })
  const funding = await aRecord(hub, 'capital_funding', {
    capital_project_id,
    source: 'lep',
    amount_pence: 100,
    state: 'forecast',
  })
  await aRecord(hub, 'outcome', {
    capital_project_id,
    person_id: person.id,
    kind: 'employment_entered',
    state: 'claimed',
    occurred_on: '2021-06-01',
  })
  const parts = [await put('capital_milestone', milestone), await put('capital_funding', funding)]
  const { version } = await hub.as('manager').people.change({
    request_id: randomUUID(),
    id: person.id,
    version: 1,
    given_name: 'Zephyrine',
    family_name: 'Oak',
    email: 'zo@canary.example',
  })

  const documents = hub.as('manager').documents
  const reason = 'Mrs Quillfeather asked'
  await documents.withdraw({ request_id: randomUUID(), id: former, version: 1, reason })
  expect(await erase(hub, person, version)).toMatchObject({ to_look_through: 4 })

  const list = await looks(hub, person)
  expect(list.map(({ document_id }) => document_id).toSorted()).toEqual([former, sheet, ...parts].toSorted())
  // Why it was withdrawn goes with its name, of both versions.
  const { erasure_id = '' } = list[0] ?? {}
  await documents.lookThrough({ request_id: randomUUID(), erasure_id, document_id: former, found: 'theirs' })
  const { rows } = await hub.database.owner.query(
    `select row ->> 'void_reason' as reason from app.history where hub_id = $1 and id = $2
    union all select void_reason from app.document where hub_id = $1 and id = $2`,
    [hub.hub_id, former],
  )
  expect(new Set(rows.map((row) => row.reason))).toEqual(new Set([null, 'Erased']))
})
