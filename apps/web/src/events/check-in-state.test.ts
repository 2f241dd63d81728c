import { expect, test } from 'vitest'
import type { Waiting } from '../shell/outbox.ts'
import { asSaid, type CheckInGuest, expected, readWalkIn, saidInOutbox, shownGuests } from './check-in-state.ts'

const guest = (id: string, facts: Partial<CheckInGuest> = {}): CheckInGuest => ({
  id,
  name: `Guest ${id}`,
  business_name: null,
  status: 'booked',
  marked_at: null,
  access_needs: null,
  is_walk_in: false,
  ...facts,
})
const mark = (attendance_id: string, came: boolean, at: string) => ({
  request_id: at,
  marks: [{ attendance_id, came, at: `2026-12-03T${at}:00.000Z` }],
})

test('what was said here stands at once, unless somebody said otherwise later', () => {
  const list = [guest('a'), guest('b', { status: 'booked', marked_at: '2026-12-03T10:05:00Z' })]

  const shown = asSaid(list, [mark('a', true, '10:00'), mark('b', true, '10:03')])

  expect(shown.map(({ status }) => status)).toEqual(['attended', 'booked'])
})

test('a tick taken back before it was sent leaves the list as it was; a walk-in is gone', () => {
  const walk_in = { id: 'w', name: 'Jo Marsh', business_name: null, at: '2026-12-03T10:00:00Z' }
  const said = [
    mark('a', true, '10:00'),
    mark('a', false, '10:01'),
    { request_id: 'w', marks: [], walk_in },
    mark('w', false, '10:02'),
  ]

  expect(asSaid([guest('a')], said).map(({ name, status }) => [name, status])).toEqual([
    ['Guest a', 'booked'],
    ['Jo Marsh', 'cancelled'],
  ])
})

test('what waits on the device is read back, of this event only and without what was refused', () => {
  const event_id = '019b0000-0000-7000-8000-000000000001'
  const id = '019b0000-0000-7000-8000-000000000002'
  const waits = (facts: Partial<Waiting>): Waiting => ({
    id,
    procedure: 'events.checkIn',
    input: {
      request_id: id,
      event_id,
      marks: [{ attendance_id: id, came: true, at: '2026-12-03T10:00:00.000Z' }],
    },
    words: '',
    adviser_id: id,
    at: '',
    ...facts,
  })
  const walkIn = { request_id: id, id, event_id, name: 'Jo Marsh', at: '2026-12-03T10:00:00.000Z' }

  const said = saidInOutbox(
    [
      waits({}),
      waits({ refused: 'Cancelled' }),
      waits({ procedure: 'interactions.log' }),
      waits({ procedure: 'events.addWalkIn', input: walkIn }),
    ],
    event_id,
  )

  expect(said.map(({ marks, walk_in }) => [marks.length, walk_in?.name])).toEqual([
    [1, undefined],
    [0, 'Jo Marsh'],
  ])
  expect(saidInOutbox([waits({})], id)).toEqual([])
})

test('a list is narrowed by letters of name and business, with or without accents', () => {
  const list = [guest('a', { name: 'Zoë Ash' }), guest('b', { business_name: 'Ashwood Ltd' }), guest('c')]

  expect(shownGuests(list, 'all', 'zoe').map(({ id }) => id)).toEqual(['a'])
  expect(shownGuests(list, 'all', 'ash').map(({ id }) => id)).toEqual(['a', 'b'])
  expect(shownGuests([guest('a', { status: 'attended' }), guest('b')], 'not_yet', '').map(({ id }) => id)).toEqual([
    'b',
  ])
})

test.each([
  ['Jo Marsh', { name: 'Jo Marsh', business_name: null }],
  [' Jo Marsh , Marsh Pottery, Leek', { name: 'Jo Marsh', business_name: 'Marsh Pottery, Leek' }],
  ['J', undefined],
  [', Marsh Pottery', undefined],
])('"%s" is a walk-in', (typed, read) => expect(readWalkIn(typed)).toEqual(read))

test('those who wait or were only invited are not expected', () => {
  const list = [
    guest('a'),
    guest('b', { status: 'waitlist' }),
    guest('c', { status: 'attended' }),
    guest('d', { status: 'no_show' }),
  ]
  expect(expected(list).map(({ id }) => id)).toEqual(['a', 'd'])
})
