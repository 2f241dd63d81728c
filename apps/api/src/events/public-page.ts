import type { Day } from '@hubline/domain/day.ts'
import { roomInWords } from '@hubline/domain/events/places.ts'
import { readsByLink } from '../by-link.ts'
import { type LockedEvent, readEvent } from './event-places.ts'

type Standing = 'places' | 'few' | 'full' | 'closed' | 'over' | 'cancelled'

/** What people outside see of an event: nothing about who else comes, and how full it is in a word only. */
export const publicPage = readsByLink('register_event').query(async ({ ctx: { db, link, today } }) => {
  const event = await readEvent(db, link.hub_id, link.record_id)
  const hub = await db.selectFrom('hub').select('name').where('hub_id', '=', link.hub_id).executeTakeFirstOrThrow()
  const { title, held_on, starts_at, ends_at, place, description } = event
  return {
    hub: hub.name,
    title,
    held_on,
    starts_at,
    ends_at,
    place,
    is_online: event.online_link !== null,
    description,
    standing: standingOf(event, today),
  }
})

export function standingOf(event: LockedEvent, today: Day): Standing {
  if (event.status === 'cancelled') return 'cancelled'
  if (event.held_on < today || event.status === 'delivered') return 'over'
  return event.booking === 'open' ? roomInWords(event) : 'closed'
}
