import { USUAL_MINUTES } from '@hubline/domain/calendar/book-review.ts'
import type { DiaryRules } from '@hubline/domain/calendar/free-times.ts'
import { USUAL_HOURS } from '@hubline/domain/calendar/working-hours.ts'

/** How somebody's days are set out. */
export type DiaryOf = {
  /** 0 while nobody has said how these days are set out. */
  version: number
  rules: DiaryRules
  review_minutes: number
  days_ahead: number
  video_link: string | null
}

/** Until somebody says otherwise: nine to five, half an hour of way, booked a day to six weeks ahead. */
export const USUAL_DIARY: DiaryOf = {
  version: 0,
  rules: { hours: USUAL_HOURS, travel_minutes: 30, notice_hours: 24 },
  review_minutes: USUAL_MINUTES,
  days_ahead: 42,
  video_link: null,
}
