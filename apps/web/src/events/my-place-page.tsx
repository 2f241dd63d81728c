import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { Door } from '../staff/door.tsx'
import { Button } from '../ui/button.tsx'
import { Facts } from '../ui/facts.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { whenInWords } from './event-words.ts'
import './public-event.css'

const route = getRouteApi('/place/$token')

type MyPlace = inferOutput<typeof trpc.events.myPlace>

/** One's own place at an event: how it stands, where to be, and the way to give it up. */
export function MyPlacePage() {
  const { token } = route.useParams()
  const { data: place, error } = useQuery(trpc.events.myPlace.queryOptions({ token }, { retry: false }))
  if (error)
    return (
      <Door title="This link does not work" lead={problemOf(error).sentence}>
        <p>The newest message about your place has the link that works.</p>
      </Door>
    )
  if (!place)
    return (
      <Door title="Your place">
        <Skeleton lines={5} height="200px" />
      </Door>
    )
  const has_place = place.status === 'booked' || place.status === 'waitlist'
  return (
    <Door title={place.title} lead={place.hub}>
      <p role="status" className="public-notice">
        <b>{standingInWords(place)}</b>
      </p>
      <Facts
        facts={[
          { title: 'When', value: whenInWords(place) },
          { title: 'Where', value: place.place ?? 'Online' },
          ...(place.online_link
            ? [
                {
                  title: 'Join online',
                  value: (
                    <a href={place.online_link} rel="noreferrer">
                      {place.online_link}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {has_place && place.event_status === 'published' && !place.is_over && <GiveUp token={token} place={place} />}
    </Door>
  )
}

function standingInWords({ status, event_status, ahead }: MyPlace): string {
  if (event_status === 'cancelled') return 'This event is cancelled.'
  if (status === 'booked') return 'You have a place.'
  if (status === 'waitlist')
    return ahead === 0
      ? 'You are on the waiting list, and the next in line.'
      : `You are on the waiting list: ${ahead} before you.`
  if (status === 'cancelled') return 'Your place is given up. Thank you for telling us.'
  return status === 'attended' ? 'You were there. Thank you for coming.' : 'This event has taken place.'
}

/** Asked twice, because somebody else has the place a moment later. */
function GiveUp({ token, place }: { token: string; place: MyPlace }) {
  const [sure, setSure] = useState(false)
  const [request_id] = useState(newId)
  const giving = useMutation(trpc.events.giveUpPlace.mutationOptions())
  const what = place.status === 'booked' ? 'place' : 'place in the waiting list'
  async function giveUp() {
    await giving.mutateAsync({ token, request_id }).catch(() => undefined)
    await queryClient.invalidateQueries(trpc.events.myPlace.pathFilter())
  }
  return (
    <div className="door-form">
      {giving.error && <p role="alert">{problemOf(giving.error).sentence}</p>}
      {sure ? (
        <>
          <p>Somebody who waits has it at once. Give your {what} up?</p>
          <Button look="danger" busy={giving.isPending ? 'Giving it up' : undefined} onClick={() => void giveUp()}>
            Yes, give it up
          </Button>
          <Button onClick={() => setSure(false)}>Keep it</Button>
        </>
      ) : (
        <Button onClick={() => setSure(true)}>I cannot come: give my {what} up</Button>
      )}
    </div>
  )
}
