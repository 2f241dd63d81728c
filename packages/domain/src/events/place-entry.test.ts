import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { invitationFile } from '../calendar/icalendar.ts'
import type { Day } from '../day.ts'
import type { PlaceTold } from './event-letters.ts'
import { entryMethod, entryOfPlace } from './place-entry.ts'

const TOLD: PlaceTold = {
  name: 'Nadia Patel',
  hub: 'Example Growth Hub',
  title: 'Getting ready to export',
  held_on: '2026-07-15' as Day,
  starts_at: '09:30',
  ends_at: '12:30',
  place: 'Town hall, Leek',
  online_link: null,
}
const ENTRY = { id: '0198-place', sequence: 2, stamp: new Date('2026-07-01T12:00Z'), email: 'nadia@bakery.example' }

/** What a calendar program reads of the entry. */
function read(facts: Partial<PlaceTold> = {}) {
  const file = invitationFile(entryOfPlace({ ...TOLD, ...facts }, { ...ENTRY, is_cancelled: false }))
  const calendar = new ICAL.Component(ICAL.parse(file) as never[])
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone), 'Europe/London')
  return new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
}

test('a place at an event is an entry at the hours of the clock in London', () => {
  const event = read()
  expect(event).toMatchObject({
    uid: '0198-place@hubline',
    sequence: 2,
    summary: 'Getting ready to export',
    location: 'Town hall, Leek',
  })
  expect([event.startDate, event.endDate].map((time) => time.toJSDate().toISOString())).toEqual([
    '2026-07-15T08:30:00.000Z',
    '2026-07-15T11:30:00.000Z',
  ])
})

describe('what an event does not say', () => {
  test('without an hour it is the whole day', () => {
    const { startDate, endDate } = read({ starts_at: null, ends_at: null })
    expect([startDate.isDate, startDate.toString(), endDate.toString()]).toEqual([true, '2026-07-15', '2026-07-16'])
  })

  test('without an end it lasts an hour, and online is where the link leads', () => {
    const event = read({ ends_at: null, place: null, online_link: 'https://video.example/kiln' })
    expect(event.duration.toSeconds()).toBe(3600)
    expect(event.location).toBe('https://video.example/kiln')
    expect(event.description).toContain('Join online: https://video.example/kiln')
  })
})

test.each([
  ['booked', true, 'REQUEST'],
  ['moved_up', true, 'REQUEST'],
  ['event_changed', true, 'REQUEST'],
  ['event_changed', false, undefined],
  ['waiting', false, undefined],
  ['cancelled', true, 'CANCEL'],
  ['cancelled', false, undefined],
  ['event_cancelled', true, 'CANCEL'],
  ['event_cancelled', false, undefined],
] as const)('the message "%s" to somebody who had a place: %s, is for the calendar: %s', (news, had_place, method) => {
  expect(entryMethod(news, had_place)).toBe(method)
})
