import { SIC_SECTIONS } from '@hubline/domain/businesses/sic-codes.ts'
import { SIZE_NAMES } from '@hubline/domain/businesses/size-bands.ts'
import { DIMENSIONS } from '@hubline/domain/indicators/dimensions.ts'
import { LEGAL_FORM_NAMES } from '../businesses/business-words.ts'
import { monthName } from '../years/months.ts'

const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  district: { unknown: 'District unknown' },
  section: {
    unknown: 'Not known',
    ...Object.fromEntries(Object.entries(SIC_SECTIONS).map(([letter, { name }]) => [letter, `${letter} ${name}`])),
  },
  size_band: SIZE_NAMES,
  legal_form: LEGAL_FORM_NAMES,
  intensity: {
    light: 'Light-touch',
    medium: 'Medium intensity',
    high: 'High intensity',
    none: 'In no band of minutes',
  },
  programme: { none: 'No programme' },
  known: { new: 'New this year', returning: 'Supported in an earlier year', unknown: 'No client named' },
}

/** The name of what a figure is split by. */
export const dimensionName = (dimension: string): string =>
  (DIMENSIONS as Readonly<Record<string, string>>)[dimension] ?? dimension

/** The name of a part of a split, where the page knows it; else the part itself. */
export const partName = (dimension: string, part: string): string =>
  dimension === 'month' ? monthName(part) : (NAMES[dimension]?.[part] ?? part)
