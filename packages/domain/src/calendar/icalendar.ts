import { clockAt, showMinutes } from './london-time.ts'

/**
 * iCalendar files (RFC 5545) and the messages by which calendar programs keep one entry up to date (RFC 5546): the same
 * UID for ever, and a SEQUENCE that rises with every change and with the cancellation, or some programs keep the entry.
 */

export type CalendarPerson = { name: string; address: string }

export type CalendarEntry = {
  uid: string
  /** Rises with every change. */
  sequence: number
  /** When this version was made. */
  stamp: Date
  from: Date
  to: Date
  /** It has no hours: `from` and `to` are the first instants of its day and of the day after. */
  is_whole_day?: boolean
  summary: string
  description: string
  location: string
  is_cancelled: boolean
}

export type CalendarInvitation = CalendarEntry & { organizer: CalendarPerson; attendees: readonly CalendarPerson[] }

/** The clocks of the United Kingdom as calendar programs are told of them. */
const LONDON = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZNAME:BST',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZNAME:GMT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** An invitation to one entry, or its withdrawal, for a mail program to take into its calendar. */
export function invitationFile(entry: CalendarInvitation): string {
  const people = [
    person('ORGANIZER', entry.organizer),
    ...entry.attendees.map((one) => person('ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE', one)),
  ]
  return file([`METHOD:${entry.is_cancelled ? 'CANCEL' : 'REQUEST'}`], eventLines(entry, people))
}

/** Many entries for a calendar program that looks again by itself. */
export function feedFile(name: string, entries: readonly CalendarEntry[]): string {
  const head = [
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
  ]
  return file(
    head,
    entries.flatMap((entry) => eventLines(entry, [])),
  )
}

function file(head: readonly string[], events: readonly string[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Hubline//Skills reviews//EN',
    'CALSCALE:GREGORIAN',
    ...head,
    ...LONDON,
    ...events,
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function eventLines(entry: CalendarEntry, people: readonly string[]): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${text(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.stamp)}`,
    `DTSTART${entry.is_whole_day ? date(entry.from) : instant(entry.from)}`,
    `DTEND${entry.is_whole_day ? date(entry.to) : instant(entry.to)}`,
    `SUMMARY:${text(entry.summary)}`,
    `DESCRIPTION:${text(entry.description)}`,
    `LOCATION:${text(entry.location)}`,
    ...people,
    `STATUS:${entry.is_cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
  ]
}

const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** By the clock in London; in the hour that the clock shows twice, its second showing can only be said in UTC. */
function instant(at: Date): string {
  const { day, minutes, is_second } = clockAt(at.getTime())
  if (is_second) return `:${utc(at)}`
  return `;TZID=Europe/London:${day.replaceAll('-', '')}T${showMinutes(minutes).replace(':', '')}00`
}

const date = (at: Date): string => `;VALUE=DATE:${clockAt(at.getTime()).day.replaceAll('-', '')}`

/** A name can end no parameter and begin no other line, and an address no more than that. */
function person(property: string, { name, address }: CalendarPerson): string {
  const called = name.replaceAll(/["\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return `${property}${called === '' ? '' : `;CN="${called}"`}:mailto:${address.replaceAll(/[\p{Cc}\s]+/gu, '')}`
}

const text = (words: string): string =>
  words
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n|\p{Zl}|\p{Zp}/gu, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, '')

const encoder = new TextEncoder()

/** A line is at most 75 bytes long, and what is longer goes on in the next, which begins with a space. */
function fold(line: string): string {
  const lines: string[] = []
  let now = ''
  let bytes = 0
  for (const sign of line) {
    const size = encoder.encode(sign).length
    if (bytes + size > 75) {
      lines.push(now)
      now = ' '
      bytes = 1
    }
    now += sign
    bytes += size
  }
  return [...lines, now].join('\r\n')
}
