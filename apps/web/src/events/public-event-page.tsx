import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { Door } from '../staff/door.tsx'
import { Facts } from '../ui/facts.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { whenInWords } from './event-words.ts'
import './events.css'
import './public-event.css'
import { RegisterForm } from './register-form.tsx'

const route = getRouteApi('/e/$token')

export type PublicEvent = inferOutput<typeof trpc.events.publicPage>

const CLOSED: Readonly<Partial<Record<PublicEvent['standing'], string>>> = {
  closed: 'Booking is closed. Ask the organiser if you would like to come.',
  over: 'This event has taken place.',
  cancelled: 'This event is cancelled.',
}
const ROOM: Readonly<Partial<Record<PublicEvent['standing'], string>>> = {
  few: 'Few places are left.',
  full: 'All places are taken. You can join the waiting list: places that become free go to those who wait, in order.',
}

/** The page of an event for people outside: what, when, where, and a place without an account. */
export function PublicEventPage() {
  const { token } = route.useParams()
  const { data: event, error } = useQuery(trpc.events.publicPage.queryOptions({ token }, { retry: false }))
  const [done, setDone] = useState<{ full: boolean; ahead: number; email: string }>()
  if (error)
    return (
      <Door title="This link does not work" lead={problemOf(error).sentence}>
        <p>Ask the organiser of the event for a new one.</p>
      </Door>
    )
  if (!event)
    return (
      <Door title="Event">
        <Skeleton lines={6} height="240px" />
      </Door>
    )
  if (done) return <Registered event={event} {...done} />
  const closed = CLOSED[event.standing]
  return (
    <Door title={event.title} lead={event.hub}>
      <EventFactsOutside event={event} />
      {closed ? (
        <p className="public-notice" role="status">
          {closed}
        </p>
      ) : (
        <>
          {ROOM[event.standing] && <p className="public-notice">{ROOM[event.standing]}</p>}
          <RegisterForm token={token} waits={event.standing === 'full'} onDone={setDone} />
        </>
      )}
    </Door>
  )
}

function EventFactsOutside({ event }: { event: PublicEvent }) {
  return (
    <>
      <Facts
        facts={[
          { title: 'When', value: whenInWords(event) },
          {
            title: 'Where',
            value: event.place ?? (event.is_online ? 'Online: the link comes with your place' : undefined),
          },
        ]}
      />
      {event.description && <p className="event-description">{event.description}</p>}
    </>
  )
}

type Done = { event: PublicEvent; full: boolean; ahead: number; email: string }

/** True whether the address was new or had a place before: how somebody stands is told in the message alone. */
function Registered({ event, full, ahead, email }: Done) {
  return (
    <Door title="Thank you" lead={event.title}>
      <EventFactsOutside event={event} />
      <div role="status" className="public-notice">
        {full ? (
          <p>
            The event is full. Unless you had a place already, you are on the waiting list as number <b>{ahead + 1}</b>:{' '}
            {ahead === 0 ? 'you are the next in line' : `${ahead} before you`}. We write to you as soon as a place is
            free.
          </p>
        ) : (
          <p>
            <b>You have a place.</b>
          </p>
        )}
      </div>
      <p>
        We have sent a message to <b>{email}</b>. It says how you stand, and its link shows your place or gives it up.
      </p>
    </Door>
  )
}
