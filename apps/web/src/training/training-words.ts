import type { EvidenceLevel } from '@hubline/domain/imports/bundle-file.ts'
import type { SessionStatus } from '@hubline/domain/training/course-form.ts'
import type { Employment, Interview } from '@hubline/domain/training/milestones.ts'
import type { CourseKind } from '@hubline/domain/training/qualifying-start.ts'
import type { ParticipationStatus } from '@hubline/domain/training/stages.ts'
import type { COURSE_LEVELS } from '@hubline/domain/training/training-files.ts'
import { type Day, MONTHS } from '@hubline/domain/day.ts'
import type { Tone } from '../ui/tag.tsx'

type Level = (typeof COURSE_LEVELS)[number]

export const COURSE_KIND_NAMES: Readonly<Record<CourseKind, string>> = {
  short_course: 'Short course',
  bootcamp: 'Skills Bootcamp',
  apprenticeship: 'Apprenticeship',
  regulated: 'Regulated',
  other: 'Other',
}

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  entry: 'Entry level',
  1: 'Level 1',
  2: 'Level 2',
  3: 'Level 3',
  4: 'Level 4',
  5: 'Level 5',
  6: 'Level 6',
  7: 'Level 7',
  8: 'Level 8',
  unregulated: 'Unregulated',
}

/** What counts needs documented evidence; verifying is another person's work. */
export const EVIDENCE_NAMES: Readonly<Record<EvidenceLevel, string>> = {
  none: 'None',
  self_declared: 'Self-declared',
  documented: 'Documented',
  verified: 'Verified',
}

export const EMPLOYMENT_NAMES: Readonly<Record<Employment, string>> = {
  employed: 'Employed',
  unemployed: 'Unemployed',
}

export const INTERVIEW_NAMES: Readonly<Record<Interview, string>> = {
  new_role: 'A new role with the employer',
  new_responsibility: 'More responsibility with the employer',
  vacancy: 'A vacancy',
  mock: 'Practice (a mock interview)',
}

export const STAGE_TONES: Readonly<Record<ParticipationStatus, Tone>> = {
  applied: 'plain',
  enrolled: 'info',
  started: 'brand',
  in_learning: 'brand',
  completed: 'ok',
  achieved: 'ok',
  withdrawn: 'warn',
  transferred: 'plain',
  did_not_start: 'warn',
}

export const SESSION_TONES: Readonly<Record<SessionStatus, Tone>> = { open: 'ok', closed: 'plain', cancelled: 'warn' }

const month = (day: Day): string => (MONTHS[Number(day.slice(5, 7)) - 1] ?? '').slice(0, 3)

/** `11 to 15 Apr 2026`, `28 Nov to 2 Dec 2026`, `11 Apr 2026`. */
export function spanWords({ starts_on, ends_on }: { starts_on: Day; ends_on: Day }): string {
  const end = `${Number(ends_on.slice(8))} ${month(ends_on)} ${ends_on.slice(0, 4)}`
  if (starts_on === ends_on) return end
  const start = String(Number(starts_on.slice(8)))
  if (starts_on.slice(0, 7) === ends_on.slice(0, 7)) return `${start} to ${end}`
  const year = starts_on.slice(0, 4) === ends_on.slice(0, 4) ? '' : ` ${starts_on.slice(0, 4)}`
  return `${start} ${month(starts_on)}${year} to ${end}`
}

/** `4 of 12 places left`, or how long the queue is. */
export function placesWords({ places, taken, waiting }: { places: number; taken: number; waiting: number }): string {
  const left = places - taken
  const free = left > 0 ? `${left} of ${places} left` : `Full, ${places}`
  return waiting > 0 ? `${free}, ${waiting} waiting` : free
}

export const whereWords = ({ place, is_online }: { place: string | null; is_online: boolean }): string =>
  [place, is_online ? 'online' : undefined].filter(Boolean).join(', ')
