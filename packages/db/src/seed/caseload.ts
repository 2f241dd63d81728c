import { addCase, programmeOn } from './cases.ts'
import { addInteraction } from './interactions.ts'
import { someTheme } from './journeys.ts'
import type { Business, Making, Person, YearInMaking } from './making.ts'
import { someNextStep } from './next-steps.ts'
import type { Theme } from './note-themes.ts'
import { PEOPLE_THEMES, START_UP_THEME } from './note-themes-people.ts'
import { addReferral } from './referrals.ts'
import { LAST_DAY } from './settings.ts'
import { workingDaysAfter } from './working-days.ts'

const KINDS = [
  ['growth', 45],
  ['scale_up', 16],
  ['in_difficulty', 13],
  ['grant_only', 12],
  ['inward_investment', 5],
] as const
const GAPS: readonly (readonly [readonly [number, number], number])[] = [
  [[0, 9], 45],
  [[10, 29], 27],
  [[30, 58], 18],
  [[68, 110], 10],
]
const THEME_KINDS: Readonly<Record<string, string>> = {
  in_difficulty: 'resilience',
  grant_only: 'finance',
  inward_investment: 'premises',
}

/** The days of the contacts of an open case, the last some time before the last day, none before `floor`. */
function contactDays(making: Making, floor: string): { days: string[]; silent: boolean } {
  const { chance } = making
  const [least, most] = chance.weighted(GAPS)
  const last = workingDaysAfter(LAST_DAY, -chance.between(least, most))
  let many = chance.weighted([
    [1, 16],
    [2, 18],
    [3, 20],
    [4, 18],
    [5, 14],
    [6, 9],
    [8, 5],
  ])
  let span = (many - 1) * chance.between(6, 19)
  while (span > 0 && workingDaysAfter(last, -span) < floor) span--
  many = Math.min(many, span + 1)
  const days = Array.from({ length: many }, (_, at) =>
    workingDaysAfter(last, many === 1 ? 0 : Math.round((span * at) / (many - 1)) - span),
  )
  return { days, silent: least > 60 }
}

function statusOf(making: Making, { many, silent }: { many: number; silent: boolean }): string {
  if (silent && making.chance.often(0.6)) return 'dormant'
  if (many === 1) return 'open'
  if (many === 2) return making.chance.one(['open', 'diagnosed'])
  return many <= 4
    ? making.chance.one(['diagnosed', 'plan_agreed', 'plan_agreed'])
    : making.chance.one(['plan_agreed', 'in_delivery', 'in_delivery'])
}

type Opening = {
  business?: Business
  person?: Person
  kind: string
  theme: Theme
  owner: string
  floor: string
  later: readonly (readonly [string, number])[]
}

function addOpenCase(making: Making, { business, person, kind, theme, owner, floor, later }: Opening): void {
  const { chance } = making
  const { days, silent } = contactDays(making, floor)
  const [opened_on = LAST_DAY] = days
  const start_up = kind === 'start_up'
  const status = statusOf(making, { many: days.length, silent })
  const programme = kind === 'skills' ? 'PRG-10003' : programmeOn(making, opened_on, start_up)
  const client = {
    ...(business ? { business_reference: business.reference } : {}),
    ...(person ? { person_reference: person.reference } : {}),
  }
  const case_reference = addCase(making, {
    ...client,
    kind,
    programme_reference: programme,
    owner_email: owner,
    opened_on,
    status,
  })
  const diagnosed = !['open', 'dormant'].includes(status)
  days.forEach((on, at) => {
    const sort =
      at === 0
        ? chance.one(['triage_call', 'advice_session'])
        : at === 1 && diagnosed
          ? 'diagnostic_meeting'
          : chance.weighted(later)
    addInteraction(making, {
      ...(business ? { business } : {}),
      ...(person ? { person } : {}),
      kind: sort,
      on,
      theme,
      by: owner,
      programme,
      case_reference,
      start_up,
      evidence: chance.one(['', 'self_declared', 'documented']),
    })
    if (sort === 'diagnostic_meeting')
      making.add('diagnostics', {
        ...client,
        case_reference,
        completed_on: on,
        start_up_support: start_up ? 'yes' : 'no',
        evidence_level: 'documented',
      })
  })
  const last = days.at(-1) ?? opened_on
  if (silent && chance.often(0.5))
    addInteraction(making, {
      ...(business ? { business } : {}),
      ...(person ? { person } : {}),
      kind: 'attempted_contact',
      on: workingDaysAfter(last, chance.between(12, 40)),
      theme,
      by: owner,
      case_reference,
    })
  if (days.length > 1 && chance.often(0.35))
    addReferral(making, {
      ...(business ? { business } : person ? { person } : {}),
      theme,
      on: last,
      to: LAST_DAY,
      by: owner,
    })
  const step = someNextStep(making, { theme, last, contact: (person ?? business?.contacts[0])?.given ?? 'them' })
  if (step) making.add('next_steps', { case_reference, ...step })
}

/** The cases that are open on the last day, with the year's businesses. Gives those that now have their work for the year. */
export function addCaseload(making: Making, year: YearInMaking, before: YearInMaking | undefined): Set<Business> {
  const { chance, setting } = making
  const busy = new Set<Business>()
  const free = chance.some(year.served, year.served.length)
  const starters = year.starters.filter(({ trading_since }) => trading_since === '')
  for (const [owner, many] of Object.entries(setting.open_cases)) {
    const broker = setting.staff.some(({ email, role }) => email === owner && role === 'skills_broker')
    for (let at = 0; at < many; at++) {
      const person = !broker && at % 9 === 8 ? starters.pop() : undefined
      if (person) {
        addOpenCase(making, {
          person,
          kind: 'start_up',
          theme: START_UP_THEME,
          owner,
          floor: year.from,
          later: [
            ['advice_session', 6],
            ['mentoring', 2],
            ['email_advice', 1],
          ],
        })
        continue
      }
      const business = free.pop()
      if (!business) throw new Error('More open cases than businesses in the last year')
      busy.add(business)
      if (broker) business.broker = owner
      else business.adviser = owner
      year.deep.push(business)
      const kind = broker ? 'skills' : chance.weighted(KINDS)
      const need = THEME_KINDS[kind]
      const theme = broker ? (PEOPLE_THEMES[0] as Theme) : themeOf(making, { business, year, need })
      const since = before?.isServed(business) ? workingDaysAfter(year.from, -60) : year.from
      const later: Opening['later'] = broker
        ? [
            ['advice_session', 4],
            ['skills_review_meeting', 2],
            ['email_advice', 2],
          ]
        : [
            ['advice_session', 5],
            ['account_management', 3],
            ['site_visit', 2],
            ['mentoring', 1],
            ['email_advice', 2],
          ]
      addOpenCase(making, {
        business,
        kind,
        theme,
        owner,
        later,
        floor: business.since > since ? business.since : since,
      })
    }
  }
  return busy
}

function themeOf(
  making: Making,
  { business, year, need }: { business: Business; year: YearInMaking; need: string | undefined },
): Theme {
  for (;;) {
    const theme = someTheme(making, business, year.plan.year)
    if (need === undefined || theme.need === need) return theme
  }
}
