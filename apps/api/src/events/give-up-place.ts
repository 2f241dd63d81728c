import { Problem } from '@hubline/domain/problem.ts'
import { writesByLink } from '../by-link.ts'
import { moveUp } from './event-places.ts'
import { changePlaceTo, lockedPlace } from './locked-place.ts'
import { tellGuests } from './tell-guests.ts'

/** A guest gives their place up by the link in the message; whoever waits first has it in the same moment. */
export const giveUpPlace = writesByLink('event_place').mutation(async ({ ctx: { db, link, today } }) => {
  const place = await lockedPlace(db, link.hub_id, link.record_id)
  if (place.status === 'cancelled') return { given_up: true }
  if (place.event.held_on < today || place.status === 'attended' || place.status === 'no_show')
    throw new Problem('invalid', 'The event has taken place: there is nothing left to give up')
  await changePlaceTo(db, place, 'cancelled')
  await tellGuests(db, place.event, [place.id], 'cancelled', { waited: place.status === 'waitlist' })
  await moveUp(db, place.event, today)
  return { given_up: true }
})
