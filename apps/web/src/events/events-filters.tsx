import { todayInLondon } from '@hubline/domain/day.ts'
import { yearOf, yearsBack } from '@hubline/domain/years/year.ts'
import { useState } from 'react'
import { type Chip, FilterChips } from '../ui/filter-chips.tsx'
import { ListSearch } from '../ui/list-search.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import { ViewTabs } from '../ui/view-tabs.tsx'
import type { EventsQuestion } from './events-question.ts'

const YEARS_SHOWN = 12

/** To come or past, of which year, and a word of the title; all of it stands in the address. */
export function EventsFilters({ asked: { when, year, text } }: { asked: EventsQuestion }) {
  const change = useChangeSearch()
  const [years] = useState(() => yearsBack(yearOf(todayInLondon(new Date())), YEARS_SHOWN).toReversed())
  const chips: Chip[] = [
    ...(year ? [{ key: 'year', words: 'Year is', value: year, without: { year: undefined } }] : []),
    ...(text ? [{ key: 'q', words: 'Has', value: text, without: { q: undefined } }] : []),
  ]
  const fresh = { year: undefined, after: undefined, before: undefined }
  return (
    <>
      <ViewTabs
        label="Which events"
        current={when}
        views={[
          { key: 'coming', words: 'To come', change: { ...fresh, when: undefined } },
          { key: 'past', words: 'Past', change: { ...fresh, when: 'past' } },
        ]}
      />
      <div className="list-tools">
        {when === 'past' && (
          <SelectField
            label="Year"
            hideLabel
            none="All years"
            choices={years.map((value) => ({ value, words: value }))}
            value={year ?? ''}
            onChange={({ target }) => change({ year: target.value || undefined })}
          />
        )}
        <ListSearch label="Search events" value={text} />
        <FilterChips chips={chips} />
      </div>
    </>
  )
}
