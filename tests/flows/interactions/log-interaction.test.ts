import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { anInteractionForm, countOf, refusalOf } from '../../given/forms.ts'
import { type Made, type TestHub, aHub } from '../../given/hub.ts'
import { aRecord } from '../../given/records.ts'

const aCase = (
  hub: TestHub,
  client: Made,
  facts: { reference?: string; owner_id?: string; status?: 'open' | 'closed' } = {},
) =>
  aRecord(hub, 'case', {
    hub_id: hub.hub_id,
    business_id: client.id,
    kind: 'growth',
    opened_on: '2021-12-01',
    status: 'open',
    owner_id: hub.advisers.adviser,
    ...facts,
  })

const theCase = async (hub: TestHub, id: string) =>
  hub.inside((tx) =>
    tx
      .selectFrom('case')
      .select(['next_step', 'next_on', 'version'])
      .where('hub_id', '=', hub.hub_id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )

test('an interaction is logged by whoever signs in, with a reference of its year', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness()

  const { reference } = await hub
    .as('adviser')
    .interactions.log(anInteractionForm({ business_id: business.id, notes: 'Talked about growth' }))

  expect(reference).toBe('I-2122-00001')
  const page = await hub.as('manager').businesses.page({ reference: business.reference })
  expect(page.timeline.entries).toMatchObject([
    {
      kind: 'interaction',
      what: 'advice_session',
      minutes: 45,
      channel: 'telephone',
      who: `adviser of ${hub.slug}`,
      note: 'Talked about growth',
      counts: true,
    },
  ])
})

test('an interaction on 1 April takes its reference from the new year', async () => {
  const hub = await aHub({ now: new Date('2022-04-02T11:00:00Z') })
  const business = await hub.aBusiness()

  const { reference } = await hub
    .as('adviser')
    .interactions.log(anInteractionForm({ business_id: business.id, occurred_on: '2022-04-01' }))

  expect(reference).toBe('I-2223-00001')
})

describe('refused, with nothing left behind:', () => {
  test.each([
    [
      'an interaction of tomorrow',
      { occurred_on: '2022-04-01' },
      'occurred_on',
      'The interaction is dated in the future: enter the day on which it took place',
    ],
    ['minutes over 600', { minutes: 601 }, 'minutes', 'Enter the minutes as a whole number from 0 to 600'],
    ['minutes under 0', { minutes: -1 }, 'minutes', 'Enter the minutes as a whole number from 0 to 600'],
    ['half a minute', { minutes: 0.5 }, 'minutes', 'Enter the minutes as a whole number from 0 to 600'],
    [
      'a day that the calendar does not have',
      { occurred_on: '2022-02-30' },
      'occurred_on',
      'Enter the date of the interaction, like 17/05/2021',
    ],
    ['a day for a next step that is not said', { next_on: '2022-04-05' }, 'next_step', 'Say what the next step is'],
    [
      'a next step where there is no case',
      { next_step: 'Call back' },
      'next_step',
      'You have no open case for this client: open one, or take the next step out',
    ],
  ])('%s', async (_, facts, field, sentence) => {
    const hub = await aHub()
    const business = await hub.aBusiness()

    expect(
      await refusalOf(hub.as('adviser').interactions.log(anInteractionForm({ business_id: business.id, ...facts }))),
    ).toEqual({ code: 'invalid', field, sentence })
    expect([await countOf(hub, 'interaction'), await countOf(hub, 'reference_counter')]).toEqual([0, 0])
  })

  test('one with nobody', async () => {
    const hub = await aHub()

    expect(await refusalOf(hub.as('adviser').interactions.log(anInteractionForm()))).toMatchObject({
      code: 'invalid',
      field: 'client',
    })
  })

  test('one with a business of another hub', async () => {
    const [ours, theirs] = [await aHub(), await aHub()]
    const stranger = await theirs.aBusiness()

    const refusal = await refusalOf(
      ours.as('adviser').interactions.log(anInteractionForm({ business_id: stranger.id })),
    )

    expect(refusal).toMatchObject({
      code: 'invalid',
      sentence: 'That business is not in your hub: choose it again',
      field: 'client',
    })
    expect([await countOf(ours, 'interaction'), await countOf(theirs, 'interaction')]).toEqual([0, 0])
  })

  test('one with a voided business', async () => {
    const hub = await aHub()
    const { id } = await hub.aBusiness()
    await hub
      .as('manager')
      .records.void({ request_id: randomUUID(), kind: 'business', id, version: 1, reason: 'Entered twice' })

    expect(await refusalOf(hub.as('adviser').interactions.log(anInteractionForm({ business_id: id })))).toMatchObject({
      field: 'client',
    })
  })

  test('one on the case of another client', async () => {
    const hub = await aHub()
    const [business, other] = [await hub.aBusiness(), await hub.aBusiness()]
    const case_id = await aCase(hub, other)

    expect(
      await refusalOf(hub.as('adviser').interactions.log(anInteractionForm({ business_id: business.id, case_id }))),
    ).toMatchObject({
      field: 'case_id',
      sentence: 'That case is not of this client: choose one of theirs',
    })
  })
})

describe('the next step', () => {
  test('goes to the client’s only open case that the adviser owns', async () => {
    const hub = await aHub()
    const business = await hub.aBusiness()
    const mine = await aCase(hub, business, { reference: 'C-1' })
    const other = await aCase(hub, business, { owner_id: hub.advisers.manager })

    const reply = await hub
      .as('adviser')
      .interactions.log(anInteractionForm({ business_id: business.id, next_step: 'Call back', next_on: '2022-04-05' }))

    expect(reply.next_step_on_case).toBe('C-1')
    expect(await theCase(hub, mine)).toEqual({ next_step: 'Call back', next_on: '2022-04-05', version: 2 })
    expect((await theCase(hub, other)).next_step).toBeNull()
  })

  test('goes to the case that is named, and where there are two it must be', async () => {
    const hub = await aHub()
    const business = await hub.aBusiness()
    await aCase(hub, business)
    const second = await aCase(hub, business)
    const form = anInteractionForm({ business_id: business.id, next_step: 'Call back' })

    expect(await refusalOf(hub.as('adviser').interactions.log(form))).toMatchObject({
      field: 'next_step',
      sentence: 'Choose the case that the next step belongs to',
    })
    await hub.as('adviser').interactions.log({ ...form, request_id: randomUUID(), case_id: second })

    expect((await theCase(hub, second)).next_step).toBe('Call back')
    expect(await countOf(hub, 'interaction')).toBe(1)
  })
})

test('an interaction sent twice, and eight times at once, is logged once', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness()
  const form = anInteractionForm({ business_id: business.id })

  const replies = await Promise.all(Array.from({ length: 8 }, () => hub.as('adviser').interactions.log(form)))

  expect(await hub.as('adviser').interactions.log(form)).toEqual(replies[0])
  expect(new Set(replies.map((reply) => reply.reference)).size).toBe(1)
  expect(await countOf(hub, 'interaction')).toBe(1)
})

test('an interaction kept on a device and sent again under another request is still logged once', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness()
  const form = anInteractionForm({ business_id: business.id })
  await hub.as('adviser').interactions.log(form)

  expect(await refusalOf(hub.as('adviser').interactions.log({ ...form, request_id: randomUUID() }))).toMatchObject({
    sentence: 'That record was saved already',
  })
  expect(await countOf(hub, 'interaction')).toBe(1)
})
