import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/**
 * Runs every suite one after the other and closes with one line that counts all of them. A suite that ran no test
 * counts as failed: silence is not success.
 */
type Count = { passed: number; failed: number; names: string[] }

type VitestReport = {
  numPassedTests?: number
  numFailedTests?: number
  numPendingTests?: number
  testResults?: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[]
}
type PlaywrightReport = {
  stats?: Record<string, number>
  suites?: { specs: { ok: boolean; file: string; title: string }[] }[]
}

const ROOT = path.resolve(import.meta.dirname, '..')

function run(command: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } })
    child.once('error', () => resolve(1))
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/** A failing exit with no failed test in the report is a failure of its own: a file that could not be loaded, say. */
const honest = (count: Count, code: number): Count =>
  (code !== 0 && count.failed === 0) || count.passed + count.failed === 0
    ? { ...count, failed: count.failed + 1 }
    : count

async function vitest(folder: string, projects: string[]): Promise<Count> {
  const report = path.join(folder, `${projects.join('-')}.json`)
  const code = await run('vitest', [
    'run',
    ...projects.flatMap((name) => ['--project', name]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const text = await readFile(report, 'utf8').catch(() => '{}')
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numPendingTests = 0,
    testResults = [],
  } = JSON.parse(text) as VitestReport
  const names = testResults.flatMap(({ name, status, assertionResults }) => {
    const wrong = assertionResults.filter((test) => test.status !== 'passed').map(({ fullName }) => fullName)
    const whole = wrong.length === 0 && status !== 'passed' ? ['the file could not be run'] : []
    return [...wrong, ...whole].map((what) => `${path.relative(ROOT, name)}: ${what}`)
  })
  return honest({ passed: numPassedTests, failed: numFailedTests + numPendingTests, names }, code)
}

async function browser(folder: string): Promise<Count> {
  const report = path.join(folder, 'browser.json')
  const code = await run(
    'playwright',
    ['test', '--config', 'tests/browser/playwright.config.ts', '--reporter=list,json'],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  )
  const text = await readFile(report, 'utf8').catch(() => '{}')
  const { stats = {}, suites = [] } = JSON.parse(text) as PlaywrightReport
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats
  if (flaky > 0) console.log(`\n${flaky} passed at the second try only, named above as flaky: look why`)
  const names = suites.flatMap(({ specs }) =>
    specs.filter(({ ok }) => !ok).map(({ file, title }) => `tests/browser/${file}: ${title}`),
  )
  return honest({ passed: expected + flaky, failed: unexpected + skipped, names }, code)
}

const SUITES: Record<string, (folder: string) => Promise<Count>> = {
  rules: (folder) => vitest(folder, ['rules']),
  flows: (folder) => vitest(folder, ['flows']),
  'open-data': (folder) => vitest(folder, ['open-data']),
  browser,
}

const asked = process.argv.slice(2)
const names = asked.length > 0 ? asked : ['rules', 'flows', 'browser']
const folder = await mkdtemp(path.join(tmpdir(), 'hubline-report-'))
// The program is started more than a hundred times, and reading its own files anew is half of a start.
process.env['NODE_COMPILE_CACHE'] ??= path.join(folder, 'compiled')
const sum: Count = { passed: 0, failed: 0, names: [] }
for (const name of names) {
  const suite = SUITES[name]
  if (!suite) throw new Error(`There is no suite "${name}": choose ${Object.keys(SUITES).join(', ')}`)
  const count = await suite(folder)
  console.log(`\n${name}: ${count.passed} passed, ${count.failed} failed`)
  sum.passed += count.passed
  sum.failed += count.failed
  sum.names.push(...count.names)
}
await rm(folder, { recursive: true, force: true })
if (sum.names.length > 0) console.log(`\nNot passed:\n${sum.names.map((name) => `  ${name}`).join('\n')}`)
console.log(`\n${sum.passed} passed, ${sum.failed} failed`)
process.exitCode = sum.failed === 0 ? 0 : 1
