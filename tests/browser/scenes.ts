import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { callsOf, today } from './events-here.ts'
import { secretOf } from './secret-of.ts'
import { address } from './signed-in.ts'

/** The secret of a broker's own page. */
export async function aBookingPage(manager: Page): Promise<string> {
  const on = today()
  const { brokers } = await callsOf(manager).read<{ brokers: { id: string }[] }>('calendar.diary', { from: on, to: on })
  return secretOf('book_broker', 'adviser', brokers[0]?.id ?? '')
}
/** Somebody who is not known has booked by themselves. */
export async function aBookingToMatch(manager: Page): Promise<string> {
  const { read, write } = callsOf(manager)
  const token = await aBookingPage(manager)
  const { times } = await read<{ times: string[] }>('calendar.brokersTimes', { token, place: 'video' })
  await write('calendar.bookWithBroker', {
    token,
    slot_start: times.at(-1),
    place: 'video',
    given_name: 'Ottilie',
    family_name: 'Brackwater',
    business_name: 'Brackwater Looms',
    email: `${randomUUID()}@brackwater.example`,
    agrees: true,
  })
  return '/calendar/to-match'
}

type Three = { one: string; same: string; late: string; late_id: string }

/** The first and the second are one business, and were both advised; the third was not, or nobody has said so yet. */
export async function threeBusinesses(page: Page, day: string): Promise<Three> {
  const { write } = callsOf(page)
  const references = []
  let late_id = ''
  for (const name of ['Saltglaze Works', 'Saltglaze Works Ltd', 'Orme Late Kilns']) {
    const id = randomUUID()
    const form = { id, name, legal_form: 'unknown', postcode: 'ST13 5AA' }
    late_id = id
    references.push((await write<{ reference: string }>('businesses.register', form)).reference)
    const session = { kind: 'advice_session', channel: 'face_to_face', occurred_on: day, minutes: 60 }
    if (references.length < 3) await write('interactions.log', { id: randomUUID(), business_id: id, ...session })
  }
  const [one = '', same = '', late = ''] = references
  return { one, same, late, late_id }
}

const LATE = '2022-03-15'

/** 2021-22 is signed off; then a visit of that year comes in, and two records of one business become one. */
export async function aYearThatDiffers(manager: Page): Promise<string> {
  const { read, write } = callsOf(manager)
  const year = '2021-22'
  const { one, same, late_id } = await threeBusinesses(manager, LATE)
  await write('years.move', { year, steps: 0, to: 'draft', note: '' })
  await write('years.move', { year, steps: 1, to: 'checked', note: '' })
  const { figures } = await read<{ figures: { key: string }[] }>('years.variances', { year })
  const words = 'Support in the north of the county began in April'
  await write('years.explain', { year, explanations: figures.map(({ key }) => ({ key, version: 0, words })) })
  await write('years.signOff', { year, steps: 2 })
  const session = { kind: 'advice_session', channel: 'face_to_face', occurred_on: LATE, minutes: 60 }
  await write('interactions.log', { id: randomUUID(), business_id: late_id, ...session })
  await manager.goto(`${address()}/duplicates/business/${one}/${same}`)
  await manager.getByText(/^Moves: /).waitFor()
  await manager.keyboard.press('m')
  await manager.waitForURL(/\/b\//)
  return `/year/${year}/close?differs=lep.businesses_supported`
}
