import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { aCase } from '../../given/cases.ts'
import { countOf, refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'

const sent = (id: string, version = 1) => ({ request_id: randomUUID(), id, version })
const theCase = (hub: TestHub, id: string) =>
  hub.inside((tx) =>
    tx.selectFrom('case').selectAll().where('hub_id', '=', hub.hub_id).where('id', '=', id).executeTakeFirstOrThrow(),
  )

test('a case is opened by its owner, with a reference of the year', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness()
  const form = {
    ...sent(randomUUID()),
    business_id: business.id,
    kind: 'growth' as const,
    opened_on: '2022-03-30',
    next_step: 'Send the diagnostic',
    next_on: '2022-04-05',
  }

  const { id, reference } = await hub.as('adviser').cases.open(form)

  expect(reference).toBe('C-2122-00001')
  expect(await theCase(hub, id)).toMatchObject({
    owner_id: hub.advisers.adviser,
    status: 'open',
    next_step: 'Send the diagnostic',
    next_on: '2022-04-05',
  })
})

test.each([
  ['in the future', { opened_on: '2022-04-01' }, 'opened_on'],
  ['for nobody', { business_id: null }, 'client'],
])('a case cannot be opened %s', async (_, facts, field) => {
  const hub = await aHub()
  const business = await hub.aBusiness()

  const refusal = await refusalOf(
    hub.as('adviser').cases.open({
      ...sent(randomUUID()),
      business_id: business.id,
      kind: 'growth',
      opened_on: '2022-03-30',
      ...facts,
    }),
  )

  expect(refusal).toMatchObject({ code: 'invalid', field })
  expect(await countOf(hub, 'case')).toBe(0)
})

test('a next step is set and taken away', async () => {
  const hub = await aHub()
  const id = await aCase(hub, await hub.aBusiness())

  await hub.as('adviser').cases.setNextStep({ ...sent(id), next_step: 'Call back', next_on: '2022-04-05' })
  expect(await theCase(hub, id)).toMatchObject({ next_step: 'Call back', next_on: '2022-04-05' })
  await hub.as('adviser').cases.setNextStep({ ...sent(id, 2), next_step: '', next_on: '' })

  expect(await theCase(hub, id)).toMatchObject({ next_step: null, next_on: null, version: 3 })
})

test('a stale next step is told who changed it', async () => {
  const hub = await aHub()
  const id = await aCase(hub, await hub.aBusiness())
  await hub.as('manager').cases.setNextStep({ ...sent(id), next_step: 'Visit' })

  expect(await refusalOf(hub.as('adviser').cases.setNextStep({ ...sent(id), next_step: 'Call back' }))).toEqual({
    code: 'stale',
    sentence: `manager of ${hub.slug} changed the next step just now: reload to see it; your text is kept`,
  })
})

describe('the status of a case', () => {
  test('moves along, and a closed case says when and why', async () => {
    const hub = await aHub()
    const id = await aCase(hub, await hub.aBusiness())
    const change = hub.as('adviser').cases.changeStatus

    await change({ ...sent(id), status: 'in_delivery' })
    await change({ ...sent(id, 2), status: 'closed', closed_on: '2022-03-31', close_reason: 'goals_met' })

    expect(await theCase(hub, id)).toMatchObject({
      status: 'closed',
      closed_on: '2022-03-31',
      close_reason: 'goals_met',
    })
  })

  test('is opened again without its closing', async () => {
    const hub = await aHub()
    const id = await aCase(hub, await hub.aBusiness(), { status: 'closed' })

    await hub.as('adviser').cases.changeStatus({ ...sent(id), status: 'open' })

    expect(await theCase(hub, id)).toMatchObject({ status: 'open', closed_on: null, close_reason: null })
  })

  test.each([
    ['without a day', { status: 'closed' as const, close_reason: 'goals_met' as const }, 'closed_on'],
    ['without a reason', { status: 'closed' as const, closed_on: '2022-03-31' }, 'close_reason'],
    [
      'in the future',
      { status: 'closed' as const, closed_on: '2022-04-01', close_reason: 'goals_met' as const },
      'closed_on',
    ],
    [
      'before it opened',
      { status: 'closed' as const, closed_on: '2021-11-30', close_reason: 'goals_met' as const },
      'closed_on',
    ],
    ['to where it stands', { status: 'open' as const }, 'status'],
  ])('cannot move %s', async (_, move, field) => {
    const hub = await aHub()
    const id = await aCase(hub, await hub.aBusiness())

    expect(await refusalOf(hub.as('adviser').cases.changeStatus({ ...sent(id), ...move }))).toMatchObject({
      code: 'invalid',
      field,
    })
    expect(await theCase(hub, id)).toMatchObject({ status: 'open', version: 1 })
  })

  test('cannot go from closed into delivery', async () => {
    const hub = await aHub()
    const id = await aCase(hub, await hub.aBusiness(), { status: 'closed' })

    expect(
      (await refusalOf(hub.as('adviser').cases.changeStatus({ ...sent(id), status: 'in_delivery' }))).sentence,
    ).toContain('open it again first')
  })
})

describe('cases are given to a colleague', () => {
  test('by a manager, many at once', async () => {
    const hub = await aHub()
    const business = await hub.aBusiness()
    const ids = [await aCase(hub, business), await aCase(hub, business)]
    const form = {
      request_id: randomUUID(),
      cases: ids.map((id) => ({ id, version: 1 })),
      owner_id: hub.advisers.skills_broker,
    }

    expect(await hub.as('manager').cases.reassign(form)).toEqual({ reassigned: 2 })
    expect(await hub.as('manager').cases.reassign(form)).toEqual({ reassigned: 2 })

    for (const id of ids)
      expect(await theCase(hub, id)).toMatchObject({ owner_id: hub.advisers.skills_broker, version: 2 })
  })

  test('all or none: one that changed meanwhile holds the others', async () => {
    const hub = await aHub()
    const business = await hub.aBusiness()
    const [still, changed] = [await aCase(hub, business), await aCase(hub, business)]
    await hub.as('adviser').cases.setNextStep({ ...sent(changed), next_step: 'Call' })

    const refusal = await refusalOf(
      hub.as('manager').cases.reassign({
        request_id: randomUUID(),
        cases: [still, changed].map((id) => ({ id, version: 1 })),
        owner_id: hub.advisers.skills_broker,
      }),
    )

    expect(refusal.code).toBe('stale')
    expect(await theCase(hub, still)).toMatchObject({ owner_id: hub.advisers.adviser, version: 1 })
  })

  test('two who give the same cases away in opposite orders do not wait for each other', async () => {
    const hub = await aHub()
    const business = await hub.aBusiness()
    const cases = (await Promise.all(Array.from({ length: 8 }, () => aCase(hub, business)))).map((id) => ({
      id,
      version: 1,
    }))
    const give = (given: typeof cases) =>
      hub.as('manager').cases.reassign({
        request_id: randomUUID(),
        cases: given,
        owner_id: hub.advisers.skills_broker,
      })

    const results = await Promise.allSettled([give(cases), give(cases.toReversed()), give(cases)])

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []))
    expect(refused).toMatchObject(Array.from({ length: 2 }, () => ({ code: 'CONFLICT' })))
  })

  test('not by an adviser, and not to someone of another hub', async () => {
    const [ours, theirs] = [await aHub(), await aHub()]
    const id = await aCase(ours, await ours.aBusiness())
    const form = (owner_id: string) => ({ request_id: randomUUID(), cases: [{ id, version: 1 }], owner_id })

    expect(await refusalOf(ours.as('adviser').cases.reassign(form(ours.advisers.manager)))).toMatchObject({
      code: 'not_allowed',
    })
    expect(await refusalOf(ours.as('manager').cases.reassign(form(theirs.advisers.adviser)))).toMatchObject({
      code: 'invalid',
      field: 'owner_id',
    })
    expect(await refusalOf(theirs.as('manager').cases.reassign(form(theirs.advisers.adviser)))).toMatchObject({
      code: 'not_found',
    })
    expect(await theCase(ours, id)).toMatchObject({ owner_id: ours.advisers.adviser, version: 1 })
  })
})
