import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { useMay, useMe } from '../staff/me.ts'
import { TakeList } from '../ui/take-list.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { AsAtBanner } from './as-at-banner.tsx'
import { Definition } from './definition.tsx'
import { FigureTotal } from './figure-total.tsx'
import './units-page.css'
import { csvAddress, partsOf, readAfter } from './list-question.ts'
import { CourseOnRequest } from '../years/course.tsx'
import { SignedNote } from '../years/signed-note.tsx'
import { ListFilters } from './list-filters.tsx'
import { ListRows } from './list-rows.tsx'
import { figureInWords } from './show-figure.ts'
import { Split } from './split.tsx'

const route = getRouteApi('/hub/year/$year/$key')

/** The list behind a figure: each unit once, with the records that bring it in. */
export function UnitsPage() {
  const { year, key } = route.useParams()
  const question = route.useSearch()
  const { hub } = useMe()
  const may_download = useMay('figures:download')
  const { as_at, text, district, month, event, category, after } = question
  const narrowed = { as_at, text, district, month, event, category }
  const parts = partsOf(question)
  const asked = trpc.indicators.units.queryOptions({ key, year, ...narrowed, parts, after: readAfter(after) })
  const { data, error, refetch, isPlaceholderData } = useQuery({ ...asked, placeholderData: keepPreviousData })
  if (!data && error) return <PageError error={error} reset={() => void refetch()} />
  const here = data?.key === key && data.year === year ? data : undefined
  const title = here?.title ?? 'The list behind a figure'
  return (
    <Page
      title={here ? `${title}, ${year}` : title}
      tabTitle={here && `${figureInWords(here.unit, here.value)}: ${title}, ${year}`}
      hub={hub.name}
      note={
        <Link to="/year/$year" params={{ year }} search={{ as_at }}>
          All figures of {year}
        </Link>
      }
      actions={may_download && <TakeList href={csvAddress({ key, year, ...narrowed, ...parts })} />}
    >
      {here ? (
        <>
          {here.as_at !== null && <AsAtBanner as_at={here.as_at} known_since={here.known_since} />}
          <FigureTotal list={here} />
          {here.as_at === null && <SignedNote year={year} figure_key={key} />}
          <Definition definition={{ ...here, version: here.definition_version }} about={title} />
          {here.unit !== 'score' && here.as_at === null && parts.programme !== 'none' && (
            <CourseOnRequest
              key={`${key} ${year} ${parts.programme ?? ''}`}
              year={here.year}
              figure_key={key}
              programme={parts.programme}
            />
          )}
          <Split key={`split ${year} ${key}`} list={here} question={question} />
          <ListFilters key={`${year} ${key}`} question={question} list={here} busy={isPlaceholderData} />
          <ListRows list={here} question={question} />
        </>
      ) : (
        <Skeleton lines={9} height="60vh" />
      )}
    </Page>
  )
}
