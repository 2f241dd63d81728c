import type { Tx } from '@hubline/db/connection.ts'
import { isVisit } from '@hubline/domain/calendar/free-times.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Broker } from './brokers.ts'
import { mustBeFree } from './must-be-free.ts'
import { minutesOf } from './offered-times.ts'
import type { ReviewByLink } from './review-by-link.ts'

type Asked = { hub_id: string; review: ReviewByLink; slot_start: Date; now: Date }
type Chosen = { broker: Broker; slot_end: Date; is_visit: boolean }

/**
 * The broker who is free at a time that somebody outside has chosen, held to it until the transaction ends.
 * @throws Problem 'invalid' at `slot_start` with the nearest free times, where nobody is
 */
export async function freeBroker(tx: Tx, { hub_id, review, slot_start, now }: Asked): Promise<Chosen> {
  const slot_end = new Date(slot_start.getTime() + minutesOf(review) * 60_000)
  const is_visit = isVisit(review.place)
  const slot = { from: slot_start.getTime(), to: slot_end.getTime(), is_visit }
  let refusal: unknown = new Problem(
    'invalid',
    'Nobody holds reviews here just now: ask the people who sent you the link',
  )
  for (const broker of review.brokers)
    try {
      await mustBeFree(tx, { hub_id, broker, slot, now, review_id: review.id, passing: [] })
      return { broker, slot_end, is_visit }
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      refusal = problem
    }
  throw refusal
}
