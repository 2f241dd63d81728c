import { slotInWords, lengthInWords } from '@hubline/domain/calendar/booking-words.ts'
import type { Place } from '@hubline/domain/calendar/free-times.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf, problemsOf } from '../problem.ts'
import { Door } from '../staff/door.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ChooseTimeForm } from './choose-time-form.tsx'
import './week-grid.css'

const route = getRouteApi('/t/$token')

type Offered = inferOutput<typeof trpc.calendar.offeredTimes>

const WHERE: Readonly<Record<Place, string>> = {
  their_site: 'At your site',
  our_room: 'At our office',
  video: 'By video',
  telephone: 'By telephone',
}

const refreshTimes = () => queryClient.invalidateQueries(trpc.calendar.offeredTimes.pathFilter())

/** Somebody without an account picks, moves or gives up the time of their review. */
export function ChooseTimePage() {
  const { token } = route.useParams()
  const { data, error } = useQuery(trpc.calendar.offeredTimes.queryOptions({ token }, { retry: false }))
  if (error && !data)
    return (
      <Door title="This link does not work" lead={problemOf(error).sentence}>
        <p>If it was cut in two by your mail program, copy the whole of it into the address bar.</p>
      </Door>
    )
  if (!data)
    return (
      <Door title="Your skills review">
        <Skeleton lines={6} height="220px" />
      </Door>
    )
  return <Chosen key={data.booking?.slot_start ?? 'none'} token={token} data={data} />
}

function Chosen({ token, data }: { token: string; data: Offered }) {
  const [moving, setMoving] = useState(false)
  const { booking, hub } = data
  if (!data.is_open && !booking)
    return (
      <Door
        title="There is no time to choose any more"
        lead="The review that this link was for has taken place or has begun."
      >
        <p>If you think that is wrong, answer the message in which you found the link.</p>
      </Door>
    )
  if (booking && !moving) return <Booked token={token} data={data} booking={booking} onMove={() => setMoving(true)} />
  return (
    <Door title={booking ? 'Choose another time' : 'Choose a time for your skills review'} lead={leadOf(data)}>
      {data.times.length === 0 ? (
        <p>
          Every time in the next weeks is taken. Answer the message in which you found this link, and {hub} will find
          one with you.
        </p>
      ) : (
        <ChooseTimeForm token={token} data={data} onLeave={booking ? () => setMoving(false) : undefined} />
      )}
    </Door>
  )
}

function leadOf({ hub, broker, place, minutes, was_cancelled }: Offered): string {
  const facts = [
    broker ? `With ${broker} of ${hub}` : `With ${hub}`,
    WHERE[place].toLowerCase(),
    lengthInWords(minutes),
  ]
  return `${was_cancelled ? 'Your time was given up. ' : ''}${facts.join(', ')}.`
}

type BookedProps = { token: string; data: Offered; booking: NonNullable<Offered['booking']>; onMove: () => void }

function Booked({ token, data, booking, onMove }: BookedProps) {
  const [request_id] = useState(newId)
  const [sure, setSure] = useState(false)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const giving = useMutation(trpc.calendar.giveUpTime.mutationOptions())
  const give = () =>
    void giving
      .mutateAsync({ token, request_id })
      .then(refreshTimes, (error: unknown) => setProblems(problemsOf(error)))
  return (
    <Door title="Your skills review is booked" lead="We have sent you an e-mail with a calendar entry.">
      <ErrorSummary problems={problems} />
      <Facts
        facts={[
          {
            title: 'When',
            value: slotInWords({ from: Date.parse(booking.slot_start), to: Date.parse(booking.slot_end) }),
          },
          { title: 'Where', value: WHERE[data.place] },
          { title: 'With', value: data.broker ? `${data.broker}, ${data.hub}` : data.hub },
          ...(booking.attendee_name ? [{ title: 'Who comes', value: booking.attendee_name }] : []),
        ]}
      />
      {data.is_open && !sure && (
        <div className="cluster">
          <Button icon="calendar" onClick={onMove}>
            Choose another time
          </Button>
          <Button look="quiet" onClick={() => setSure(true)}>
            Cancel the review
          </Button>
        </div>
      )}
      {sure && (
        <div className="stack" role="group" aria-label="Cancel the review">
          <p>The time goes to somebody else. The offer stands, and this link finds another time.</p>
          <div className="cluster">
            <Button look="danger" busy={giving.isPending ? 'Cancelling' : undefined} onClick={give} autoFocus>
              Yes, cancel it
            </Button>
            <Button onClick={() => setSure(false)}>Keep it</Button>
          </div>
        </div>
      )}
    </Door>
  )
}
