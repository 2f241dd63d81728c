import { readFile, writeFile } from 'node:fs/promises'
import { SIZES, YEAR } from './hub-data.ts'
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
 */
const RESULTS = new URL('RESULTS.md', import.meta.url)

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
if (save === 'save') await keep(page)

async function measureAll(on: Bench): Promise<Result[]> {
  const results: Result[] = []
  for (const operation of await operations(on)) {
    say(`Measuring: ${operation.name}`)
    results.push(await measure(operation, on))
  }
  return results
}

async function firstByte({ visitors }: Bench): Promise<number> {
  const taken = await visitors[0]?.take(`/indicators/lep.businesses_supported/units.csv?year=${YEAR}`)
  return taken?.first_byte ?? 0
}

/** Puts the page in the place of the last one of its size. */
async function keep(measured: string): Promise<void> {
  const kept = await readFile(RESULTS, 'utf8').catch(() => '# What was measured\n')
  const sections = kept.split(/^(?=## )/m)
  const others = sections.filter((section) => !section.startsWith(`## ${name}:`))
  const at = others.findIndex((section) => section.startsWith('## ') && section > `## ${name}`)
  others.splice(at < 0 ? others.length : at, 0, `${measured.trimEnd()}\n\n`)
  await writeFile(RESULTS, `${others.map((section) => section.trimEnd()).join('\n\n')}\n`)
}
