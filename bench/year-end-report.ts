import type { Line, Sides, Taken, Timed } from './in-turn.ts'

/** What was measured, alone and among others, as a page to read. */
export type Measured = { name: string; lines: Line[]; loads: number[]; interactions: Sides<string> }

const HEAD = ['what', 'times', 'p50', 'p95', 'longest', 'CPU', 'goal', 'SQL p50', 'SQL CPU', 'to SQL']
const HEAD_AMONG = [
  'what',
  'p50',
  'p95',
  'longest',
  'CPU',
  'SQL p50',
  'SQL CPU',
  'to SQL',
  'p50 to alone',
  'CPU to alone',
  'SQL to alone',
]

export function yearEndPage({ name, lines, loads, interactions }: Measured): string {
  return [
    `## ${name}: 60,000 clients, 300,000 interactions in five years`,
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)}; load of the machine ${loads.map((load) => load.toFixed(1)).join(' before and ')} after. Times are milliseconds; CPU is what the server and the database computed for one. SQL is the same as plain SQL on the same tables by the owner of the database (bench/year-end-sql.ts); a pack's is the rows of its sheets as copies, in no workbook. The hub by itself (${interactions.alone} interactions) and the same hub with ten times the work in its database (${interactions.among}: five hubs beside it with as many clients and records, and four times its own work in the twenty years before) each had a database and a server of their own on one machine, and the four were asked in turn: the product and SQL, alone and among others.`,
    '',
    'Alone:',
    '',
    ...table(HEAD, lines.map(aloneRow)),
    '',
    'Among others; to alone is what it takes in times of what it takes alone:',
    '',
    ...table(HEAD_AMONG, lines.map(amongRow)),
    '',
    ...lines.flatMap((line) => {
      const most = mostGrown(line)
      return most ? [`- Of ${line.what}, the most to alone: ${most}.`] : []
    }),
    ...lines.flatMap(({ what, alone, among }) =>
      alone.said ? [`- ${what}: ${alone.said}; among others ${among.said}.`] : [],
    ),
    '',
  ].join('\n')
}

/** A line of the first table. */
export const aloneRow = ({ what, goal, alone: { ours, sql } }: Line): string =>
  cells([what, ours.times.length, ...spread(ours), goal, ...beside(ours, sql)])

/** A line of the second. */
export const amongRow = ({ what, alone, among }: Line): string =>
  cells([
    what,
    ...spread(among.ours),
    ...beside(among.ours, among.sql),
    ratio(middle(among.ours), middle(alone.ours)),
    ratio(perTime(among.ours), perTime(alone.ours)),
    among.sql && alone.sql ? ratio(middle(among.sql), middle(alone.sql)) : '–',
  ])

/** Of several like things the three that grew most, by the middle of their times. */
function mostGrown({ parts, alone, among }: Line): string {
  const middleOf = ({ ours }: Taken, name: string) =>
    middle({ times: ours.times.filter((_, at) => parts[at] === name), cpu_ms: 0 })
  return [...new Set(parts)]
    .map((name) => ({ name, before: middleOf(alone, name), now: middleOf(among, name) }))
    .toSorted((one, other) => other.now / other.before - one.now / one.before)
    .slice(0, 3)
    .map(({ name, before, now }) => `${name} ${ratio(now, before)} (${ms(before)} and ${ms(now)})`)
    .join(', ')
}

const ratio = (now: number, before: number) => `${(now / before).toFixed(2)}x`
const cells = (values: readonly (string | number)[]) => `| ${values.join(' | ')} |`
const table = (head: readonly string[], rows: readonly string[]) => [
  cells(head),
  cells(head.map((name) => (name === 'what' || name === 'goal' ? '---' : '---:'))),
  ...rows,
]

const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0)
const spread = (timed: Timed) => [...quantiles(timed), perTime(timed)].map(ms)
const beside = (ours: Timed, sql: Timed | undefined) =>
  sql ? [ms(middle(sql)), ms(perTime(sql)), `${(middle(ours) / middle(sql)).toFixed(1)}x`] : ['–', '–', '–']

const perTime = ({ times, cpu_ms }: Timed) => cpu_ms / times.length
const middle = (timed: Timed) => quantiles(timed)[0] ?? 0

function quantiles({ times }: Timed): number[] {
  const sorted = times.toSorted((one, other) => one - other)
  return [0.5, 0.95, 1].map((share) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0)
}
