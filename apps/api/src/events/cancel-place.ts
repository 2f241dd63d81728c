import { ChangePlace } from '@hubline/domain/events/book-place.ts'
import { writes } from '../trpc.ts'
import { moveUp } from './event-places.ts'
import { changePlaceTo, lockedPlace } from './locked-place.ts'
import { isToBeTold, tellGuests } from './tell-guests.ts'

/** Gives up a place. Whoever waits first has it in the same moment. */
export const cancelPlace = writes('event:run')
  .input(ChangePlace)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const place = await lockedPlace(db, actor.hub_id, input.attendance_id)
    await changePlaceTo(db, place, 'cancelled')
    if (place.status !== 'invited' && isToBeTold(place.event, today))
      await tellGuests(db, place.event, [place.id], 'cancelled', { waited: place.status === 'waitlist' })
    return { moved_up: (await moveUp(db, place.event, today)).length }
  })
