import { randomUUID } from 'node:crypto'
import { keep } from './keep.ts'
import { YEAR, YEAR_END } from './hub-data.ts'
import { type Bench, prepare } from './prepare.ts'
import { mostMemoryOf } from './processes.ts'
import { loadNow } from './report.ts'
import type { Visitor } from './visitor.ts'

/**
 * What a manager does at the end of a year, over HTTP on a server of its own, and prints how long each took. It fails
 * nothing by time.
 *
 *     npm run bench:year-end
 *     npm run bench:year-end -- save   keeps the page in bench/RESULTS.md
 */
const NAME = 'Year end'
const CLOSED = '2024-25'

type Line = { what: string; goal: string; times: number[] }

const say = (doing: string) => process.stderr.write(`${doing}\n`)
await using started = new AsyncDisposableStack()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void started.disposeAsync().finally(() => process.exit(1)))
say('Making a hub of 60,000 clients')
const bench = await prepare(YEAR_END, started)
const manager = managerOf(bench)
const before = loadNow()

const lines: Line[] = []
lines.push(await board())
lines.push(await lists())
lines.push(await why())
lines.push(await signOff())
const pack = await thePack()
lines.push(pack.line)
const page = [
  `## ${NAME}: 60,000 clients, 300,000 interactions in five years`,
  '',
  `Measured on ${new Date().toISOString().slice(0, 10)}; load of the machine ${before.toFixed(1)} before and ${loadNow().toFixed(1)} after. Times are milliseconds.`,
  '',
  '| what | times | p50 | p95 | longest | goal |',
  '| --- | ---: | ---: | ---: | ---: | --- |',
  ...lines.map(row),
  '',
  `The pack had ${(pack.bytes / 2 ** 20).toFixed(1)} MiB, its first byte came after ${pack.first_byte.toFixed(0)} ms; the server held at most ${pack.before.toFixed(0)} MiB before it and ${mostMemoryOf(bench.server).toFixed(0)} MiB after it.`,
  '',
].join('\n')
process.stdout.write(`${page}\n`)
if (process.argv[2] === 'save') await keep(NAME, page)

function managerOf({ visitors }: Bench): Visitor {
  const [first] = visitors
  if (!first) throw new Error('The hub of the bench has no manager')
  return first
}

async function timed(many: number, way: (number: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let number = 0; number < many; number++) {
    const began = performance.now()
    await way(number)
    times.push(performance.now() - began)
  }
  return times
}

/** After a change to the hub each time, so that every figure of the year is counted anew. */
async function board(): Promise<Line> {
  say('The board')
  await manager.ask('indicators.board', { year: YEAR })
  const times = await timed(40, async () => {
    await bench.direct.query('update hub_change set changes = changes + 1 where hub_id = $1', [bench.hub_id])
    await manager.ask('indicators.board', { year: YEAR })
  })
  return {
    what: 'the board with all figures of a year and of the year before, after a change',
    goal: 'p95 ≤ 500',
    times,
  }
}

async function lists(): Promise<Line> {
  say('The lists')
  const { figures } = (await manager.ask('indicators.board', { year: YEAR })) as { figures: { key: string }[] }
  const times = await timed(figures.length * 2, (number) =>
    manager.ask('indicators.units', { key: figures[number % figures.length]?.key, year: YEAR }),
  )
  return { what: `the first page of the list behind each of ${figures.length} figures`, goal: 'each ≤ 200', times }
}

async function why(): Promise<Line> {
  say('Why')
  const { rows } = await bench.direct.query<{ id: string }>(
    'select id from business where hub_id = $1 order by reference limit 60',
    [bench.hub_id],
  )
  const times = await timed(rows.length, (number) =>
    manager.ask('indicators.why', { kind: 'business', id: rows[number]?.id, year: YEAR }),
  )
  return { what: 'why a business is in each figure or not', goal: '≤ 300', times }
}

async function signOff(): Promise<Line> {
  say('The sign-off')
  const sent = (steps: number) => ({ request_id: randomUUID(), year: CLOSED, steps })
  await manager.tell('years.move', { ...sent(0), to: 'draft' })
  await manager.tell('years.move', { ...sent(1), to: 'checked' })
  const { figures } = (await manager.ask('years.variances', { year: CLOSED })) as { figures: { key: string }[] }
  const explanations = figures.map(({ key }) => ({ key, version: 0, words: 'A new programme began' }))
  if (explanations.length > 0)
    await manager.tell('years.explain', { request_id: randomUUID(), year: CLOSED, explanations })
  const times = await timed(1, () => manager.tell('years.signOff', sent(2)))
  return { what: 'the sign-off of a year', goal: '≤ 30,000', times }
}

async function thePack(): Promise<{ line: Line; bytes: number; first_byte: number; before: number }> {
  say('The pack')
  const held = mostMemoryOf(bench.server)
  let taken = { bytes: 0, first_byte: 0 }
  const times = await timed(1, async () => {
    taken = await manager.take(`/year/${CLOSED}/pack.xlsx?reason=Measured`)
  })
  return { line: { what: 'the whole pack of a year as XLSX', goal: '≤ 60,000', times }, ...taken, before: held }
}

function row({ what, goal, times }: Line): string {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(0)
  return `| ${what} | ${times.length} | ${at(0.5)} | ${at(0.95)} | ${at(1)} | ${goal} |`
}
