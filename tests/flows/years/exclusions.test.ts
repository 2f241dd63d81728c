import { firstDay, lastDay } from '@hubline/domain/years/year.ts'
import { excluded, exclusions } from '@hubline/reporting/pack/exclusion-sheet.ts'
import { keepRows } from '@hubline/reporting/pack/kept-rows.ts'
import { EVIDENCE, allEvidence } from '@hubline/reporting/pack/proof-sheets.ts'
import { scopeOf } from '@hubline/reporting/evidence.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aMeeting } from '../../given/cases.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aMergeForm } from '../../given/merges.ts'
import { aRecord, theYear } from '../../given/records.ts'

const YEAR = theYear('2021-22')

type Told = {
  record: string
  'record ref': string
  indicator: string | null
  'unit ref': string | null
  reason: string
}

const told = (hub: TestHub) =>
  hub.inside(async (tx) => {
    const scope = await scopeOf(tx, { hub_id: hub.hub_id, year: YEAR })
    await keepRows(tx, { table: EVIDENCE, rows: allEvidence(scope) })
    await keepRows(tx, excluded(scope, YEAR))
    return (await sql<Told>`${exclusions.rows(scope)} order by 1, 2`.execute(tx)).rows
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
