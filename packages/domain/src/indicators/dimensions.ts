import { z } from 'zod'
import type { Definition } from './definition.ts'
import { unitRecord } from './rules.ts'

/** By what a figure can be split. Each is also a filter of its list, under the same word in the address. */
export const DIMENSIONS = {
  district: 'District',
  section: 'Sector section',
  size_band: 'Size band',
  legal_form: 'Legal form',
  intensity: 'Intensity of support',
  programme: 'Programme',
  known: 'New or returning',
  month: 'Month',
} as const
export type Dimension = keyof typeof DIMENSIONS

/** What an intensity may be: the band of minutes in the year in which the business counts, or none. */
export const INTENSITIES = { light: 'gh.light', medium: 'gh.medium', high: 'gh.high' } as const

const part = z.string().min(1).max(100).optional()

/** Parts by which a list is narrowed: beside the district and the month, which lists have always had. */
export const Parts = z.object({
  section: part,
  size_band: part,
  legal_form: part,
  intensity: part,
  programme: part,
  known: part,
})
export type Parts = z.infer<typeof Parts>

const OF_BUSINESSES: readonly Dimension[] = ['section', 'size_band', 'legal_form', 'intensity']

/** By what a figure can be split: people have no legal form, and a project is no client. */
export function dimensionsOf({ counts }: Pick<Definition, 'counts'>): Dimension[] {
  const unit = unitRecord(counts)
  const all = Object.keys(DIMENSIONS) as Dimension[]
  if (unit === 'capital_project') return ['district', 'month']
  return unit === 'person' ? all.filter((dimension) => !OF_BUSINESSES.includes(dimension)) : all
}

/** A unit may stand in several programmes: these parts never add up to the figure. */
export const overlaps = (dimension: Dimension): boolean => dimension === 'programme'
