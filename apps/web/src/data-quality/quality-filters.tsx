import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { useMe } from '../staff/me.ts'
import { SelectField } from '../ui/select-field.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'

type Props = {
  year: string
  /** Newest first; none where the list is of today. */
  years: readonly string[]
  whose: string
  /** Whom it is narrowed to. */
  label?: string
}

/** Of which year, and for whom: both stand in the address. */
export function QualityFilters({ year, years, whose, label = 'To be put right by' }: Props) {
  const me = useMe()
  const change = useChangeSearch()
  const { data } = useQuery(trpc.cases.choices.queryOptions(undefined, { staleTime: 300_000 }))
  const others = (data?.advisers ?? []).filter(({ name }) => name !== me.name)
  return (
    <div className="quality-filters no-print">
      {years.length > 0 && (
        <SelectField
          label="Year"
          choices={years.map((value) => ({ value, words: value }))}
          value={year}
          onChange={({ target }) => change({ year: target.value })}
        />
      )}
      <SelectField
        label={label}
        none="Anybody"
        choices={[{ value: 'mine', words: 'Me' }, ...others.map(({ id, name }) => ({ value: id, words: name }))]}
        value={whose === 'everyone' ? '' : whose}
        onChange={({ target }) => change({ whose: target.value || undefined })}
      />
    </div>
  )
}
