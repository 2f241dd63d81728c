import { Problem } from '@hubline/domain/problem.ts'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { networkOf } from '../staff/network.ts'

const TEN_MINUTES = 600

/** A person tries some times, a program all of them: see docs/decisions/0012-attempts-are-counted-in-memory.md. */
const LIMITS = {
  hold: new RateLimiterMemory({ keyPrefix: 'hold', points: 40, duration: TEN_MINUTES }),
  booking: new RateLimiterMemory({ keyPrefix: 'self_booking', points: 10, duration: TEN_MINUTES }),
}

/** Counts what one network does on a broker's page. @throws Problem 'too_many' */
export async function countBooking(what: keyof typeof LIMITS, link_id: string, address: string): Promise<void> {
  await LIMITS[what].consume(`${link_id} ${networkOf(address)}`).catch(() => {
    throw new Problem(
      'too_many',
      'Many times were asked for from your network: wait ten minutes, or ask the hub for a time',
    )
  })
}
