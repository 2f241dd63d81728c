import { type Day, dayInWords } from '../day.ts'
import { showMoney } from '../money.ts'
import { showMonth } from '../read-month.ts'
import {
  type FundingRoute,
  FUNDING_ROUTE_NAMES,
  type Mode,
  MODE_NAMES,
  type PlanLineStatus,
  planTotals,
} from './plan-line.ts'
import { type Level, LEVEL_NAMES, type Urgency, URGENCY_NAMES } from './roles-and-skills.ts'

/** What a client is given after a review. One description, which the page on screen, its print and the PDF all follow. */
export type DocumentBlock =
  | { is: 'heading'; text: string }
  | { is: 'text'; text: string }
  | { is: 'facts'; facts: readonly (readonly [title: string, value: string])[] }
  | {
      is: 'table'
      caption: string
      columns: readonly { title: string; share: number; end?: true }[]
      rows: readonly (readonly string[])[]
    }

export type ClientDocument = { title: string; hub: string; blocks: readonly DocumentBlock[] }

export type DocumentLine = {
  need: string
  people: number
  level: Level | null
  mode: Mode | null
  course: { title: string; provider: string | null } | null
  provider_options: string | null
  funding_route: FundingRoute | null
  cost_pence: number | null
  target_month: Day | null
  status: PlanLineStatus
}

export type DocumentFacts = {
  hub: string
  business: string
  reference: string
  held_on: Day | null
  /** Who was there, as the broker wrote it. */
  attendees: string | null
  broker: { name: string; email: string } | null
  findings: string
  next_steps: string
  gaps: readonly { role: string; skill: string; people: number | null; urgency: Urgency }[]
  lines: readonly DocumentLine[]
  agreed: { on: Day; by: string | null } | null
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** A line's course and provider, and what else could be. */
export function whereLearned({ course, provider_options, mode }: DocumentLine): string {
  const chosen = course && [course.title, course.provider].filter(Boolean).join(', ')
  const options = provider_options && (chosen ? `or ${provider_options}` : provider_options)
  return [chosen, options, mode && MODE_NAMES[mode].toLowerCase()]
    .filter(Boolean)
    .map((words) => capital(String(words)))
    .join('. ')
}

/** Whole pounds where there are no pence. */
const pounds = (pence: number) => showMoney(pence).replace(/\.00$/, '')

function costOf({ cost_pence, funding_route }: DocumentLine): string {
  const cost = cost_pence === null ? 'To be agreed' : cost_pence === 0 ? 'Free' : pounds(cost_pence)
  return funding_route === null || funding_route === 'no_cost' ? cost : `${cost}\n${FUNDING_ROUTE_NAMES[funding_route]}`
}

function planBlocks(lines: readonly DocumentLine[]): DocumentBlock[] {
  const live = lines.filter(({ status }) => status !== 'dropped')
  if (live.length === 0) return [{ is: 'text', text: 'There are no lines in the plan yet.' }]
  const { people, cost_pence, uncosted } = planTotals(live)
  const still = uncosted === 0 ? '' : `, and ${uncosted === 1 ? 'one line' : `${uncosted} lines`} still to be costed`
  return [
    {
      is: 'table',
      caption: 'The training plan',
      columns: [
        { title: 'What is to be learned', share: 25 },
        { title: 'People', share: 10, end: true },
        { title: 'Level', share: 9 },
        { title: 'Where and how', share: 25 },
        { title: 'Cost and funding', share: 19 },
        { title: 'From', share: 12 },
      ],
      rows: live.map((line) => [
        line.need,
        String(line.people),
        line.level === null ? '' : LEVEL_NAMES[line.level].replace('Level ', ''),
        whereLearned(line),
        costOf(line),
        line.target_month === null ? '' : showMonth(line.target_month),
      ]),
    },
    {
      is: 'text',
      text: `${people === 1 ? 'One place' : `${people} places`} on courses, at a cost to the business of ${pounds(cost_pence)}${still}.`,
    },
  ]
}

function gapBlocks(gaps: DocumentFacts['gaps']): DocumentBlock[] {
  if (gaps.length === 0) return []
  return [
    {
      is: 'table',
      caption: 'Skills gaps',
      columns: [
        { title: 'Skill', share: 42 },
        { title: 'For', share: 32 },
        { title: 'People', share: 10, end: true },
        { title: 'Needed', share: 16 },
      ],
      rows: gaps.map(({ skill, role, people, urgency }) => [
        skill,
        role || 'Everyone',
        people === null ? '' : String(people),
        URGENCY_NAMES[urgency],
      ]),
    },
  ]
}

/** The document for a client: who met, what was found, the plan, what happens next and whom to call. */
export function clientDocument(facts: DocumentFacts): ClientDocument {
  const { hub, business, reference, held_on, attendees, broker, findings, next_steps, gaps, lines, agreed } = facts
  const met: [string, string][] = [
    ['Business', business],
    ...(held_on ? [['Review held', dayInWords(held_on)] satisfies [string, string]] : []),
    ...(attendees
      ? [['Who met', [attendees, broker?.name].filter(Boolean).join('; ')] satisfies [string, string]]
      : []),
    ['Reference', reference],
    ...(agreed
      ? [['Plan agreed', [dayInWords(agreed.on), agreed.by].filter(Boolean).join(', ')] satisfies [string, string]]
      : []),
  ]
  const found = findings.trim()
  return {
    title: `Skills review and training plan for ${business}`,
    hub,
    blocks: [
      { is: 'facts', facts: met },
      ...(found === '' && gaps.length === 0 ? [] : [{ is: 'heading', text: 'What we found' } as const]),
      ...(found === '' ? [] : [{ is: 'text', text: found } as const]),
      ...gapBlocks(gaps),
      { is: 'heading', text: 'Your training plan' },
      ...planBlocks(lines),
      { is: 'heading', text: 'What happens next' },
      {
        is: 'text',
        text:
          next_steps.trim() ||
          'We book the places in this plan with you and tell you what each provider needs from you.',
      },
      { is: 'heading', text: 'Whom to call' },
      {
        is: 'text',
        text: broker ? `${broker.name}, ${hub}\n${broker.email}` : hub,
      },
    ],
  }
}
