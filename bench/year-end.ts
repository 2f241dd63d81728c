import { randomUUID } from 'node:crypto'
import { firstDay, lastDay, parseYear } from '@hubline/domain/years/year.ts'
import { copyOut } from './copy-out.ts'
import { TOTALS } from './direct-sql.ts'
import { keep } from './keep.ts'
import { YEAR, YEAR_END } from './hub-data.ts'
import { addNeighbours } from './neighbours.ts'
import { type Bench, prepare } from './prepare.ts'
import { countMemoryAnew, cpuOf, cpuOfFamily, mostMemoryOf } from './processes.ts'
import { loadNow } from './report.ts'
import type { Visitor } from './visitor.ts'
import { type Line, type Timed, row, yearEndPage } from './year-end-report.ts'
import { type OfYear, copied, firstPages, sheets, whyOf } from './year-end-sql.ts'

/**
 * What a manager does at the end of a year, over HTTP on a server of its own, and prints how long each took, beside the
 * same as plain SQL. It fails nothing by time.
 *
 *     npm run bench:year-end
 *     npm run bench:year-end -- save   keeps the page in bench/RESULTS.md
 */
const NAME = 'Year end'
/** Signed off and packed as the hub stands by itself, and among ten times the work: not the year beside that of the board. */
const CLOSED = ['2023-24', '2022-23']
const FORMS = ['zip', 'ods', 'xlsx'] as const
const FORM_NAMES = { zip: 'CSV', ods: 'ODS', xlsx: 'XLSX' }

type Way = (number: number) => Promise<unknown>

const say = (doing: string) => process.stderr.write(`${doing}\n`)
await using started = new AsyncDisposableStack()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void started.disposeAsync().finally(() => process.exit(1)))
say('Making a hub of 60,000 clients')
const bench = await prepare(YEAR_END, started)
const manager = managerOf(bench)

const loads = [loadNow()]
const interactions = [await manyInteractions()]
const alone = await everything(CLOSED[0])
loads.push(loadNow())
say('Adding ten times the work in other hubs and years')
await addNeighbours(bench)
interactions.push(await manyInteractions())
loads.push(loadNow())
const among = await everything(CLOSED[1])
loads.push(loadNow())
const page = yearEndPage({ name: NAME, alone, among, loads, interactions })
process.stdout.write(`${page}\n`)
if (process.argv[2] === 'save') await keep(NAME, page)

async function manyInteractions(): Promise<string> {
  const { rows } = await bench.direct.query<{ many: number }>('select count(*)::int as many from interaction')
  return (rows[0]?.many ?? 0).toLocaleString('en-GB')
}

async function everything(closed = ''): Promise<Line[]> {
  const measures = [
    board,
    () => lists('filled', 'first'),
    () => lists('filled', 'again'),
    () => lists('others', 'first'),
    why,
    () => signOff(closed),
    ...FORMS.map((form) => () => pack(closed, form)),
  ]
  const lines = []
  for (const measured of measures) {
    const line = await measured()
    lines.push(line)
    say(`${row(line)} ${line.said ?? ''}`)
  }
  return lines
}

function managerOf({ visitors }: Bench): Visitor {
  const [first] = visitors
  if (!first) throw new Error('The hub of the bench has no manager')
  return first
}

function ofYear(name: string, back = 0): OfYear {
  const year = parseYear(name)
  if (!year) throw new Error(`${name} is no year`)
  const before = (day: string) => `${Number(day.slice(0, 4)) - back}${day.slice(4)}`
  return { hub_id: bench.hub_id, from: before(firstDay(year)), to: before(lastDay(year)) }
}

/** The product and plain SQL in turn, so that whatever else the machine does falls on both alike; `first` is not timed. */
async function inTurn(
  many: number,
  { first, ours, sql }: { first?: Way; ours: Way; sql?: Way },
): Promise<Pick<Line, 'ours' | 'sql'>> {
  const taken = { ours: nothing(), sql: sql && nothing() }
  for (let number = 0; number < many; number++) {
    await first?.(number)
    await once(taken.ours, () => ours(number))
    if (sql && taken.sql) await once(taken.sql, () => sql(number))
  }
  return taken
}

function nothing(): Timed {
  return { times: [], cpu_ms: 0 }
}

async function once(timed: Timed, way: () => Promise<unknown>): Promise<void> {
  const cpu = () => cpuOf(bench.server) + cpuOfFamily(bench.postmaster)
  const before = cpu()
  const began = performance.now()
  await way()
  timed.times.push(performance.now() - began)
  timed.cpu_ms += cpu() - before
}

async function recount(): Promise<void> {
  await bench.direct.query('update hub_change set changes = changes + 1 where hub_id = $1', [bench.hub_id])
}

async function totals({ hub_id, from, to }: OfYear): Promise<void> {
  await bench.direct.query(TOTALS, [hub_id, from, to])
}

/** After a change to the hub each time, so that every figure of the year is counted anew. */
async function board(): Promise<Line> {
  say('The board')
  await manager.ask('indicators.board', { year: YEAR })
  const taken = await inTurn(40, {
    first: recount,
    ours: () => manager.ask('indicators.board', { year: YEAR }),
    sql: async () => {
      for (const back of [0, 1]) await totals(ofYear(YEAR, back))
    },
  })
  return {
    what: 'the board with all figures of a year and of the year before, after a change',
    goal: 'p95 ≤ 500',
    ...taken,
  }
}

/** Each opened from the board for the first time after a change, so that it is read anew, or again, as it was kept. */
async function lists(which: 'filled' | 'others', opened: 'first' | 'again'): Promise<Line> {
  say('The lists')
  const pages = firstPages(ofYear(YEAR))
  const { figures } = (await manager.ask('indicators.board', { year: YEAR })) as { figures: { key: string }[] }
  const keys = figures.flatMap(({ key }) => (key in pages === (which === 'filled') ? [key] : []))
  const keyOf = (number: number) => keys[number % keys.length] ?? ''
  const anew = async (number: number) => {
    if (number % keys.length > 0) return
    await recount()
    await manager.ask('indicators.board', { year: YEAR })
  }
  const taken = await inTurn(2 * keys.length, {
    ...(opened === 'first' ? { first: anew } : {}),
    ours: (number) => manager.ask('indicators.units', { key: keyOf(number), year: YEAR }),
    ...(which === 'filled' ? { sql: (number: number) => bench.direct.query(pages[keyOf(number)] ?? '') } : {}),
  })
  const when = opened === 'first' ? 'opened for the first time after a change' : 'opened again'
  return {
    what: `the first page of the list behind each of ${keys.length} figures ${which === 'filled' ? 'that have units' : 'that have none'}, ${when}`,
    goal: 'each ≤ 200',
    ...taken,
  }
}

async function why(): Promise<Line> {
  say('Why')
  const { rows } = await bench.direct.query<{ id: string }>(
    'select id from business where hub_id = $1 order by reference limit 60',
    [bench.hub_id],
  )
  const plain = whyOf(ofYear(YEAR))
  const taken = await inTurn(rows.length, {
    ours: (number) => manager.ask('indicators.why', { kind: 'business', id: rows[number]?.id, year: YEAR }),
    sql: (number) => bench.direct.query(plain, [rows[number]?.id]),
  })
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
  const taken = await inTurn(1, {
    ours: () => manager.tell('years.signOff', sent(2)),
    sql: async () => {
      await totals(ofYear(closed))
      await bench.direct.query(copied(ofYear(closed)).join(';\n'))
    },
  })
  return { what: 'the sign-off of a year, which keeps the sheets of its pack', goal: '≤ 30,000', ...taken }
}

async function pack(closed: string, form: (typeof FORMS)[number]): Promise<Line> {
  say(`The pack as ${FORM_NAMES[form]}`)
  countMemoryAnew(bench.server)
  const held = mostMemoryOf(bench.server)
  let file = { bytes: 0, first_byte: 0 }
  const taken = await inTurn(3, {
    ours: async () => {
      file = await manager.take(`/year/${closed}/pack.${form}?reason=Measured`)
    },
    sql: async () => {
      await totals(ofYear(closed))
      const copies = sheets(ofYear(closed)).map((rows) => `copy (${rows}) to stdout with (format csv, header)`)
      await copyOut(bench.direct, copies)
    },
  })
  const said = `${(file.bytes / 2 ** 20).toFixed(1)} MiB, its first byte after ${file.first_byte.toFixed(0)} ms, the server at ${held.toFixed(0)} MiB before it and at most ${mostMemoryOf(bench.server).toFixed(0)} MiB within`
  return { what: `the whole pack of a year as ${FORM_NAMES[form]}`, goal: '≤ 60,000', ...taken, said }
}
