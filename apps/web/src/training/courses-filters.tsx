import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { choicesOf } from '../cases/case-words.ts'
import { type Chip, FilterChips } from '../ui/filter-chips.tsx'
import { FilterMenu } from '../ui/filter-menu.tsx'
import { ListSearch } from '../ui/list-search.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import type { CoursesQuestion } from './courses-question.ts'
import { COURSE_KIND_NAMES } from './training-words.ts'

/** The filters of the courses: chosen in one menu, shown as sentences that can be taken out. */
export function CoursesFilters({ asked: { filter } }: { asked: CoursesQuestion }) {
  const change = useChangeSearch()
  const { data } = useQuery(trpc.training.providers.queryOptions(undefined, { staleTime: 300_000 }))
  const providers = (data?.providers ?? []).map(({ id, name }) => ({ value: id, words: name }))
  const chips: Chip[] = [
    ...chip('kind', 'Kind is', filter.kind && COURSE_KIND_NAMES[filter.kind]),
    ...chip(
      'provider',
      'Provider is',
      filter.provider && (providers.find(({ value }) => value === filter.provider)?.words ?? 'one'),
    ),
    ...chip('q', 'Has', filter.text),
  ]
  return (
    <div className="list-tools">
      <FilterMenu count={chips.length}>
        <SelectField
          label="Kind"
          none="Any"
          choices={choicesOf(COURSE_KIND_NAMES)}
          value={filter.kind ?? ''}
          onChange={({ target }) => change({ kind: target.value || undefined })}
        />
        <SelectField
          label="Provider"
          none="Any"
          choices={providers}
          value={filter.provider ?? ''}
          onChange={({ target }) => change({ provider: target.value || undefined })}
        />
      </FilterMenu>
      <ListSearch label="Search courses and providers" value={filter.text} />
      <FilterChips chips={chips} />
    </div>
  )
}

const chip = (key: string, words: string, value: string | undefined): Chip[] =>
  value ? [{ key, words, value, without: { [key]: undefined } }] : []
