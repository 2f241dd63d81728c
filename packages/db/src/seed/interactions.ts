import type { Chance } from './chance.ts'
import { type Business, type Making, type Person, someEvidence } from './making.ts'
import type { Theme } from './note-themes.ts'
import { noteOf, otherNote } from './notes.ts'

/** Nobody met face to face between these days. */
const CLOSED = { from: '2020-03-24', to: '2021-05-17' }

const CHANNELS: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  triage_call: [
    ['telephone', 9],
    ['video', 1],
  ],
  email_advice: [['email_website', 1]],
  site_visit: [['face_to_face', 1]],
  diagnostic_meeting: [
    ['face_to_face', 6],
    ['video', 4],
  ],
  advice_session: [
    ['face_to_face', 35],
    ['video', 33],
    ['telephone', 28],
    ['at_event', 4],
  ],
  account_management: [
    ['face_to_face', 5],
    ['video', 3],
    ['telephone', 2],
  ],
  mentoring: [
    ['video', 6],
    ['face_to_face', 4],
  ],
  skills_review_meeting: [
    ['face_to_face', 6],
    ['video', 4],
  ],
  admin_note: [['email_website', 1]],
  attempted_contact: [
    ['telephone', 8],
    ['email_website', 2],
  ],
  intelligence: [
    ['telephone', 5],
    ['face_to_face', 3],
    ['email_website', 2],
  ],
}

const MINUTES: Readonly<Record<string, readonly number[]>> = {
  triage_call: [10, 15, 15, 20, 20, 25, 30],
  email_advice: [10, 10, 15, 15, 20, 30],
  site_visit: [60, 75, 90, 90, 120],
  diagnostic_meeting: [75, 90, 90, 105, 120],
  advice_session: [30, 45, 45, 60, 60, 60, 75, 90],
  account_management: [60, 75, 90, 90, 120, 150],
  mentoring: [60, 60, 90],
  skills_review_meeting: [60, 75, 90, 90],
  admin_note: [5, 5, 10, 10, 15],
  attempted_contact: [0, 0, 2, 5],
  intelligence: [5, 10, 15],
}

const isClosed = (on: string) => on >= CLOSED.from && on <= CLOSED.to

function channelOn(chance: Chance, kind: string, on: string): string {
  const channel = chance.weighted(CHANNELS[kind] ?? [['telephone', 1]])
  if (!isClosed(on) || (channel !== 'face_to_face' && channel !== 'at_event')) return channel
  return chance.often(0.6) ? 'video' : 'telephone'
}

/** The partner that an adviser would name for a need. */
export const partnerFor = (making: Making, need: string) => {
  const fitting = making.setting.partners.filter(({ themes }) => themes.includes(need))
  return making.chance.one(fitting.length > 0 ? fitting : making.setting.partners)
}

export type Contact = {
  business?: Business
  person?: Person
  case_reference?: string
  kind: string
  on: string
  theme: Theme
  by: string
  programme?: string
  start_up?: boolean
  idea?: string
  evidence?: string
}

const NOT_SUPPORT = ['admin_note', 'attempted_contact', 'intelligence']

/** Logs one contact with its note; gives the minutes that it took. */
export function addInteraction(making: Making, contact: Contact): number {
  const { chance } = making
  const { business, person = business?.contacts[0], on, theme } = contact
  const kind = contact.kind === 'site_visit' && isClosed(on) ? 'advice_session' : contact.kind
  const work = NOT_SUPPORT.includes(kind)
  const channel = channelOn(chance, kind, on)
  const minutes = chance.one(MINUTES[kind] ?? [30])
  const about = {
    theme,
    on,
    contact: person?.given ?? 'the owner',
    product: business ? chance.one(business.trade.products) : 'the idea',
    place: business?.trade.place ?? 'the library',
    partner: partnerFor(making, theme.need).name.replace(/ \(demonstration\)$/, ''),
    ...(contact.idea ? { idea: contact.idea } : {}),
  }
  const note = work ? { subject: '', notes: otherNote(chance, kind) } : noteOf(chance, about, { channel, minutes })
  making.add('interactions', {
    business_reference: business?.reference ?? '',
    person_reference: person && (!business || chance.often(0.75)) ? person.reference : '',
    case_reference: contact.case_reference ?? '',
    kind,
    channel,
    occurred_on: on,
    minutes: String(minutes),
    start_up_support: contact.start_up ? 'yes' : 'no',
    adviser_email: contact.by,
    programme_reference: contact.programme ?? '',
    ...note,
    evidence_level: contact.evidence ?? (work ? '' : someEvidence(chance)),
  })
  return work ? 0 : minutes
}
