import { type Day, dayInWords } from '../day.ts'

/** What a learner is told of a place at a session. */
export type PlaceGiven = {
  name: string
  hub: string
  title: string
  provider: string | null
  starts_on: Day
  ends_on: Day
  place: string | null
  is_online: boolean
}

const when = ({ starts_on, ends_on }: PlaceGiven): string =>
  starts_on === ends_on ? dayInWords(starts_on) : `${dayInWords(starts_on)} to ${dayInWords(ends_on)}`

/** To somebody who waited for a place at a session and has it now. */
export function letterOfPlace(told: PlaceGiven): { subject: string; text: string } {
  const { name, hub, title, provider, place, is_online } = told
  const where = [place, is_online && 'online'].filter(Boolean).join(', ')
  const facts = [`When: ${when(told)}`, where && `Where: ${where}`, provider && `With: ${provider}`]
  return {
    subject: `A place has become free for you: ${title}`,
    text: [
      `Hello ${name}`,
      `A place on "${title}" has become free, and it is yours. You are no longer on the waiting list.`,
      facts.filter(Boolean).join('\n'),
      'If you cannot come, please answer this message, so that somebody else can have the place.',
      hub,
    ].join('\n\n'),
  }
}
