import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { callsOf, today } from './events-here.ts'
import { secretOf } from './secret-of.ts'

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
