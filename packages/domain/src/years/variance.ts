import { z } from 'zod'
import { requiredText, sent } from '../fields.ts'
import { parseYear } from './year.ts'

/** A headline that is further than this from the year before, or from its target, is explained before it is signed off. */
export const EXPLAINED_ABOVE_PERCENT = 5

/** How far a figure is from what it is held against: `percent` is signed, to one decimal; null of nothing. */
export type Variance = { from: 'last_year' | 'target'; base: string; percent: number | null }

type Held = { value: string | null; last_year: string | null; target: string | null }

const hundredths = (value: string): number => Math.round(Number(value) * 100)

/** Every variance of a figure that asks for an explanation. Of nothing there is no percent: whatever came of it asks. */
export function variancesOf({ value, last_year, target }: Held): Variance[] {
  if (value === null) return []
  const held = [
    { from: 'last_year', base: last_year },
    { from: 'target', base: target },
  ] as const
  return held.flatMap(({ from, base }) => {
    if (base === null) return []
    const difference = hundredths(value) - hundredths(base)
    if (Math.abs(difference) * 100 <= EXPLAINED_ABOVE_PERCENT * hundredths(base)) return []
    return [
      { from, base, percent: hundredths(base) > 0 ? Math.round((difference * 1000) / hundredths(base)) / 10 : null },
    ]
  })
}

/** Whether a year has anything at all: a hub's first year is held against no year before it. */
export const hasAnything = (figures: readonly { value: string | null }[]): boolean =>
  figures.some(({ value }) => value !== null && hundredths(value) !== 0)

export const ExplainYear = z.object({
  ...sent,
  year: z.string().refine((text) => parseYear(text) !== undefined, 'Write the year like 2021-22'),
  explanations: z
    .array(
      z.object({
        key: z.string().min(1, 'Choose a figure').max(100, 'Choose a figure'),
        /** The version on the screen from which it is written; 0 where there was none. */
        version: z.int('Reload the page and try again').min(0, 'Reload the page and try again').max(2_147_483_647),
        words: requiredText('Say why the figure differs', 1000),
      }),
    )
    .min(1, 'Write an explanation first')
    .max(100, 'Write at most 100 explanations at once')
    .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'Explain each figure once'),
})
