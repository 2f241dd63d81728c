import { firstDay, lastDay } from '@hubline/domain/years/year.ts'
import { excluded, exclusions } from '@hubline/reporting/pack/exclusion-sheet.ts'
import { keepRows } from '@hubline/reporting/pack/kept-rows.ts'
import { EVIDENCE, allEvidence } from '@hubline/reporting/pack/proof-sheets.ts'
import { scopeOf } from '@hubline/reporting/evidence.ts'
import { minutesSql } from '@hubline/reporting/pack/short-units.ts'
import { minutesInWords } from '@hubline/domain/minutes-in-words.ts'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aMeeting } from '../../given/cases.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aMergeForm } from '../../given/merges.ts'
import { aProgramme, aRecord, theYear } from '../../given/records.ts'

const YEAR = theYear('2021-22')

type Told = {
  record: string
  'record ref': string
  indicator: string | null
  'unit ref': string | null
  within: string | null
  reason: string
}

const told = (hub: TestHub, year = YEAR) =>
  hub.inside(async (tx) => {
    const scope = await scopeOf(tx, { hub_id: hub.hub_id, year })
    await keepRows(tx, { table: EVIDENCE, rows: allEvidence(scope) })
    await keepRows(tx, excluded(scope, year))
    return (await sql<Told>`${exclusions.rows(scope)} order by 1, 2, within, indicator`.execute(tx)).rows
  })

test('each record that a figure looks at and does not count says by which rule, and none that counts', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness()
  const of = async (id: Promise<string>, change: Record<string, unknown>) => {
    const found = await id
    if (Object.keys(change).length === 0) return found
    await hub.inside((tx) =>
      tx.updateTable('interaction').set(change).where('hub_id', '=', hub.hub_id).where('id', '=', found).execute(),
    )
    return found
  }
  const meeting = (on: string, change: Record<string, unknown> = {}) => of(aMeeting(hub, business, on), change)
  const reasons = new Map([
    [await meeting('2021-06-01'), []],
    [await meeting('2021-06-02', { kind: 'attempted_contact' }), ['not countable kind']],
    [await meeting('2021-06-03', { minutes: 0 }), ['no minutes']],
    [await meeting('2021-06-04', { evidence_level: 'none' }), ['no evidence']],
    [await meeting('2021-06-05', { kind: 'attempted_contact', minutes: 0 }), ['not countable kind']],
    [await meeting(firstDay(YEAR).replace('04-01', '03-20')), ['outside dates']],
    [await meeting('2021-02-20'), []],
    [await meeting(lastDay(YEAR).replace('03-31', '04-30')), ['outside dates']],
    [await meeting('2022-05-20'), []],
    [await meeting('2022-04-20', { minutes: 0 }), []],
    [await meeting('2021-06-06', { voided_at: new Date(), void_reason: 'Typed twice' }), ['voided']],
    [await aMeeting(hub, await hub.aBusiness({ district_code: 'E06000001' }), '2021-06-07'), ['out of area']],
  ])
  const claim = await aRecord(hub, 'outcome', {
    kind: 'job_created',
    business_id: business.id,
    state: 'verified',
    verified_by_id: hub.advisers.manager,
    verified_on: '2021-08-01',
    occurred_on: '2021-07-01',
    hours_per_week: '30',
    is_primary: false,
    evidence_level: 'documented',
  })
  reasons.set(claim, ['duplicate: not the primary claim'])
  const again = await hub.aBusiness()
  await hub.as('manager').businesses.merge(aMergeForm(business, again))

  const found = await told(hub)

  const { rows } = await hub.database.owner.query<{ id: string; reference: string }>(
    `select id, reference from app.interaction where hub_id = $1 union all select id, reference from app.outcome where hub_id = $1`,
    [hub.hub_id],
  )
  const said = rows.map(({ id, reference }) => [
    id,
    found.flatMap((row) =>
      row['record ref'] === reference && /businesses_supported|jobs_created|^$/.test(row.indicator ?? '')
        ? [row.reason]
        : [],
    ),
  ])
  expect(new Map(said as [string, string[]][])).toEqual(new Map([...reasons].toSorted(byPlaceIn(rows))))
  expect(found.filter(({ reason }) => reason === 'duplicate: merged')).toMatchObject([
    { record: 'business', 'record ref': again.reference, 'unit ref': business.reference },
  ])
})

const byPlaceIn =
  (rows: readonly { id: string }[]) =>
  ([one]: [string, unknown], [other]: [string, unknown]) =>
    rows.findIndex(({ id }) => id === one) - rows.findIndex(({ id }) => id === other)

describe('a unit whose records pass every rule', () => {
  const NEXT = theYear('2022-23')
  let hub: TestHub
  const short = async (unit: { reference: string }, year = YEAR) =>
    (await told(hub, year)).flatMap((row) =>
      row['unit ref'] === unit.reference ? [[row.indicator, row.within, row['record ref'], row.reason]] : [],
    )
  const erdf = (reference: string) =>
    aProgramme(hub, {
      reference,
      framework: 'erdf',
      definition_version: 3,
      starts_on: '2021-04-01',
      ends_on: '2023-03-31',
    })
  const registered = async (incorporated_on: string) => {
    const business = await hub.aBusiness()
    await hub.inside((tx) =>
      tx.updateTable('business').set({ incorporated_on }).where('id', '=', business.id).execute(),
    )
    return business
  }
  const advice = async (business_id: string, programme_id: string, on: string, minutes: number) => {
    const id = await aRecord(hub, 'interaction', {
      kind: 'advice_session',
      channel: 'video',
      business_id,
      programme_id,
      occurred_on: on,
      minutes,
      evidence_level: 'verified',
    })
    const { reference } = await hub.inside((tx) =>
      tx.selectFrom('interaction').select('reference').where('id', '=', id).executeTakeFirstOrThrow(),
    )
    return reference
  }
  beforeAll(async () => {
    hub = await aHub()
  })

  test('falls short of a threshold by its last record, of the programmes in which it has begun alone', async () => {
    const business = await registered('2021-03-01')
    const [one, two] = [await erdf('ONE'), await erdf('TWO')]
    await erdf('NOT-BEGUN')
    await aRecord(hub, 'diagnostic', {
      business_id: business.id,
      completed_on: '2021-05-01',
      evidence_level: 'verified',
    })
    await advice(business.id, one, '2021-05-04', 60)
    const last = await advice(business.id, one, '2021-06-04', 510)
    for (const on of ['2021-07-05', '2021-07-06']) await advice(business.id, two, on, 360)

    expect(await short(business)).toEqual([
      ['erdf.c1 erdf.c4 erdf.c5', 'ONE', last, 'too few minutes: 9 hours 30 minutes of the 12 hours needed'],
      ['erdf.p13', 'ONE', last, 'no referral'],
      [
        'erdf.p13',
        'TWO',
        expect.any(String),
        'too few minutes: 12 hours of the 15 hours needed, 12 hours of them used up by C4; no referral',
      ],
    ])
  })

  test('counted already in the year before, and is told so in that after it', async () => {
    const business = await registered('2001-03-01')
    const programme_id = await erdf('OLD')
    const granted = await registered('2001-03-01')
    await aRecord(hub, 'grant_award', {
      business_id: granted.id,
      programme_id,
      scheme: 'Growth',
      regime: 'mfa',
      amount_pence: 500_000,
      accepted_on: '2021-05-01',
      paid_on: '2021-06-01',
      status: 'paid',
    })
    for (const on of ['2021-05-04', '2021-05-05']) await advice(business.id, programme_id, on, 360)
    const late = await advice(business.id, programme_id, '2022-05-04', 60)

    expect(await short(business)).toContainEqual([
      'erdf.c5',
      'OLD',
      expect.any(String),
      'not known to be newly registered',
    ])
    expect((await short(granted)).filter(([keys]) => keys?.startsWith('erdf.'))).toEqual([
      ['erdf.c5', 'OLD', expect.any(String), 'not known to be newly registered'],
    ])
    expect(await short(business, NEXT)).toContainEqual(['erdf.c1 erdf.c4', 'OLD', late, 'counted already: 2021-22'])
  })

  test('is left out by bands only where it reaches none of them, and by a figure of those that count elsewhere', async () => {
    const [light, none] = [await hub.aBusiness(), await hub.aBusiness()]
    await aMeeting(hub, light, '2021-06-01', 60)
    const event_id = await aRecord(hub, 'event', {
      title: 'Open door',
      held_on: '2021-06-02',
      minutes: 0,
      status: 'delivered',
    })
    await aRecord(hub, 'attendance', { event_id, business_id: none.id, status: 'attended' })
    await aRecord(hub, 'business_flag', {
      flag: 'scaleup_potential',
      reason: 'Orders doubled',
      flagged_by_id: hub.advisers.adviser,
      business_id: light.id,
      flagged_on: '2021-06-14',
    })

    expect((await short(light)).map(([keys, , , reason]) => [keys, reason])).toEqual([
      ['gh.scaleup_potential', 'does not count in gh.medium or gh.high'],
    ])
    expect((await short(none)).map(([keys, , , reason]) => [keys, reason])).toEqual([
      ['gh.light', 'too few minutes: 0 minutes of the 1 minute needed'],
    ])
  })

  test('has its minutes in the words of the screens', async () => {
    for (const minutes of [0, 1, 59, 60, 61, 62, 90, 120, 121, 720])
      expect(
        await hub.inside(
          async (tx) => (await sql<{ told: string }>`select ${minutesSql(sql`${minutes}`)} as told`.execute(tx)).rows,
        ),
      ).toEqual([{ told: minutesInWords(minutes) }])
  })
})
