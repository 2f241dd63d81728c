import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPdf, attach } from '../../given/documents.ts'
import { refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aRecord } from '../../given/records.ts'
import { aServer } from '../../security/listening.ts'

const VISIT = { kind: 'advice_session', channel: 'video', occurred_on: '2021-06-02', minutes: 60 } as const
const MB = 1024 * 1024

async function aVisit(limits: { documents_bytes?: number } = {}) {
  const hub = await aHub()
  const { id: business_id } = await hub.aBusiness()
  const record_id = await aRecord(hub, 'interaction', { business_id, ...VISIT })
  const { url } = await aServer(hub.database, limits)
  return { hub, business_id, record_id, url }
}

const saidOf = async (answer: Response) => [
  answer.status,
  answer.ok ? '' : ((await answer.json()) as { error: { message: string } }).error.message,
]

test('the documents of a hub hold what its server gives them, withdrawn ones too, and no hub has the room of another', async () => {
  const { hub, record_id, url } = await aVisit({ documents_bytes: 3 * MB })
  const other = await aHub({ database: hub.database })
  const elsewhere = await aRecord(other, 'interaction', { business_id: (await other.aBusiness()).id, ...VISIT })
  const id = randomUUID()
  const send = async (size: number, from: TestHub = hub, of = record_id) =>
    saidOf(
      await attach(url, aPdf(size), { token: from.tokens.adviser, record_id: of, ...(size === 2 * MB ? { id } : {}) }),
    )

  expect(await send(2 * MB)).toEqual([201, ''])
  // Sent again, as where its answer was lost, it is there and needs no more room.
  expect(await send(2 * MB)).toEqual([201, ''])
  await hub.as('adviser').documents.withdraw({ request_id: randomUUID(), id, version: 1, reason: 'Twice' })
  expect(await send(MB + 1)).toEqual([
    400,
    'There is no room for a document of this interaction: those of your hub hold 2 MB of 3 MB. Ask whoever runs the server for more',
  ])
  expect(await send(MB)).toEqual([201, ''])
  expect(await send(MB, other, elsewhere)).toEqual([201, ''])
})

test('the documents of a record hold 200 MB at most, withdrawn ones too', async () => {
  const { hub, record_id, url } = await aVisit()
  const ten = Array.from({ length: 10 }, (_, at) => ({
    name: `Part ${at}.pdf`,
    media_type: 'application/pdf' as const,
    size: 20 * MB,
    sha256: '0'.repeat(64),
    attached_by: hub.advisers.adviser,
    interaction_id: record_id,
  }))
  const ids = []
  for (const document of ten) ids.push(await aRecord(hub, 'document', document))
  for (const id of ids.slice(1))
    await hub.as('adviser').documents.withdraw({ request_id: randomUUID(), id, version: 1, reason: 'Twice' })

  expect(await saidOf(await attach(url, aPdf(), { token: hub.tokens.adviser, record_id }))).toEqual([
    400,
    'The documents of this interaction, withdrawn ones too, would hold more than 200 MB: attach smaller files',
  ])
})

test('nothing is attached to a record of a person who was erased', async () => {
  const { hub, business_id, url } = await aVisit()
  const person = await hub.aPerson()
  const record_id = await aRecord(hub, 'interaction', { person_id: person.id, ...VISIT })
  const review = await aRecord(hub, 'skills_review', {
    business_id,
    offered_to_id: person.id,
    offered_on: '2021-06-02',
    status: 'offered',
  })
  const erased = { id: person.id, version: 1, reason: 'asked', typed: person.reference } as const
  await hub.as('manager').people.erase({ request_id: randomUUID(), ...erased })

  for (const [kind, of] of [
    ['interaction', record_id],
    ['skills_review', review],
  ] as const)
    expect(await saidOf(await attach(url, aPdf(), { token: hub.tokens.manager, kind, record_id: of }))).toEqual([
      400,
      expect.stringMatching(/^The person of this .* was erased: no document about them is kept any more$/),
    ])
})

test('a document is withdrawn by whoever attached it or by those who lead, not by a colleague', async () => {
  const { hub, record_id, url } = await aVisit()
  const [mine, yours] = [randomUUID(), randomUUID()]
  for (const id of [mine, yours]) await attach(url, aPdf(), { token: hub.tokens.adviser, record_id, id })
  const withdraw = (as: 'adviser' | 'skills_broker' | 'manager', id: string) =>
    hub.as(as).documents.withdraw({ request_id: randomUUID(), id, version: 1, reason: 'Of another visit' })
  const shown = async (as: 'adviser' | 'skills_broker') =>
    (await hub.as(as).documents.of({ kind: 'interaction', record_id })).map(({ is_mine }) => is_mine)

  expect([await shown('adviser'), await shown('skills_broker')]).toEqual([
    [true, true],
    [false, false],
  ])
  expect(await refusalOf(withdraw('skills_broker', mine))).toMatchObject({
    code: 'not_allowed',
    sentence: 'A document is withdrawn by whoever attached it, or by a manager: ask one of them',
  })
  await withdraw('adviser', mine)
  await withdraw('manager', yours)
})
