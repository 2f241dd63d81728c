import { spawn } from 'node:child_process'
import path from 'node:path'

/** Everything that is checked without running the product: types, lint, format, boundaries, dead code, made files. */
const ROOT = path.resolve(import.meta.dirname, '..')

const CHECKS: [name: string, command: string, args: string[]][] = [
  ['types', 'tsc', ['-b']],
  ['lint', 'oxlint', ['--deny-warnings']],
  ['format', 'oxfmt', ['--check']],
  [
    'boundaries',
    'depcruise',
    ['--config', 'tests/architecture/boundaries.config.mjs', 'apps', 'packages', 'tests', 'bench'],
  ],
  ['dead code', 'knip', ['--config', 'tests/architecture/knip.json']],
  ['made files', 'node', ['packages/db/src/generate-types.ts', '--check']],
  ['house rules', 'node', ['tests/architecture/house-rules.ts']],
]

function run(command: string, args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    let said = ''
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('error', (error) => resolve({ code: 1, said: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

/** One takes a core, and there are two on the smallest machine that this is run on. */
const AT_ONCE = 2

let failed = 0
const left = [...CHECKS]
async function checkNext(): Promise<void> {
  for (let check = left.shift(); check; check = left.shift()) {
    const [name, command, args] = check
    const { code, said } = await run(command, args)
    console.log(`${code === 0 ? 'ok    ' : 'WRONG '} ${name}${code === 0 ? '' : `\n${said}`}`)
    if (code !== 0) failed++
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, checkNext))
process.exitCode = failed === 0 ? 0 : 1
