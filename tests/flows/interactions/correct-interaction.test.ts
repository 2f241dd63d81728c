import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { anInteractionForm, countOf, refusalOf } from '../../given/forms.ts'
import { aHub } from '../../given/hub.ts'

test('a correction changes what was sent and keeps the former version with who and what', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness()
  const { id, reference } = await hub
    .as('adviser')
    .interactions.log(anInteractionForm({ business_id: business.id, minutes: 45 }))

  const { version } = await hub
    .as('manager')
    .interactions.correct({ request_id: randomUUID(), id, version: 1, minutes: 60 })

  const { versions } = await hub.as('adviser').records.history({ kind: 'interaction', reference })
  expect(version).toBe(2)
  expect(versions).toMatchObject([
    {
      version: 2,
      by: `manager of ${hub.slug}`,
      voided: false,
      changes: [{ column: 'minutes', label: 'Minutes', type: 'integer', from: 45, to: 60 }],
    },
    { version: 1, by: `adviser of ${hub.slug}`, voided: false, changes: [] },
  ])
})

test('a correction to a day that has not come, to nobody, or from a stale form is refused', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness()
  const { id } = await hub.as('adviser').interactions.log(anInteractionForm({ business_id: business.id }))
  const correct = hub.as('adviser').interactions.correct

  expect(
    await refusalOf(correct({ request_id: randomUUID(), id, version: 1, occurred_on: '2022-04-01' })),
  ).toMatchObject({ code: 'invalid', field: 'occurred_on' })
  expect(await refusalOf(correct({ request_id: randomUUID(), id, version: 1, business_id: null }))).toMatchObject({
    code: 'invalid',
    field: 'client',
  })
  expect(await countOf(hub, 'history')).toBe(0)
  await correct({ request_id: randomUUID(), id, version: 1, minutes: 50 })
  expect(await refusalOf(correct({ request_id: randomUUID(), id, version: 1, minutes: 55 }))).toMatchObject({
    code: 'stale',
  })
})

test('the form opens with what the adviser used last, and the clients of own open cases', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness()
  const adviser = hub.as('adviser')
  expect(await adviser.interactions.defaults()).toMatchObject({
    kind: 'advice_session',
    channel: 'telephone',
    minutes: 30,
    occurred_on: '2022-03-31',
    suggestions: [],
  })

  await adviser.interactions.log({
    ...anInteractionForm({ business_id: business.id, minutes: 90 }),
    channel: 'video',
    kind: 'mentoring',
  })
  const opened = await adviser.cases.open({
    request_id: randomUUID(),
    id: randomUUID(),
    business_id: business.id,
    kind: 'growth',
    opened_on: '2022-03-01',
    next_step: 'Call back',
  })

  expect(await adviser.interactions.defaults()).toMatchObject({
    kind: 'mentoring',
    channel: 'video',
    minutes: 90,
    suggestions: [
      { kind: 'business', reference: business.reference, case_reference: opened.reference, next_step: 'Call back' },
    ],
  })
  expect(await adviser.interactions.about({ business_id: business.id })).toMatchObject({
    minutes_this_year: 90,
    last_contact_on: '2022-03-31',
    year: '2021-22',
    open_cases: [{ reference: opened.reference, mine: true }],
  })
  expect((await hub.as('manager').interactions.defaults()).suggestions).toEqual([])
})
