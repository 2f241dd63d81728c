import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { oneOf } from '../address.ts'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { toast } from '../ui/toast.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import './check-in.css'
import { AllExcept } from './all-except.tsx'
import { CheckInBox } from './check-in-box.tsx'
import { CheckInRow } from './check-in-row.tsx'
import { type CheckInGuest, expected, SHOWN, shownGuests } from './check-in-state.ts'
import { CloseCheckIn } from './close-check-in.tsx'
import { whenInWords } from './event-words.ts'
import { useCheckIn } from './use-check-in.ts'

const route = getRouteApi('/hub/events/$reference/check-in')
const WORDS = { all: 'All', not_yet: 'Not ticked', came: 'Came' } as const

/** The list at the door: big ticks, all but a few at once, and whoever stands there without a place. */
export function CheckInPage() {
  const { reference } = route.useParams()
  const show = oneOf(route.useSearch(), 'show', SHOWN) ?? 'all'
  const change = useChangeSearch()
  const [typed, setTyped] = useState('')
  const [mode, setMode] = useState<'ticks' | 'all_except' | 'close'>('ticks')
  const { event, today, guests, error, refetch, mark, addWalkIn, unsent } = useCheckIn(reference)
  if (!event || !today)
    return error ? (
      <PageError error={error} reset={() => void refetch()} />
    ) : (
      <Page title="Check-in">
        <Skeleton lines={9} height="60vh" />
      </Page>
    )
  const came = guests.filter(({ status }) => status === 'attended').length
  const missing = expected(guests)
  const shown = shownGuests(guests, show, typed)
  const closed = event.status === 'cancelled' || event.held_on > today

  function tick(guest: CheckInGuest) {
    const ticks = guest.status !== 'attended'
    mark([guest], ticks)
    toast(ticks ? `${guest.name} is here` : `${guest.name} is not here`, {
      action: { words: 'Undo', run: () => mark([guest], !ticks) },
    })
  }

  return (
    <Page
      title={`Check-in: ${event.title}`}
      note={
        <>
          <span className="figures">{whenInWords({ ...event, ends_at: null })}</span>
          <Link to="/events/$reference" params={{ reference }}>
            Event page
          </Link>
        </>
      }
    >
      {closed ? (
        <EmptyState
          sentence={
            event.status === 'cancelled'
              ? 'The event is cancelled.'
              : 'The event has not taken place yet. On its day, you say here who came.'
          }
        />
      ) : (
        <div className="check-in">
          <p role="status" className="check-in-count figures">
            <b>{came}</b> came
            {missing.length > 0 && <span className="quiet">, {missing.length} booked and not ticked</span>}
          </p>
          {mode === 'all_except' ? (
            <AllExcept
              guests={missing}
              onDone={(those) => {
                mark(those, true)
                setMode('ticks')
              }}
              onCancel={() => setMode('ticks')}
            />
          ) : (
            <>
              <CheckInBox
                typed={typed}
                onType={setTyped}
                nobody={shown.length === 0}
                onAdd={(walkIn) => {
                  const guest = addWalkIn(walkIn)
                  setTyped('')
                  toast(`${walkIn.name} is here`, {
                    action: { words: 'Undo', run: () => mark([guest], false) },
                  })
                }}
              />
              <div className="check-in-tools">
                <Segmented
                  label="Show"
                  hideLabel
                  segments={SHOWN.map((value) => ({ value, words: WORDS[value] }))}
                  value={show}
                  onChange={(value) => change({ show: value === 'all' ? undefined : value }, { replace: true })}
                />
                {missing.length > 1 && <Button onClick={() => setMode('all_except')}>All came except…</Button>}
              </div>
              <ul role="list" className="check-in-list" aria-label="Guests">
                {shown.map((guest) => (
                  <CheckInRow key={guest.id} guest={guest} onTick={tick} />
                ))}
              </ul>
              {shown.length === 0 && guests.length === 0 && (
                <EmptyState sentence="Nobody has booked. Type a name above to add who comes." />
              )}
              {event.status === 'published' && typed === '' && (
                <Button look="filled" icon="check" className="check-in-close" onClick={() => setMode('close')}>
                  Close check-in
                </Button>
              )}
            </>
          )}
          {mode === 'close' && (
            <CloseCheckIn
              event={event}
              came={came}
              absent={missing.length}
              unsent={unsent}
              onClose={() => setMode('ticks')}
            />
          )}
        </div>
      )}
    </Page>
  )
}
