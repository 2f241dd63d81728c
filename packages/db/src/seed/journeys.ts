import { addCase, programmeOn, someCloseReason } from './cases.ts'
import { addEnquiry } from './enquiries.ts'
import { addInteraction } from './interactions.ts'
import { type Business, type Making, type YearInMaking, someEvidence } from './making.ts'
import type { Theme } from './note-themes.ts'
import { THEMES } from './notes.ts'
import { addReferral } from './referrals.ts'
import { daysAfter, stretchOf, workingDaysAfter } from './working-days.ts'

const MAKERS = ['ceramics', 'advanced manufacturing', 'food and drink', 'land and environment']
const FOR_MAKERS = ['export', 'innovation', 'operations', 'net_zero']

function weightOf({ need }: Theme, { sector, year }: { sector: string; year: string }): number {
  if (need === 'resilience') return year === '2020-21' ? 7 : 0.7
  if (FOR_MAKERS.includes(need)) return MAKERS.includes(sector) ? 1.3 : 0.25
  return need === 'finance' ? 2 : 1
}

/** What a business asks about: in the year of closed doors above all how to keep going. */
export function someTheme({ chance }: Making, { trade }: Business, year: string): Theme {
  return chance.weighted(THEMES.map((theme) => [theme, weightOf(theme, { sector: trade.sector, year })] as const))
}

type Depth = 'light' | 'medium' | 'high'

const LATER_KINDS: Readonly<Record<Depth, readonly (readonly [string, number])[]>> = {
  light: [
    ['advice_session', 6],
    ['email_advice', 3],
    ['triage_call', 1],
  ],
  medium: [
    ['advice_session', 8],
    ['email_advice', 1.5],
    ['site_visit', 1.5],
  ],
  high: [
    ['account_management', 6],
    ['advice_session', 3],
    ['mentoring', 2],
    ['site_visit', 2],
  ],
}

const caseKind = (making: Making, depth: Depth, need: string): string => {
  if (need === 'resilience') return 'in_difficulty'
  if (need === 'premises' && making.chance.often(0.25)) return 'inward_investment'
  if (depth === 'high') return making.chance.one(['scale_up', 'growth', 'growth'])
  return making.chance.weighted([
    ['growth', 8],
    ['grant_only', need === 'finance' ? 3 : 0.3],
    ['scale_up', 1],
  ])
}

function closedCase(
  making: Making,
  at: { business: Business; depth: Depth; theme: Theme; opened_on: string; last: string; programme: string },
): string {
  const closed_on = workingDaysAfter(at.last, making.chance.between(3, 60))
  return addCase(making, {
    business_reference: at.business.reference,
    kind: caseKind(making, at.depth, at.theme.need),
    programme_reference: at.programme,
    owner_email: at.business.adviser,
    opened_on: at.opened_on,
    status: 'closed',
    closed_on: closed_on > '2026-11-20' ? '2026-11-20' : closed_on,
    close_reason: someCloseReason(making),
  })
}

/** Contacts of a year with one business, the first of them a triage call, an enquiry answered or a session. */
export function kindsOf(making: Making, depth: Depth): string[] {
  const { chance } = making
  const later = (many: number) => Array.from({ length: many }, () => chance.weighted(LATER_KINDS[depth]))
  if (depth === 'light')
    return [
      chance.weighted([
        ['triage_call', 4],
        ['advice_session', 4],
        ['email_advice', 1],
      ]),
      ...later(
        chance.weighted([
          [0, 6],
          [1, 4],
          [2, 1],
        ]),
      ),
    ]
  if (depth === 'medium')
    return ['triage_call', ...(chance.often(0.75) ? ['diagnostic_meeting'] : []), ...later(chance.between(1, 4))]
  return ['triage_call', 'diagnostic_meeting', ...later(chance.between(8, 12))]
}

/** Between contacts the record shows other work: filing, calls nobody took, things heard. */
function otherWork(
  making: Making,
  at: { business: Business; on: string; to: string; theme: Theme; case_reference: string },
): void {
  const { chance } = making
  if (!chance.often(0.16)) return
  const later = daysAfter(at.on, chance.between(1, 9))
  const kind = chance.weighted([
    ['admin_note', 5],
    ['attempted_contact', 4],
    ['intelligence', 1.5],
  ])
  addInteraction(making, {
    business: at.business,
    kind,
    on: later > at.to ? at.on : workingDaysAfter(later, 0) > at.to ? at.on : workingDaysAfter(later, 0),
    theme: at.theme,
    by: at.business.adviser,
    case_reference: at.case_reference,
  })
}

/** Everything done with one business in one year. It counts as supported by the first contact alone. */
export function addJourney(making: Making, year: YearInMaking, business: Business): void {
  const { chance } = making
  const depth = chance.weighted<Depth>([
    ['light', 71],
    ['medium', 24],
    ['high', 5],
  ])
  const theme = someTheme(making, business, year.plan.year)
  const from = business.since > year.from ? business.since : year.from
  const kinds = kindsOf(making, depth)
  const days = stretchOf(chance, { from, to: year.to, many: kinds.length })
  const [first = year.to] = days
  const last = days.at(-1) ?? first
  const programme = programmeOn(making, first)
  if (chance.often(0.3)) addEnquiry(making, { business, on: first, to: year.to, theme, from })
  const deep = depth !== 'light'
  if (deep) year.deep.push(business)
  const case_reference = deep ? closedCase(making, { business, depth, theme, opened_on: first, last, programme }) : ''
  kinds.forEach((kind, at) => {
    const on = days[at] ?? first
    const evidence = someEvidence(chance)
    addInteraction(making, { business, kind, on, theme, by: business.adviser, programme, case_reference, evidence })
    if (kind === 'diagnostic_meeting')
      making.add('diagnostics', {
        business_reference: business.reference,
        case_reference,
        completed_on: on,
        start_up_support: 'no',
        evidence_level: evidence,
      })
    otherWork(making, { business, on, to: year.to, theme, case_reference })
  })
  if (chance.often(deep ? 0.42 : 0.13)) addReferral(making, { business, theme, on: last, to: year.to })
}
