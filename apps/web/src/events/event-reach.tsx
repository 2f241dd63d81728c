import { minutesInWords } from '@hubline/domain/minutes-in-words.ts'
import { Link } from '@tanstack/react-router'
import { countOf, rowsOf } from '../indicators/show-figure.ts'
import { Panel } from '../ui/panel.tsx'
import '../ui/line-list.css'
import type { EventPageData } from './event.ts'

/** What an event brings in: each number opens to the list of exactly those. */
export function EventReach({ page: { event, reach, year } }: { page: EventPageData }) {
  const reached = reach.filter(({ units }) => units > 0)
  const businesses = reach.find(({ key }) => key === 'local.event_businesses')?.units ?? 0
  return (
    <Panel title="Counts for" note={year}>
      {reached.length === 0 ? (
        <p className="quiet">Nothing yet: it counts once somebody who came is ticked and matched with a business.</p>
      ) : (
        <ul role="list" className="line-list">
          {reached.map(({ key, title, unit, units }) => (
            <li key={key}>
              <Link
                to="/year/$year/$key"
                params={{ year, key }}
                search={{ event: event.reference }}
                className="figures"
              >
                {countOf(units, rowsOf(unit))}
              </Link>{' '}
              in {title}
            </li>
          ))}
        </ul>
      )}
      {businesses > 0 && (
        <p className="small quiet">
          {minutesInWords(event.minutes)} credited to {businesses === 1 ? 'it' : 'each of them'}, once however many of
          its people came.
        </p>
      )}
    </Panel>
  )
}
