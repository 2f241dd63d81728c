import { randomUUID } from 'node:crypto'
import { keep } from './keep.ts'
import { YEAR, YEAR_END } from './hub-data.ts'
import { addNeighbours } from './neighbours.ts'
import { type Bench, prepare } from './prepare.ts'
import { countMemoryAnew, cpuOf, cpuOfFamily, mostMemoryOf } from './processes.ts'
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
/** Signed off and packed as the hub stands by itself, and among ten times the work. */
const CLOSED = ['2024-25', '2023-24']
const FORMS = ['zip', 'ods', 'xlsx'] as const
const FORM_NAMES = { zip: 'CSV', ods: 'ODS', xlsx: 'XLSX' }

/** Times in milliseconds; `cpu_ms` is what the server and the database computed for them in all. */
type Timed = { times: number[]; cpu_ms: number }
type Line = Timed & { what: string; goal: string; said?: string }

const say = (doing: string) => process.stderr.write(`${doing}\n`)
await using started = new AsyncDisposableStack()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void started.disposeAsync().finally(() => process.exit(1)))
say('Making a hub of 60,000 clients')
const bench = await prepare(YEAR_END, started)
const manager = managerOf(bench)

const loads = [loadNow()]
const kept = [await interactions()]
const alone = await everything(CLOSED[0])
loads.push(loadNow())
say('Adding ten times the work in other hubs and years')
await addNeighbours(bench)
kept.push(await interactions())
loads.push(loadNow())
const among = await everything(CLOSED[1])
loads.push(loadNow())
const page = [
  `## ${NAME}: 60,000 clients, 300,000 interactions in five years`,
  '',
  `Measured on ${new Date().toISOString().slice(0, 10)}; load of the machine ${loads.map((load) => load.toFixed(1)).join(', ')} before and after each half. Times are milliseconds; CPU is what the server and the database computed for one. "Among others" is the same on the same server with ten times the work in the database (${kept.join(' interactions, then ')}): five hubs beside it with as many clients and records, and four times its own work in the twenty years before.`,
  '',
  '| what | times | p50 | p95 | longest | CPU | goal | among others: p50 | p95 | longest | CPU | p50 to p50 | CPU to CPU |',
  '| --- | ---: | ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
  ...alone.map((line, at) => row(line, among[at])),
  '',
  ...alone.flatMap((line, at) => (line.said ? [`- ${line.what}: ${line.said}; among others ${among[at]?.said}.`] : [])),
  '',
].join('\n')
process.stdout.write(`${page}\n`)
if (process.argv[2] === 'save') await keep(NAME, page)

async function interactions(): Promise<string> {
  const { rows } = await bench.direct.query<{ many: number }>('select count(*)::int as many from interaction')
  return (rows[0]?.many ?? 0).toLocaleString('en-GB')
}

async function everything(closed = ''): Promise<Line[]> {
  const measures = [
    board,
    () => lists(false),
    () => lists(true),
    why,
    () => signOff(closed),
    ...FORMS.map((form) => () => pack(closed, form)),
  ]
  const lines = []
  for (const measured of measures) {
    const line = await measured()
    lines.push(line)
    say(`${row(line, undefined)} ${line.said ?? ''}`)
  }
  return lines
}

function managerOf({ visitors }: Bench): Visitor {
  const [first] = visitors
  if (!first) throw new Error('The hub of the bench has no manager')
  return first
}

async function timed(many: number, way: (number: number) => Promise<unknown>): Promise<Timed> {
  const times: number[] = []
  const cpu = () => cpuOf(bench.server) + cpuOfFamily(bench.postmaster)
  const before = cpu()
  for (let number = 0; number < many; number++) {
    const began = performance.now()
    await way(number)
    times.push(performance.now() - began)
  }
  return { times, cpu_ms: cpu() - before }
}

async function aChange(): Promise<void> {
  await bench.direct.query('update hub_change set changes = changes + 1 where hub_id = $1', [bench.hub_id])
}

/** After a change to the hub each time, so that every figure of the year is counted anew. */
async function board(): Promise<Line> {
  say('The board')
  await manager.ask('indicators.board', { year: YEAR })
  const taken = await timed(40, async () => {
    await aChange()
    await manager.ask('indicators.board', { year: YEAR })
  })
  return {
    what: 'the board with all figures of a year and of the year before, after a change',
    goal: 'p95 ≤ 500',
    ...taken,
  }
}

/** Each opened from the board for the first time after a change, so that it is read anew, or again, as it was kept. */
async function lists(isAgain: boolean): Promise<Line> {
  say('The lists')
  const all: Timed = { times: [], cpu_ms: 0 }
  let many = 0
  for (let round = 0; round < 2; round++) {
    if (!isAgain) await aChange()
    const { figures } = (await manager.ask('indicators.board', { year: YEAR })) as { figures: { key: string }[] }
    many = figures.length
    const once = await timed(many, (at) => manager.ask('indicators.units', { key: figures[at]?.key, year: YEAR }))
    all.times.push(...once.times)
    all.cpu_ms += once.cpu_ms
  }
  const opened = isAgain ? 'opened again' : 'opened for the first time after a change'
  return { what: `the first page of the list behind each of ${many} figures, ${opened}`, goal: 'each ≤ 200', ...all }
}

async function why(): Promise<Line> {
  say('Why')
  const { rows } = await bench.direct.query<{ id: string }>(
    'select id from business where hub_id = $1 order by reference limit 60',
    [bench.hub_id],
  )
  const taken = await timed(rows.length, (number) =>
    manager.ask('indicators.why', { kind: 'business', id: rows[number]?.id, year: YEAR }),
  )
  return { what: 'why a business is in each figure or not', goal: '≤ 300', ...taken }
}

async function signOff(closed: string): Promise<Line> {
  say('The sign-off')
  const sent = (steps: number) => ({ request_id: randomUUID(), year: closed, steps })
  await manager.tell('years.move', { ...sent(0), to: 'draft' })
  await manager.tell('years.move', { ...sent(1), to: 'checked' })
  const { figures } = (await manager.ask('years.variances', { year: closed })) as { figures: { key: string }[] }
  const explanations = figures.map(({ key }) => ({ key, version: 0, words: 'A new programme began' }))
  if (explanations.length > 0)
    await manager.tell('years.explain', { request_id: randomUUID(), year: closed, explanations })
  const taken = await timed(1, () => manager.tell('years.signOff', sent(2)))
  return { what: 'the sign-off of a year', goal: '≤ 30,000', ...taken }
}

async function pack(closed: string, form: (typeof FORMS)[number]): Promise<Line> {
  say(`The pack as ${FORM_NAMES[form]}`)
  countMemoryAnew(bench.server)
  const held = mostMemoryOf(bench.server)
  let file = { bytes: 0, first_byte: 0 }
  const taken = await timed(1, async () => {
    file = await manager.take(`/year/${closed}/pack.${form}?reason=Measured`)
  })
  const said = `${(file.bytes / 2 ** 20).toFixed(1)} MiB, its first byte after ${file.first_byte.toFixed(0)} ms, the server at ${held.toFixed(0)} MiB before it and at most ${mostMemoryOf(bench.server).toFixed(0)} MiB within`
  return { what: `the whole pack of a year as ${FORM_NAMES[form]}`, goal: '≤ 60,000', ...taken, said }
}

/** Of one line, and of the same among others. */
function row(line: Line, beside: Line | undefined): string {
  const [own, others] = [cellsOf(line), beside ? cellsOf(beside) : []]
  const ratio = beside ? [middle(beside) / middle(line), beside.cpu_ms / line.cpu_ms] : []
  const ratios = ratio.map((times) => `${times.toFixed(2)}x`)
  return `| ${[line.what, line.times.length, ...own, line.goal, ...others, ...ratios].join(' | ')} |`
}

function middle({ times }: Timed): number {
  return quantiles(times)[0] ?? 0
}

function cellsOf({ times, cpu_ms }: Timed): string[] {
  return [...quantiles(times), cpu_ms / times.length].map((value) => value.toFixed(0))
}

function quantiles(times: readonly number[]): number[] {
  const sorted = times.toSorted((one, other) => one - other)
  return [0.5, 0.95, 1].map((share) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0)
}
