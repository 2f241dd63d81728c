import { z } from 'zod'
import { sent } from '../fields.ts'
import type { UnitOfValue } from '../indicators/definition.ts'
import { Problem } from '../problem.ts'
import { parseYear } from './year.ts'

/** What a year should reach, and how much of it each month should add: twelve amounts, April first; none goes evenly. */
export type Target = { value: number; profile: readonly number[] | null }

const MOST = 1e12
const AMOUNT = 'Write the target in digits, like 2900'
const amount = z.number(AMOUNT).min(0, AMOUNT).max(MOST, 'Write a smaller target')

export const SetTargets = z.object({
  ...sent,
  year: z.string().refine((text) => parseYear(text) !== undefined, 'Write the year like 2021-22'),
  /** The reference of a programme; without it, of the whole hub. */
  programme: z.string().min(1, 'Choose a programme').max(200, 'Choose a programme').optional(),
  targets: z
    .array(
      z.object({
        key: z.string().min(1, 'Choose a figure').max(100, 'Choose a figure'),
        /** The version on the screen from which it is set; 0 where there was none. */
        version: z.int('Reload the page and try again').min(0, 'Reload the page and try again').max(2_147_483_647),
        /** Null takes the target away. */
        value: amount.nullable(),
        profile: z.array(amount).length(12, 'A profile has twelve months').nullable(),
      }),
    )
    .min(1, 'Change a target first')
    .max(200, 'Set at most 200 targets at once')
    .refine((targets) => new Set(targets.map(({ key }) => key)).size === targets.length, 'Set each target once'),
})

/** A mean is a level, held from the first day: nothing of it is due by a month. */
export const hasProfile = (unit: UnitOfValue): boolean => unit !== 'score'

/** Why a target cannot be set so, in a sentence; undefined where it can. Counts, FTE and pounds are set in whole ones. */
export function targetProblem(unit: UnitOfValue, { value, profile }: Target): string | undefined {
  if (!hasProfile(unit)) {
    if (value < 1 || value > 5) return 'Write a score from 1 to 5, like 4.5'
    if (Math.abs(value * 100 - Math.round(value * 100)) > 1e-9) return 'Write a score with at most two decimals'
    return profile ? 'A score has no months: only its target is set' : undefined
  }
  if (!Number.isInteger(value)) return 'Write the target in whole ones'
  if (!profile) return undefined
  if (profile.some((part) => !Number.isInteger(part))) return 'Write each month in whole ones'
  const off = total(profile) - value
  if (off === 0) return undefined
  return `The months add up to ${total(profile)}: ${Math.abs(off)} too ${off > 0 ? 'many' : 'few'}`
}

/** @throws Problem 'invalid' */
export function refuseBadTarget(named: { title: string; unit: UnitOfValue }, target: Target): void {
  const problem = targetProblem(named.unit, target)
  if (problem) throw new Problem('invalid', `${named.title}: ${problem}`, 'targets')
}

const total = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0)

/**
 * Twelve amounts that add up to the value: each month's as near to its weight as whole ones allow, counted from April, so
 * that no month-end is off by one or more. A value with hundredths goes in hundredths.
 */
function spread(value: number, weights: readonly number[]): number[] {
  const grain = Number.isInteger(value) ? 1 : 100
  const whole = total(weights)
  let gone = 0
  const due = weights.map((weight) => {
    gone += weight
    return Math.round((value * grain * gone) / whole)
  })
  due[11] = Math.round(value * grain)
  return due.map((by_then, at) => (by_then - (due[at - 1] ?? 0)) / grain)
}

/** The same every month. */
export const evenProfile = (value: number): number[] =>
  spread(
    value,
    Array.from({ length: 12 }, () => 1),
  )

/** As another year's months went; undefined where nothing was reached in it. */
export function profileLike(value: number, months: readonly number[]): number[] | undefined {
  const weights = Array.from({ length: 12 }, (_, at) => Math.max(0, months[at] ?? 0))
  return total(weights) > 0 ? spread(value, weights) : undefined
}

/** What each month should add. */
export const monthsOfTarget = ({ value, profile }: Target): readonly number[] => profile ?? evenProfile(value)

/** What should be reached by the end of each month. */
export function dueByMonthEnds(target: Target): number[] {
  let gone = 0
  return monthsOfTarget(target).map((part) => {
    gone += part
    return Math.round(gone * 100) / 100
  })
}

/**
 * Which part of the target should be reached, 0 to 1, when so many months have gone (0 to 12, with a part of the present
 * one). Without a profile that is the part of the year that has gone.
 */
export function partDue({ value, profile }: Target, months_gone: number): number {
  if (!profile || value <= 0) return Math.min(1, Math.max(0, months_gone / 12))
  const whole = Math.min(12, Math.max(0, Math.floor(months_gone)))
  const part = (profile[whole] ?? 0) * Math.max(0, months_gone - whole)
  return Math.min(1, (total(profile.slice(0, whole)) + part) / value)
}
