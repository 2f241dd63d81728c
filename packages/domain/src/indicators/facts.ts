import type { Counts } from './definition.ts'
import { stagesOf } from './day-stages.ts'
import { LANGUAGE, type SpokenOf, type Way } from './language.ts'
import { unitRecord } from './rules.ts'

/** A yes/no rule that a record can be asked, and its words behind "it": "is the primary claim". */
export type Fact = { name: string; words: string }

const SAID: Readonly<Record<string, string>> = {
  start_up_support: 'was start-up support',
  is_primary: 'is the primary claim',
  valid: 'is valid',
  verified_on: 'has been verified',
  score: 'gives a score',
  milestone_1_on: 'had reached milestone 1',
  milestone_2_on: 'had reached milestone 2',
  milestone_3_on: 'had reached milestone 3',
  at_risk_noted_on: 'had its risk noted before that day',
  while_not_trading: 'came before the person began to trade',
  first_contact: 'was the first contact: nothing earlier is known of the person or the business',
  alongside_a_grant: 'came alongside a grant of the programme',
}

/** How a rule is said of a record; of a day that another one decides: "was accepted too". */
export function factWords(a: SpokenOf, name: string): string {
  const day = (LANGUAGE[a].dates as Readonly<Record<string, string>>)[name]
  return SAID[name] ?? (day === undefined ? `has ${name.replaceAll('_', ' ')}` : `${day} too`)
}

/** The rules that are asked of one kind of record only. */
const OF_RECORDS: Partial<Record<SpokenOf, readonly string[]>> = {
  enquiry: ['first_contact'],
  outcome: ['alongside_a_grant'],
  survey_response: ['score'],
}

/** Every yes/no rule that a record can be asked where such units are counted. */
export function factsOf(a: SpokenOf, counts: Counts): Fact[] {
  const { yes_no, days, dates } = LANGUAGE[a]
  const names = [
    ...yes_no,
    ...days,
    ...Object.keys(dates).filter((day) => stagesOf(a, day) !== undefined),
    ...(OF_RECORDS[a] ?? []).filter((name) => name !== 'score' || !('mean' in counts)),
    ...(unitRecord(counts) === 'person' ? ['while_not_trading'] : []),
  ]
  return names.map((name) => ({ name, words: factWords(a, name) }))
}

/** The names of the rules that a way asks. */
export const factsAsked = (way: Way): string[] => [
  ...(way.yes ?? []),
  ...(way.filled ?? []),
  ...(way.noted_before === undefined ? [] : [way.noted_before]),
  ...(['while_not_trading', 'first_contact', 'alongside_a_grant'] as const).filter((name) => way[name]),
]

/** The parts of a way that ask rules by their names: what `factsAsked` reads. */
export function waysFacts(a: SpokenOf, names: readonly string[]): object {
  const { yes_no, days, dates } = LANGUAGE[a]
  const asked = (all: readonly string[]) => names.filter((name) => all.includes(name))
  const [yes, filled, before] = [asked(yes_no), asked([...Object.keys(dates), 'score']), asked(days)]
  return {
    ...(yes.length > 0 ? { yes } : {}),
    ...(filled.length > 0 ? { filled } : {}),
    ...(before[0] === undefined ? {} : { noted_before: before[0] }),
    ...Object.fromEntries(
      asked(['while_not_trading', 'first_contact', 'alongside_a_grant']).map((name) => [name, true]),
    ),
  }
}
