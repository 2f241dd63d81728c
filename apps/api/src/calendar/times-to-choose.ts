import type { Tx } from '@hubline/db/connection.ts'
import { type Place, freeTimes, isVisit, spreadOut } from '@hubline/domain/calendar/free-times.ts'
import { startOf } from '@hubline/domain/calendar/london-time.ts'
import { type Day, addDays } from '@hubline/domain/day.ts'
import type { Broker } from './brokers.ts'
import { takenTimes } from './taken-times.ts'

/** Enough to choose from, and few enough to read. */
const MOST_TIMES = 60

type Asked = {
  hub_id: string
  brokers: readonly Broker[]
  minutes: number
  place: Place | null
  now: Date
  today: Day
  /** What is being moved, and the time that it has. */
  except?: { id: string; at: Date | null } | undefined
}

/** The times that people outside may choose from, with whichever of some brokers is free. */
export async function timesToChoose(tx: Tx, asked: Asked): Promise<string[]> {
  const { hub_id, brokers, minutes, place, now, today, except } = asked
  const is_visit = isVisit(place)
  const last = addDays(today, Math.max(...brokers.map(({ days_ahead }) => days_ahead), 1))
  const taken = await takenTimes(tx, {
    hub_id,
    broker_ids: brokers.map(({ id }) => id),
    from: startOf(today),
    to: startOf(addDays(last, 1)),
    now,
    except: except?.id,
  })
  const starts = new Set<number>()
  for (const { id, rules, days_ahead } of brokers) {
    const those = { rules, taken: taken.get(id) ?? [], now: now.getTime() }
    const free = freeTimes({ from: today, to: addDays(today, days_ahead) }, { minutes, is_visit }, those)
    for (const start of spreadOut(free, { minutes, gap_minutes: is_visit ? rules.travel_minutes : 0 }))
      starts.add(start)
  }
  return [...starts]
    .filter((start) => start !== except?.at?.getTime())
    .toSorted((one, other) => one - other)
    .slice(0, MOST_TIMES)
    .map((start) => new Date(start).toISOString())
}
