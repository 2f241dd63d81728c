import { districtName } from '@hubline/domain/businesses/districts.ts'
import { CASE_STATUS_NAMES } from '@hubline/domain/cases/stages.ts'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { type Chip, FilterChips } from '../ui/filter-chips.tsx'
import { FilterMenu } from '../ui/filter-menu.tsx'
import { ListSearch } from '../ui/list-search.tsx'
import { type Choice, SelectField } from '../ui/select-field.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import { CASE_KIND_NAMES, choicesOf } from './case-words.ts'
import type { CaseloadQuestion } from './caseload-question.ts'
import { DUE_NAMES } from './due-words.ts'

type Props = { asked: CaseloadQuestion; /** Districts in sight, and the one asked for. */ districts: readonly string[] }

/** The filters of the caseload: chosen in one menu, shown as sentences that can be taken out. */
export function CaseloadFilters({ asked: { whose, filter }, districts }: Props) {
  const change = useChangeSearch()
  const { data } = useQuery(trpc.cases.choices.queryOptions(undefined, { staleTime: 300_000 }))
  const programmes = (data?.programmes ?? []).map(({ reference, name }) => ({ value: reference, words: name }))
  const advisers = (data?.advisers ?? []).map(({ id, name }) => ({ value: id, words: name }))
  const places = districts.map((code) => ({ value: code, words: districtName(code) }))
  const chips = chipsOf({ whose, filter }, { programmes, advisers })
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
        {select('status', 'Status', filter.status, choicesOf(CASE_STATUS_NAMES))}
        {select('due', 'Next step', filter.due, choicesOf(DUE_NAMES))}
        {select('kind', 'Kind', filter.kind, choicesOf(CASE_KIND_NAMES))}
        {select('district', 'District', filter.district, places)}
        {select('programme', 'Programme', filter.programme, programmes)}
        {whose !== 'mine' && select('whose', 'Adviser', whose === 'team' ? undefined : whose, advisers)}
      </FilterMenu>
      <ListSearch label="Search these cases" value={filter.text} />
      <FilterChips chips={chips} />
    </div>
  )
}

type Names = { programmes: readonly Choice[]; advisers: readonly Choice[] }

function chipsOf(
  { whose, filter }: Pick<CaseloadQuestion, 'whose' | 'filter'>,
  { programmes, advisers }: Names,
): Chip[] {
  const named = (choices: readonly Choice[], value: string) =>
    choices.find((choice) => choice.value === value)?.words ?? value
  const chip = (key: string, words: string, value: string | undefined): Chip[] =>
    value ? [{ key, words, value, without: { [key]: undefined } }] : []
  return [
    ...(whose === 'mine' || whose === 'team'
      ? []
      : [{ key: 'whose', words: 'Adviser is', value: named(advisers, whose), without: { whose: 'team' } }]),
    ...chip('status', 'Status is', filter.status && CASE_STATUS_NAMES[filter.status]),
    ...chip('due', 'Next step is', filter.due && DUE_NAMES[filter.due].toLowerCase()),
    ...chip('kind', 'Kind is', filter.kind && CASE_KIND_NAMES[filter.kind]),
    ...chip('district', 'District is', filter.district && districtName(filter.district)),
    ...chip('programme', 'Programme is', filter.programme && named(programmes, filter.programme)),
    ...chip('silent', 'No contact for', filter.silent && '90 days'),
    ...chip('q', 'Has', filter.text),
  ]
}
