import { expect, test } from 'vitest'
import { aMeeting } from '../../given/cases.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { packSheets } from '@hubline/reporting/pack/pack-sheets.ts'
import { theYear } from '../../given/records.ts'
import { aServer } from '../../security/listening.ts'
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

test('the review is one JSON document with what its page says, and the audit trail tells who took it', async () => {
  const hub = await aHub()
  await aMeeting(hub, await hub.aBusiness(), '2020-06-01')
  const { url } = await aServer(hub.database)
  const ask = (cookie: string, year = YEAR) => fetch(`${url}/year/${year}/review.json`, { headers: { cookie } })

  const answer = await ask(`hubline=${hub.tokens.adviser}`)
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="Annual review ${YEAR}.json"`)
  const { organisation, ...said } = (await answer.json()) as { organisation: string }
  expect(said).toEqual(await hub.as('adviser').years.review({ year: YEAR }))
  expect(organisation).not.toBe('')
  const noted = await hub.inside((tx) =>
    tx
      .selectFrom('audit_entry')
      .select(['adviser_id', 'detail'])
      .where('hub_id', '=', hub.hub_id)
      .where('what', '=', 'review.downloaded')
      .execute(),
  )
  expect(noted).toEqual([{ adviser_id: hub.advisers.adviser, detail: { year: YEAR } }])
  expect((await ask('')).status).toBe(401)
  expect((await ask(`hubline=${hub.tokens.adviser}`, '2020-22')).status).toBe(400)
})

test('a year is held against what the year before said when it was signed off: for its explanations, its review and its pack', async () => {
  const hub = await aHub()
  for (const day of ['2019-06-01', '2020-06-01']) await aMeeting(hub, await hub.aBusiness(), day)
  await signedYear(hub, '2019-20')
  // Entered late: by its records the year before would be two, and this year half of it.
  await aMeeting(hub, await hub.aBusiness(), '2019-07-01')

  const { years } = hub.as('adviser')
  expect(await years.variances({ year: YEAR })).toMatchObject({ last_year: '2019-20', last_version: 1, figures: [] })
  expect(await reviewOf(hub)).toMatchObject({ last_version: 1, supported: { value: '1', last_year: '1' } })
  expect(await priorYear(hub)).toMatchObject({ 'prior year': '1', 'prior year version': '1', change: '0' })
  expect(await years.variances({ year: '2019-20' })).toMatchObject({ last_version: null })
})

/** What the pack's headline says of the year before. */
const priorYear = (hub: TestHub) =>
  hub.inside(async (tx) => {
    const produced = { produced_at: new Date(), produced_by: '', reason: '' }
    const { sheets } = await packSheets(tx, { hub_id: hub.hub_id, year: theYear(YEAR), ...produced })
    const sheet = sheets.find(({ name }) => name === 'Headlines')
    for await (const row of sheet?.rows() ?? [])
      if (row[0] === KEY) return Object.fromEntries(sheet?.columns.map(({ name }, at) => [name, row[at]]) ?? [])
    return undefined
  })
