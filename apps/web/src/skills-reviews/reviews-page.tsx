import { todayInLondon } from '@hubline/domain/day.ts'
import { yearOf, yearsBack } from '@hubline/domain/years/year.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { Page } from '../shell/page.tsx'
import { useMay } from '../staff/me.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { TakeList } from '../ui/take-list.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import { RecentChanges } from './recent-changes.tsx'
import { ReviewFunnel } from './review-funnel.tsx'
import { REVIEW_COLUMNS } from './reviews-columns.tsx'
import { ReviewsFilters } from './reviews-filters.tsx'
import { readReviewsQuestion, reviewsCsvAddress } from './reviews-question.ts'
import './reviews-page.css'

const route = getRouteApi('/hub/reviews')
const SIZE = 50
/** As far back as the year switch goes; older years stand under "all years". */
const YEARS_BACK = 10

/** Every skills review by stage, with the funnel on top. */
export function ReviewsPage() {
  const search = route.useSearch()
  const [present] = useState(() => yearOf(todayInLondon(new Date())))
  const question = useMemo(() => readReviewsQuestion(search, present), [search, present])
  const { asked, at, reason, sort, direction, after, before } = question
  const mayDownload = useMay('demand:download')
  const mayWork = useMay('review:work')
  const [recent, setRecent] = useState(false)
  const readsOthers = useMay('month:read_others')
  const list = trpc.skillsReviews.list.queryOptions({
    ...asked,
    at,
    reason,
    sort,
    direction,
    after,
    before,
    size: SIZE,
  })
  const { data, error, isPlaceholderData } = useQuery({ ...list, placeholderData: keepPreviousData })
  const funnel = useQuery({ ...trpc.skillsReviews.funnel.queryOptions(asked), placeholderData: keepPreviousData })
  return (
    <Page
      title="Skills reviews"
      note={<YearSelect year={asked.year} present={present} dated={Boolean(asked.from ?? asked.to)} />}
      actions={
        <>
          {mayWork && (
            <>
              <Button icon="history" onClick={() => setRecent(true)}>
                Recent changes
              </Button>
              <ButtonLink to="/reviews/call-list" icon="phone">
                Call lists
              </ButtonLink>
              <ButtonLink to="/reviews/mail" icon="mail">
                Offers by mail
              </ButtonLink>
            </>
          )}
          <ButtonLink to="/reviews/demand" search={asked.year ? { year: asked.year } : {}} icon="bars">
            Skills demand
          </ButtonLink>
          <ButtonLink to="/reviews/month" icon="calendar">
            {readsOthers ? 'Brokers’ month' : 'My month'}
          </ButtonLink>
          {mayDownload && <TakeList href={reviewsCsvAddress(question)} />}
        </>
      }
    >
      <div className="funnel-room">
        {funnel.data && (
          <ReviewFunnel funnel={funnel.data} at={at} reason={reason} of={asked.year ? `in ${asked.year}` : 'in all'} />
        )}
      </div>
      <ReviewsFilters question={question} />
      {error && !data ? (
        <EmptyState sentence={problemOf(error).sentence}>
          <SearchLink change={{ after: undefined, before: undefined }}>Go to the first page</SearchLink>
        </EmptyState>
      ) : data ? (
        <div aria-busy={isPlaceholderData} className="stack">
          <p className="reviews-total figures" role="status">
            {data.total === 1 ? '1 review' : `${data.total.toLocaleString('en-GB')} reviews`}
          </p>
          {data.rows.length > 0 ? (
            <DataTable
              caption="Skills reviews"
              columns={REVIEW_COLUMNS}
              rows={data.rows}
              keyOf={(row) => row.id}
              sort={search.sort ?? '-offered_on'}
            />
          ) : (
            <NoReviews />
          )}
          {(data.next || data.previous) && (
            <Pager
              next={data.next ?? undefined}
              previous={data.previous ?? undefined}
              words={`${data.rows.length} on this page`}
            />
          )}
        </div>
      ) : (
        <Skeleton lines={12} height="60vh" />
      )}
      {recent && <RecentChanges onClose={() => setRecent(false)} />}
    </Page>
  )
}

const WHOLE = {
  at: undefined,
  reason: undefined,
  broker: undefined,
  district: undefined,
  sector: undefined,
  by: undefined,
  from: undefined,
  to: undefined,
  q: undefined,
  after: undefined,
  before: undefined,
}

function NoReviews() {
  return (
    <EmptyState sentence="No skills review matches.">
      <SearchLink change={WHOLE} className="button plain usual">
        Show all of the year
      </SearchLink>
      <SearchLink change={{ ...WHOLE, year: 'all' }} className="button plain usual">
        Show all years
      </SearchLink>
    </EmptyState>
  )
}

function YearSelect({
  year,
  present,
  dated,
}: {
  year: string | undefined
  present: ReturnType<typeof yearOf>
  dated: boolean
}) {
  const change = useChangeSearch()
  const years = yearsBack(present, YEARS_BACK) as string[]
  const choices = (year === undefined || years.includes(year) ? years : [...years, year]).map((value) => ({
    value,
    words: value,
  }))
  return (
    <SelectField
      label="Year of the offer"
      hideLabel
      choices={[{ value: 'all', words: dated ? 'Any year' : 'All years' }, ...choices]}
      value={year ?? 'all'}
      onChange={({ target }) => change({ year: target.value, by: undefined, from: undefined, to: undefined })}
    />
  )
}
