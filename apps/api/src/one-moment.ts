import { wasMissed } from '@hubline/db/missed.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { TRPCError } from '@trpc/server'

const TRIES = 3

/**
 * Does work in a transaction that sees one moment, and again in the next where a write came between: nothing is written by
 * the times before. @throws Problem 'stale' after three times
 */
export async function inOneMoment<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < TRIES; tries += 1)
    try {
      return await work()
    } catch (fault) {
      if (!wasMissed(fault instanceof TRPCError ? fault.cause : fault)) throw fault
    }
  throw new Problem('stale', 'Others are writing to your hub just now, and nothing was done: try again in a moment')
}
