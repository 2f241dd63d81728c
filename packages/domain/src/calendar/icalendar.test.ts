import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type CalendarInvitation, feedFile, invitationFile } from './icalendar.ts'

const ENTRY: CalendarInvitation = {
  uid: '0198-review@hubline',
  sequence: 0,
  stamp: new Date('2026-11-25T12:00:00Z'),
  from: new Date('2026-12-02T13:30:00Z'),
  to: new Date('2026-12-02T15:00:00Z'),
  summary: 'Skills review: Amberwood Bakery Ltd',
  description: 'Bring the staff list; the plan, and \\ "questions"\nSecond line',
  location: '1 High Street, Stone',
  is_cancelled: false,
  organizer: { name: 'Example Growth Hub', address: 'hub@example.org' },
  attendees: [
    { name: 'Nadia Patel', address: 'nadia@bakery.example' },
    { name: 'Rajesh Mistry', address: 'broker@demo.example' },
  ],
}

/** A calendar program: it reads a file as such programs do. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as never[])
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone), 'Europe/London')
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)) }
}
const instants = (file: string) =>
  read(file).events.map(({ startDate, endDate }) => [
    startDate.toJSDate().toISOString(),
    endDate.toJSDate().toISOString(),
  ])

test('a calendar program reads every word of an invitation', () => {
  const { calendar, events } = read(invitationFile(ENTRY))
  const [event] = events

  expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
  expect(event).toMatchObject({
    uid: ENTRY.uid,
    sequence: 0,
    summary: ENTRY.summary,
    description: ENTRY.description,
    location: ENTRY.location,
    organizer: 'mailto:hub@example.org',
  })
  expect(event?.attendees.map((one) => [one.getParameter('cn'), one.getFirstValue()])).toEqual([
    ['Nadia Patel', 'mailto:nadia@bakery.example'],
    ['Rajesh Mistry', 'mailto:broker@demo.example'],
  ])
})

describe('the time is the clock’s in London', () => {
  const at = (from: string) => ({ from: new Date(from), to: new Date(Date.parse(from) + 900_000) })

  test.each([
    ['winter', '2026-12-02T13:30:00.000Z', 'DTSTART;TZID=Europe/London:20261202T133000'],
    ['summer', '2026-07-15T08:30:00.000Z', 'DTSTART;TZID=Europe/London:20260715T093000'],
    ['the second showing of 01:30, which only UTC can say', '2026-10-25T01:30:00.000Z', 'DTSTART:20261025T013000Z'],
  ])('%s', (_, from, line) => {
    const file = invitationFile({ ...ENTRY, ...at(from) })
    expect(file).toContain(`${line}\r\n`)
    expect(instants(file)).toEqual([[from, at(from).to.toISOString()]])
  })

  test('the first showing of 01:30, as the standard reads a time that is shown twice (RFC 5545, 3.3.5)', () => {
    expect(invitationFile({ ...ENTRY, ...at('2026-10-25T00:30:00.000Z') })).toContain(
      'DTSTART;TZID=Europe/London:20261025T013000\r\n',
    )
  })
})

test('no line is longer than 75 bytes, and none is cut within a letter', () => {
  const file = invitationFile({ ...ENTRY, summary: 'Überprüfung – '.repeat(20), description: '🏺'.repeat(200) })
  for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(read(file).events[0]).toMatchObject({ summary: 'Überprüfung – '.repeat(20), description: '🏺'.repeat(200) })
})

test('a name cannot become a line of its own', () => {
  const file = invitationFile({
    ...ENTRY,
    summary: 'A\r\nATTENDEE:mailto:evil@example.com',
    location: 'B\u2028STATUS:CANCELLED',
    attendees: [{ name: 'X"\r\nSTATUS:CANCELLED', address: 'x@y.example\r\nSTATUS:CANCELLED' }],
  })
  const [event] = read(file).events
  expect(event?.attendees).toHaveLength(1)
  expect(file.match(/^STATUS:.*$/gm)).toEqual(['STATUS:CONFIRMED'])
})

/** What a calendar program does with what it is sent: the newer of one entry takes its place (RFC 5546, 2.1.5). */
function replay(files: readonly string[]) {
  const entries = new Map<string, { sequence: number; starts: string; status: string }>()
  for (const file of files)
    for (const event of read(file).events) {
      const known = entries.get(event.uid)
      if (known && known.sequence >= event.sequence) continue
      entries.set(event.uid, {
        sequence: event.sequence,
        starts: event.startDate.toJSDate().toISOString(),
        status: String(event.component.getFirstPropertyValue('status')),
      })
    }
  return [...entries.values()]
}

test('an invitation, its change and its withdrawal leave one cancelled entry, in whatever order they come', () => {
  const moved = { ...ENTRY, sequence: 1, from: new Date('2026-12-04T10:00Z'), to: new Date('2026-12-04T11:30Z') }
  const [asked, changed, withdrawn] = [
    invitationFile(ENTRY),
    invitationFile(moved),
    invitationFile({ ...moved, sequence: 2, is_cancelled: true }),
  ]

  expect(read(withdrawn).calendar.getFirstPropertyValue('method')).toBe('CANCEL')
  expect(replay([asked, changed])).toEqual([{ sequence: 1, starts: '2026-12-04T10:00:00.000Z', status: 'CONFIRMED' }])
  for (const order of [
    [asked, changed, withdrawn],
    [withdrawn, asked, changed],
    [asked, withdrawn, changed, changed],
  ])
    expect(replay(order)).toEqual([{ sequence: 2, starts: '2026-12-04T10:00:00.000Z', status: 'CANCELLED' }])
})

test('a feed holds many entries under one name', () => {
  const { calendar, events } = read(feedFile('Reviews of Rajesh Mistry', [ENTRY, { ...ENTRY, uid: 'two@hubline' }]))
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Reviews of Rajesh Mistry')
  expect(events.map(({ uid }) => uid)).toEqual([ENTRY.uid, 'two@hubline'])
})
