import { expect, test } from 'vitest'
import { aMeeting } from '../../given/cases.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { signedYear } from '../../given/signed-year.ts'

const YEAR = '2020-21'
const KEY = 'lep.businesses_supported'

async function reviewOf(hub: TestHub) {
  const { headlines, ...review } = await hub.as('adviser').years.review({ year: YEAR })
  return { ...review, supported: headlines.find(({ key }) => key === KEY), keys: headlines.map(({ key }) => key) }
}

test('a draft is told as it is counted today, a signed-off year for good as it was signed off', async () => {
  const hub = await aHub()
  await aMeeting(hub, await hub.aBusiness(), '2019-06-01')
  for (let made = 0; made < 2; made++) await aMeeting(hub, await hub.aBusiness(), '2020-06-01')

  const draft = await reviewOf(hub)
  expect(draft).toMatchObject({ year: YEAR, last_year: '2019-20', version: null, last_version: null })
  expect(draft.supported).toMatchObject({
    value: '2',
    last_year: '1',
    in_press: '2',
    sentence: '2 businesses helped to grow and access support',
  })
  expect(draft.highlights).toEqual(['Rose most: businesses helped to grow and access support, by 100% from 1 to 2.'])
  expect(draft.keys.every((key) => key.startsWith('lep.'))).toBe(true)

  await signedYear(hub, YEAR)
  await aMeeting(hub, await hub.aBusiness(), '2020-07-01')
  await signedYear(hub, '2019-20')
  await aMeeting(hub, await hub.aBusiness(), '2019-07-01')

  const signed = await reviewOf(hub)
  expect(signed).toMatchObject({ version: 1, last_version: 1, signed_by: `manager of ${hub.slug}` })
  expect(signed.supported).toMatchObject({ value: '2', last_year: '1' })
  expect(signed.keys).toEqual(draft.keys)
})
