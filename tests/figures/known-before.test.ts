import { splitsOf } from '@hubline/reporting/breakdowns/splits.ts'
import { scopeOf } from '@hubline/reporting/evidence.ts'
import { expect, test } from 'vitest'
import { type Made, aHub } from '../given/hub.ts'
import { aRecord, theYear } from '../given/records.ts'

test('a business is known whether it was supported a year before or ten, by itself or as one that was merged into it', async () => {
  const hub = await aHub()
  const supported = async ({ id }: Made, ...days: string[]) => {
    for (const occurred_on of days)
      await aRecord(hub, 'interaction', {
        hub_id: hub.hub_id,
        business_id: id,
        kind: 'mentoring',
        channel: 'video',
        minutes: 60,
        occurred_on,
      })
  }
  await supported(await hub.aBusiness(), '2021-06-01')
  await supported(await hub.aBusiness(), '2020-06-01', '2021-06-01')
  await supported(await hub.aBusiness(), '2011-06-01', '2021-06-01')
  const survivor = await hub.aBusiness()
  await supported(await hub.aBusiness({ merged_into_id: survivor.id }), '2011-06-01')
  await supported(survivor, '2021-06-01')
  await supported(await hub.aBusiness(), '2011-06-01')

  await hub.inside(async (tx) => {
    const scope = await scopeOf(tx, { hub_id: hub.hub_id, year: theYear('2021-22') })
    const definitions = scope.catalogue.filter(({ key }) => key === 'lep.businesses_supported')
    const [split] = await splitsOf(tx, scope, { definitions, dimensions: ['known'] })
    expect(split?.parts).toMatchObject([
      { part: 'new', units: 1 },
      { part: 'returning', units: 3 },
    ])
  })
})
