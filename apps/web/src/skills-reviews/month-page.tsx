import { todayInLondon } from '@hubline/domain/day.ts'
import { MONTH_NUMBERS, MONTH_NUMBER_NAMES, MONTH_NUMBER_RULES } from '@hubline/domain/skills-reviews/broker-month.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { trpc } from '../api.ts'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { useMay, useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import { MonthList } from './month-list.tsx'
import { MonthNumbers } from './month-numbers.tsx'
import { type MonthQuestion, monthInAddress, monthsBeside, nameOfMonth, readMonthQuestion } from './month-question.ts'
import { MonthTeam } from './month-team.tsx'
import { useBrokers } from './reviews-filters.tsx'
import './number-table.css'
import './month-page.css'

const route = getRouteApi('/hub/reviews/month')

/** What a broker did in a month, against the months before; for who leads, each broker and the team. */
export function MonthPage() {
  const search = route.useSearch()
  const [today] = useState(() => todayInLondon(new Date()))
  const { adviser_id } = useMe()
  const reads_others = useMay('month:read_others')
  const question = useMemo(
    () => readMonthQuestion(search, { today, who: { adviser_id, reads_others } }),
    [search, today, adviser_id, reads_others],
  )
  const month = monthInAddress(question.month)
  const { broker, of } = question
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...trpc.skillsReviews.month.queryOptions({ month, broker }),
    placeholderData: keepPreviousData,
  })
  const title = useTitle(broker, adviser_id)
  if (!data && error) return <PageError error={error} reset={() => void refetch()} />
  return (
    <Page
      title={title}
      tabTitle={`${title}: ${nameOfMonth(month)}`}
      note={<Months question={question} today={today} />}
      actions={
        <>
          {reads_others && <WhoseMonth broker={broker} />}
          <Button icon="print" onClick={() => globalThis.print()}>
            Print
          </Button>
        </>
      }
    >
      {data ? (
        <div className="stack" aria-busy={isPlaceholderData}>
          <MonthNumbers month={data} of={of} />
          <MonthTeam brokers={data.brokers} name={nameOfMonth(month)} />
        </div>
      ) : (
        <Skeleton lines={9} height="50vh" />
      )}
      {of && <MonthList question={question} of={of} />}
      <details className="month-rules">
        <summary>How these are counted</summary>
        <ul>
          {MONTH_NUMBERS.map((number) => (
            <li key={number}>
              <b>{MONTH_NUMBER_NAMES[number]}</b>: {MONTH_NUMBER_RULES[number]}
            </li>
          ))}
        </ul>
      </details>
    </Page>
  )
}

function useTitle(broker: string, me: string): string {
  const brokers = useBrokers()
  if (broker === me) return 'My month'
  if (broker === 'team') return 'The team’s month'
  if (broker === 'nobody') return 'A month under nobody’s name'
  const name = brokers.find(({ value }) => value === broker)?.words
  return name ? `Month of ${name}` : 'A broker’s month'
}

function WhoseMonth({ broker }: { broker: string }) {
  const change = useChangeSearch()
  const choices = [{ value: 'team', words: 'The team' }, ...useBrokers(), { value: 'nobody', words: 'Nobody named' }]
  return (
    <SelectField
      label="Whose month"
      hideLabel
      choices={
        choices.some(({ value }) => value === broker)
          ? choices
          : [...choices, { value: broker, words: 'Someone who left' }]
      }
      value={broker}
      onChange={({ target }) => change({ broker: target.value, of: undefined })}
    />
  )
}

function Months({ question: { month }, today }: { question: MonthQuestion; today: ReturnType<typeof todayInLondon> }) {
  const beside = monthsBeside(month, today)
  const first = { of: undefined, after: undefined, before: undefined }
  return (
    <span className="month-switch">
      <SearchLink change={{ month: beside.before, ...first }} className="no-print">
        <span aria-hidden="true">‹</span> {nameOfMonth(beside.before)}
      </SearchLink>
      <b>{nameOfMonth(monthInAddress(month))}</b>
      {beside.after && (
        <SearchLink change={{ month: beside.after, ...first }} className="no-print">
          {nameOfMonth(beside.after)} <span aria-hidden="true">›</span>
        </SearchLink>
      )}
    </span>
  )
}
