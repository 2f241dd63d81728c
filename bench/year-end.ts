import { keep } from './keep.ts'
import { YEAR_END } from './hub-data.ts'
import { type Line, type Sides, inTurn } from './in-turn.ts'
import { addNeighbours } from './neighbours.ts'
import { type Bench, prepare } from './prepare.ts'
import { loadNow } from './report.ts'
import { aloneRow, amongRow, yearEndPage } from './year-end-report.ts'
import { YEAR_END_WORK } from './year-end-work.ts'

/**
 * What a manager does at the end of a year, over HTTP, and prints how long each took, beside the same as plain SQL: on a
 * hub by itself and on the same hub among ten times the work, each on a database and a server of its own, asked in turn.
 * It fails nothing by time.
 *
 *     npm run bench:year-end
 *     npm run bench:year-end -- save   keeps the page in bench/RESULTS.md
 */
const NAME = 'Year end'

const say = (doing: string) => process.stderr.write(`${doing}\n`)
await using started = new AsyncDisposableStack()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void started.disposeAsync().finally(() => process.exit(1)))

say('Making a hub of 60,000 clients, twice')
const sides: Sides<Bench> = { alone: await prepare(YEAR_END, started), among: await prepare(YEAR_END, started) }
say('Adding ten times the work in other hubs and years to one of them')
await addNeighbours(sides.among)

const loads = [loadNow()]
const lines: Line[] = []
for (const work of YEAR_END_WORK) {
  say(`Measuring: ${work.what}`)
  const line = await inTurn(work, sides)
  lines.push(line)
  say(`${aloneRow(line)}\n${amongRow(line)}`)
}
loads.push(loadNow())
const page = yearEndPage({
  name: NAME,
  lines,
  loads,
  interactions: { alone: await manyInteractions(sides.alone), among: await manyInteractions(sides.among) },
})
process.stdout.write(`${page}\n`)
if (process.argv[2] === 'save') await keep(NAME, page)

async function manyInteractions({ direct }: Bench): Promise<string> {
  const { rows } = await direct.query<{ many: number }>('select count(*)::int as many from interaction')
  return (rows[0]?.many ?? 0).toLocaleString('en-GB')
}
