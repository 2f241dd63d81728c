import { todayInLondon } from '@hubline/domain/day.ts'
import { yearOf, yearsBack } from '@hubline/domain/years/year.ts'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { Page } from '../shell/page.tsx'
import { useMay } from '../staff/me.ts'
import { Button, ButtonAnchor } from '../ui/button.tsx'
import { TakeList } from '../ui/take-list.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import { ViewTabs } from '../ui/view-tabs.tsx'
import { DemandFilters } from './demand-filters.tsx'
import { DemandList } from './demand-list.tsx'
import { DemandPicture } from './demand-picture.tsx'
import { DemandPublished } from './demand-published.tsx'
import { type DemandQuestion, demandCsvAddress, readDemandQuestion } from './demand-question.ts'
import './number-table.css'
import './demand-page.css'

const route = getRouteApi('/hub/reviews/demand')
const YEARS_BACK = 10
const FIRST_PAGE = { after: undefined, before: undefined }
const VIEWS = [
  { key: 'picture', words: 'Picture', change: { view: undefined, ...FIRST_PAGE } },
  { key: 'list', words: 'List', change: { view: 'list', ...FIRST_PAGE } },
  { key: 'publish', words: 'For publication', change: { view: 'publish', ...FIRST_PAGE } },
]

/** What businesses said they need, for whoever plans training: a picture, the needs behind it, and what may be published. */
export function DemandPage() {
  const search = route.useSearch()
  const [present] = useState(() => yearOf(todayInLondon(new Date())))
  const question = useMemo(() => readDemandQuestion(search, present), [search, present])
  const { view, asked } = question
  return (
    <Page
      title="Skills demand"
      tabTitle={`Skills demand, ${asked.year}`}
      note={<YearOfMeeting year={asked.year} present={present} />}
      actions={<Actions question={question} />}
    >
      <ViewTabs label="Ways to look at it" views={VIEWS} current={view} />
      {view === 'publish' ? (
        <DemandPublished year={asked.year} />
      ) : (
        <>
          <DemandFilters question={question} />
          {view === 'list' ? <DemandList question={question} /> : <DemandPicture question={question} />}
        </>
      )}
    </Page>
  )
}

function Actions({ question }: { question: DemandQuestion }) {
  const mayDownload = useMay('demand:download')
  const { view, asked } = question
  return (
    <>
      {view === 'publish' && (
        <Button icon="print" onClick={() => globalThis.print()}>
          Print
        </Button>
      )}
      {mayDownload && view === 'publish' && (
        <ButtonAnchor
          href={`/skills-demand-published.csv?year=${encodeURIComponent(asked.year)}`}
          download
          icon="download"
        >
          Download for publication
        </ButtonAnchor>
      )}
      {mayDownload && view !== 'publish' && <TakeList href={demandCsvAddress(question)} />}
    </>
  )
}

function YearOfMeeting({ year, present }: { year: string; present: ReturnType<typeof yearOf> }) {
  const change = useChangeSearch()
  const years = yearsBack(present, YEARS_BACK) as string[]
  return (
    <SelectField
      label="Year of the review"
      hideLabel
      choices={(years.includes(year) ? years : [...years, year]).map((value) => ({ value, words: value }))}
      value={year}
      onChange={({ target }) => change({ year: target.value })}
    />
  )
}
