import { randomUUID } from 'node:crypto'
import { STAFF_ROLES, type Role } from '@hubline/domain/staff/permissions.ts'
import type { Answer } from './answer.ts'

const everyone = STAFF_ROLES
const leads: readonly Role[] = ['manager', 'admin']

const sent = () => ({ request_id: randomUUID() })
const changed = (id: string) => ({ ...sent(), id, version: 1 })
const made = () => ({ ...sent(), id: randomUUID() })
const slot = (broker_id: string) => ({
  broker_id,
  slot_start: '2022-04-06T09:00:00Z',
  minutes: 60,
  place: 'telephone',
})
const TOKEN = 'x'.repeat(43)
const byLink = { may: 'anyone', answer: 'NOT_FOUND' } as const
const HOURS = [{ weekday: 1, from: 540, to: 720 }]

/** The part of the table of answers that is about diaries and bookings. */
export const BOOKING_ANSWERS: Readonly<Record<string, Answer>> = {
  'calendar.addAbsence': {
    may: everyone,
    ask: () => ({ ...made(), kind: 'leave', from_on: '2022-04-11', to_on: '2022-04-12' }),
  },
  'calendar.book': {
    may: everyone,
    ask: ({ accepted_review_id, broker_id }) => ({ ...changed(accepted_review_id), ...slot(broker_id) }),
  },
  'calendar.bookWithBroker': {
    ...byLink,
    ask: () => ({
      ...sent(),
      token: TOKEN,
      slot_start: '2022-04-06T09:00:00Z',
      place: 'video',
      given_name: 'Nadia',
      family_name: 'Patel',
      business_name: 'Amberwood Bakery',
      email: 'nadia@bakery.example',
      agrees: true,
    }),
  },
  'calendar.brokersTimes': { ...byLink, ask: () => ({ token: TOKEN }) },
  'calendar.cancel': { may: everyone, ask: ({ booked_review_id }) => changed(booked_review_id) },
  'calendar.confirmTime': {
    ...byLink,
    ask: () => ({
      ...sent(),
      token: TOKEN,
      slot_start: '2022-04-06T09:00:00Z',
      attendee_name: 'Nadia Patel',
      attendee_email: 'nadia@bakery.example',
    }),
  },
  'calendar.diary': { may: everyone, ask: () => ({ from: '2022-03-28', to: '2022-04-24' }) },
  'calendar.endFeed': { may: everyone, ask: sent },
  'calendar.freeTimes': {
    may: everyone,
    ask: ({ broker_id }) => ({ broker_id, from: '2022-04-04', to: '2022-04-08', minutes: 60, place: 'video' }),
  },
  'calendar.giveUpTime': { ...byLink, ask: () => ({ ...sent(), token: TOKEN }) },
  'calendar.holdTime': { ...byLink, ask: () => ({ ...sent(), token: TOKEN, slot_start: '2022-04-06T09:00:00Z' }) },
  'calendar.holdWithBroker': {
    ...byLink,
    ask: () => ({ ...sent(), token: TOKEN, slot_start: '2022-04-06T09:00:00Z', place: 'video', hold_id: randomUUID() }),
  },
  // Another adviser's diary: their own is everybody's to keep.
  'calendar.keepDiary': {
    may: leads,
    ask: ({ adviser_id }) => ({
      ...sent(),
      adviser_id,
      version: 0,
      hours: HOURS,
      travel_minutes: 30,
      review_minutes: 60,
      notice_hours: 24,
      days_ahead: 28,
    }),
  },
  'calendar.keepOwnPage': { may: everyone, ask: () => ({ ...sent(), is_open: true }) },
  'calendar.keepRoom': { may: leads, ask: ({ room_id }) => ({ ...changed(room_id), name: 'Kiln Room' }) },
  'calendar.makeFeed': { may: everyone, ask: sent },
  'calendar.markHeld': {
    may: everyone,
    ask: ({ booked_review_id }) => ({ ...changed(booked_review_id), held_on: '2022-03-30', minutes: 60 }),
  },
  'calendar.markNoShow': { may: everyone, ask: ({ booked_review_id }) => changed(booked_review_id) },
  'calendar.matchRequest': {
    may: everyone,
    ask: ({ booking_request_id, person_id, second_business_id }) => ({
      ...sent(),
      id: booking_request_id,
      person: { id: person_id },
      business: { id: second_business_id },
    }),
  },
  'calendar.move': {
    may: everyone,
    ask: ({ booked_review_id, broker_id }) => ({ ...changed(booked_review_id), ...slot(broker_id) }),
  },
  'calendar.offeredTimes': { ...byLink, ask: () => ({ token: TOKEN }) },
  'calendar.releaseTime': { ...byLink, ask: () => ({ ...sent(), token: TOKEN }) },
  'calendar.requestsToMatch': { may: everyone, ask: () => ({}) },
  'calendar.rooms': { may: everyone, ask: () => undefined },
  'calendar.sendTimes': {
    may: everyone,
    ask: ({ accepted_review_id }) => ({ ...changed(accepted_review_id), place: 'video' }),
  },
  'calendar.settings': { may: everyone, ask: ({ broker_id }) => ({ adviser_id: broker_id }) },
  // Another adviser's absence.
  'calendar.takeAbsenceBack': { may: leads, ask: ({ absence_id }) => changed(absence_id) },
  'calendar.toBook': { may: everyone, ask: ({ business_reference }) => ({ reference: business_reference }) },
}
