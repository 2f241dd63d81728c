import { minutesInWords } from '@hubline/domain/minutes-in-words.ts'
import { type Day } from '@hubline/domain/day.ts'
import { yearOf } from '@hubline/domain/years/year.ts'
import { whyItNeverCounts } from './interaction-words.ts'

type Asked = {
  kind: string
  minutes: number | undefined
  occurred_on: Day | undefined
  /** Nobody is chosen yet. */
  client: 'business' | 'person' | undefined
  start_up_support: boolean
  /** What the client has had in `year`, without this one; absent until the server has said. */
  before?: { minutes: number; year: string } | undefined
}

export type Effect = { counts: boolean | undefined; sentence: string }

const MARKS = [
  { minutes: 720, words: 'the 12 hours of high intensity' },
  { minutes: 180, words: 'the 3 hours of medium intensity' },
] as const

/** What an interaction will count for, and why, while it is still being typed. */
export function whatItCountsFor({ kind, minutes, occurred_on, client, start_up_support, before }: Asked): Effect {
  const never = whyItNeverCounts(kind)
  if (never) return { counts: false, sentence: `Does not count: ${never}` }
  if (minutes === 0) return { counts: false, sentence: 'Does not count: there were no minutes with the client' }
  if (minutes === undefined || occurred_on === undefined)
    return { counts: undefined, sentence: 'What it counts for is said here once minutes and date can be read' }
  const year = yearOf(occurred_on)
  const parts = [
    `Counts as support in ${year}`,
    before?.year === year && client === 'business' ? total(before.minutes, minutes) : undefined,
    client === 'person' && start_up_support
      ? 'Also towards individuals helped to start a business, while they are not trading'
      : undefined,
  ]
  return { counts: true, sentence: parts.filter(Boolean).join('. ') }
}

function total(before: number, minutes: number): string {
  const after = before + minutes
  const passed = MARKS.find((mark) => before < mark.minutes && after >= mark.minutes)
  const all = `${minutesInWords(after)} this year with it`
  if (passed) return `${all}, which reaches ${passed.words}`
  return before === 0 ? `${all}: the first of the year` : all
}
