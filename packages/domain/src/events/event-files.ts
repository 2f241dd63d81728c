import {
  EVIDENCE_LEVELS,
  bundleFile,
  day,
  integer,
  oneOf,
  reference,
  refersTo,
  required,
  text,
  yesNo,
} from '../imports/bundle-file.ts'

export const EVENT_STATUSES = ['published', 'delivered', 'cancelled'] as const
export const ATTENDANCE_STATUSES = ['invited', 'booked', 'waitlist', 'cancelled', 'attended', 'no_show'] as const

/** By which door a place was asked for, where it was asked for here. */
export const BOOKED_THROUGH = ['public_page', 'adviser', 'walk_in'] as const
export type BookedThrough = (typeof BOOKED_THROUGH)[number]

export const eventsFile = bundleFile({
  file: 'events.csv',
  kind: 'event',
  noun: 'event',
  prefix: 'EV',
  columns: {
    reference: reference(),
    title: required(text(300)),
    kind: text(),
    held_on: required(day()),
    minutes: required(integer(0, 100_000)),
    start_up_support: yesNo(),
    status: required(oneOf(EVENT_STATUSES)),
  },
})

export const attendancesFile = bundleFile({
  file: 'attendances.csv',
  kind: 'attendance',
  noun: 'attendance',
  prefix: 'AT',
  columns: {
    reference: reference(),
    event_reference: required(refersTo('event')),
    person_reference: refersTo('person'),
    business_reference: refersTo('business'),
    status: required(oneOf(ATTENDANCE_STATUSES)),
    evidence_level: oneOf(EVIDENCE_LEVELS),
  },
})
