import { z } from 'zod'

/** What a link may be for, for people without an account; each is about one record of the kind named. */
export const LINK_PURPOSES = {
  /** Pick, move or give up a time for one offered review. */
  book_review: 'skills_review',
  /** Pick a time with one broker. */
  book_broker: 'adviser',
  /** Read a training plan and agree it, or ask for changes. */
  agree_plan: 'skills_review',
  /** The public page of an event. */
  register_event: 'event',
  /** One place at an event: look at it, give it up. */
  event_place: 'attendance',
  /** A broker's diary for a calendar program. */
  calendar_feed: 'adviser',
} as const
export type LinkPurpose = keyof typeof LINK_PURPOSES

/** The secret in a link. One that has lost letters on its way through a mail program reads as no link at all. */
export const LinkToken = z.string().regex(/^[\w-]{43}$/, 'This link is not whole: copy it from the message again')

/** What every call by link carries. */
export const ByLink = z.object({ token: LinkToken })
/** What every write by link carries. */
export const WriteByLink = ByLink.extend({ request_id: z.uuid() })
