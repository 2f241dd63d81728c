import { randomUUID } from 'node:crypto'
import { firstDay, lastDay, parseYear } from '@hubline/domain/years/year.ts'
import { copyOut } from './copy-out.ts'
import { TOTALS } from './direct-sql.ts'
import { YEAR } from './hub-data.ts'
import type { Ways, Work } from './in-turn.ts'
import type { Bench } from './prepare.ts'
import { countMemoryAnew, mostMemoryOf } from './processes.ts'
import type { Visitor } from './visitor.ts'
import { type OfYear, copied, firstPages, sheets, whyOf } from './year-end-sql.ts'

/** Signed off one after the other, up to the year before that of the board; the last of them is packed. */
const CLOSED = ['2022-23', '2023-24', '2024-25'] as const
const PACKED = CLOSED[2]
/** How often each list is opened. */
const ROUNDS = 6
const FORMS = { zip: 'CSV', ods: 'ODS', xlsx: 'XLSX' } as const

/** What a manager does at the end of a year, in the order of the page. */
export const YEAR_END_WORK: readonly Work[] = [
  board('and of the year before', 1),
  lists('filled', 'first'),
  lists('filled', 'again'),
  lists('others', 'first'),
  why(),
  signOff(),
  board('where the year before is signed off', 0),
  ...(['zip', 'ods', 'xlsx'] as const).map((form) => pack(form)),
  versionPack(),
]

function managerOf({ visitors }: Bench): Visitor {
  const [first] = visitors
  if (!first) throw new Error('The hub of the bench has no manager')
  return first
}

function ofYear({ hub_id }: Bench, name: string, back = 0): OfYear {
  const year = parseYear(name)
  if (!year) throw new Error(`${name} is no year`)
  const before = (day: string) => `${Number(day.slice(0, 4)) - back}${day.slice(4)}`
  return { hub_id, from: before(firstDay(year)), to: before(lastDay(year)) }
}

/** As if a record of the hub had changed: what was kept of its figures is of no use any more. */
async function change({ direct, hub_id }: Bench): Promise<void> {
  await direct.query('update hub_change set changes = changes + 1 where hub_id = $1', [hub_id])
}

async function totals({ direct }: Bench, { hub_id, from, to }: OfYear): Promise<void> {
  await direct.query(TOTALS, [hub_id, from, to])
}

/** `before`: how many years are counted beside the one that is asked for. */
function board(which: string, before: 0 | 1): Work {
  return {
    what: `the board with all figures of a year, ${which}, after a change`,
    goal: 'p95 ≤ 500',
    on: async (bench) => {
      const ours = () => managerOf(bench).ask('indicators.board', { year: YEAR })
      await ours()
      return {
        many: 40,
        first: () => change(bench),
        ours,
        sql: async () => {
          for (let back = 0; back <= before; back++) await totals(bench, ofYear(bench, YEAR, back))
        },
      }
    },
  }
}

/** Each opened from the board for the first time after a change, so that it is read anew, or again, as it was kept. */
function lists(which: 'filled' | 'others', opened: 'first' | 'again'): Work {
  const when = opened === 'first' ? 'opened for the first time after a change' : 'opened again'
  return {
    what: `the first page of the list behind each figure ${which === 'filled' ? 'that has units' : 'that has none'}, ${when}`,
    goal: 'each ≤ 200',
    on: async (bench) => {
      const manager = managerOf(bench)
      const pages = firstPages(ofYear(bench, YEAR))
      const { figures } = (await manager.ask('indicators.board', { year: YEAR })) as { figures: { key: string }[] }
      const keys = figures.flatMap(({ key }) => (key in pages === (which === 'filled') ? [key] : []))
      const keyOf = (number: number) => keys[number % keys.length] ?? ''
      const anew = async (number: number) => {
        if (number % keys.length > 0) return
        await change(bench)
        await manager.ask('indicators.board', { year: YEAR })
      }
      return {
        many: (which === 'filled' ? ROUNDS : 2) * keys.length,
        part: keyOf,
        ...(opened === 'first' ? { first: anew } : {}),
        ours: (number) => manager.ask('indicators.units', { key: keyOf(number), year: YEAR }),
        ...(which === 'filled' ? { sql: (number: number) => bench.direct.query(pages[keyOf(number)] ?? '') } : {}),
      }
    },
  }
}

function why(): Work {
  return {
    what: 'why a business is in each figure or not',
    goal: '≤ 300',
    on: async (bench) => {
      const { rows } = await bench.direct.query<{ id: string }>(
        'select id from business where hub_id = $1 order by reference limit 60',
        [bench.hub_id],
      )
      const plain = whyOf(ofYear(bench, YEAR))
      return {
        many: rows.length,
        ours: (number) =>
          managerOf(bench).ask('indicators.why', { kind: 'business', id: rows[number]?.id, year: YEAR }),
        sql: (number) => bench.direct.query(plain, [rows[number]?.id]),
      }
    },
  }
}

function signOff(): Work {
  const closed = (number: number) => CLOSED[number] ?? PACKED
  const sent = (number: number, steps: number) => ({ request_id: randomUUID(), year: closed(number), steps })
  return {
    what: 'the sign-off of a year, which keeps the sheets of its pack',
    goal: '≤ 30,000',
    on: async (bench) => ({
      many: CLOSED.length,
      first: (number) => check(managerOf(bench), closed(number), (steps) => sent(number, steps)),
      ours: (number) => managerOf(bench).tell('years.signOff', sent(number, 2)),
      sql: async (number) => {
        const of = ofYear(bench, closed(number))
        await totals(bench, of)
        await bench.direct.query(copied(of).join(';\n'))
      },
    }),
  }
}

/** The year's path up to the sign-off, with an explanation of each figure that differs much from the year before. */
async function check(manager: Visitor, year: string, sent: (steps: number) => object): Promise<void> {
  await manager.tell('years.move', { ...sent(0), to: 'draft' })
  await manager.tell('years.move', { ...sent(1), to: 'checked' })
  const { figures } = (await manager.ask('years.variances', { year })) as { figures: { key: string }[] }
  const explanations = figures.map(({ key }) => ({ key, version: 0, words: 'A new programme began' }))
  if (explanations.length > 0) await manager.tell('years.explain', { request_id: randomUUID(), year, explanations })
}

function pack(form: keyof typeof FORMS): Work {
  return {
    what: `the whole pack of a year as ${FORMS[form]}`,
    goal: '≤ 60,000',
    on: async (bench): Promise<Ways> => {
      countMemoryAnew(bench.server)
      const held = mostMemoryOf(bench.server)
      const of = ofYear(bench, PACKED)
      let file = { bytes: 0, first_byte: 0 }
      return {
        many: 3,
        ours: async () => {
          file = await managerOf(bench).take(`/year/${PACKED}/pack.${form}?reason=Measured`)
        },
        sql: async () => {
          await totals(bench, of)
          const copies = sheets(of).map((rows) => `copy (${rows}) to stdout with (format csv, header)`)
          await copyOut(bench.direct, copies)
        },
        said: () =>
          `${(file.bytes / 2 ** 20).toFixed(1)} MiB, its first byte after ${file.first_byte.toFixed(0)} ms, the server at ${held.toFixed(0)} MiB before it and at most ${mostMemoryOf(bench.server).toFixed(0)} MiB within`,
      }
    },
  }
}

/** Of what the sign-off kept, and not of the records: there is no plain SQL that it could be beside. */
function versionPack(): Work {
  return {
    what: 'the whole pack of a signed-off version as XLSX',
    goal: '≤ 60,000',
    on: async (bench) => ({
      many: 3,
      ours: () => managerOf(bench).take(`/year/${PACKED}/pack.xlsx?version=1&reason=Measured`),
    }),
  }
}
