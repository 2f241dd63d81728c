import { type Day, MONTHS } from '@hubline/domain/day.ts'
import { showMoneyShort } from '@hubline/domain/money.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'
import { CASE_KIND_NAMES, CLOSE_REASON_NAMES } from '../cases/case-words.ts'
import type { IconName } from '../ui/icon.tsx'
import type { Tone } from '../ui/tag.tsx'
import { CHANNEL_WORDS, KIND_NAMES } from './interaction-words.ts'

export type TimelineEntry = inferOutput<typeof trpc.businesses.timeline>['entries'][number]
export type TimelineKind = TimelineEntry['kind']

/** What a person looks for in a timeline: kinds that belong together. */
export const TIMELINE_GROUPS = {
  contact: { words: 'Contact', kinds: ['interaction', 'enquiry', 'event'] },
  cases: { words: 'Cases', kinds: ['case', 'diagnostic'] },
  referrals: { words: 'Referrals', kinds: ['referral', 'partner_support'] },
  skills: { words: 'Skills', kinds: ['skills_review', 'participation'] },
  results: { words: 'Grants and outcomes', kinds: ['grant_award', 'outcome', 'survey_response'] },
} as const satisfies Record<string, { words: string; kinds: readonly TimelineKind[] }>
export type TimelineGroup = keyof typeof TIMELINE_GROUPS

const ICONS: Readonly<Record<TimelineKind, IconName>> = {
  interaction: 'note',
  enquiry: 'question',
  case: 'list',
  diagnostic: 'check',
  referral: 'right',
  skills_review: 'skills',
  participation: 'book',
  event: 'people',
  grant_award: 'pound',
  outcome: 'flag',
  survey_response: 'bars',
  partner_support: 'building',
}

/** `advice_session` as people say it: "Advice session". */
function spoken(word: string | null): string {
  const words = (word ?? '').replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function named<Names extends Readonly<Record<string, string>>>(names: Names, word: string | null): string {
  return word !== null && Object.hasOwn(names, word) ? (names[word] ?? spoken(word)) : spoken(word)
}

export function iconOf({ kind, channel }: Pick<TimelineEntry, 'kind' | 'channel'>): IconName {
  if (kind !== 'interaction' || channel === null) return ICONS[kind]
  return Object.hasOwn(CHANNEL_WORDS, channel) ? CHANNEL_WORDS[channel as keyof typeof CHANNEL_WORDS].icon : 'note'
}

/** What happened, in a few words: "Advice session, 25 min", "Referred to Innovation Agency". */
export function titleOf(entry: TimelineEntry): string {
  const { what, who, status } = entry
  switch (entry.kind) {
    case 'interaction':
      return withMinutes(named(KIND_NAMES, what), entry.minutes)
    case 'event':
      return withMinutes(what ?? 'Event', entry.minutes)
    case 'enquiry':
      return 'Enquiry'
    case 'case':
      return `${named(CASE_KIND_NAMES, status)} case ${what}`
    case 'diagnostic':
      return 'Diagnostic completed'
    case 'referral':
      return who ? `Referred to ${who}` : 'Referred'
    case 'skills_review':
      return 'Skills review'
    case 'grant_award':
      return `Grant: ${[what, money(entry)].filter(Boolean).join(', ')}`
    case 'outcome':
      return [spoken(what), money(entry)].filter(Boolean).join(', ')
    case 'survey_response':
      return `Answered ${what ?? 'a survey'}`
    case 'partner_support':
      return withMinutes(who ? `Supported by ${who}` : 'Supported by a partner', entry.minutes)
    default:
      return what ?? spoken(entry.kind)
  }
}

function withMinutes(words: string, minutes: number | null): string {
  return minutes ? `${words}, ${minutes} min` : words
}

function money({ amount_pence }: TimelineEntry): string | undefined {
  return amount_pence === null ? undefined : showMoneyShort(Number(amount_pence))
}

/** Who was there, on a line of its own: the title has said the rest. */
export function peopleOf({ kind, who, names }: TimelineEntry): string {
  const said = kind === 'referral' || kind === 'partner_support'
  const others = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names
  return [said ? undefined : who, others.length > 0 ? `with ${others.join(', ')}` : undefined].filter(Boolean).join(' ')
}

/** The server cuts longer notes here. */
const NOTE_IS_CUT_AT = 160

export function noteOf({ kind, what, note }: TimelineEntry): string | undefined {
  if (!note) return undefined
  if (kind === 'case' && what === 'closed') return named(CLOSE_REASON_NAMES, note)
  return note.length < NOTE_IS_CUT_AT ? note : `${note.trimEnd()}…`
}

const GOOD = new Set([
  'accepted',
  'started',
  'completed',
  'achieved',
  'held',
  'report_issued',
  'plan_agreed',
  'uptake_recorded',
  'attended',
  'offer_accepted',
  'paid',
  'verified',
  'answered',
])
const OVER = new Set([
  'declined_by_partner',
  'declined_by_client',
  'no_response',
  'ineligible',
  'withdrawn',
  'declined',
  'cancelled',
  'no_show',
  'rejected',
  'did_not_start',
  'not_valid',
  'recovered',
])

/** How it stands, as a tag; the status of a case stands in its title. */
export function statusOf({ kind, status, counts }: TimelineEntry): { words: string; tone: Tone } | undefined {
  if (kind === 'interaction') return counts === false ? { words: 'Does not count', tone: 'plain' } : undefined
  if (status === null || kind === 'case' || kind === 'diagnostic') return undefined
  return { words: spoken(status), tone: GOOD.has(status) ? 'ok' : OVER.has(status) ? 'plain' : 'info' }
}

/** "October 2025": a rule is drawn where it changes. */
export function monthOf(day: Day): string {
  return `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
}
