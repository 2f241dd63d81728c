import { z } from 'zod'
import type { Day } from '../day.ts'
import { changed, optionalChoice, optionalId, optionalText, requiredText, sent } from '../fields.ts'
import { Problem } from '../problem.ts'
import { COURSE_LEVELS } from '../training/training-files.ts'
import { ROLE_GROUPS, SKILL_AREAS, guessSkillArea } from './roles-and-skills.ts'
import type { SKILLS_REVIEW_STATUSES } from './skills-reviews-file.ts'

export const MODES = ['at_work', 'classroom', 'day_release', 'online_live', 'online_own_time', 'blended'] as const
export type Mode = (typeof MODES)[number]
export const MODE_NAMES: Readonly<Record<Mode, string>> = {
  at_work: 'At work',
  classroom: 'Classroom',
  day_release: 'Day release',
  online_live: 'Online, live',
  online_own_time: 'Online, own time',
  blended: 'Blended',
}

export const FUNDING_ROUTES = [
  'employer',
  'levy',
  'levy_transfer',
  'apprenticeship_co_investment',
  'bootcamp',
  'adult_skills_fund',
  'free_courses_for_jobs',
  'hub_programme',
  'learner_loan',
  'no_cost',
] as const
export type FundingRoute = (typeof FUNDING_ROUTES)[number]
export const FUNDING_ROUTE_NAMES: Readonly<Record<FundingRoute, string>> = {
  employer: 'Business pays',
  levy: 'Apprenticeship levy',
  levy_transfer: 'Levy transfer',
  apprenticeship_co_investment: 'Apprenticeship, co-invested',
  bootcamp: 'Skills Bootcamp',
  adult_skills_fund: 'Adult Skills Fund',
  free_courses_for_jobs: 'Free Courses for Jobs',
  hub_programme: 'Hub programme',
  learner_loan: 'Learner loan',
  no_cost: 'Free of charge',
}

export const PLAN_LINE_STATUSES = ['planned', 'enrolled', 'started', 'completed', 'dropped'] as const
export type PlanLineStatus = (typeof PLAN_LINE_STATUSES)[number]
export const PLAN_LINE_STATUS_NAMES: Readonly<Record<PlanLineStatus, string>> = {
  planned: 'Planned',
  enrolled: 'Enrolled',
  started: 'Started',
  completed: 'Completed',
  dropped: 'Dropped',
}

/** A line is taken up once somebody is enrolled; a dropped one was not. */
export const isTakenUp = (status: PlanLineStatus): boolean => status !== 'planned' && status !== 'dropped'

const PEOPLE = 'Enter the number of people as a whole number, 1 or more'
const COST = 'Enter what it costs the business, like 1,200 or £450.00'

export const peopleCount = z.int(PEOPLE).min(1, PEOPLE).max(100_000, 'Enter at most 100,000 people')

const month = z
  .string('Enter the month, like September 2026')
  .regex(/^(|\d{4}-(0[1-9]|1[0-2])-01)$/, 'Enter the month, like September 2026')
  .transform((text) => (text === '' ? null : (text as Day)))
  .nullish()

const need = requiredText('Say what is to be learned', 300)
const facts = {
  role_group: optionalChoice(ROLE_GROUPS, 'Choose whose need it is'),
  level: optionalChoice(COURSE_LEVELS, 'Choose the level'),
  mode: optionalChoice(MODES, 'Choose how they would learn'),
  course_id: optionalId('Choose the course again'),
  provider_options: optionalText(500),
  funding_route: optionalChoice(FUNDING_ROUTES, 'Choose how it is paid for'),
  /** Whole pence, for all the people of the line. */
  cost_pence: z.int(COST).min(0, COST).max(1e11, 'Enter at most £1,000,000,000').nullish(),
  target_month: month,
}

/** A new line at the end of a training plan. Without a skill area the words of the need decide. */
export const AddPlanLine = z
  .object({
    ...sent,
    id: z.uuid('Reload the page and send the form again'),
    skills_review_id: z.uuid('Reload the page and choose the review again'),
    skills_gap_id: optionalId('Choose the gap again'),
    need,
    people: peopleCount.default(1),
    skill_area: z.enum(SKILL_AREAS, 'Choose the area of the skill').optional(),
    ...facts,
  })
  .transform((line) => ({ ...line, skill_area: line.skill_area ?? guessSkillArea(line.need) ?? 'other' }))

/** What is not sent stays as it is. */
export const ChangePlanLine = z.object({
  ...changed,
  need: need.optional(),
  people: peopleCount.optional(),
  skill_area: z.enum(SKILL_AREAS, 'Choose the area of the skill').optional(),
  ...facts,
  status: z.enum(PLAN_LINE_STATUSES, 'Choose how far the line has come').optional(),
  /** Between those of its neighbours. */
  place: z.number().min(0).max(1e6).optional(),
})

export const RemovePlanLine = z.object(changed)

/** Makes a line of each of these gaps that has none yet. */
export const PlanGaps = z.object({
  ...sent,
  skills_review_id: z.uuid('Reload the page and choose the review again'),
  gaps: z.array(z.uuid('Choose the gaps again')).min(1, 'Choose the gaps to plan for').max(200),
})

/** The need of a line that closes a gap: `Excel for office staff`, `Lean working for CNC setters`. */
export function needOfGap({ skill, role }: { skill: string; role: string }): string {
  const plain = /^\p{Lu}\p{Ll}/u.test(role) ? role.charAt(0).toLowerCase() + role.slice(1) : role
  return `${skill} for ${plain}`.slice(0, 300)
}

type ReviewStatus = (typeof SKILLS_REVIEW_STATUSES)[number]

/** Why a review in this state has no plan; undefined where it may have one. */
const NO_PLAN: Readonly<Partial<Record<ReviewStatus, string>>> = {
  offered: 'This review was offered and not accepted yet: record the answer first',
  declined: 'This review was declined, so there is nothing to plan: offer it again first',
  no_response: 'Nobody answered the offer of this review, so there is nothing to plan: offer it again first',
  cancelled: 'This review was cancelled: book it again first',
  no_show: 'Nobody came to this review: book it again first',
}

/** Whether a review in this state has a form and a plan. */
export const mayHavePlan = (status: ReviewStatus): boolean => NO_PLAN[status] === undefined

/** @throws Problem 'invalid' where no review took place or is about to */
export function mustBeReviewed(status: ReviewStatus): void {
  const why = NO_PLAN[status]
  if (why !== undefined) throw new Problem('invalid', why)
}

export type PlanTotals = { lines: number; people: number; cost_pence: number; uncosted: number; taken_up: number }

/** What a plan comes to, without its dropped lines. `uncosted` lines say nothing of money, so the cost is at least that. */
export function planTotals(
  lines: readonly { people: number; cost_pence: number | null; status: PlanLineStatus }[],
): PlanTotals {
  const live = lines.filter(({ status }) => status !== 'dropped')
  return {
    lines: live.length,
    people: live.reduce((sum, { people }) => sum + people, 0),
    cost_pence: live.reduce((sum, { cost_pence }) => sum + (cost_pence ?? 0), 0),
    uncosted: live.filter(({ cost_pence }) => cost_pence === null).length,
    taken_up: live.filter(({ status }) => isTakenUp(status)).length,
  }
}
