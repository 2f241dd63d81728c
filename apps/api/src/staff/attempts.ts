import { Problem } from '@hubline/domain/problem.ts'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { networkOf } from './network.ts'

const MINUTES = 60
const KNOWN_AT_MOST = 50_000

/** Failed attempts to sign in, for one account and for one network. See docs/decisions/0012-attempts-are-counted-in-memory.md. */
const ofAccount = new RateLimiterMemory({ keyPrefix: 'account', points: 10, duration: 5 * MINUTES })
const ofNetwork = new RateLimiterMemory({ keyPrefix: 'network', points: 100, duration: 60 * MINUTES })

/**
 * Where somebody has signed in to an account before. Attempts from there are counted apart, so that strangers who guess
 * at an account do not keep its owner out.
 */
const known = new Set<string>()

const keyOf = (email: string, network: string) => (known.has(`${email} ${network}`) ? `${email} ${network}` : email)

/** Counts an attempt before the password is looked at, so that a hundred at once count as a hundred. @throws Problem 'too_many' */
export async function countAttempt(email: string, address: string): Promise<void> {
  const network = networkOf(address)
  await ofNetwork.consume(network).catch(() => refuse('an hour'))
  await ofAccount.consume(keyOf(email, network)).catch(() => refuse('five minutes'))
}

function refuse(wait: string): never {
  throw new Problem('too_many', `There were too many attempts to sign in: wait ${wait} and try again`)
}

/** Takes back what was counted for an attempt that turned out right. */
export async function forgiveAttempt(email: string, address: string): Promise<void> {
  const network = networkOf(address)
  await Promise.all([ofNetwork.reward(network), ofAccount.delete(keyOf(email, network))])
  if (known.size >= KNOWN_AT_MOST) known.clear()
  known.add(`${email} ${network}`)
}
