import { execFileSync } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'
import type { Measured, Result } from './measure.ts'
import type { Bench } from './prepare.ts'
import { mostMemoryOf } from './processes.ts'

type Run = {
  name: string
  results: Result[]
  load: { before: number; after: number }
  first_byte: number
  bench: Bench
}

const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0))
const times = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)}x`
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** What was measured, as a page to read. */
export async function report(run: Run): Promise<string> {
  const { name, results, load, first_byte, bench } = run
  const { size, direct, server, moved_in_seconds, started_seconds } = bench
  const version = await direct.query<{ server_version: string }>('show server_version')
  const rows = Object.values(size).reduce((sum, many) => sum + many, 0)
  const head = [
    'operation',
    'p50',
    'p95',
    'SQL p50',
    'SQL p95',
    'to SQL',
    'goal',
    'at 16, a second',
    'SQL at 16',
    'CPU',
    'SQL CPU',
  ]
  return [
    `## ${name}: ${Object.entries(size)
      .map(([kind, many]) => `${many.toLocaleString('en-GB')} ${kind}`)
      .join(', ')}`,
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)} at ${revision()} on ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ` +
      `${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}, PostgreSQL ${version.rows[0]?.server_version}; ` +
      `load of the machine ${load.before.toFixed(1)} before and ${load.after.toFixed(1)} after. Times are milliseconds.`,
    '',
    row(head),
    row(head.map((_, at) => (at === 0 ? '---' : '---:'))),
    ...results.map(line),
    '',
    `Moving in with ${rows.toLocaleString('en-GB')} rows took ${moved_in_seconds.toFixed(0)} s. The server answered ${started_seconds.toFixed(1)} s after its start and held at most ${mostMemoryOf(server).toFixed(0)} MiB. The download's first byte came after ${ms(first_byte)} ms.`,
    '',
  ].join('\n')
}

function line({ operation, product, direct }: Result): string {
  const { goal } = operation
  const rate = ({ per_second }: Measured) => (per_second === undefined ? '–' : per_second.toFixed(0))
  return row([
    operation.name,
    ms(product.p50),
    ms(product.p95),
    ms(direct.p50),
    ms(direct.p95),
    times(product.p50 / direct.p50),
    goal === undefined ? '–' : `≤ ${goal}x`,
    rate(product),
    rate(direct),
    ms(product.cpu_ms),
    ms(direct.cpu_ms),
  ])
}

export const loadNow = (): number => loadavg()[0] ?? 0

function revision(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return 'an unknown revision'
  }
}
