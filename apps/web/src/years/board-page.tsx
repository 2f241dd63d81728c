import { PACKS, type Pack } from '@hubline/domain/indicators/definition.ts'
import { parseYear, previousYear } from '@hubline/domain/years/year.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { PageError, PageNotFound } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { AsAtBanner } from '../indicators/as-at-banner.tsx'
import { AsAtChooser } from '../indicators/as-at-chooser.tsx'
import { isNothing } from '../indicators/show-figure.ts'
import { useMe } from '../staff/me.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { boardQuery } from './board-query.ts'
import './board.css'
import type { Board } from './board.ts'
import { EmptyYear } from './empty-year.tsx'
import { FigureCard } from './figure-card.tsx'
import { FiguresTable } from './figures-table.tsx'
import { MonthByMonth } from './month-by-month.tsx'
import { PackDownload } from './pack-download.tsx'
import { YearBefore } from './year-before.tsx'
import { YearState } from './year-state.tsx'
import { YearSwitch } from './year-switch.tsx'

const route = getRouteApi('/hub/year/$year')

/** The figures of a year, each a link to the list that makes it. */
export function BoardPage() {
  const params = route.useParams()
  const { chart, as_at } = route.useSearch()
  const year = parseYear(params.year)
  const { hub } = useMe()
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...boardQuery(params.year, as_at),
    placeholderData: keepPreviousData,
  })
  if (!year) return <PageNotFound />
  if (!data && error) return <PageError error={error} reset={() => void refetch()} />
  return (
    <Page
      title={`Year ${year} in numbers`}
      hub={hub.name}
      note={
        as_at === undefined && (
          <>
            <YearState year={year} />
            <Link to="/year/$year/radar" params={{ year }}>
              Nearly counting
            </Link>
            <Link to="/year/$year/targets" params={{ year }}>
              Targets
            </Link>
            <Link to="/year/$year/review" params={{ year }}>
              Annual review
            </Link>
            <span className="no-print">
              <AsAtChooser words="As at another day" />
            </span>
          </>
        )
      }
      actions={<YearSwitch year={year} years={data?.years ?? [year]} />}
    >
      {data && !isPlaceholderData ? (
        <>
          {data.as_at !== null && <AsAtBanner as_at={data.as_at} known_since={data.known_since} />}
          <Figures board={data} chart={chart} />
        </>
      ) : (
        <Waiting />
      )}
    </Page>
  )
}

function Figures({ board, chart }: { board: Board; chart: string | undefined }) {
  const is_empty = board.figures.every(({ value, target }) => isNothing(value) && target === null)
  if (is_empty) return <EmptyYear board={board} />
  const headlines = board.figures.filter(({ pack }) => pack === 'headline')
  const others = (Object.keys(PACKS) as Pack[]).filter((pack) => pack !== 'headline')
  return (
    <>
      {board.last_version !== null && (
        <p className="quiet small">
          <YearBefore last_year={previousYear(board.year)} last_version={board.last_version} />
        </p>
      )}
      <section aria-labelledby="headline-figures">
        <h2 id="headline-figures" className="visually-hidden">
          {PACKS.headline}
        </h2>
        <div className="figure-cards">
          {headlines.map((figure) => (
            <FigureCard key={figure.key} figure={figure} board={board} />
          ))}
        </div>
      </section>
      {board.as_at === null && <MonthByMonth board={board} chosen={chart} />}
      <FiguresTable board={board} packs={others} />
      {board.as_at === null && <PackDownload year={board.year} />}
    </>
  )
}

function Waiting() {
  return (
    <div className="figure-cards" aria-busy="true">
      <span role="status" className="visually-hidden">
        Loading the figures
      </span>
      {Array.from({ length: 9 }, (_, at) => (
        <div key={at} className="figure-card">
          <Skeleton lines={4} height="150px" />
        </div>
      ))}
    </div>
  )
}
