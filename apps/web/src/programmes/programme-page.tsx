import { showDay } from '@hubline/domain/day.ts'
import { FRAMEWORK_NAMES } from '@hubline/domain/programmes/frameworks.ts'
import { PACKS } from '@hubline/domain/indicators/definition.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { figureInWords } from '../indicators/show-figure.ts'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { useMe } from '../staff/me.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { DrawnCourse } from '../years/course.tsx'
import type { ProgrammeYear } from './programme.ts'
import { ProgrammeTargets } from './programme-targets.tsx'

const route = getRouteApi('/hub/year/$year/programme/$programme')

/** A programme in a year: what it was to reach, what it has reached, and where that may end. */
export function ProgrammePage() {
  const { year, programme } = route.useParams()
  const { hub } = useMe()
  const { data, error, refetch } = useQuery({
    ...trpc.programmes.figures.queryOptions({ year, programme }),
    // The choice of the year stays where it is, and keeps the focus.
    placeholderData: keepPreviousData,
  })
  if (!data && error) return <PageError error={error} reset={() => void refetch()} />
  return (
    <Page
      title={data ? `${data.programme.name}, ${data.year}` : 'Programme'}
      hub={hub.name}
      note={
        <>
          <Link to="/year/$year" params={{ year }}>
            All figures of {year}
          </Link>
          <Link to="/year/$year/targets" params={{ year }} search={{ programme }}>
            Targets
          </Link>
        </>
      }
      actions={data && <Years programme={programme} year={year} years={data.years} />}
    >
      {data ? <Told told={data} /> : <Skeleton lines={9} height="60vh" />}
    </Page>
  )
}

function Years({ programme, year, years }: { programme: string; year: string; years: readonly string[] }) {
  const navigate = useNavigate()
  const all = years.includes(year) ? years : [year, ...years].toSorted().toReversed()
  return (
    <SelectField
      label="Year"
      hideLabel
      choices={all.map((value) => ({ value, words: value }))}
      value={year}
      onChange={(event) =>
        void navigate({ to: '/year/$year/programme/$programme', params: { year: event.target.value, programme } })
      }
    />
  )
}

function Told({ told }: { told: ProgrammeYear }) {
  const { programme, year, with_target, others } = told
  const titles = [...with_target, ...others].map(({ title }) => title)
  const isAlone = (title: string) => titles.indexOf(title) === titles.lastIndexOf(title)
  return (
    <>
      <p className="quiet">{factsOf(told)}</p>
      {with_target.length === 0 ? (
        <EmptyState sentence={`No target has been set for ${programme.name} in ${year}.`}>
          <Link to="/year/$year/targets" params={{ year }} search={{ programme: programme.reference }}>
            Set its targets
          </Link>
        </EmptyState>
      ) : (
        <ProgrammeTargets told={told} />
      )}
      {with_target
        .filter(({ unit }) => unit !== 'score')
        .map(({ key, title, course }) => (
          <Panel key={key} title={title}>
            <DrawnCourse course={course} />
          </Panel>
        ))}
      {others.length > 0 && (
        <Panel title="Without a target">
          <ul className="stack">
            {others.map(({ key, title, pack, unit, value }) => (
              <li key={key}>
                <Link to="/year/$year/$key" params={{ year, key }} search={{ programme: programme.reference }}>
                  {isAlone(title) ? title : `${title} (${PACKS[pack]})`}
                </Link>
                : <b className="figures">{figureInWords(unit, value)}</b>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}

function timeOf({ starts_on, ends_on }: ProgrammeYear['programme']): string | false {
  if (starts_on === null) return ends_on !== null && `runs until ${showDay(ends_on)}`
  return ends_on === null ? `runs from ${showDay(starts_on)}` : `runs ${showDay(starts_on)} to ${showDay(ends_on)}`
}

function factsOf({ programme }: ProgrammeYear): string {
  const { reference, funder, framework } = programme
  return [
    reference,
    funder,
    timeOf(programme),
    framework && `reported under ${FRAMEWORK_NAMES[framework]}`,
    'counted from the records that name the programme, their case or their event',
  ]
    .filter(Boolean)
    .join(', ')
}
