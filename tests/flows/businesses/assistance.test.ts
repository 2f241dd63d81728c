import { assistanceBy } from '@hubline/domain/grants/minimal-assistance.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aRecord, theYear } from '../../given/records.ts'
import type { Day } from '@hubline/domain/day.ts'
import { scopeOf } from '@hubline/reporting/evidence.ts'
import { grants } from '@hubline/reporting/pack/result-sheets.ts'

const award = (
  hub: TestHub,
  business_id: string,
  accepted_on: string | null,
  pounds: number,
  regime: 'mfa' | 'small_amount' | 'not_a_subsidy' = 'mfa',
) =>
  aRecord(hub, 'grant_award', {
    business_id,
    scheme: 'Kiln fund',
    regime,
    amount_pence: pounds * 100,
    accepted_on,
    status: accepted_on ? 'paid' : 'offer_issued',
  })

test('T11: what a business and those merged into it were given in three financial years adds up, on the page and in the pack', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness()
  const merged = await hub.aBusiness({ merged_into_id: business.id })
  await award(hub, merged.id, '2021-03-31', 250_000, 'small_amount')
  await award(hub, business.id, '2020-03-31', 9_000)
  await award(hub, business.id, null, 5_000)
  await award(hub, business.id, '2023-03-30', 1_000, 'not_a_subsidy')
  await award(hub, (await hub.aBusiness()).id, '2022-05-01', 40_000)
  await award(hub, business.id, '2023-03-31', 60_000)

  const awards = await hub.as('adviser').businesses.assistance({ id: business.id })

  expect(awards.map(({ amount_pence }) => amount_pence / 100)).toEqual([60_000, 1_000, 250_000, 9_000])
  expect(assistanceBy('2023-03-31' as Day, awards)).toMatchObject({ had: 31_000_000, left: 500_000 })
  const { rows } = await hub.inside(async (tx) =>
    sql<
      Record<string, string | null>
    >`select * from (${grants.rows(await scopeOf(tx, { hub_id: hub.hub_id, year: theYear('2022-23') }))}) g`.execute(
      tx,
    ),
  )
  const left = rows.map((row) => [row['amount GBP'], row['headroom after GBP']])
  expect(left).toEqual(
    expect.arrayContaining([
      ['60000.00', '5000.00'],
      ['1000.00', null],
      ['40000.00', '275000.00'],
    ]),
  )
})
