import type { Tx } from '@hubline/db/connection.ts'
import { type Day, addDays } from '@hubline/domain/day.ts'
import { makeLink, newLinkToken } from '../by-link.ts'

/** The page says for so long that the event is over, or was cancelled. */
const DAYS_AFTER = 30

type Announced = { id: string; public_token: string | null; held_on: Day }

/** The secret in the address of an event's public page, made once and good until a while after the event. */
export async function publicLinkTo(tx: Tx, { id, public_token, held_on }: Announced): Promise<string> {
  const until = new Date(`${addDays(held_on, DAYS_AFTER)}T00:00:00Z`)
  return makeLink(tx, { purpose: 'register_event', record_id: id, until, token: public_token ?? newLinkToken() })
}
