import type { CallOutcome } from '@hubline/domain/skills-reviews/call-list.ts'
import type { ReviewStatus } from '@hubline/domain/skills-reviews/stages.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'
import type { Tone } from '../ui/tag.tsx'

export type ReviewRow = inferOutput<typeof trpc.skillsReviews.list>['rows'][number]

export const REVIEW_TONES: Readonly<Record<ReviewStatus, Tone>> = {
  offered: 'warn',
  declined: 'plain',
  no_response: 'plain',
  accepted: 'info',
  booked: 'info',
  cancelled: 'bad',
  no_show: 'bad',
  held: 'brand',
  report_issued: 'brand',
  plan_agreed: 'ok',
  uptake_recorded: 'ok',
  closed: 'plain',
}

const SLOT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** `Thu 26 Nov 2026, 10:00`: the beginning of a slot, by the clocks of the country. */
export function slotWords(slot_start: string): string {
  const parts = Object.fromEntries(SLOT.formatToParts(new Date(slot_start)).map(({ type, value }) => [type, value]))
  return `${parts['weekday']} ${parts['day']} ${parts['month']} ${parts['year']}, ${parts['hour']}:${parts['minute']}`
}

/** What came of a call, as a tag. */
export const OUTCOME_TONES: Readonly<Record<CallOutcome, Tone>> = {
  accepted: 'ok',
  declined: 'plain',
  offered: 'warn',
  no_answer: 'plain',
  wrong_contact: 'bad',
  call_back: 'info',
}

const INSTANT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** `25/11/2026, 10:42`. */
export const instantWords = (instant: string): string => INSTANT.format(new Date(instant))
