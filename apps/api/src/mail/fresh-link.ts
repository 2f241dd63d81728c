import type { Tx } from '@hubline/db/connection.ts'
import { bookingLink } from '../calendar/booking-link.ts'
import { eventPlaceLink } from '../events/event-place-link.ts'
import { planLink } from '../skills-reviews/plan-link.ts'
import { invitationLink } from '../staff/invitation-link.ts'

type LinkMaker = (tx: Tx, record_id: string, public_url: string) => Promise<string | undefined>

/**
 * Links that are made as a message leaves, by purpose: the queue and the list of outgoing mail never hold a secret. A
 * maker gives nothing where the link is not wanted any more.
 */
const LINK_MAKERS = {
  agree_plan: planLink,
  book_review: bookingLink,
  invitation: invitationLink,
  event_place: eventPlaceLink,
} as const satisfies Record<string, LinkMaker>

export type FreshLink = { purpose: keyof typeof LINK_MAKERS; id: string }

export const isFreshLink = (purpose: string): purpose is FreshLink['purpose'] => Object.hasOwn(LINK_MAKERS, purpose)

export const makeFreshLink = (tx: Tx, { purpose, id }: FreshLink, public_url: string): Promise<string | undefined> =>
  LINK_MAKERS[purpose](tx, id, public_url)
