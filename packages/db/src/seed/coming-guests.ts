import { chanceOf } from './chance.ts'
import { FAMILY_NAMES, GIVEN_NAMES } from './people-names.ts'

/** How an event to come is announced. */
export type Announcement = {
  starts_at: string
  ends_at: string
  place: string
  capacity: number
  description: string
}

/** What somebody typed who asked for a place. */
export type TypedGuest = {
  given_name: string
  family_name: string
  business_name: string
  email: string
  phone: string
  access_needs: string
}

/** Somebody on record, as far as they would write of themselves. */
export type KnownGuest = { given_name: string; family_name: string; email: string | null; business_name: string }

const ANNOUNCEMENTS: readonly Announcement[] = [
  {
    starts_at: '09:30',
    ends_at: '11:00',
    place: 'The long room, Wharfside Mill',
    capacity: 12,
    description: 'An hour and a half with people who have done it.\n\nBring your questions. Coffee from 09:15.',
  },
  {
    starts_at: '10:00',
    ends_at: '13:00',
    place: 'Kiln Court business centre',
    capacity: 30,
    description: 'Working in small groups on your own plans. Lunch is included.',
  },
  {
    starts_at: '14:00',
    ends_at: '15:00',
    place: 'Training room 2, Kiln Court business centre',
    capacity: 24,
    description: 'What it costs, what you get, and who helps.',
  },
  {
    starts_at: '12:30',
    ends_at: '13:30',
    place: 'The long room, Wharfside Mill',
    capacity: 40,
    description: 'One hour over lunch: the five things to put right first.',
  },
]

export const announcementOf = (at: number): Announcement => ANNOUNCEMENTS[at % ANNOUNCEMENTS.length] as Announcement

/**
 * Who asks for a place at an event: somebody who writes as they are known, somebody who uses another address, somebody
 * with a slip in the name, and people whom the hub has not met. All made up, and the same every time.
 */
export function comingGuests(known: readonly KnownGuest[], event: number): TypedGuest[] {
  const chance = chanceOf(2611 + event)
  const own = (name: string, family: string) =>
    `${name}.${family}@post-${event}.example`.toLowerCase().replaceAll(/[^a-z0-9.@-]/g, '')
  const phone = () => `01632 960${String(chance.between(100, 999))}`
  const asKnown = known.map((guest, at): TypedGuest => {
    const { given_name, family_name, business_name, email } = guest
    const slip = at % 3 === 2 ? `${family_name}${family_name.at(-1) ?? ''}` : family_name
    const uses_own = at % 3 === 0 && email !== null
    return {
      given_name,
      family_name: slip,
      business_name: at % 3 === 1 ? business_name.replace(/ (?:Ltd|Limited|LLP)$/, '') : business_name,
      email: uses_own ? email : own(given_name, slip),
      phone: phone(),
      access_needs: at === 1 ? 'Step-free access' : '',
    }
  })
  const strangers = [1, 2].map((): TypedGuest => {
    const [given_name, family_name] = [chance.one(GIVEN_NAMES), chance.one(FAMILY_NAMES)]
    const business_name = chance.one([`${family_name} Ceramics`, `${family_name} & Co`, ''])
    return {
      given_name,
      family_name,
      business_name,
      email: own(given_name, family_name),
      phone: phone(),
      access_needs: '',
    }
  })
  return [...asKnown, ...strangers]
}
