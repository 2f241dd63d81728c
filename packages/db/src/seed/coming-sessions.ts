import { chanceOf } from './chance.ts'
import { daysAfter, workingDaysAfter } from './working-days.ts'

/** One run of a course, as it would be announced. */
export type PlannedSession = {
  starts_on: string
  ends_on: string
  place: string | null
  is_online: boolean
  places: number
  /** How many have a place, and how many wait for one. */
  taken: number
  waiting: number
}

const PLACES = ['Kiln Court business centre', 'The long room, Wharfside Mill', 'Training room 2, Kiln Court', null]

/** How long a course of a kind runs, in days. */
const DAYS: Readonly<Record<string, number>> = { short_course: 1, regulated: 70, bootcamp: 63, other: 1 }

/** The sessions to come of the course at this place of the list: the next soon, one in the new year; some are full. */
export function comingSessions(at: number, kind: string): PlannedSession[] {
  const days = DAYS[kind]
  if (days === undefined) return []
  const chance = chanceOf(9700 + at)
  return ['2026-12-01', '2027-01-12'].map((from, turn) => {
    const starts_on = workingDaysAfter(from, (at * 3 + turn * 2) % 20)
    const place = PLACES[(at + turn) % PLACES.length] ?? null
    const places = chance.one([8, 10, 12, 14, 16])
    const is_full = turn === 0 && at % 4 === 1
    return {
      starts_on,
      ends_on: daysAfter(starts_on, days),
      place,
      is_online: place === null,
      places,
      taken: is_full ? places : chance.between(turn === 0 ? 3 : 0, places - 3),
      waiting: is_full ? chance.between(1, 4) : 0,
    }
  })
}

/** What is known of a learner of a bootcamp, as the provider's register has it. */
export type BootcampFigures = {
  first_attended_on: string
  initial_assessment_on: string
  guided_hours: string
  employment: 'employed' | 'unemployed'
  interview_on: string | null
  interview_for: 'new_role' | 'new_responsibility' | 'vacancy' | 'mock' | null
  vacancy_weeks: number | null
  role_started_on: string | null
}

type Stay = { qualifying_start_on: string; completed_on: string | null; hours: number; last_day: string }

/** Facts that bear out milestone 1 on the day of the qualifying start; whoever completed often has the interview too. */
export function bootcampFigures(
  at: number,
  { qualifying_start_on, completed_on, hours, last_day }: Stay,
): BootcampFigures {
  const chance = chanceOf(4100 + at)
  const first_attended_on = daysAfter(qualifying_start_on, -13)
  const employment = chance.one(['employed', 'employed', 'unemployed'] as const)
  const interviewed = completed_on !== null && chance.often(0.75)
  const works = interviewed && chance.often(0.6)
  const interview_on =
    interviewed && completed_on ? before(daysAfter(completed_on, chance.between(-6, 5)), last_day) : null
  return {
    first_attended_on,
    initial_assessment_on: daysAfter(first_attended_on, chance.between(0, 2)),
    guided_hours: String(completed_on ? hours : chance.between(12, Math.max(13, hours - 30))),
    employment,
    interview_on,
    interview_for: interviewed
      ? employment === 'unemployed'
        ? chance.one(['vacancy', 'vacancy', 'mock'] as const)
        : chance.one(['new_role', 'new_responsibility'] as const)
      : null,
    vacancy_weeks: interviewed && employment === 'unemployed' ? chance.one([26, 52, 12]) : null,
    role_started_on: works && interview_on ? before(daysAfter(interview_on, chance.between(3, 12)), last_day) : null,
  }
}

const before = (day: string, last_day: string): string => (day > last_day ? last_day : day)
