import { randomUUID } from 'node:crypto'
import { BUNDLE } from '@hubline/domain/imports/bundle.ts'
import type { TRPCError } from '@trpc/server'
import { describe, expect, test } from 'vitest'
import { aCase } from '../../given/cases.ts'
import { anInteractionForm, countOf, refusalOf } from '../../given/forms.ts'
import { aHub } from '../../given/hub.ts'
import { aBusyBusiness } from '../../given/timeline.ts'

const aVoid = (kind: 'interaction' | 'business', id: string, version = 1) => ({
  request_id: randomUUID(),
  kind,
  id,
  version,
  reason: 'Entered twice',
})

describe('the page of a record', () => {
  test('is there for every kind that the bundle knows', async () => {
    const hub = await aHub()
    await aBusyBusiness(hub)
    const adviser = hub.as('adviser')
    const references: Partial<Record<(typeof BUNDLE)[number]['kind'], string>> = {
      interaction: 'I-1',
      enquiry: 'E-1',
      case: 'C-1',
      diagnostic: 'D-1',
      referral: 'R-1',
      skills_review: 'SR-1',
      course: 'CR-1',
      participation: 'T-1',
      event: 'EV-1',
      attendance: 'AT-1',
      grant_award: 'GR-1',
      outcome: 'O-1',
      survey: 'SV-1',
      survey_response: 'SVR-1',
      partner_support: 'PS-1',
      organisation: 'ORG-1',
      business_role: 'BR-1',
      hub: 'hub',
    }

    const read = BUNDLE.map(({ kind }) =>
      adviser.records.page({ kind, reference: references[kind] ?? 'none' }).catch((error: TRPCError) => error),
    )

    expect(await Promise.all(read)).toMatchObject(
      BUNDLE.map(({ kind, noun }) =>
        references[kind] === undefined
          ? { code: 'NOT_FOUND' }
          : { kind, noun, reference: references[kind], version: 1, voided: null },
      ),
    )
  })

  test('shows every fact by its type, and other records as links', async () => {
    const hub = await aHub()
    const { business, person } = await aBusyBusiness(hub)

    const page = await hub.as('adviser').records.page({ kind: 'interaction', reference: 'I-1' })

    const facts = Object.fromEntries(
      page.fields.map((field) => [field.column, field.link ?? [field.type, field.value]]),
    )
    expect(facts).toMatchObject({
      business_id: { kind: 'business', reference: business.reference, name: 'Amberwood Bakery Ltd' },
      person_id: { kind: 'person', reference: person.reference, name: 'Nadia Patel' },
      case_id: ['refers_to', null],
      occurred_on: ['day', '2022-01-20'],
      minutes: ['integer', 60],
      start_up_support: ['yes_no', null],
    })
    expect(page).toMatchObject({
      business: { reference: business.reference },
      person: { reference: person.reference },
      recorded_by: null,
    })
  })

  test('gives money in whole pence and what a record is called', async () => {
    const hub = await aHub()
    await aBusyBusiness(hub)
    const adviser = hub.as('adviser')

    const grant = await adviser.records.page({ kind: 'grant_award', reference: 'GR-1' })

    expect(grant.fields.find((field) => field.column === 'amount_pence')).toMatchObject({
      type: 'money',
      value: 500_000,
    })
    expect((await adviser.records.page({ kind: 'event', reference: 'EV-1' })).title).toBe('Selling abroad')
  })

  test('is not there for the other hub, nor is its history', async () => {
    const [ours, theirs] = [await aHub(), await aHub()]
    await aBusyBusiness(ours)
    const stranger = theirs.as('admin')

    await expect(stranger.records.page({ kind: 'interaction', reference: 'I-1' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(stranger.records.history({ kind: 'interaction', reference: 'I-1' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('voiding', () => {
  test('takes an interaction out of the timeline and keeps it readable with the reason', async () => {
    const hub = await aHub()
    const business = await hub.aBusiness()
    const { id, reference } = await hub.as('adviser').interactions.log(anInteractionForm({ business_id: business.id }))

    await hub.as('manager').records.void(aVoid('interaction', id))

    expect((await hub.as('adviser').businesses.page({ reference: business.reference })).timeline.entries).toEqual([])
    const page = await hub.as('adviser').records.page({ kind: 'interaction', reference })
    expect(page).toMatchObject({ version: 2, voided: { by: `manager of ${hub.slug}`, reason: 'Entered twice' } })
    const { versions } = await hub.as('adviser').records.history({ kind: 'interaction', reference })
    expect(versions.map(({ version, voided, void_reason }) => [version, voided, void_reason])).toEqual([
      [2, true, 'Entered twice'],
      [1, false, null],
    ])
  })

  test('sent eight times at once happens once', async () => {
    const hub = await aHub()
    const business = await hub.aBusiness()
    const { id } = await hub.as('adviser').interactions.log(anInteractionForm({ business_id: business.id }))
    const form = aVoid('interaction', id)

    const replies = await Promise.all(Array.from({ length: 8 }, () => hub.as('manager').records.void(form)))

    expect(new Set(replies.map((reply) => reply.version))).toEqual(new Set([2]))
    expect(await countOf(hub, 'history')).toBe(1)
  })

  test('is refused to an adviser, without a reason, from a stale form, twice, and from the other hub', async () => {
    const [hub, other] = [await aHub(), await aHub()]
    const business = await hub.aBusiness()
    const { id } = await hub.as('adviser').interactions.log(anInteractionForm({ business_id: business.id }))
    const { void: voiding } = hub.as('manager').records

    expect(await refusalOf(hub.as('adviser').records.void(aVoid('interaction', id)))).toMatchObject({
      code: 'not_allowed',
    })
    expect(await refusalOf(voiding({ ...aVoid('interaction', id), reason: ' ' }))).toMatchObject({
      code: 'invalid',
      field: 'reason',
    })
    expect(await refusalOf(other.as('manager').records.void(aVoid('interaction', id)))).toMatchObject({
      code: 'not_found',
    })
    expect(await countOf(hub, 'history')).toBe(0)
    await hub.as('adviser').interactions.correct({ request_id: randomUUID(), id, version: 1, minutes: 50 })
    expect(await refusalOf(voiding(aVoid('interaction', id)))).toMatchObject({ code: 'stale' })
    await voiding(aVoid('interaction', id, 2))
    expect((await refusalOf(voiding(aVoid('interaction', id, 3)))).sentence).toMatch(/voided this interaction/)
  })

  test('a business that has records is refused, saying how many', async () => {
    const hub = await aHub()
    const business = await hub.aBusiness()
    await aCase(hub, business)

    expect((await refusalOf(hub.as('manager').records.void(aVoid('business', business.id)))).sentence).toContain(
      'has 1 record',
    )
  })
})

test('the history tells other records by their names, newest version first', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness()
  const case_id = await aCase(hub, business, { reference: 'C-1' })
  await hub
    .as('manager')
    .cases.reassign({ request_id: randomUUID(), cases: [{ id: case_id, version: 1 }], owner_id: hub.advisers.manager })
  await hub
    .as('manager')
    .cases.setNextStep({ request_id: randomUUID(), id: case_id, version: 2, next_step: 'Visit', next_on: '2022-04-05' })

  const { versions } = await hub.as('adviser').records.history({ kind: 'case', reference: 'C-1' })

  expect(
    versions.map(({ version, changes }) => [version, changes.map(({ column, from, to }) => [column, from, to])]),
  ).toEqual([
    [
      3,
      [
        ['next_step', null, 'Visit'],
        ['next_on', null, '2022-04-05'],
      ],
    ],
    [2, [['owner_id', `adviser of ${hub.slug}`, `manager of ${hub.slug}`]]],
    [1, []],
  ])
})

test('a record that an import wrote has nobody’s name on it', async () => {
  const hub = await aHub()
  await hub.inside((tx) =>
    tx.insertInto('programme').values({ hub_id: hub.hub_id, name: 'Growth grants', reference: 'PRG-1' }).execute(),
  )

  const { versions } = await hub.as('adviser').records.history({ kind: 'programme', reference: 'PRG-1' })

  expect(versions).toMatchObject([{ version: 1, by: null, changes: [] }])
})
