import { districtsToday } from '@hubline/domain/businesses/districts.ts'
import { SIC_SECTIONS } from '@hubline/domain/businesses/sic-codes.ts'
import {
  DEMAND_DIMENSIONS,
  type DemandDimension,
  NEED_STATES,
  NOT_SAID,
} from '@hubline/domain/skills-reviews/demand.ts'
import { DIMENSION_NAMES, demandInWords } from '@hubline/domain/skills-reviews/demand-words.ts'
import { ROLE_GROUPS, SKILL_AREAS, URGENCIES } from '@hubline/domain/skills-reviews/roles-and-skills.ts'
import { COURSE_LEVELS } from '@hubline/domain/training/training-files.ts'
import { FilterChips } from '../ui/filter-chips.tsx'
import { FilterMenu } from '../ui/filter-menu.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import type { DemandQuestion } from './demand-question.ts'

const VALUES: Readonly<Record<DemandDimension, readonly string[]>> = {
  role: [...ROLE_GROUPS, NOT_SAID],
  skill: SKILL_AREAS,
  level: [...COURSE_LEVELS, NOT_SAID],
  sector: [...Object.keys(SIC_SECTIONS), NOT_SAID],
  place: [...districtsToday().map(({ code }) => code), NOT_SAID],
  urgency: [...URGENCIES, NOT_SAID],
  state: NEED_STATES,
}

/** The filters of skills demand; all of them stand in the address. */
export function DemandFilters({ question: { asked } }: { question: DemandQuestion }) {
  const change = useChangeSearch()
  const chips = DEMAND_DIMENSIONS.flatMap((key) => {
    const value = asked[key]
    if (value === undefined) return []
    return [{ key, words: DIMENSION_NAMES[key], value: demandInWords(key, value), without: { [key]: undefined } }]
  })
  return (
    <div className="list-tools">
      <FilterMenu count={chips.length}>
        {DEMAND_DIMENSIONS.map((key) => (
          <SelectField
            key={key}
            label={DIMENSION_NAMES[key]}
            none="Any"
            choices={VALUES[key].map((value) => ({ value, words: demandInWords(key, value) }))}
            value={asked[key] ?? ''}
            onChange={({ target }) => change({ [key]: target.value || undefined })}
          />
        ))}
      </FilterMenu>
      <FilterChips chips={chips} />
    </div>
  )
}
