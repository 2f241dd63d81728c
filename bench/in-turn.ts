import type { Bench } from './prepare.ts'
import { cpuOf, cpuOfFamily } from './processes.ts'

/** One way of doing something; `number` is another each time. */
export type Way = (number: number) => Promise<unknown>

/** A hub by itself, and the same hub with other hubs and years in its database, each with a server of its own. */
export type Sides<T> = { alone: T; among: T }

/** How one thing is done on one side, in the product and as plain SQL; `first` is not timed. */
export type Ways = {
  many: number
  first?: Way
  ours: Way
  sql?: Way
  /** Which of several like things a time is of, where they are told apart. */
  part?: (number: number) => string
  /** What else there is to say once all is done. */
  said?: () => string
}

/** One thing that is measured; `on` makes ready what it needs of a side. */
export type Work = { what: string; goal: string; on: (bench: Bench) => Promise<Ways> }

/** Times in milliseconds; `cpu_ms` is what the server and the database computed for them in all. */
export type Timed = { times: number[]; cpu_ms: number }
export type Taken = { ours: Timed; sql: Timed | undefined; said: string | undefined }
/** `parts` says of each time which of several like things it is of; it is empty where there is one thing only. */
export type Line = Sides<Taken> & { what: string; goal: string; parts: string[] }

const nothing = (): Timed => ({ times: [], cpu_ms: 0 })

/**
 * Both sides in turn, and on each the product and plain SQL in turn, so that whatever else the machine does falls on all
 * alike. Who begins changes each time.
 */
export async function inTurn({ what, goal, on }: Work, sides: Sides<Bench>): Promise<Line> {
  const alone = await side(sides.alone, on)
  const among = await side(sides.among, on)
  const parts: string[] = []
  for (let number = 0; number < alone.ways.many; number++) {
    const order = number % 2 === 0 ? [alone, among] : [among, alone]
    for (const { take } of order) await take(number)
    const part = alone.ways.part?.(number)
    if (part !== undefined) parts.push(part)
  }
  return { what, goal, parts, alone: alone.taken(), among: among.taken() }
}

async function side(bench: Bench, on: Work['on']) {
  const ways = await on(bench)
  const ours = nothing()
  const sql = ways.sql && nothing()
  const take = async (number: number) => {
    await ways.first?.(number)
    await once(ours, bench, () => ways.ours(number))
    if (sql) await once(sql, bench, () => ways.sql?.(number))
  }
  return { ways, take, taken: (): Taken => ({ ours, sql, said: ways.said?.() }) }
}

async function once(timed: Timed, bench: Bench, way: () => Promise<unknown> | undefined): Promise<void> {
  const cpu = () => cpuOf(bench.server) + cpuOfFamily(bench.postmaster)
  const before = cpu()
  const began = performance.now()
  await way()
  timed.times.push(performance.now() - began)
  timed.cpu_ms += cpu() - before
}
