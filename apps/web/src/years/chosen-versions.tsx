import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { Panel } from '../ui/panel.tsx'
import { showInstantDay } from './standing.ts'

/** Which versions were chosen for a year when it became a draft, by whom and when. */
export function ChosenVersions({ year }: { year: string }) {
  const { data } = useQuery(trpc.years.versionsAsked.queryOptions({ year }))
  if (!data || data.chosen.length === 0) return null
  const figures = data.figures.flatMap((figure) => {
    const chosen = data.chosen.find(({ key }) => key === figure.key)
    return chosen ? [{ ...figure, chosen }] : []
  })
  return (
    <Panel title="Which versions count this year">
      <ul role="list" className="year-steps">
        {figures.map(({ key, title, counts_now, chosen }) => (
          <li key={key}>
            <Link to="/definitions/$key" params={{ key }}>
              {title}
            </Link>
            : version {chosen.version}, chosen by {chosen.chosen_by} on{' '}
            <span className="figures">{showInstantDay(chosen.chosen_at)}</span>
            {counts_now !== chosen.version && (
              <p className="quiet">Version {counts_now} was published for the year since, and counts it.</p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
