import type { Chance } from './chance.ts'
import { MARKET_THEMES } from './note-themes-markets.ts'
import { MONEY_THEMES, type Theme } from './note-themes.ts'
import { IDEAS, PEOPLE_THEMES } from './note-themes-people.ts'

export const THEMES: readonly Theme[] = [...MONEY_THEMES, ...MARKET_THEMES, ...PEOPLE_THEMES]

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const SUMS = [
  '£800',
  '£1,500',
  '£2,400',
  '£3,200',
  '£4,500',
  '£6,000',
  '£8,750',
  '£12,000',
  '£15,000',
  '£18,500',
  '£22,000',
  '£30,000',
  '£35,000',
  '£48,000',
  '£60,000',
  '£85,000',
  '£120,000',
]

/** What a note is about. */
export type About = {
  theme: Theme
  contact: string
  product: string
  place: string
  partner: string
  idea?: string
  on: string
}

const OPENINGS: Readonly<Record<string, readonly string[]>> = {
  face_to_face: [
    'Visited {place}.',
    'Met {contact} at {place}.',
    'Met {contact} in our meeting room.',
    '{contact} came in.',
    'Sat down with {contact}, good hour.',
    'At {place} with {contact}; shown round first.',
  ],
  video: [
    'Video call with {contact}.',
    'Video call, shared screen on the figures.',
    'Caught up with {contact} on video.',
    'Video meeting with {contact}, camera off, good talk.',
  ],
  telephone: [
    'Rang {contact}.',
    'Call from {contact}.',
    'Spoke to {contact}.',
    'Called back, {contact} free at last.',
    'Phone call, {contact} on the road.',
  ],
  email_website: [
    'Answered {contact}’s e-mail.',
    'E-mailed {contact} with details.',
    'E-mail exchange with {contact}.',
  ],
  at_event: ['Caught {contact} after the workshop.', 'One-to-one at the clinic with {contact}.'],
}
const PLAIN = ['{contact} called in.']

/** Words with their gaps filled from what the note is about. */
export function filled(chance: Chance, words: string, about: About): string {
  const month = Number(about.on.slice(5, 7)) - 1
  return words.replace(/\{(\w+)\}/g, (_, gap: string) => {
    switch (gap) {
      case 'contact':
        return about.contact
      case 'product':
        return about.product
      case 'place':
        return about.place
      case 'partner':
        return about.partner
      case 'idea':
        return about.idea ?? chance.one(IDEAS)
      case 'sum':
        return chance.one(SUMS)
      case 'n':
        return String(chance.between(2, 9))
      case 'percent':
        return String(chance.between(4, 38))
      default:
        return MONTHS[(month + chance.between(1, 5)) % 12] ?? ''
    }
  })
}

/** The subject and the note of one contact. A short contact gets a short note. */
export function noteOf(
  chance: Chance,
  about: About,
  { channel, minutes }: { channel: string; minutes: number },
): { subject: string; notes: string } {
  const { theme } = about
  const parts = [
    chance.one(OPENINGS[channel] ?? PLAIN),
    chance.one(theme.found),
    chance.one(theme.advised),
    chance.one(theme.next),
  ]
  if (minutes >= 90) parts.splice(3, 0, chance.one(theme.advised.filter((words) => !parts.includes(words))))
  if (minutes < 25) parts.splice(chance.often(0.5) ? 1 : 2, 1)
  const text = parts.map((words) => filled(chance, words, about))
  const apart = minutes >= 90 && chance.often(0.4)
  return {
    subject: chance.one(theme.subjects),
    notes: apart ? `${text.slice(0, -1).join(' ')}\n\n${text.at(-1)}` : text.join(' '),
  }
}

const ADMIN = [
  'Registration form checked and filed.',
  'Company details checked against the register.',
  'Updated contact details after bounced e-mail.',
  'Evidence for the last session filed.',
  'Moved to my list from a colleague on leave.',
  'Filed signed action plan.',
  'Consent for evaluation recorded.',
  'Notes typed up from the visit.',
  'Chased partner for an answer; none yet.',
]
const ATTEMPTED = [
  'No answer, left message.',
  'Rang twice, no reply.',
  'Left voicemail; will try again next week.',
  'E-mail unanswered, rang: out on site.',
  'Number not in use; e-mailed instead.',
  'Receptionist took a message.',
]
const INTELLIGENCE = [
  'Says lead times on raw clay are now three months.',
  'Hears that a competitor is closing a line in the new year.',
  'Customers holding back orders until prices settle.',
  'Would hire two more if there were anybody to hire.',
  'Planning to bring work back from the Far East.',
  'Freight quotes doubled since spring.',
  'Bank branch closing; cash takings a problem.',
  'Wages at the new distribution park pulling people away.',
  'Confident about the year; order book best in five.',
  'Energy contract worries them more than anything else.',
]

/** A note of work that is not support: filing, a call nobody took, something heard. */
export const otherNote = (chance: Chance, kind: string): string =>
  chance.one(kind === 'admin_note' ? ADMIN : kind === 'intelligence' ? INTELLIGENCE : ATTEMPTED)
