import { z } from 'zod'
import { changed, optionalText, requiredInstant, requiredText } from '../fields.ts'
import { MailAddress } from '../mail/letter.ts'
import { WriteByLink } from '../staff/links.ts'
import { PLACES } from './free-times.ts'

/** How long a time is kept for somebody who fills in the form, in minutes. They may ask for as long again, and again. */
export const HOLD_MINUTES = 10

const slot_start = requiredInstant('Choose a time')

/** Keeps a time, or keeps it longer, while somebody says who comes. */
export const HoldTime = WriteByLink.extend({ slot_start })

/** Who comes, said by themselves. */
export const whoComes = {
  attendee_name: requiredText('Enter the name of who comes', 120),
  attendee_email: MailAddress,
  attendee_phone: optionalText(40),
}

/** Books the time, or moves a booking to it. */
export const ConfirmTime = WriteByLink.extend({ slot_start, ...whoComes })
export type ConfirmTime = z.infer<typeof ConfirmTime>

/** Gives a booked time back. */
export const GiveUpTime = WriteByLink.extend({ cancel_reason: optionalText(300) })

/** Sends a client the link by which they choose a time themselves. */
export const SendTimes = z.object({
  ...changed,
  place: z.enum(PLACES, 'Choose where the review is held').exclude(['our_room']),
  attendee_name: optionalText(120),
  attendee_email: z
    .string()
    .trim()
    .pipe(z.union([z.literal(''), MailAddress], 'Enter an e-mail address like name@example.org'))
    .nullish(),
})
