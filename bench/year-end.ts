import { randomUUID } from 'node:crypto'
import { keep } from './keep.ts'
import { YEAR, YEAR_END } from './hub-data.ts'
import { addNeighbours } from './neighbours.ts'
import { type Bench, prepare } from './prepare.ts'
import { countMemoryAnew, mostMemoryOf } from './processes.ts'
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

type Line = { what: string; goal: string; times: number[]; said?: string }

const say = (doing: string) => process.stderr.write(`${doing}\n`)
await using started = new AsyncDisposableStack()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void started.disposeAsync().finally(() => process.exit(1)))
say('Making a hub of 60,000 clients')
const bench = await prepare(YEAR_END, started)
const manager = managerOf(bench)

const loads = [loadNow()]
const alone = await everything(CLOSED[0])
loads.push(loadNow())
say('Adding ten times the work in other hubs and years')
await addNeighbours(bench)
loads.push(loadNow())
const among = await everything(CLOSED[1])
loads.push(loadNow())
const page = [
  `## ${NAME}: 60,000 clients, 300,000 interactions in five years`,
  '',
  `Measured on ${new Date().toISOString().slice(0, 10)}; load of the machine ${loads.map((load) => load.toFixed(1)).join(', ')} before and after each half. Times are milliseconds. "Among others" is the same on the same server with ten times the work in the database: five hubs beside it with as many clients and records, and four times its own work in the twenty years before.`,
  '',
  '| what | times | p50 | p95 | longest | goal | among others: p50 | p95 | longest | p50 to p50 |',
  '| --- | ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: |',
  ...alone.map((line, at) => row(line, among[at])),
  '',
  ...alone.flatMap((line, at) => (line.said ? [`- ${line.what}: ${line.said}; among others ${among[at]?.said}.`] : [])),
  '',
].join('\n')
process.stdout.write(`${page}\n`)
if (process.argv[2] === 'save') await keep(NAME, page)

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

async function timed(many: number, way: (number: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let number = 0; number < many; number++) {
    const began = performance.now()
    await way(number)
    times.push(performance.now() - began)
  }
  return times
}

async function aChange(): Promise<void> {
  await bench.direct.query('update hub_change set changes = changes + 1 where hub_id = $1', [bench.hub_id])
}

/** After a change to the hub each time, so that every figure of the year is counted anew. */
async function board(): Promise<Line> {
  say('The board')
  await manager.ask('indicators.board', { year: YEAR })
  const times = await timed(40, async () => {
    await aChange()
    await manager.ask('indicators.board', { year: YEAR })
  })
  return {
    what: 'the board with all figures of a year and of the year before, after a change',
    goal: 'p95 ≤ 500',
    times,
  }
}

/** Each opened from the board for the first time after a change, so that it is read anew, or again, as it was kept. */
async function lists(isAgain: boolean): Promise<Line> {
  say('The lists')
  const times = []
  let many = 0
  for (let round = 0; round < 2; round++) {
    if (!isAgain) await aChange()
    const { figures } = (await manager.ask('indicators.board', { year: YEAR })) as { figures: { key: string }[] }
    many = figures.length
    times.push(...(await timed(many, (at) => manager.ask('indicators.units', { key: figures[at]?.key, year: YEAR }))))
  }
  const opened = isAgain ? 'opened again' : 'opened for the first time after a change'
  return { what: `the first page of the list behind each of ${many} figures, ${opened}`, goal: 'each ≤ 200', times }
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

async function signOff(closed: string): Promise<Line> {
  say('The sign-off')
  const sent = (steps: number) => ({ request_id: randomUUID(), year: closed, steps })
  await manager.tell('years.move', { ...sent(0), to: 'draft' })
  await manager.tell('years.move', { ...sent(1), to: 'checked' })
  const { figures } = (await manager.ask('years.variances', { year: closed })) as { figures: { key: string }[] }
  const explanations = figures.map(({ key }) => ({ key, version: 0, words: 'A new programme began' }))
  if (explanations.length > 0)
    await manager.tell('years.explain', { request_id: randomUUID(), year: closed, explanations })
  const times = await timed(1, () => manager.tell('years.signOff', sent(2)))
  return { what: 'the sign-off of a year', goal: '≤ 30,000', times }
}

async function pack(closed: string, form: (typeof FORMS)[number]): Promise<Line> {
  say(`The pack as ${FORM_NAMES[form]}`)
  countMemoryAnew(bench.server)
  const held = mostMemoryOf(bench.server)
  let taken = { bytes: 0, first_byte: 0 }
  const times = await timed(1, async () => {
    taken = await manager.take(`/year/${closed}/pack.${form}?reason=Measured`)
  })
  const said = `${(taken.bytes / 2 ** 20).toFixed(1)} MiB, its first byte after ${taken.first_byte.toFixed(0)} ms, the server at ${held.toFixed(0)} MiB before it and at most ${mostMemoryOf(bench.server).toFixed(0)} MiB within`
  return { what: `the whole pack of a year as ${FORM_NAMES[form]}`, goal: '≤ 60,000', times, said }
}

/** Of one line, and of the same among others. */
function row({ what, goal, times }: Line, beside: Line | undefined): string {
  const [own, others] = [quantiles(times), quantiles(beside?.times ?? [])]
  const cells = [...own.map(whole), goal, ...others.map(whole), `${((others[0] ?? 0) / (own[0] ?? 1)).toFixed(2)}x`]
  return `| ${[what, times.length, ...cells].join(' | ')} |`
}

function quantiles(times: readonly number[]): number[] {
  const sorted = times.toSorted((one, other) => one - other)
  return [0.5, 0.95, 1].map((share) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0)
}

function whole(value: number): string {
  return value.toFixed(0)
}
