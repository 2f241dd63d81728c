import type { OUTCOME_KINDS } from '../outcomes/outcomes-file.ts'
import type { Counts } from './definition.ts'
import { stagesOf } from './day-stages.ts'
import { type Fact, factsOf } from './facts.ts'
import { LANGUAGE, type Way } from './language.ts'
import { say } from './said.ts'

/** A list of a record of which some words count. */
export type ListChoice = {
  field: string
  label: string
  words: readonly string[]
  /** A record may have none of the words, and counts then only where no word is asked for. */
  open: boolean
  /** Whether a figure may leave the list unasked: not where it adds up what only some words have. */
  any: boolean
}

/** What can be said differently of a way: all that the language knows of its kind of record, and nothing else. */
export type WayChoices = {
  /** The days by which it can be counted, and how each is said: "was offered". */
  days: { day: string; words: string }[]
  lists: ListChoice[]
  facts: Fact[]
  has_minutes: boolean
  has_evidence: boolean
}

const LABELS: Readonly<Record<string, string>> = {
  event_status: 'Status of the event',
  course_kind: 'Kind of course',
  family: 'Survey',
}

/** Lists in which a record may say nothing, or something else. */
const OPEN: readonly string[] = ['channel', 'course_kind']

/** Kinds of outcome that have what a sum adds up. */
const MEASURED: Readonly<Record<'fte' | 'amount', readonly (typeof OUTCOME_KINDS)[number][]>> = {
  fte: ['job_created', 'job_safeguarded', 'construction_job', 'employment_entered'],
  amount: ['investment_private', 'investment_public'],
}

function wordsOf(way: Way, field: string, words: readonly string[], counts: Counts): readonly string[] {
  if (way.a !== 'outcome' || field !== 'kind' || !('sum' in counts)) return words
  return MEASURED[counts.sum === 'amount_pence' ? 'amount' : 'fte']
}

export function wayChoices(way: Way, counts: Counts): WayChoices {
  const { dates, lists, numbers, evidence } = LANGUAGE[way.a]
  return {
    days: Object.entries<string>(dates).map(([day, words]) => ({ day, words })),
    lists: Object.entries<readonly string[]>(lists)
      .map(([field, all]) => {
        const words = wordsOf(way, field, all, counts)
        const label = LABELS[field] ?? `${field.charAt(0).toUpperCase()}${say(field).slice(1)}`
        return { field, label, words, open: OPEN.includes(field), any: words.length === all.length }
      })
      .filter(({ words }) => words.length > 1),
    facts: factsOf(way.a, counts),
    has_minutes: (numbers as readonly string[]).includes('minutes'),
    has_evidence: evidence,
  }
}

/** The statuses in which a record cannot have a day, where those are all that are to count; none where it can. */
export function neverHas(
  way: Pick<Way, 'a'>,
  day: string,
  lists: Readonly<Record<string, readonly string[] | null>>,
): readonly string[] {
  const stages = stagesOf(way.a, day)
  const counting = stages && lists[stages.field]
  return counting?.every((word) => stages?.not_yet.includes(word)) ? counting : []
}
