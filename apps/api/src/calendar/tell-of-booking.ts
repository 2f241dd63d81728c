import type { Tx } from '@hubline/db/connection.ts'
import {
  type BookingLetter,
  type BookingNews,
  letterToBroker,
  letterToClient,
  whereInWords,
} from '@hubline/domain/calendar/booking-letters.ts'
import { invitationFile } from '@hubline/domain/calendar/icalendar.ts'
import { reminderAt } from '@hubline/domain/calendar/reminder.ts'
import { MailAddress, SENDER_HERE } from '@hubline/domain/mail/letter.ts'
import { cancelJob, enqueue } from '../jobs/enqueue.ts'
import { sendMail } from '../mail/send-mail.ts'
import { type BookingToTell, bookingToTell } from './told-of-booking.ts'

type Booking = {
  hub_id: string
  review_id: string
  news: BookingNews
  now: Date
  /** The broker who had it before, where another takes over: it leaves their calendar. */
  former_broker_id?: string | null
}

/**
 * Sends the client and the broker the invitation, its change or its withdrawal, and sets or ends the reminder: all
 * queued in the transaction that booked. Gives whether the client has an address to be told at.
 */
export async function tellOfBooking(tx: Tx, { hub_id, review_id, news, now, ...rest }: Booking): Promise<boolean> {
  const told = await bookingToTell(tx, hub_id, review_id)
  if (!told) return false
  const about = { kind: 'skills_review', id: review_id } as const
  const calendar = entryFile(told, { now, is_cancelled: news === 'cancelled' })
  const client = MailAddress.safeParse(told.attendee_email)
  if (client.success)
    await sendMail(tx, {
      ...addressed(letterToClient(news, told), client.data, told.attendee.name),
      reply_to: told.broker.email,
      calendar,
      link: { purpose: 'book_review', id: review_id },
      about,
    })
  await sendMail(tx, {
    ...addressed(letterToBroker(news, told), told.broker.email, told.broker.name),
    calendar,
    about,
  })
  if (rest.former_broker_id)
    await tellFormerBroker(tx, { hub_id, review_id, told, now, broker_id: rest.former_broker_id })
  await keepReminder(tx, { review_id, told, now })
  return client.success
}

const addressed = (letter: BookingLetter, to: string, name: string | null) => ({
  ...letter,
  kind: 'booking' as const,
  to,
  ...(name === null ? {} : { to_name: name }),
})

/** One entry for ever, whoever looks at it. */
function entryFile(
  told: BookingToTell,
  { now, is_cancelled }: { now: Date; is_cancelled: boolean },
): { method: 'REQUEST' | 'CANCEL'; ics: string } {
  const attendees = [
    ...(told.attendee_email ? [{ name: told.attendee.name ?? '', address: told.attendee_email }] : []),
    { name: told.broker.name, address: told.broker.email },
  ]
  const ics = invitationFile({
    uid: `${told.entry_id}@hubline`,
    sequence: told.invitation,
    stamp: now,
    from: told.from,
    to: told.to,
    summary: `Skills review: ${told.business.name}`,
    description: `Skills review ${told.reference} with ${told.broker.name}, ${told.hub}`,
    location: whereInWords(told),
    is_cancelled,
    organizer: { name: told.hub, address: SENDER_HERE },
    attendees,
  })
  return { method: is_cancelled ? 'CANCEL' : 'REQUEST', ics }
}

type Former = { hub_id: string; review_id: string; told: BookingToTell; now: Date; broker_id: string }

async function tellFormerBroker(tx: Tx, { hub_id, review_id, told, now, broker_id }: Former): Promise<void> {
  const broker = await tx
    .selectFrom('adviser')
    .select(['name', 'email'])
    .where('hub_id', '=', hub_id)
    .where('id', '=', broker_id)
    .executeTakeFirst()
  if (!broker) return
  await sendMail(tx, {
    ...addressed(letterToBroker('cancelled', { ...told, broker }), broker.email, broker.name),
    calendar: entryFile({ ...told, broker }, { now, is_cancelled: true }),
    about: { kind: 'skills_review', id: review_id },
  })
}

export const reminderKey = (review_id: string): string => `remind_of_review:${review_id}`

/** The reminder moves with the booking and ends with it. */
export async function keepReminder(
  tx: Tx,
  { review_id, told, now }: { review_id: string; told: BookingToTell; now: Date },
): Promise<void> {
  const run_at = told.status === 'booked' ? reminderAt(told.from, now) : undefined
  const key = reminderKey(review_id)
  if (run_at === undefined) return cancelJob(tx, key)
  await enqueue(tx, 'remind_of_review', { review_id, slot_start: told.from.toISOString() }, { key, run_at })
}
