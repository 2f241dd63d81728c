import { FUNDING_ROUTE_NAMES, MODE_NAMES, PLAN_LINE_STATUS_NAMES } from '@hubline/domain/skills-reviews/plan-line.ts'
import { LEVEL_NAMES } from '@hubline/domain/skills-reviews/roles-and-skills.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'
import { choicesOf } from '../cases/case-words.ts'

export type PlanPageShown = inferOutput<typeof trpc.plans.page>
export type PlanLine = PlanPageShown['lines'][number]
export type PlanGap = PlanPageShown['gaps'][number]

export const PLAN_CHOICES = {
  level: choicesOf(LEVEL_NAMES).map(({ value, words }) => ({ value, words: words.replace(/^Level /, '') })),
  mode: choicesOf(MODE_NAMES),
  funding_route: choicesOf(FUNDING_ROUTE_NAMES),
  status: choicesOf(PLAN_LINE_STATUS_NAMES),
}
