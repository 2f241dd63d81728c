import { type Chance, chanceOf } from './chance.ts'
import { FAMILY_NAMES, GIVEN_NAMES } from './people-names.ts'
import type { Setting, YearPlan } from './settings.ts'
import { daysOf } from './settings.ts'
import type { Trade } from './trades.ts'

export type Row = Record<string, string>

export type Person = { reference: string; given: string; family: string; trading_since: string }

export type Business = {
  reference: string
  name: string
  slug: string
  trade: Trade
  /** The first day on which it traded. */
  since: string
  adviser: string
  broker: string
  /** The main contact first. */
  contacts: Person[]
}

/** One year in the making: its plan, its days, and the businesses that it serves, which it alone may help. */
export type YearInMaking = {
  plan: YearPlan
  from: string
  to: string
  served: Business[]
  isServed: (business: Business) => boolean
  /** Those worked with in depth, where results come from. */
  deep: Business[]
  /** People helped to start in the year. */
  starters: Person[]
}

/** Everything made so far. Rows stand under their file's name without `.csv`. */
export type Making = {
  setting: Setting
  chance: Chance
  rows: Map<string, Row[]>
  add: (file: string, row: Row) => void
  businesses: Business[]
  /** What is taken already: names, web addresses. */
  taken: Set<string>
  /** The next number of a kind of thing. */
  number: (of: string) => number
}

export function beginMaking(setting: Setting): Making {
  const rows = new Map<string, Row[]>()
  const numbers = new Map<string, number>()
  return {
    setting,
    chance: chanceOf(setting.seed),
    rows,
    add: (file, row) => {
      const those = rows.get(file)
      if (those) those.push(row)
      else rows.set(file, [row])
    },
    businesses: [],
    taken: new Set(),
    number: (of) => {
      const next = (numbers.get(of) ?? 0) + 1
      numbers.set(of, next)
      return next
    },
  }
}

/** References begin at 10001, clear of those that the hub gives to records made by hand. */
export const referenceOf = (making: Making, prefix: string): string => `${prefix}-${10_000 + making.number(prefix)}`

export function beginYear(plan: YearPlan): YearInMaking {
  const served: Business[] = []
  const known = new Set<Business>()
  return {
    plan,
    ...daysOf(plan.year),
    served,
    deep: [],
    starters: [],
    isServed: (business) => {
      if (known.size !== served.length) for (const one of served) known.add(one)
      return known.has(business)
    },
  }
}

export const someName = (chance: Chance): { given: string; family: string } => ({
  given: chance.one(GIVEN_NAMES),
  family: chance.one(FAMILY_NAMES),
})

/** The staff who do a kind of work. */
export const staffOf = ({ setting }: Making, role: string): string[] =>
  setting.staff.filter((one) => one.role === role).map(({ email }) => email)

/** How well a record of support is evidenced: enough to count. */
export const someEvidence = (chance: Chance): string =>
  chance.weighted([
    ['', 5],
    ['self_declared', 1.5],
    ['documented', 2.5],
    ['verified', 1],
  ])

export const pounds = (pence: number): string => `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`
