import { districtName, districtsToday } from '@hubline/domain/businesses/districts.ts'
import { SIC_SECTIONS } from '@hubline/domain/businesses/sic-codes.ts'
import { SIZE_NAMES } from '@hubline/domain/businesses/size-bands.ts'
import type { ReactNode } from 'react'
import type { Address } from '../address.ts'
import { choicesOf } from '../cases/case-words.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { FieldGroup } from '../ui/field.tsx'
import { type Choice, SelectField } from '../ui/select-field.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import { added, readCallListQuestion, TICKS, type Tick } from './call-list-question.ts'

const SECTORS = Object.entries(SIC_SECTIONS).map(([value, { name }]) => ({ value, words: name }))
const MONTHS = [0, 3, 6, 12, 18, 24, 36].map((months) => ({
  value: String(months),
  words: months === 0 ? 'Whenever it was' : `Over ${months} months ago, or never`,
}))
const ALL_DISTRICTS = districtsToday().map(({ code, name }) => ({ value: code, words: name }))

type Props = {
  search: Address
  /** Those that the hub serves; none: it has no area rule. */
  districts: readonly string[]
  ticks: readonly Tick[]
  /** Who is never among them. */
  children: ReactNode
}

/** What is asked of the businesses that a list or a letter takes; the question stands in the address. */
export function ListConditions({ search, districts, ticks, children }: Props) {
  const change = useChangeSearch()
  const { criteria } = readCallListQuestion(search)
  const places =
    districts.length > 0 ? districts.map((value) => ({ value, words: districtName(value) })) : ALL_DISTRICTS
  const more = (name: string, label: string, list: readonly string[] | undefined, choices: readonly Choice[]) => (
    <SelectField
      label={label}
      none={list?.length ? 'Add another' : 'Any'}
      choices={choices.filter(({ value }) => !list?.includes(value))}
      value=""
      onChange={({ target }) => target.value && change({ [name]: added(list, target.value) })}
    />
  )
  return (
    <>
      {more('sector', 'Sector', criteria.sectors, SECTORS)}
      {more('size', 'Employees', criteria.sizes, choicesOf(SIZE_NAMES))}
      {more('district', 'District', criteria.districts, places)}
      {!criteria.waiting && (
        <SelectField
          label="Last offered a review"
          choices={MONTHS}
          value={String(criteria.not_offered_months)}
          onChange={({ target }) => change({ months: target.value })}
        />
      )}
      <FieldGroup label="Only those that">
        <div className="stack-small">
          {ticks.map((tick) => (
            <Checkbox
              key={tick}
              checked={Boolean(criteria[tick])}
              onChange={({ target }) => change({ [tick]: target.checked ? 'yes' : undefined })}
            >
              {TICKS[tick]}
            </Checkbox>
          ))}
        </div>
      </FieldGroup>
      <p className="field-hint">{children}</p>
    </>
  )
}
