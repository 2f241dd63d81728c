import { type Day, dayInWords } from '../day.ts'
import { LINK_HERE } from '../mail/letter.ts'

/** What a message about a place at an event tells. */
export type PlaceTold = {
  name: string
  hub: string
  title: string
  held_on: Day
  starts_at: string | null
  ends_at: string | null
  place: string | null
  online_link: string | null
}

/** What happened to a place, or to the event. */
export type PlaceNews = 'booked' | 'waiting' | 'moved_up' | 'cancelled' | 'event_cancelled' | 'event_changed'

type Letter = { subject: string; text: string }

const when = ({ held_on, starts_at, ends_at }: PlaceTold): string =>
  [dayInWords(held_on), starts_at && (ends_at ? `${starts_at} to ${ends_at}` : `from ${starts_at}`)]
    .filter(Boolean)
    .join(', ')

/** Only who has a place learns the link by which people join online. */
function facts(told: PlaceTold, has_place: boolean): string {
  const joins = told.online_link && has_place ? `Join online: ${told.online_link}` : undefined
  const where = told.place ? `Where: ${told.place}` : told.online_link ? 'Where: online' : undefined
  return [`When: ${when(told)}`, where, joins].filter(Boolean).join('\n')
}

const SUBJECTS: Readonly<Record<PlaceNews, string>> = {
  booked: 'You have a place',
  waiting: 'You are on the waiting list',
  moved_up: 'A place has become free for you',
  cancelled: 'Your place is cancelled',
  event_cancelled: 'Cancelled',
  event_changed: 'Changed',
}

const HEADINGS: Readonly<Record<PlaceNews, (told: PlaceTold, before: number) => string>> = {
  booked: ({ title }) => `You have a place at "${title}".`,
  waiting: ({ title }, before) =>
    `"${title}" is full. You are on the waiting list${before === 0 ? ', and the next in line' : `: ${before} ${before === 1 ? 'person is' : 'people are'} before you`}. We write to you as soon as a place is free.`,
  moved_up: ({ title }) =>
    `A place at "${title}" has become free, and it is yours. You are no longer on the waiting list.`,
  cancelled: ({ title }) => `Your place at "${title}" is cancelled. You need do nothing more.`,
  event_cancelled: ({ title }) => `We are sorry: "${title}" is cancelled and does not take place.`,
  event_changed: ({ title }) => `The day, the time or the place of "${title}" has changed. This is how it stands now.`,
}

/** To whoever has, had or waits for a place. `before`: how many stand before them on the waiting list. */
export function letterAboutPlace(news: PlaceNews, told: PlaceTold, before = 0): Letter {
  const is_over = news === 'cancelled' || news === 'event_cancelled'
  const has_place = news === 'booked' || news === 'moved_up' || news === 'event_changed'
  return {
    subject: `${SUBJECTS[news]}: ${told.title}`,
    text: [
      `Hello ${told.name}`,
      HEADINGS[news](told, before),
      ...(news === 'cancelled' ? [] : [facts(told, has_place)]),
      ...(is_over ? [] : [`To see how it stands, or to give ${has_place ? 'your place' : 'it'} up:\n${LINK_HERE}`]),
      told.hub,
    ].join('\n\n'),
  }
}

/** To whoever is asked to come. The address is that of the public page, which is no secret. */
export function letterOfInvitation(told: PlaceTold, address: string): Letter {
  return {
    subject: `Invitation: ${told.title}`,
    text: [
      `Hello ${told.name}`,
      `You are invited to "${told.title}".`,
      facts(told, false),
      `To have a place:\n${address}`,
      told.hub,
    ].join('\n\n'),
  }
}
