import { router } from '../trpc.ts'
import { addWalkIn } from './add-walk-in.ts'
import { bookPlace } from './book-place.ts'
import { cancelPlace } from './cancel-place.ts'
import { changeEvent } from './change-event.ts'
import { checkIn } from './check-in.ts'
import { checkInList } from './check-in-list.ts'
import { createEvent } from './create-event.ts'
import { eventPage } from './event-page.ts'
import { giveUpPlace } from './give-up-place.ts'
import { listEvents } from './list-events.ts'
import { listGuests } from './list-guests.ts'
import { matchAttendee } from './match-attendee.ts'
import { matchQueue } from './match-queue.ts'
import { moveEvent } from './move-event.ts'
import { myPlace } from './my-place.ts'
import { publicPage } from './public-page.ts'
import { register } from './register.ts'
import { takePlaceAgain } from './take-place-again.ts'

export const eventsRouter = router({
  addWalkIn,
  bookPlace,
  cancelPlace,
  change: changeEvent,
  checkIn,
  checkInList,
  create: createEvent,
  giveUpPlace,
  guests: listGuests,
  list: listEvents,
  matchAttendee,
  matchQueue,
  move: moveEvent,
  myPlace,
  page: eventPage,
  publicPage,
  register,
  takePlaceAgain,
})
