import { LEAST_MINUTES, MOST_MINUTES } from '@hubline/domain/calendar/book-review.ts'
import { PLACES, freeTimes, isVisit, nearestTimes, spreadOut } from '@hubline/domain/calendar/free-times.ts'
import { startOf } from '@hubline/domain/calendar/london-time.ts'
import { addDays, daysBetween } from '@hubline/domain/day.ts'
import { requiredDay, requiredInstant } from '@hubline/domain/fields.ts'
import { z } from 'zod'
import { reads } from '../trpc.ts'
import { brokerOf, brokersOf } from './brokers.ts'
import { takenTimes } from './taken-times.ts'

const MOST_DAYS = 62

export const AskFreeTimes = z
  .object({
    /** Null: whoever is free. */
    broker_id: z.uuid().nullable(),
    from: requiredDay('Choose the first day'),
    to: requiredDay('Choose the last day'),
    minutes: z.int().min(LEAST_MINUTES).max(MOST_MINUTES),
    place: z.enum(PLACES),
    /** The review that is being moved. */
    review_id: z.uuid().nullish(),
    /** Gives only the three free times nearest to this one. */
    near: requiredInstant('Choose a time').nullish(),
  })
  .refine(({ from, to }) => daysBetween(from, to) >= 0 && daysBetween(from, to) < MOST_DAYS, {
    error: 'Ask for at most 62 days',
    path: ['to'],
  })

/** A time at which one broker is free. */
export type FreeTime = { slot_start: string; broker_id: string }

/** Free times of a broker, or of all of them, few enough to choose from; or the three that are nearest to one. */
export const findFreeTimes = reads('diary:read')
  .input(AskFreeTimes)
  .query(async ({ ctx: { db, actor, now }, input }): Promise<FreeTime[]> => {
    const { hub_id } = actor
    const { broker_id, minutes, near } = input
    const brokers = broker_id === null ? await brokersOf(db, hub_id) : [await brokerOf(db, hub_id, broker_id)]
    const is_visit = isVisit(input.place)
    const taken = await takenTimes(db, {
      hub_id,
      broker_ids: brokers.map(({ id }) => id),
      from: startOf(input.from),
      to: startOf(addDays(input.to, 1)),
      now,
      except: input.review_id ?? undefined,
    })
    const found = new Map<number, string>()
    for (const { id, rules } of brokers) {
      const asked = { rules: { ...rules, notice_hours: 0 }, taken: taken.get(id) ?? [], now: now.getTime() }
      const starts = freeTimes(input, { minutes, is_visit }, asked)
      const gap_minutes = is_visit ? rules.travel_minutes : 0
      for (const start of near ? starts : spreadOut(starts, { minutes, gap_minutes }))
        if (!found.has(start)) found.set(start, id)
    }
    const starts = [...found.keys()].toSorted((one, other) => one - other)
    return (near ? nearestTimes(starts, near.getTime()) : starts).map((start) => ({
      slot_start: new Date(start).toISOString(),
      broker_id: found.get(start) as string,
    }))
  })
