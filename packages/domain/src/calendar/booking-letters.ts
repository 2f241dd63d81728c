import { LINK_HERE } from '../mail/letter.ts'
import { PLACE_NAMES, showTime, slotInWords } from './booking-words.ts'
import type { Place } from './free-times.ts'

/** Everything that a message about a booking tells. */
export type BookingTold = {
  reference: string
  hub: string
  business: { name: string; address: string | null }
  broker: { name: string; email: string }
  attendee: { name: string | null; phone: string | null }
  from: Date
  to: Date
  place: Place | null
  place_note: string | null
  room: { name: string; address: string | null } | null
  video_link: string | null
}

/** What happened to the booking. */
export type BookingNews = 'booked' | 'moved' | 'cancelled'

export type BookingLetter = { subject: string; text: string }

const HEADINGS: Readonly<Record<BookingNews, string>> = {
  booked: 'Your skills review is booked.',
  moved: 'Your skills review has a new time or place.',
  cancelled: 'Your skills review is cancelled. The offer stands: we are glad to find another time.',
}
const SUBJECTS: Readonly<Record<BookingNews, string>> = {
  booked: 'Skills review',
  moved: 'Skills review changed',
  cancelled: 'Skills review cancelled',
}

/** Where somebody has to be, or what will ring. */
export function whereInWords({ place, place_note, room, video_link, business, attendee }: BookingTold): string {
  if (place === 'our_room')
    return [room?.name, room?.address ?? place_note].filter(Boolean).join(', ') || PLACE_NAMES.our_room
  if (place === 'video') return video_link ?? place_note ?? 'By video: we send you the link'
  if (place === 'telephone')
    return attendee.phone ? `By telephone: we call ${attendee.phone}` : 'By telephone: we call you'
  return place_note ?? business.address ?? `At ${business.name}`
}

const slotOf = ({ from, to }: BookingTold): string => slotInWords({ from: from.getTime(), to: to.getTime() })

const greeting = (name: string | null): string => (name ? `Hello ${name}` : 'Hello')

const facts = (told: BookingTold): string =>
  [`When: ${slotOf(told)}`, `Where: ${whereInWords(told)}`, `With: ${told.broker.name}, ${told.hub}`].join('\n')

const paragraphs = (...lines: readonly string[]): string => lines.join('\n\n')

/** To whoever comes. The link leads to the page where the time can be changed or given back. */
export function letterToClient(news: BookingNews, told: BookingTold): BookingLetter {
  const change =
    news === 'cancelled'
      ? `To choose another time:\n${LINK_HERE}`
      : `To choose another time, or to cancel:\n${LINK_HERE}`
  return {
    subject: `${SUBJECTS[news]} with ${told.hub}: ${showTime(told.from.getTime())}`,
    text: paragraphs(
      greeting(told.attendee.name),
      HEADINGS[news],
      facts(told),
      change,
      `Questions: answer this message, or write to ${told.broker.email}.`,
    ),
  }
}

/** To the broker, for their own calendar. */
export function letterToBroker(news: BookingNews, told: BookingTold): BookingLetter {
  const who = [told.attendee.name, told.attendee.phone].filter(Boolean).join(', ')
  return {
    subject: `${SUBJECTS[news]}: ${told.business.name}, ${showTime(told.from.getTime())}`,
    text: paragraphs(
      `Skills review ${told.reference} of ${told.business.name} is ${news}.`,
      [`When: ${slotOf(told)}`, `Where: ${whereInWords(told)}`, ...(who ? [`Who comes: ${who}`] : [])].join('\n'),
    ),
  }
}

/** To whoever comes, the day before. */
export function reminderToClient(told: BookingTold): BookingLetter {
  return {
    subject: `Tomorrow: skills review with ${told.hub}, ${showTime(told.from.getTime())}`,
    text: paragraphs(
      greeting(told.attendee.name),
      'Your skills review is tomorrow.',
      facts(told),
      `If that does not suit you any more, choose another time or cancel:\n${LINK_HERE}`,
    ),
  }
}
