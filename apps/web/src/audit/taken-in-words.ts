import { districtName } from '@hubline/domain/businesses/districts.ts'
import { DEMAND_DIMENSIONS, type DemandDimension } from '@hubline/domain/skills-reviews/demand.ts'
import { DIMENSION_NAMES, demandInWords } from '@hubline/domain/skills-reviews/demand-words.ts'
import { asAtInWords } from '@hubline/domain/years/as-at.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'
import { dimensionName, partName } from '../indicators/part-name.ts'

type Row = inferOutput<typeof trpc.audit.taken>['rows'][number]

/** What tells one file from another: `2021-22, version 1, xlsx, the rest of it` or `2021-22, as at 1 May 2022, District: Derby`. */
export function partsOf({ figure, of, narrowed }: Pick<Row, 'figure' | 'of' | 'narrowed'>): string {
  const { year, version, format, event, reference, as_at, from = 0 } = of
  return [
    figure,
    year,
    version && `version ${version}`,
    format,
    event ?? reference,
    as_at && `as at ${asAtInWords(as_at)}`,
    ...Object.entries(narrowed).map(([key, value]) => value && narrowedTo(key, value)),
    from > 0 && 'the rest of it',
  ]
    .filter(Boolean)
    .join(', ')
}

const isOfDemand = (key: string): key is DemandDimension => (DEMAND_DIMENSIONS as readonly string[]).includes(key)

function narrowedTo(key: string, value: string): string {
  if (key === 'text') return `contains “${value}”`
  if (key === 'category') return `Category: ${value}`
  if (isOfDemand(key)) return `${DIMENSION_NAMES[key]}: ${demandInWords(key, value)}`
  return `${dimensionName(key)}: ${key === 'district' ? districtName(value) : partName(key, value)}`
}
