import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Rules of the house that no other tool knows: small files, no re-exporting doors, no forbidden folders, no hosts. */
const ROOT = path.resolve(import.meta.dirname, '..', '..')
const MOST_LINES = 300

/** Tables of facts, and rows made from the migrations: long because the world is. */
const MAY_BE_LONG = [
  'packages/db/src/schema.ts',
  'packages/domain/src/businesses/sic-codes.ts',
  'packages/domain/src/businesses/districts.ts',
  'packages/db/src/seed/postcode-districts.ts',
]
/** Figures are counted in packages/reporting alone. These add up something that is no figure, nor a part of one. */
const MAY_ADD_UP: Readonly<Record<string, string>> = {
  'apps/api/src/records/client.ts': 'the minutes of one client, on their own page',
  'apps/api/src/skills-reviews/broker-month.ts': "a broker's own month",
  'apps/api/src/skills-reviews/demand.ts': 'what businesses need to learn',
  'apps/api/src/skills-reviews/demand-to-publish.ts': 'what businesses need to learn',
  'apps/api/src/documents/room-for-document.ts': 'bytes of documents',
}
const ADDS_UP = /\bcount\(distinct\b|\b(?:sum|avg)\(\w+\.\w+\)/
const NO_FOLDERS = ['services', 'repositories', 'controllers', 'utils', 'helpers', 'common']

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '')
const problems: string[] = []

for (const file of files) {
  const folder = path
    .dirname(file)
    .split('/')
    .find((name) => NO_FOLDERS.includes(name))
  if (folder) problems.push(`${file}: there is no folder "${folder}" in this house; name it after a word of the trade`)
  if (!/\.(ts|tsx|css|sql|mjs)$/.test(file)) continue
  const text = readFileSync(path.join(ROOT, file), 'utf8')
  const lines = text.split('\n').length
  if (lines > MOST_LINES && !MAY_BE_LONG.includes(file))
    problems.push(`${file}: ${lines} lines, at most ${MOST_LINES}: split it`)
  if (
    /^(apps\/api|packages)\/.*\.ts$/.test(file) &&
    !/^packages\/reporting\/|\.test\.ts$/.test(file) &&
    ADDS_UP.test(text) &&
    !MAY_ADD_UP[file]
  )
    problems.push(`${file}: figures are counted in packages/reporting alone`)
  if (/\/index\.tsx?$/.test(file) && /export .* from/.test(text))
    problems.push(`${file}: packages export by path, not through an index`)
  if (/^export \* from/m.test(text)) problems.push(`${file}: name what you export`)
}

const lock = readFileSync(path.join(ROOT, 'pnpm-lock.yaml'), 'utf8')
if (/resolution:.*tarball: *http/.test(lock)) problems.push('pnpm-lock.yaml names the hosts of downloads')

for (const problem of problems) console.error(problem)
process.exitCode = problems.length === 0 ? 0 : 1
