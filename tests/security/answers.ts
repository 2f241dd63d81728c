import { randomUUID } from 'node:crypto'
import { ROLES, type Role, STAFF_ROLES } from '@hubline/domain/staff/permissions.ts'
import type { Answer } from './answer.ts'
import { BOOKING_ANSWERS } from './booking-answers.ts'
import { DOCUMENT_ANSWERS } from './document-answers.ts'
import { JUDGEMENT_ANSWERS } from './judgement-answers.ts'
import { MERGE_ANSWERS } from './merge-answers.ts'
import { REVIEW_ANSWERS } from './review-answers.ts'
import { TRAINING_ANSWERS } from './training-answers.ts'
import { SKILLS_REVIEW_ANSWERS } from './skills-review-answers.ts'
import { YEAR_ANSWERS } from './year-answers.ts'

const everyone = STAFF_ROLES
/** Staff and auditors. */
const readers = ROLES
const leads: readonly Role[] = ['manager', 'admin']
const admins: readonly Role[] = ['admin']

const sent = () => ({ request_id: randomUUID() })
const changed = (id: string) => ({ ...sent(), id, version: 1 })
const made = () => ({ ...sent(), id: randomUUID() })
const TOKEN = 'x'.repeat(43)

export const ANSWERS: Readonly<Record<string, Answer>> = {
  ...BOOKING_ANSWERS,
  ...MERGE_ANSWERS,
  ...REVIEW_ANSWERS,
  ...SKILLS_REVIEW_ANSWERS,
  ...YEAR_ANSWERS,
  'businesses.change': { may: everyone, ask: ({ business_id }) => ({ ...changed(business_id), town: 'Leek' }) },
  'businesses.list': { may: everyone, ask: () => ({ size: 100 }) },
  'businesses.page': { may: everyone, ask: ({ business_reference }) => ({ reference: business_reference }) },
  'businesses.possibleDuplicates': {
    may: everyone,
    ask: () => ({ name: 'Foreignword Bakery', company_number: 'Foreignword' }),
  },
  'businesses.recognise': { may: everyone, ask: () => ({ names: ['Foreignword Bakery'] }) },
  'businesses.register': {
    may: everyone,
    ask: () => ({ ...made(), name: 'Kiln Works', legal_form: 'limited_company' }),
  },
  'businesses.sayDifferent': {
    may: everyone,
    ask: ({ business_id, second_business_id }) => ({ ...sent(), one_id: business_id, other_id: second_business_id }),
  },
  'businesses.timeline': { may: everyone, ask: ({ business_id }) => ({ id: business_id }) },
  'cases.caseload': { may: everyone, ask: () => ({ whose: 'team' }) },
  'cases.changeStatus': { may: everyone, ask: ({ case_id }) => ({ ...changed(case_id), status: 'diagnosed' }) },
  'cases.choices': { may: everyone, ask: () => undefined },
  'cases.open': {
    may: everyone,
    ask: ({ business_id }) => ({ ...made(), business_id, kind: 'growth', opened_on: '2021-06-01' }),
  },
  'cases.reassign': {
    may: leads,
    ask: ({ case_id, adviser_id }) => ({ ...sent(), cases: [{ id: case_id, version: 1 }], owner_id: adviser_id }),
  },
  'cases.setNextStep': {
    may: everyone,
    ask: ({ case_id }) => ({ ...changed(case_id), next_step: 'Telephone', next_on: '2022-04-04' }),
  },
  'dataQuality.list': {
    may: readers,
    ask: () => ({ rule: 'business_without_identifier', year: '2021-22', whose: 'mine' }),
  },
  'dataQuality.ofRecord': { may: readers, ask: ({ business_id }) => ({ kind: 'business', id: business_id }) },
  'dataQuality.overview': { may: readers, ask: () => ({ year: '2021-22' }) },
  'events.addWalkIn': {
    may: everyone,
    ask: ({ event_id }) => ({ ...made(), event_id, name: 'Jo Marsh', at: '2022-03-31T10:00:00Z' }),
  },
  'events.bookPlace': {
    may: everyone,
    ask: ({ draft_event_id, person_id, business_id }) => ({
      ...made(),
      event_id: draft_event_id,
      person_id,
      business_id,
    }),
  },
  'events.cancelPlace': { may: everyone, ask: ({ attendance_id }) => ({ ...sent(), attendance_id }) },
  'events.change': { may: everyone, ask: ({ event_id }) => ({ ...changed(event_id), title: 'Kiln day' }) },
  'events.checkIn': {
    may: everyone,
    ask: ({ event_id, attendance_id }) => ({
      ...sent(),
      event_id,
      marks: [{ attendance_id, came: true, at: '2022-03-31T10:00:00Z' }],
    }),
  },
  'events.checkInList': { may: everyone, ask: ({ event_reference }) => ({ reference: event_reference }) },
  'events.create': {
    may: everyone,
    ask: () => ({ ...made(), title: 'Kiln day', held_on: '2022-05-17', minutes: 120 }),
  },
  'events.giveUpPlace': { may: 'anyone', ask: () => ({ ...sent(), token: TOKEN }), answer: 'NOT_FOUND' },
  'events.guests': { may: everyone, ask: ({ event_id }) => ({ event_id, list: 'booked' }) },
  'events.list': { may: everyone, ask: () => ({ when: 'past', size: 100 }) },
  'events.matchAttendee': {
    may: everyone,
    ask: ({ attendance_id, person_id, business_id }) => ({
      ...sent(),
      attendance_id,
      person: { id: person_id },
      business: { id: business_id },
    }),
  },
  'events.matchQueue': { may: everyone, ask: ({ event_id }) => ({ event_id }) },
  'events.move': { may: everyone, ask: ({ draft_event_id }) => ({ ...changed(draft_event_id), move: 'publish' }) },
  'events.myPlace': { may: 'anyone', ask: () => ({ token: TOKEN }), answer: 'NOT_FOUND' },
  'events.page': { may: everyone, ask: ({ event_reference }) => ({ reference: event_reference }) },
  'events.publicPage': { may: 'anyone', ask: () => ({ token: TOKEN }), answer: 'NOT_FOUND' },
  'events.register': {
    may: 'anyone',
    ask: () => ({
      ...sent(),
      token: TOKEN,
      given_name: 'Jo',
      family_name: 'Marsh',
      email: 'jo@marsh.example',
      agrees: true,
    }),
    answer: 'NOT_FOUND',
  },
  'events.takePlaceAgain': {
    may: everyone,
    ask: ({ cancelled_attendance_id }) => ({ ...sent(), attendance_id: cancelled_attendance_id }),
  },
  'find.find': { may: everyone, ask: () => ({ text: 'Bakery', limit: 25 }) },
  'indicators.board': { may: readers, ask: () => ({ year: '2021-22' }) },
  'indicators.definitions': { may: readers, ask: () => undefined },
  'indicators.radar': { may: readers, ask: () => ({ year: '2021-22' }) },
  'indicators.split': {
    may: readers,
    ask: () => ({ key: 'lep.businesses_supported', year: '2021-22', by: 'size_band' }),
  },
  'indicators.units': { may: readers, ask: () => ({ key: 'lep.businesses_supported', year: '2021-22' }) },
  'indicators.why': {
    may: readers,
    ask: ({ business_id }) => ({ kind: 'business', id: business_id, year: '2021-22' }),
  },
  'interactions.about': { may: everyone, ask: ({ business_id }) => ({ business_id }) },
  'interactions.correct': { may: everyone, ask: ({ interaction_id }) => ({ ...changed(interaction_id), minutes: 45 }) },
  'interactions.defaults': { may: everyone, ask: () => undefined },
  'interactions.log': {
    may: everyone,
    ask: ({ business_id, person_id }) => ({
      ...made(),
      business_id,
      person_id,
      kind: 'advice_session',
      channel: 'video',
      occurred_on: '2021-06-03',
      minutes: 30,
    }),
  },
  'audit.taken': { may: leads, ask: () => ({}) },
  'mail.message': { may: admins, ask: ({ mail_id }) => ({ id: mail_id }) },
  'mail.outbox': { may: admins, ask: () => ({}) },
  'mail.sendAgain': { may: admins, ask: ({ mail_id }) => changed(mail_id) },
  'people.change': { may: everyone, ask: ({ person_id }) => ({ ...changed(person_id), given_name: 'Nadia' }) },
  'people.link': {
    may: everyone,
    ask: ({ second_person_id, business_id }) => ({ ...made(), person_id: second_person_id, business_id }),
  },
  'people.page': { may: everyone, ask: ({ person_reference }) => ({ reference: person_reference }) },
  'people.possibleDuplicates': { may: everyone, ask: () => ({ given_name: 'Foreignword', family_name: 'Patel' }) },
  'people.recognise': {
    may: everyone,
    ask: () => ({ people: [{ given_name: 'Foreignword', family_name: 'Patel' }] }),
  },
  'people.register': {
    may: everyone,
    ask: ({ business_id }) => ({ ...made(), given_name: 'Sam', family_name: 'Reed', works_at: { business_id } }),
  },
  'people.sayDifferent': {
    may: everyone,
    ask: ({ person_id, second_person_id }) => ({ ...sent(), one_id: person_id, other_id: second_person_id }),
  },
  'people.timeline': { may: everyone, ask: ({ person_id }) => ({ id: person_id }) },
  'people.unlink': { may: everyone, ask: ({ role_id }) => ({ ...changed(role_id), to_on: '2022-01-31' }) },
  'records.history': {
    may: readers,
    ask: ({ interaction_reference }) => ({ kind: 'interaction', reference: interaction_reference }),
  },
  'records.page': {
    may: readers,
    ask: ({ interaction_reference }) => ({ kind: 'interaction', reference: interaction_reference }),
  },
  'records.void': {
    may: leads,
    ask: ({ interaction_id }) => ({ ...changed(interaction_id), kind: 'interaction', reason: 'Logged twice' }),
  },
  'staff.acceptInvitation': {
    may: 'anyone',
    ask: () => ({ token: TOKEN, password: 'kiln otter marzipan' }),
    answer: 'NOT_FOUND',
  },
  'staff.changeRole': { may: admins, ask: ({ adviser_id }) => ({ ...changed(adviser_id), role: 'manager' }) },
  'staff.deactivate': { may: admins, ask: ({ adviser_id }) => changed(adviser_id) },
  'staff.enterHub': { may: 'anyone', ask: ({ hub_slug }) => ({ slug: hub_slug }), visitor: 'UNAUTHORIZED' },
  'staff.invitation': { may: 'anyone', ask: () => ({ token: TOKEN }), answer: 'NOT_FOUND' },
  'staff.invite': {
    may: admins,
    ask: () => ({ ...sent(), email: `${randomUUID()}@invited.example`, name: 'Jo Marsh', role: 'adviser' }),
  },
  'staff.inviteAuditor': {
    may: leads,
    ask: () => ({ ...sent(), email: `${randomUUID()}@invited.example`, name: 'Jo Marsh', last_day: '2022-04-30' }),
  },
  // Of somebody who is no auditor: what may be done is refused and leaves nothing.
  'staff.keepAuditor': {
    may: leads,
    ask: ({ adviser_id }) => ({ ...changed(adviser_id), last_day: '2022-04-30' }),
    answer: 'BAD_REQUEST',
  },
  'staff.me': { may: 'anyone', ask: () => undefined },
  'staff.newLink': { may: admins, ask: ({ adviser_id }) => changed(adviser_id) },
  'staff.people': { may: everyone, ask: () => ({ size: 100 }) },
  'staff.reactivate': { may: admins, ask: ({ adviser_id }) => changed(adviser_id) },
  'staff.signIn': {
    may: 'anyone',
    ask: () => ({ email: `${randomUUID()}@nobody.example`, password: 'not the password' }),
    answer: 'BAD_REQUEST',
  },
  'staff.signOut': { may: 'anyone', ask: () => undefined },
  ...TRAINING_ANSWERS,
  ...JUDGEMENT_ANSWERS,
  ...DOCUMENT_ANSWERS,
}
