import { minutesInWords } from '@hubline/domain/minutes-in-words.ts'
import { Panel } from '../ui/panel.tsx'
import { Facts } from '../ui/facts.tsx'
import type { EventPageData } from './event.ts'
import { startWith, takenOf } from './event-words.ts'

/** What is known of an event besides its day and place. */
export function EventFacts({ page: { event, programme, taken } }: { page: EventPageData }) {
  return (
    <Panel title="Facts">
      <Facts
        facts={[
          { title: 'Kind', value: event.kind && startWith(event.kind) },
          { title: 'Places taken', value: takenOf(taken, event.capacity) },
          ...(event.online_link
            ? [
                {
                  title: 'Joins online at',
                  value: (
                    <a href={event.online_link} rel="noreferrer">
                      {event.online_link}
                    </a>
                  ),
                },
              ]
            : []),
          { title: 'Credited', value: minutesInWords(event.minutes) },
          { title: 'For starting up', value: event.start_up_support ? 'Yes' : 'No' },
          { title: 'Signed sheet', value: event.sheet_kept ? 'Kept' : 'None' },
          ...(programme ? [{ title: 'Programme', value: programme.name }] : []),
        ]}
      />
      {event.description && <p className="event-description">{event.description}</p>}
    </Panel>
  )
}
