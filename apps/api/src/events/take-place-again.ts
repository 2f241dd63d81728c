import { ChangePlace } from '@hubline/domain/events/book-place.ts'
import { writes } from '../trpc.ts'
import { mustTakeBookings } from './book-place.ts'
import { placeNow } from './event-places.ts'
import { changePlaceTo, lockedPlace } from './locked-place.ts'
import { isToBeTold, tellGuests } from './tell-guests.ts'

/** A place for somebody who gave theirs up or was only invited: behind those who wait, where the event is full. */
export const takePlaceAgain = writes('event:run')
  .input(ChangePlace)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const place = await lockedPlace(db, actor.hub_id, input.attendance_id)
    mustTakeBookings(place.event)
    const status = placeNow(place.event)
    await changePlaceTo(db, place, status)
    if (isToBeTold(place.event, today))
      await tellGuests(db, place.event, [place.id], status === 'waitlist' ? 'waiting' : 'booked')
    return { status }
  })
