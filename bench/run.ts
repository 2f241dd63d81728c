import { SIZES, YEAR } from './hub-data.ts'
import { keep } from './keep.ts'
import { type Result, measure } from './measure.ts'
import { operations } from './operations.ts'
import { type Bench, prepare } from './prepare.ts'
import { loadNow, report } from './report.ts'

/**
 * Measures what people do all day against plain SQL on the same data, and prints what it found. It fails nothing by time.
 *
 *     npm run bench             a hub of size D1, some minutes
 *     npm run bench -- D2       ten times that
 *     npm run bench -- D1 save  keeps the page in bench/RESULTS.md, in place of the last one of that size
 *     npm run bench:year-end    what a manager does at the end of a year, on 60,000 clients; `-- save` as above
 */
const [name = 'D1', save] = process.argv.slice(2)
const size = SIZES[name]
if (!size) throw new Error(`There is no size ${name}: choose ${Object.keys(SIZES).join(' or ')}`)

const say = (doing: string) => process.stderr.write(`${doing}\n`)
const before = loadNow()
say(`Making a hub of size ${name}`)
await using started = new AsyncDisposableStack()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void started.disposeAsync().finally(() => process.exit(1)))
const bench = await prepare(size, started)
const page = await report({
  name,
  results: await measureAll(bench),
  first_byte: await firstByte(bench),
  load: { before, after: loadNow() },
  bench,
})
process.stdout.write(`${page}\n`)
if (save === 'save') await keep(name, page)

async function measureAll(on: Bench): Promise<Result[]> {
  const results: Result[] = []
  for (const operation of await operations(on)) {
    say(`Measuring: ${operation.name}`)
    results.push(await measure(operation, on))
  }
  return results
}

async function firstByte({ visitors }: Bench): Promise<number> {
  const taken = await visitors[0]?.take(`/indicators/lep.businesses_supported/units.csv?year=${YEAR}&why=The+bench`)
  return taken?.first_byte ?? 0
}
