import { type Day, showDay } from '../day.ts'
import type { EvidenceLevel } from '../imports/bundle-file.ts'
import { type Year, yearOf } from '../years/year.ts'
import { type BootcampFacts, milestonesOf } from './milestones.ts'
import type { COURSE_KINDS } from './training-files.ts'
import type { ParticipationStatus } from './stages.ts'

export type CourseKind = (typeof COURSE_KINDS)[number]

/** What makes somebody upskilled, by the kind of course (domain.md 1.5). */
export const START_BASES: Readonly<Record<CourseKind | 'unknown', 'first_session' | 'milestone_1' | 'funded_start'>> = {
  short_course: 'first_session',
  bootcamp: 'milestone_1',
  apprenticeship: 'funded_start',
  regulated: 'funded_start',
  other: 'first_session',
  unknown: 'first_session',
}

export type StartFacts = BootcampFacts & {
  status: ParticipationStatus
  enrolled_on: Day | null
  /** The provider's day on which funding begins for whoever is still enrolled. */
  funded_start_on: Day | null
  ended_on: Day | null
}

/** The qualifying start and why it is one; or what is missing. */
export type QualifyingStart = { on: Day; because: string } | { on: null; missing: string }

/** The day that makes a learner upskilled, as far as the facts tell. */
export function qualifyingStart(kind: CourseKind | null, facts: StartFacts): QualifyingStart {
  if (facts.status === 'did_not_start') return { on: null, missing: 'The learner did not start' }
  const basis = START_BASES[kind ?? 'unknown']
  if (basis === 'first_session') return atFirstSession(facts)
  return basis === 'milestone_1' ? atMilestone(facts) : atFundedStart(facts)
}

function atFirstSession({ first_attended_on: on }: StartFacts): QualifyingStart {
  return on
    ? { on, because: `First session attended on ${showDay(on)}` }
    : { on: null, missing: 'No session is attended yet: enter the day of the first one' }
}

function atMilestone(facts: StartFacts): QualifyingStart {
  const [{ reached_on: on, conditions }] = milestonesOf(facts)
  if (on) return { on, because: `Milestone 1 reached on ${showDay(on)}` }
  const [next] = conditions.filter(({ is_met }) => !is_met)
  return { on: null, missing: `Milestone 1 is not reached: ${(next?.sentence ?? '').toLowerCase()}` }
}

function atFundedStart({ enrolled_on, funded_start_on, ended_on }: StartFacts): QualifyingStart {
  if (!enrolled_on) return { on: null, missing: 'Enter the day of enrolment' }
  if (!funded_start_on) return { on: null, missing: 'Enter the provider’s funded start, once it has passed' }
  const on = enrolled_on > funded_start_on ? enrolled_on : funded_start_on
  if (ended_on && ended_on <= on)
    return {
      on: null,
      missing: `The learner left on ${showDay(ended_on)}, not past the funded start of ${showDay(on)}`,
    }
  return { on, because: `Still enrolled past the funded start of ${showDay(funded_start_on)}` }
}

/**
 * The qualifying start after a change. One that the sender of an import gave, without the facts that bear it out, stands
 * until such facts are entered here, or until it is known that the learner did not start.
 */
export function startAfter(
  kind: CourseKind | null,
  before: StartFacts & { qualifying_start_on: Day | null },
  after: StartFacts,
): Day | null {
  const now = qualifyingStart(kind, after).on
  if (now || after.status === 'did_not_start') return now
  return wasGiven(kind, before) ? before.qualifying_start_on : null
}

/** Whether the qualifying start came with an import and does not follow from the facts. */
export const wasGiven = (kind: CourseKind | null, learner: StartFacts & { qualifying_start_on: Day | null }): boolean =>
  learner.qualifying_start_on !== null && qualifyingStart(kind, learner).on !== learner.qualifying_start_on

export type Counting = { counts: true; year: Year; sentence: string } | { counts: false; sentence: string }

const ENOUGH: readonly (EvidenceLevel | null)[] = ['documented', 'verified']

/** Whether a learner counts as upskilled and in which year; or the first thing that stands in the way. */
export function countsAsUpskilled(
  kind: CourseKind | null,
  learner: StartFacts & { qualifying_start_on: Day | null; evidence_level: EvidenceLevel | null },
): Counting {
  const { qualifying_start_on: on, evidence_level } = learner
  const start = qualifyingStart(kind, learner)
  if (!on)
    return { counts: false, sentence: start.on === null ? start.missing : 'The qualifying start is not recorded' }
  if (!ENOUGH.includes(evidence_level))
    return {
      counts: false,
      sentence: `${evidence_level === 'none' ? 'There is no evidence' : 'The evidence is self-declared'}: the start must be documented`,
    }
  const because = start.on === on ? start.because : `Qualifying start on ${showDay(on)}, as it was imported`
  return { counts: true, year: yearOf(on), sentence: because }
}
