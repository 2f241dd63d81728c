import type { Bench } from './prepare.ts'
import { cpuOf, cpuOfFamily } from './processes.ts'

/** One way of doing something; `number` is another each time. */
export type Way = (number: number) => Promise<unknown>

export type Operation = {
  name: string
  /** What the product may take for it, in times of direct SQL (p50); undefined where no goal is set. */
  goal?: number
  /** How often it is done alone, each way. */
  times: number
  /** Long work is not done by sixteen at once. */
  alone?: true
  /** The product's part runs in the program of the bench, whose computing is counted then. */
  in_process?: true
  product: Way
  direct: Way
}

export type Measured = { p50: number; p95: number; cpu_ms: number; per_second: number | undefined }

export type Result = { operation: Operation; product: Measured; direct: Measured }

const BLOCKS = 8
const AT_ONCE = 16
const SECONDS_AT_ONCE = 1
const ROUNDS_AT_ONCE = 2

type Tally = { ms: number[]; cpu_ms: number; done: number; seconds: number }
const nothing = (): Tally => ({ ms: [], cpu_ms: 0, done: 0, seconds: 0 })

/** Both ways in turn, block by block, so that whatever else the machine does falls on both alike. */
export async function measure(operation: Operation, bench: Bench): Promise<Result> {
  const { product, direct, times, alone, in_process = false } = operation
  const tallies = { product: nothing(), direct: nothing() }
  const cpu = () => cpuOf(bench.server) + cpuOfFamily(bench.postmaster) + (in_process ? cpuOf(process.pid) : 0)
  let number = 0
  const next = () => ++number
  for (const way of [product, direct]) await way(next())
  const block = Math.max(1, Math.ceil(times / BLOCKS))
  for (let done = 0; done < times; done += block) {
    await oneByOne(tallies.product, { way: product, many: block, next, cpu })
    await oneByOne(tallies.direct, { way: direct, many: block, next, cpu })
  }
  if (!alone)
    for (let round = 0; round < ROUNDS_AT_ONCE; round++) {
      await together(tallies.product, product, next)
      await together(tallies.direct, direct, next)
    }
  return { operation, product: sumUp(tallies.product), direct: sumUp(tallies.direct) }
}

type Block = {
  way: Way
  many: number
  next: () => number
  /** Of the program that answers and of the database; what the bench itself computes is left out, as a browser's would be. */
  cpu: () => number
}

async function oneByOne(tally: Tally, { way, many, next, cpu }: Block): Promise<void> {
  const before = cpu()
  for (let n = 0; n < many; n++) {
    const began = performance.now()
    await way(next())
    tally.ms.push(performance.now() - began)
  }
  tally.cpu_ms += cpu() - before
}

async function together(tally: Tally, way: Way, next: () => number): Promise<void> {
  const began = performance.now()
  const goOn = () => performance.now() - began < SECONDS_AT_ONCE * 1000
  const one = async () => {
    while (goOn()) {
      await way(next())
      tally.done += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  tally.seconds += (performance.now() - began) / 1000
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function sumUp({ ms, cpu_ms, done, seconds }: Tally): Measured {
  const sorted = ms.toSorted((one, other) => one - other)
  return {
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    cpu_ms: cpu_ms / ms.length,
    per_second: seconds === 0 ? undefined : done / seconds,
  }
}
