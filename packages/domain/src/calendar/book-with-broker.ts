import { z } from 'zod'
import { optionalId, optionalText, requiredText, sent } from '../fields.ts'
import { MailAddress } from '../mail/letter.ts'
import { ByLink, WriteByLink } from '../staff/links.ts'
import { PLACES } from './free-times.ts'

/** Where somebody who books by themselves may have their review: the hub's rooms are given out by the hub. */
export const SELF_PLACES = ['their_site', 'video', 'telephone'] as const
export type SelfPlace = (typeof SELF_PLACES)[number]

export const REQUEST_STATUSES = ['waiting', 'matched', 'cancelled'] as const
export type RequestStatus = (typeof REQUEST_STATUSES)[number]

/** Under these words somebody gives their details; what they agreed to is kept with their request. */
export const BOOKING_CONSENT =
  'I agree that the hub keeps these details to hold this review and to report, without my name, who it has helped.'

const place = z.enum(PLACES, 'Choose where the review is held').exclude(['our_room'])
const slot_start = z.iso.datetime({ offset: true, error: 'Choose a time' }).transform((text) => new Date(text))

export const AskBrokersTimes = ByLink.extend({ place: place.default('their_site') })

/** Keeps a time with a broker, instead of the one that was kept before. */
export const HoldWithBroker = WriteByLink.extend({
  slot_start,
  place,
  /** Made by the browser. */
  hold_id: z.uuid('Choose the time again'),
  instead_of: optionalId('Choose the time again'),
})

/** What somebody without an account fills in to have a review with one broker. */
export const BookWithBroker = WriteByLink.extend({
  slot_start,
  place,
  hold_id: optionalId('Choose the time again'),
  given_name: requiredText('Enter your first name', 100),
  family_name: requiredText('Enter your last name', 100),
  business_name: requiredText('Enter the name of your business', 300),
  email: MailAddress,
  phone: optionalText(40),
  agrees: z.literal(true, 'Tick that you agree, or we cannot keep a time for you'),
  /** A box that people do not see: whoever fills it is a program. */
  website: z.string().max(1000).default(''),
})
export type BookWithBroker = z.infer<typeof BookWithBroker>

/** One's own page, on which people book: opened, or closed. */
export const KeepOwnPage = z.object({ ...sent, is_open: z.boolean() })
