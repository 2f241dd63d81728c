import { Register, isByProgram } from '@hubline/domain/events/register.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { writesByLink } from '../by-link.ts'
import { lockEvent, placeNow } from './event-places.ts'
import { standingOf } from './public-page.ts'
import { again, registerGuest, registeredBefore } from './register-guest.ts'
import { countRegistration } from './registration-attempts.ts'
import { settleByKeys } from './settle-by-keys.ts'
import { tellGuests } from './tell-guests.ts'

/** `ahead`: at most so many wait before them, where the event is full. */
type Reply = { full: boolean; ahead: number }

/**
 * Somebody without an account asks for a place. The answer is the same for an address that has one already: who comes
 * is nobody's business but theirs, and the message that they get says how they stand.
 */
export const register = writesByLink('register_event')
  .input(Register)
  .mutation(async ({ ctx: { db, link, today, address }, input }): Promise<Reply> => {
    await countRegistration(link.link_id, address)
    // Looked up first, so that others wait for the lock as short as can be.
    const settled = await settleByKeys(db, link.hub_id, input)
    const event = await lockEvent(db, link.hub_id, link.record_id)
    mustBeOpen(standingOf(event, today))
    const reply = { full: placeNow(event) === 'waitlist', ahead: event.waiting }
    if (isByProgram(input)) return reply
    const known = await registeredBefore(db, event, input.email)
    const id = known ? await again(db, event, known) : await registerGuest(db, event, input, settled)
    const now = await db
      .selectFrom('attendance')
      .select('status')
      .where('hub_id', '=', event.hub_id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await tellGuests(db, event, [id], now.status === 'waitlist' ? 'waiting' : 'booked')
    return reply
  })

function mustBeOpen(standing: ReturnType<typeof standingOf>): void {
  const refusals = {
    closed: 'Booking is closed: ask the organiser',
    over: 'The event is over',
    cancelled: 'The event is cancelled',
  }
  if (standing in refusals) throw new Problem('invalid', refusals[standing as keyof typeof refusals])
}
