import { YEAR_STATE_NAMES } from '@hubline/domain/years/close-year.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { trpc } from '../api.ts'
import { EvidenceSample } from '../evidence/evidence-sample.tsx'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { useMay, useMe } from '../staff/me.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import './close-page.css'
import { ChosenVersions } from './chosen-versions.tsx'
import { NextStep } from './next-step.tsx'
import { Restatement } from './restatement.tsx'
import { SignedVersions } from './signed-versions.tsx'
import { type Standing, showInstantDay } from './standing.ts'
import { Variances } from './variances.tsx'
import { yearPath } from './year-path.ts'

const route = getRouteApi('/hub/year/$year/close')

/** Where a year stands, who brought it there, what comes next, and every version that was signed off. */
export function ClosePage() {
  const { year } = route.useParams()
  const { version, differs, after } = route.useSearch()
  const { hub } = useMe()
  const may_close = useMay('year:close')
  const { data, error, refetch } = useQuery(trpc.years.standing.queryOptions({ year }))
  if (!data && error) return <PageError error={error} reset={() => void refetch()} />
  const shown = data?.versions.find((one) => one.version === Number(version)) ?? data?.versions[0]
  return (
    <Page
      title={`Close the year ${year}`}
      hub={hub.name}
      note={
        <>
          <Link to="/year/$year" params={{ year }}>
            All figures of {year}
          </Link>
          <Link to="/year/$year/review" params={{ year }}>
            Annual review
          </Link>
          {may_close && (
            <Link to="/year/$year/partners" params={{ year }}>
              Partner returns
            </Link>
          )}
        </>
      }
    >
      {data ? (
        <>
          <YearPath standing={data} />
          {data.state !== 'live' && <ChosenVersions year={year} />}
          {(data.state === 'draft' || data.state === 'checked') && <Variances year={year} />}
          {may_close && <NextStep key={data.steps.length} standing={data} />}
          {data.versions.length > 0 && <Restatement standing={data} differs={differs} after={after} />}
          {shown && <EvidenceSample key={shown.version} year={year} version={shown.version} />}
          {shown && <SignedVersions standing={data} shown={shown} />}
          <Steps standing={data} />
        </>
      ) : (
        <Skeleton lines={9} height="60vh" />
      )}
    </Page>
  )
}

/** From live to published, with the place where the year stands; the focus, when the button that moved the year is gone. */
function YearPath({ standing: { state, steps } }: { standing: Standing }) {
  const list = useRef<HTMLOListElement>(null)
  const shown = useRef(steps.length)
  useEffect(() => {
    if (shown.current === steps.length) return
    shown.current = steps.length
    if (document.activeElement === document.body) list.current?.focus()
  }, [steps.length])
  const path = yearPath(state, steps)
  const at = path.indexOf(state)
  return (
    <ol ref={list} tabIndex={-1} role="list" className="year-path" aria-label="Where the year stands">
      {path.map((one, place) => (
        <li key={one} className={place < at ? 'passed' : undefined} aria-current={place === at ? 'step' : undefined}>
          {YEAR_STATE_NAMES[one]}
        </li>
      ))}
    </ol>
  )
}

function Steps({ standing: { steps } }: { standing: Standing }) {
  return (
    <Panel title="Who did what">
      {steps.length === 0 ? (
        <EmptyState sentence="Nobody has moved this year on yet: its figures are counted afresh whenever they are looked at." />
      ) : (
        <ol role="list" className="year-steps">
          {steps.map(({ number, state, moved_by, moved_at, note }) => (
            <li key={number}>
              <b>{YEAR_STATE_NAMES[state as keyof typeof YEAR_STATE_NAMES]}</b> by {moved_by} on{' '}
              <span className="figures">{showInstantDay(moved_at)}</span>
              {note && <p className="quiet">{note}</p>}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
