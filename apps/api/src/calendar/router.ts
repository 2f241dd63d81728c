import { router } from '../trpc.ts'
import { sendTimes } from './send-times.ts'
import { releaseTime } from './release-time.ts'
import { offeredTimes } from './offered-times.ts'
import { holdWithBroker } from './hold-with-broker.ts'
import { holdTime } from './hold-time.ts'
import { giveUpTime } from './give-up-time.ts'
import { confirmTime } from './confirm-time.ts'
import { addAbsence } from './add-absence.ts'
import { bookWithBroker } from './book-with-broker.ts'
import { bookReview } from './book-review.ts'
import { brokersTimes } from './brokers-times.ts'
import { cancelReview } from './cancel-review.ts'
import { diarySettings } from './diary-settings.ts'
import { diary } from './diary.ts'
import { endFeed, makeFeed } from './feed-link.ts'
import { findFreeTimes } from './free-times.ts'
import { keepDiary } from './keep-diary.ts'
import { keepRoom } from './keep-room.ts'
import { matchRequest } from './match-request.ts'
import { keepOwnPage } from './own-page.ts'
import { requestsToMatch } from './requests-to-match.ts'
import { markHeld } from './mark-held.ts'
import { markNoShow } from './mark-no-show.ts'
import { moveReview } from './move-review.ts'
import { rooms } from './rooms.ts'
import { takeAbsenceBack } from './take-absence-back.ts'
import { toBook } from './to-book.ts'

export const calendarRouter = router({
  addAbsence,
  book: bookReview,
  bookWithBroker,
  brokersTimes,
  cancel: cancelReview,
  confirmTime,
  diary,
  endFeed,
  freeTimes: findFreeTimes,
  giveUpTime,
  holdTime,
  holdWithBroker,
  keepDiary,
  keepOwnPage,
  keepRoom,
  makeFeed,
  markHeld,
  markNoShow,
  matchRequest,
  move: moveReview,
  offeredTimes,
  releaseTime,
  requestsToMatch,
  rooms,
  sendTimes,
  settings: diarySettings,
  takeAbsenceBack,
  toBook,
})
