import { PLACE_NAMES, lengthInWords, showTime } from '@hubline/domain/calendar/booking-words.ts'
import { PLACES, type Place } from '@hubline/domain/calendar/free-times.ts'
import { Button } from '../ui/button.tsx'
import type { IconName } from '../ui/icon.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { ToBook } from './calendar-data.ts'
import type { BookingForm } from './use-booking.ts'

const ICONS: Readonly<Record<Place, IconName>> = {
  their_site: 'pin',
  our_room: 'building',
  video: 'video',
  telephone: 'phone',
}
const LENGTHS = [60, 90, 120]

/** Where, how long, with whom and who comes: all of it filled in already, all of it to be changed. */
export function BookingBar({ form, data }: { form: BookingForm; data: ToBook }) {
  const { filled, change, errorOf } = form
  const places = PLACES.filter((place) => place !== 'our_room' || data.rooms.length > 0)
  const lengths = [...new Set([...LENGTHS, filled.minutes])].toSorted((one, other) => one - other)
  return (
    <div className="booking-bar">
      <Segmented
        label="Where"
        segments={places.map((value) => ({ value, words: PLACE_NAMES[value], icon: ICONS[value] }))}
        value={filled.place}
        onChange={(place) => change({ place })}
      />
      {filled.place === 'our_room' && (
        <SelectField
          id="room_id"
          label="Room"
          choices={data.rooms.map(({ id, name, seats }) => ({
            value: id,
            words: seats ? `${name}, ${seats} seats` : name,
          }))}
          value={filled.room_id}
          error={errorOf('room_id')}
          onChange={({ target }) => change({ room_id: target.value })}
        />
      )}
      <Segmented
        label="Length"
        segments={lengths.map((minutes) => ({ value: String(minutes), words: lengthInWords(minutes) }))}
        value={String(filled.minutes)}
        onChange={(minutes) => change({ minutes: Number(minutes) })}
      />
      {data.brokers.length > 1 && (
        <SelectField
          id="broker_id"
          label="Broker"
          none="Anyone free"
          choices={data.brokers.map(({ id, name }) => ({ value: id, words: name }))}
          value={filled.broker_id ?? ''}
          error={errorOf('broker_id')}
          onChange={({ target }) => change({ broker_id: target.value || undefined })}
        />
      )}
      <TextField
        id="attendee_name"
        label="Who comes"
        optional
        value={filled.attendee_name}
        error={errorOf('attendee_name')}
        onChange={({ target }) => change({ attendee_name: target.value })}
      />
      <TextField
        id="attendee_email"
        label="Invitation to"
        type="email"
        optional
        value={filled.attendee_email}
        error={errorOf('attendee_email')}
        onChange={({ target }) => change({ attendee_email: target.value })}
      />
    </div>
  )
}

/** The one filled button: it says the time that it books. */
export function BookButton({ form, at }: { form: BookingForm; at: string | undefined }) {
  return (
    <Button look="filled" icon="check" busy={form.booking ? 'Booking' : undefined} onClick={() => void form.book()}>
      {at ? `Book ${showTime(Date.parse(at))}` : 'Book'}
    </Button>
  )
}
