import type { Page } from '@playwright/test'
import { callsOf } from './events-here.ts'
import { secretOf } from './secret-of.ts'
import { type Visit, NO_SECRET } from './visit.ts'

const EVENT = 'EV-10172'

const publicEvent = async (manager: Page) => new URL((await eventPage(manager)).public_address).pathname
const eventPage = (manager: Page) =>
  callsOf(manager).read<{ event: { id: string }; public_address: string }>('events.page', { reference: EVENT })
async function placeAtEvent(manager: Page): Promise<string> {
  const { event } = await eventPage(manager)
  const { rows } = await callsOf(manager).read<{ rows: { id: string }[] }>('events.guests', {
    event_id: event.id,
    list: 'booked',
  })
  return `/place/${await secretOf('event_place', 'attendance', rows[0]?.id ?? '')}`
}

/** The screens of events, with what guests see. */
export const EVENT_VISITS: Readonly<Record<string, readonly Visit[]>> = {
  '/e/$token': [
    { to: publicEvent, as: 'nobody' },
    { to: `/e/${NO_SECRET}`, as: 'nobody', opened: 'spent', is_refused: true },
  ],
  '/place/$token': [
    { to: placeAtEvent, as: 'nobody' },
    { to: `/place/${NO_SECRET}`, as: 'nobody', opened: 'spent', is_refused: true },
  ],
  '/events': [{ to: '/events' }, { to: '/events?when=past' }, { to: '/events', as: 'newcomer', opened: 'empty hub' }],
  '/events/new': [{ to: '/events/new' }],
  '/events/$reference': [
    { to: '/events/EV-10172' },
    { to: '/events/EV-10077', opened: 'delivered' },
    { to: '/events/NO-SUCH', opened: 'not found', is_refused: true },
  ],
  '/events/$reference/check-in': [{ to: '/events/EV-10172/check-in' }],
  '/events/$reference/match': [{ to: '/events/EV-10172/match' }],
}
