import { z } from 'zod'
import { changed, optionalId, optionalText, requiredDay, requiredText, sent } from '../fields.ts'
import { EVENT_MOVE_WORDS } from './stages.ts'

/** What events are called here; a hub's import may bring other words. */
export const EVENT_KINDS = [
  'workshop',
  'webinar',
  'clinic',
  'masterclass',
  'networking',
  'conference',
  'peer group',
] as const

export const MOST_PLACES = 10_000
/** Five days of eight hours. */
export const MOST_EVENT_MINUTES = 2400

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/

const optionalClock = (sentence: string) =>
  z
    .string(sentence)
    .trim()
    .transform((text, context): string | null => {
      if (text === '' || CLOCK.test(text)) return text || null
      context.addIssue({ code: 'custom', message: sentence })
      return z.NEVER
    })
    .nullish()

const WEB = 'Copy the whole link, beginning with https://'
const optionalLink = optionalText(1000).refine((text) => !text || /^https?:\/\/[^\s/$.?#].[^\s]*$/i.test(text), {
  error: WEB,
})

const MINUTES = `Enter the minutes that each business is credited with, from 0 to ${MOST_EVENT_MINUTES.toLocaleString('en-GB')}`
const PLACES = 'Enter how many places there are, or leave it blank for no limit'

const title = requiredText('Enter the title of the event', 300)
const held_on = requiredDay('Enter the day of the event, like 17/05/2021')
const minutes = z.int(MINUTES).min(0, MINUTES).max(MOST_EVENT_MINUTES, MINUTES)
const facts = {
  kind: optionalText(200),
  starts_at: optionalClock('Enter when it starts, like 09:30'),
  ends_at: optionalClock('Enter when it ends, like 12:00'),
  place: optionalText(500),
  online_link: optionalLink,
  capacity: z.int(PLACES).min(1, PLACES).max(MOST_PLACES, PLACES).nullish(),
  start_up_support: z.boolean().nullish(),
  programme_id: optionalId('Choose the programme again'),
  description: optionalText(5000),
  sheet_kept: z.boolean().optional(),
}

/** For the two times of an event, in whichever form they stand: see `inOrder`. */
export const endsAfterItStarts = {
  error: 'The end must be after the start: correct one of the two times',
  path: ['ends_at'],
}
type Times = { starts_at?: string | null | undefined; ends_at?: string | null | undefined }
/** An event that ends, ends after it starts. */
export const inOrder = ({ starts_at, ends_at }: Times) => !starts_at || !ends_at || ends_at > starts_at

/** A new event: a draft that the hub alone sees. */
export const CreateEvent = z
  .object({ ...sent, id: z.uuid('Reload the page and send the form again'), title, held_on, minutes, ...facts })
  .refine(inOrder, endsAfterItStarts)
export type CreateEvent = z.infer<typeof CreateEvent>

/** New facts about an event. What is not sent stays as it is. */
export const ChangeEvent = z
  .object({
    ...changed,
    title: title.optional(),
    held_on: held_on.optional(),
    minutes: minutes.optional(),
    ...facts,
  })
  .refine(inOrder, endsAfterItStarts)
export type ChangeEvent = z.infer<typeof ChangeEvent>

export const MoveEvent = z.object({ ...changed, move: z.enum(EVENT_MOVE_WORDS, 'Choose what to do with the event') })
export type MoveEvent = z.infer<typeof MoveEvent>
