import { lengthInWords, slotInWords } from '@hubline/domain/calendar/booking-words.ts'
import type { SelfPlace } from '@hubline/domain/calendar/book-with-broker.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { Door } from '../staff/door.tsx'
import { Facts } from '../ui/facts.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { BookBrokerForm } from './book-broker-form.tsx'
import type { BookedWithBroker } from './use-book-broker.ts'
import './week-grid.css'

const route = getRouteApi('/book/$token')

/** A broker's own page: somebody without an account takes one of their free times. */
export function BookBrokerPage() {
  const { token } = route.useParams()
  const [place, setPlace] = useState<SelfPlace>('their_site')
  const [booked, setBooked] = useState<BookedWithBroker>()
  const { data, error } = useQuery({
    ...trpc.calendar.brokersTimes.queryOptions({ token, place }, { retry: false }),
    placeholderData: keepPreviousData,
  })
  if (booked) return <Booked booked={booked} />
  if (error && !data)
    return (
      <Door title="This link does not work" lead={problemOf(error).sentence}>
        <p>Copy the whole address, or ask the people who gave it to you for a new one.</p>
      </Door>
    )
  if (!data)
    return (
      <Door title="Book a skills review">
        <Skeleton lines={8} height="320px" />
      </Door>
    )
  return (
    <Door
      title="Book a skills review"
      lead={`With ${data.broker} of ${data.hub}, ${lengthInWords(data.minutes)}. It costs your business nothing.`}
    >
      <BookBrokerForm token={token} data={data} place={place} onPlace={setPlace} onBooked={setBooked} />
    </Door>
  )
}

function Booked({ booked: { slot_start, slot_end, broker, email } }: { booked: BookedWithBroker }) {
  return (
    <Door
      title="Your skills review is booked"
      lead={`We have sent ${email} a calendar entry, and a link by which you choose another time or cancel.`}
    >
      <Facts
        facts={[
          { title: 'When', value: slotInWords({ from: Date.parse(slot_start), to: Date.parse(slot_end) }) },
          { title: 'With', value: broker },
        ]}
      />
    </Door>
  )
}
