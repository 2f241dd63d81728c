import { districtName, districtsToday } from '@hubline/domain/businesses/districts.ts'
import { SIC_SECTIONS } from '@hubline/domain/businesses/sic-codes.ts'
import { showDay } from '@hubline/domain/day.ts'
import { FUNNEL_NAMES } from '@hubline/domain/skills-reviews/funnel.ts'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { type Chip, FilterChips } from '../ui/filter-chips.tsx'
import { FilterMenu } from '../ui/filter-menu.tsx'
import { ListSearch } from '../ui/list-search.tsx'
import { type Choice, SelectField } from '../ui/select-field.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import { reasonName } from './review-funnel.tsx'
import { DATED_NAMES, type ReviewsQuestion } from './reviews-question.ts'

const DISTRICTS = districtsToday().map(({ code, name }) => ({ value: code, words: name }))
export const SECTORS = Object.entries(SIC_SECTIONS).map(([value, { name }]) => ({ value, words: name }))

/** The filters of the skills reviews; all of them stand in the address. */
export function ReviewsFilters({ question }: { question: ReviewsQuestion }) {
  const change = useChangeSearch()
  const brokers = useBrokers()
  const { asked } = question
  const chips = chipsOf(question, brokers)
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
        {select('broker', 'Broker', asked.broker, [...brokers, { value: 'none', words: 'Nobody' }])}
        {select('district', 'District', asked.district, DISTRICTS)}
        {select('sector', 'Sector', asked.sector, SECTORS)}
      </FilterMenu>
      <ListSearch label="Search by business or reference" value={asked.text} />
      <FilterChips chips={chips} />
    </div>
  )
}

/** Those who hold reviews: the skills brokers, and whoever else has a name among the advisers. */
export function useBrokers(): readonly Choice[] {
  const { data } = useQuery(trpc.cases.choices.queryOptions(undefined, { staleTime: 300_000 }))
  const advisers = data?.advisers ?? []
  return [...advisers.filter(isBroker), ...advisers.filter((one) => !isBroker(one))].map(({ id, name }) => ({
    value: id,
    words: name,
  }))
}

const isBroker = ({ role }: { role: string }) => role === 'skills_broker'

function chipsOf({ asked, at, reason }: ReviewsQuestion, brokers: readonly Choice[]): Chip[] {
  const { broker, district, sector, text, by = 'offered_on', from, to } = asked
  const chip = (key: string, words: string, value: string | undefined): Chip[] =>
    value ? [{ key, words, value, without: { [key]: undefined } }] : []
  const named = broker === 'none' ? 'nobody' : brokers.find(({ value }) => value === broker)?.words
  const span = [from && `from ${showDay(from)}`, to && `to ${showDay(to)}`].filter(Boolean).join(' ')
  return [
    ...chip('at', 'At', at && FUNNEL_NAMES[at].toLowerCase()),
    ...chip('reason', 'Because', reason && reasonName(reason).toLowerCase()),
    ...(span
      ? [
          {
            key: 'span',
            words: DATED_NAMES[by],
            value: span,
            without: { by: undefined, from: undefined, to: undefined },
          },
        ]
      : []),
    ...chip('broker', 'Broker is', broker && (named ?? 'someone who left')),
    ...chip('district', 'District is', district && districtName(district)),
    ...chip('sector', 'Sector is', sector && SIC_SECTIONS[sector].name),
    ...chip('q', 'Has', text),
  ]
}
