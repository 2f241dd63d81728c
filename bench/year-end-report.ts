/** Times in milliseconds; `cpu_ms` is what the server and the database computed for them in all. */
export type Timed = { times: number[]; cpu_ms: number }

/** One thing that was measured, with the same as plain SQL where there is any. */
export type Line = { what: string; goal: string; ours: Timed; sql: Timed | undefined; said?: string }

/** What was measured, alone and among others, as a page to read. */
export type Measured = { name: string; alone: Line[]; among: Line[]; loads: number[]; interactions: string[] }

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

export function yearEndPage({ name, alone, among, loads, interactions }: Measured): string {
  return [
    `## ${name}: 60,000 clients, 300,000 interactions in five years`,
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)}; load of the machine ${loads.map((load) => load.toFixed(1)).join(', ')} before and after each half. Times are milliseconds; CPU is what the server and the database computed for one. SQL is the same as plain SQL on the same tables by the owner of the database (bench/year-end-sql.ts), in turn with the product; a pack's is the rows of its sheets as copies, in no workbook.`,
    '',
    ...table(HEAD, alone.map(row)),
    '',
    `Among others: the same on the same server with ten times the work in the database (${interactions.join(' interactions, then ')}): five hubs beside it with as many clients and records, and four times its own work in the twenty years before. To alone: what it takes in times of what it took alone.`,
    '',
    ...table(
      HEAD_AMONG,
      among.map((line, at) => amongRow(line, alone[at])),
    ),
    '',
    ...alone.flatMap((line, at) =>
      line.said ? [`- ${line.what}: ${line.said}; among others ${among[at]?.said}.`] : [],
    ),
    '',
  ].join('\n')
}

/** A line of the first table. */
export const row = ({ what, goal, ours, sql }: Line): string =>
  cells([what, ours.times.length, ...spread(ours), goal, ...beside(ours, sql)])

function amongRow({ what, ours, sql }: Line, alone: Line | undefined): string {
  const times = (now: number, before: number) => `${(now / before).toFixed(2)}x`
  return cells([
    what,
    ...spread(ours),
    ...beside(ours, sql),
    ...(alone ? [times(middle(ours), middle(alone.ours)), times(perTime(ours), perTime(alone.ours))] : []),
    sql && alone?.sql ? times(middle(sql), middle(alone.sql)) : '–',
  ])
}

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
