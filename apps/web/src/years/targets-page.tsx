import { parseYear } from '@hubline/domain/years/year.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { useMay, useMe } from '../staff/me.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { WhoseTargets } from './whose-targets.tsx'
import { amountsOf } from './target-rows.ts'
import { TargetsForm } from './targets-form.tsx'

const route = getRouteApi('/hub/year/$year/targets')

/** What each figure of a year should reach, and by when. */
export function TargetsPage() {
  const { year } = route.useParams()
  const { programme } = route.useSearch()
  const { hub } = useMe()
  const may_set = useMay('target:set')
  const { data, error, refetch } = useQuery(trpc.years.targets.queryOptions({ year, programme }))
  if (!data && error) return <PageError error={error} reset={() => void refetch()} />
  const before = data && parseYear(data.before)
  return (
    <Page
      title={`Targets of ${year}`}
      hub={hub.name}
      note={
        <>
          <Link to="/year/$year" params={{ year }}>
            All figures of {year}
          </Link>
          {programme !== undefined && (
            <Link to="/year/$year/programme/$programme" params={{ year, programme }}>
              How the programme stands
            </Link>
          )}
        </>
      }
      actions={<WhoseTargets programme={programme} />}
    >
      {data && before ? (
        <TargetsForm
          key={`${year} ${programme ?? ''}`}
          year={data.year}
          programme={data.programme}
          before={before}
          may_set={may_set && !data.is_fixed}
          is_fixed={data.is_fixed}
          standing={data.figures.map(({ value, profile, before: past, ...figure }) => ({
            ...figure,
            value: value === null ? '' : String(value),
            profile: profile && profile.map(String),
            before: { value: past.value, target: past.target, months: amountsOf(before, past.months) },
          }))}
        />
      ) : (
        <Skeleton lines={12} height="60vh" />
      )}
    </Page>
  )
}
