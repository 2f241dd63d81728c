import { EVENT_STAGE_NAMES } from '@hubline/domain/events/stages.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { trpc } from '../api.ts'
import { Page } from '../shell/page.tsx'
import { useMay } from '../staff/me.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Tag } from '../ui/tag.tsx'
import { EventFacts } from './event-facts.tsx'
import { EventGuests } from './event-guests.tsx'
import { EventMoves } from './event-moves.tsx'
import { EventReach } from './event-reach.tsx'
import { STAGE_TONES, whenInWords } from './event-words.ts'
import '../businesses/client-page.css'
import './events.css'
import { PublicAddress } from './public-address.tsx'

const EditEventSheet = lazy(() =>
  import('./edit-event-sheet.tsx').then((module) => ({ default: module.EditEventSheet })),
)
const route = getRouteApi('/hub/events/$reference')

/** One event: what it is, who comes, who came, and what it counts for. */
export function EventPage() {
  const { reference } = route.useParams()
  const search = route.useSearch()
  const { data } = useSuspenseQuery(trpc.events.page.queryOptions({ reference }))
  const mayRun = useMay('event:run') && data.event.void_reason === null
  const [editing, setEditing] = useState(false)
  const { event, stage, counts } = data
  const isOver = event.held_on <= data.today
  return (
    <Page
      key={event.id}
      title={event.title}
      note={
        <>
          <Tag tone={STAGE_TONES[stage]}>{EVENT_STAGE_NAMES[stage]}</Tag>
          <span className="figures">{event.reference}</span>
        </>
      }
      actions={
        mayRun && (
          <>
            {stage !== 'draft' && stage !== 'cancelled' && (
              <ButtonLink
                to="/events/$reference/check-in"
                params={{ reference }}
                icon="check"
                look={isOver && stage !== 'delivered' ? 'filled' : 'plain'}
              >
                Check-in
              </ButtonLink>
            )}
            <Button icon="edit" onClick={() => setEditing(true)}>
              Edit
            </Button>
            <EventMoves page={data} />
          </>
        )
      }
    >
      <p className="event-when">
        {whenInWords(event)}
        {event.place && `, ${event.place}`}
        {!event.place && event.online_link && ', online'}
      </p>
      {event.void_reason !== null && <p className="client-notice bad">Void: {event.void_reason}. It counts nowhere.</p>}
      {counts.to_match > 0 && (
        <p className="client-notice">
          <span>
            {counts.to_match === 1 ? '1 guest is' : `${counts.to_match} guests are`} not yet matched with who is on
            record, and cannot count.
          </span>
          <ButtonLink size="small" to="/events/$reference/match" params={{ reference }}>
            Match {counts.to_match === 1 ? 'them' : 'all'} now
          </ButtonLink>
        </p>
      )}
      <div className="event-grid">
        <EventGuests page={data} search={search} mayRun={mayRun} />
        <div className={stage === 'delivered' ? 'event-side over' : 'event-side'}>
          <PublicAddress page={data} />
          <EventReach page={data} />
          <EventFacts page={data} />
        </div>
      </div>
      {editing && (
        <Suspense fallback={null}>
          <EditEventSheet event={event} today={data.today} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </Page>
  )
}
