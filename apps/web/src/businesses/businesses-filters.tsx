import { districtName, districtsToday } from '@hubline/domain/businesses/districts.ts'
import { RELATIONSHIP_NAMES } from '@hubline/domain/businesses/relationship.ts'
import { SIZE_NAMES } from '@hubline/domain/businesses/size-bands.ts'
import { choicesOf } from '../cases/case-words.ts'
import { type Chip, FilterChips } from '../ui/filter-chips.tsx'
import { FilterMenu } from '../ui/filter-menu.tsx'
import { ListSearch } from '../ui/list-search.tsx'
import { type Choice, SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import type { BusinessesQuestion } from './businesses-question.ts'

const DISTRICTS = districtsToday().map(({ code, name }) => ({ value: code, words: name }))

/** The filters of the list of businesses; all of them stand in the address. */
export function BusinessesFilters({ asked: { filter } }: { asked: BusinessesQuestion }) {
  const change = useChangeSearch()
  const chips = chipsOf(filter)
  const select = (name: string, label: string, value: string | undefined, choices: readonly Choice[]) => (
    <SelectField
      label={label}
      none="Any"
      choices={choices}
      value={value ?? ''}
      onChange={({ target }) => change({ [name]: target.value || undefined })}
    />
  )
  return (
    <div className="list-tools">
      <FilterMenu count={chips.length}>
        {select('state', 'Relationship', filter.state, choicesOf(RELATIONSHIP_NAMES))}
        {select('district', 'District', filter.district, DISTRICTS)}
        {select('size', 'Employees', filter.size, choicesOf(SIZE_NAMES))}
        <TextField
          key={filter.sector}
          label="Sector"
          hint="First digits of the SIC code, like 62"
          short
          inputMode="numeric"
          defaultValue={filter.sector}
          onBlur={({ target }) =>
            target.value.trim() !== (filter.sector ?? '') && change({ sector: target.value.trim() || undefined })
          }
          onKeyDown={(event) =>
            event.key === 'Enter' && change({ sector: event.currentTarget.value.trim() || undefined })
          }
        />
      </FilterMenu>
      <ListSearch label="Search businesses" value={filter.text} />
      <FilterChips chips={chips} />
    </div>
  )
}

function chipsOf({ state, district, size, sector, text }: BusinessesQuestion['filter']): Chip[] {
  const chip = (key: string, words: string, value: string | undefined): Chip[] =>
    value ? [{ key, words, value, without: { [key]: undefined } }] : []
  return [
    ...chip('state', 'Relationship is', state && RELATIONSHIP_NAMES[state]),
    ...chip('district', 'District is', district && districtName(district)),
    ...chip('size', 'Employees are', size && SIZE_NAMES[size]),
    ...chip('sector', 'Sector begins with', sector),
    ...chip('q', 'Has', text),
  ]
}
