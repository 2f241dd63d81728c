import { router } from '../trpc.ts'
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
  diary,
  freeTimes: findFreeTimes,
  keepDiary,
  keepRoom,
  markHeld,
  markNoShow,
  move: moveReview,
  rooms,
  settings: diarySettings,
  takeAbsenceBack,
  toBook,
})
