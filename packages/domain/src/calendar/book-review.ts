import { z } from 'zod'
import { changed, formVersion, optionalId, optionalText, requiredDay, requiredInstant, sent } from '../fields.ts'
import { MailAddress } from '../mail/letter.ts'
import { PLACES } from './free-times.ts'

export const USUAL_MINUTES = 90
export const LEAST_MINUTES = 15
export const MOST_MINUTES = 480
/** Nobody plans a review further ahead: a year typed wrongly is noticed. */
export const MOST_DAYS_AHEAD = 730

const email = z
  .string()
  .trim()
  .pipe(z.union([z.literal(''), MailAddress], 'Enter an e-mail address like name@example.org'))
  .transform((text) => (text === '' ? null : text))
  .nullish()

const start = requiredInstant('Choose a time').refine(
  (instant) => instant.getUTCSeconds() === 0 && instant.getUTCMilliseconds() === 0,
  'Choose a time to the minute',
)

const length = z
  .int('Enter the length as whole minutes')
  .min(LEAST_MINUTES, 'A review lasts at least 15 minutes')
  .max(MOST_MINUTES, 'A review lasts at most 8 hours')

const where = {
  place: z.enum(PLACES, 'Choose where the review is held'),
  room_id: optionalId('Choose the room again'),
  /** The address, in words. */
  place_note: optionalText(300),
}

/** Who comes, and where the invitation goes. */
export const attendee = {
  attendee_name: optionalText(120),
  attendee_email: email,
  attendee_phone: optionalText(40),
}

const chosen = {
  broker_id: z.uuid('Choose the broker'),
  slot_start: start,
  minutes: length,
  ...where,
  /** The time lies outside working hours or leaves no time for the way, and whoever books knows it. */
  anyway: z.boolean().default(false),
}

const needsRoom = (given: { place: string; room_id?: string | null | undefined }) =>
  given.place !== 'our_room' || Boolean(given.room_id)
const ROOM = { error: 'Choose the room', path: ['room_id'] }

/** Books a review that was offered or, where the business has none, offers one and books it. */
export const BookReview = z
  .object({
    ...sent,
    /** The review; for a new one the identifier that the browser made. */
    id: z.uuid('Reload the page and choose the review again'),
    /** The version that the form was filled from; none for a new review. */
    version: formVersion(1).nullish(),
    /** For a new review. */
    business_id: optionalId('Choose the business again'),
    ...chosen,
    ...attendee,
  })
  .refine((given) => Boolean(given.version) || Boolean(given.business_id), {
    error: 'Choose the business that the review is for',
    path: ['business_id'],
  })
  .refine(needsRoom, ROOM)
export type BookReview = z.infer<typeof BookReview>

/** Gives a booked review another time, broker or place. The same entry in everybody's calendar moves along. */
export const MoveReview = z.object({ ...changed, ...chosen }).refine(needsRoom, ROOM)
export type MoveReview = z.infer<typeof MoveReview>

export const CancelReview = z.object({ ...changed, cancel_reason: optionalText(300) })
export type CancelReview = z.infer<typeof CancelReview>

export const MarkNoShow = z.object(changed)
export type MarkNoShow = z.infer<typeof MarkNoShow>

/** The review took place. The time spent is logged as an interaction, so it is entered once. */
export const MarkHeld = z.object({
  ...changed,
  held_on: requiredDay('Enter the day on which the review was held, like 17/05/2021'),
  minutes: z
    .int('Enter the minutes as a whole number from 1 to 600')
    .min(1, 'Enter the minutes as a whole number from 1 to 600')
    .max(600, 'Enter the minutes as a whole number from 1 to 600'),
  attendees: optionalText(500),
})
export type MarkHeld = z.infer<typeof MarkHeld>
