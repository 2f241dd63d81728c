import { expect, test } from 'vitest'
import { aMeeting } from '../../given/cases.ts'
import { anInteractionForm } from '../../given/forms.ts'
import { aHub } from '../../given/hub.ts'
import { signedYear } from '../../given/signed-year.ts'
import { theTime } from '../../given/the-time.ts'

const [YEAR, BEFORE] = ['2020-21', '2019-20']
const KEY = 'lep.businesses_supported'

test('a board tells the year before as it was signed off, and of its own year what is counted otherwise by now', async () => {
  const hub = await aHub({ now: new Date() })
  const asked = () => hub.as('adviser', { now: new Date() })
  const told = async (year: string, as_at?: string) => {
    const { figures, ...board } = await asked().indicators.board({ year, as_at })
    const { value, last_year, signed } = figures.find(({ key }) => key === KEY) ?? {}
    return { value, last_year, signed, version: board.version, last_version: board.last_version }
  }
  for (const day of ['2019-06-01', '2020-06-01']) await aMeeting(hub, await hub.aBusiness(), day)
  const counted = { value: '1', last_year: '1', signed: null, version: null, last_version: null }
  expect(await told(YEAR)).toEqual(counted)
  const before = await theTime(hub)

  // A sign-off changes no record: the board that was kept must say it all the same.
  await signedYear(hub, BEFORE)
  expect(await told(YEAR)).toEqual({ ...counted, last_version: 1 })
  expect(await told(BEFORE)).toMatchObject({ value: '1', signed: null, version: 1 })

  const { id: business_id } = await hub.aBusiness()
  await hub.as('adviser').interactions.log(anInteractionForm({ business_id, occurred_on: '2019-07-01', minutes: 60 }))
  expect(await told(YEAR)).toEqual({ ...counted, last_version: 1 })
  expect(await told(BEFORE)).toMatchObject({ value: '2', signed: { value: '1' }, version: 1 })
  const signed = await asked().years.signedUnits({ year: BEFORE, version: 1, key: KEY })
  const today = await asked().indicators.units({ year: BEFORE, key: KEY })
  expect([signed.rows.length, today.rows.length]).toEqual([1, 2])
  expect(await told(YEAR, before)).toEqual(counted)
})
