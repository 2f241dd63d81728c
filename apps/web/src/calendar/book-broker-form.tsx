import { SELF_PLACES, type SelfPlace } from '@hubline/domain/calendar/book-with-broker.ts'
import { showTime } from '@hubline/domain/calendar/booking-words.ts'
import { HOLD_MINUTES } from '@hubline/domain/calendar/choose-time.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FieldGroup } from '../ui/field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextField } from '../ui/text-field.tsx'
import '../events/public-event.css'
import { Times } from './times.tsx'
import { type BookedWithBroker, useBookBroker } from './use-book-broker.ts'

const WHERE: Readonly<Record<SelfPlace, string>> = { their_site: 'At our site', video: 'Video', telephone: 'Telephone' }

type Props = {
  token: string
  data: inferOutput<typeof trpc.calendar.brokersTimes>
  place: SelfPlace
  onPlace: (place: SelfPlace) => void
  onBooked: (booked: BookedWithBroker) => void
}

/** Where, when, and who: in that order, for what comes first decides what can be had. */
export function BookBrokerForm({ token, data, place, onPlace, onBooked }: Props) {
  const form = useBookBroker({ token, place, onBooked })
  const { filled } = form
  const times =
    filled.slot_start === '' || data.times.includes(filled.slot_start)
      ? data.times
      : [...data.times, filled.slot_start].toSorted()
  return (
    <>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <form className="door-form choose-times" noValidate onSubmit={form.submit}>
        <Segmented
          label="Where"
          segments={SELF_PLACES.map((value) => ({ value, words: WHERE[value] }))}
          value={place}
          onChange={(next) => {
            form.forgetTime()
            onPlace(next)
          }}
        />
        {times.length === 0 ? (
          <p>Every time in the next weeks is taken. Write to {data.hub}, who will find one with you.</p>
        ) : (
          <Times times={times} chosen={filled.slot_start} error={form.errorOf('slot_start')} onChoose={form.choose} />
        )}
        {filled.slot_start && form.isKept && (
          <p role="status" className="field-hint">
            {showTime(Date.parse(filled.slot_start))} is kept for you for {HOLD_MINUTES} minutes.
          </p>
        )}
        <WhoComes form={form} consent={data.consent} />
        <Button look="filled" icon="check" type="submit" busy={form.booking ? 'Booking' : undefined}>
          {filled.slot_start ? `Book ${showTime(Date.parse(filled.slot_start))}` : 'Book'}
        </Button>
      </form>
    </>
  )
}

const BOXES = [
  { id: 'given_name', label: 'First name', autoComplete: 'given-name' },
  { id: 'family_name', label: 'Last name', autoComplete: 'family-name' },
  { id: 'business_name', label: 'Business', autoComplete: 'organization' },
  { id: 'email', label: 'E-mail', autoComplete: 'email', type: 'email', hint: 'The calendar entry goes there' },
  { id: 'phone', label: 'Telephone', autoComplete: 'tel', type: 'tel', optional: true },
] as const

function WhoComes({ form, consent }: { form: ReturnType<typeof useBookBroker>; consent: string }) {
  const { filled, change, errorOf } = form
  return (
    <>
      {BOXES.map((box) => (
        <TextField
          key={box.id}
          {...box}
          value={filled[box.id]}
          error={errorOf(box.id)}
          onChange={({ target }) => change({ [box.id]: target.value })}
        />
      ))}
      <div className="public-unseen" aria-hidden="true">
        <label>
          Website
          <input
            type="text"
            tabIndex={-1}
            autoComplete="off"
            value={filled.website}
            onChange={({ target }) => change({ website: target.value })}
          />
        </label>
      </div>
      <FieldGroup id="agrees" label="Your details" hideLabel error={errorOf('agrees')}>
        <Checkbox checked={filled.agrees} onChange={({ target }) => change({ agrees: target.checked })}>
          {consent}
        </Checkbox>
      </FieldGroup>
    </>
  )
}
