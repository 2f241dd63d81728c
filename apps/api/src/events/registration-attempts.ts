import { Problem } from '@hubline/domain/problem.ts'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { networkOf } from '../staff/network.ts'

/** A whole office may book from one network, a program may not: see docs/decisions/0012-attempts-are-counted-in-memory.md. */
const ofNetwork = new RateLimiterMemory({ keyPrefix: 'registration', points: 20, duration: 10 * 60 })

/** Counts one registration for an event from one network. @throws Problem 'too_many' */
export async function countRegistration(link_id: string, address: string): Promise<void> {
  await ofNetwork.consume(`${link_id} ${networkOf(address)}`).catch(() => {
    throw new Problem(
      'too_many',
      'There were many registrations from your network: wait ten minutes, or ask the organiser for a place',
    )
  })
}
