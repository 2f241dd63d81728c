import { router } from '../trpc.ts'
import { sendTimes } from './send-times.ts'
import { releaseTime } from './release-time.ts'
import { offeredTimes } from './offered-times.ts'
import { holdTime } from './hold-time.ts'
import { giveUpTime } from './give-up-time.ts'
import { confirmTime } from './confirm-time.ts'
import { addAbsence } from './add-absence.ts'
import { bookReview } from './book-review.ts'
import { cancelReview } from './cancel-review.ts'
import { diarySettings } from './diary-settings.ts'
import { diary } from './diary.ts'
import { findFreeTimes } from './free-times.ts'
import { keepDiary } from './keep-diary.ts'
import { keepRoom } from './keep-room.ts'
import { markHeld } from './mark-held.ts'
import { markNoShow } from './mark-no-show.ts'
import { moveReview } from './move-review.ts'
import { rooms } from './rooms.ts'
import { takeAbsenceBack } from './take-absence-back.ts'
import { toBook } from './to-book.ts'

export const calendarRouter = router({
  addAbsence,
  book: bookReview,
  cancel: cancelReview,
  confirmTime,
  diary,
  freeTimes: findFreeTimes,
  giveUpTime,
  holdTime,
  keepDiary,
  keepRoom,
  markHeld,
  markNoShow,
  move: moveReview,
  offeredTimes,
  releaseTime,
  rooms,
  sendTimes,
  settings: diarySettings,
  takeAbsenceBack,
  toBook,
})
