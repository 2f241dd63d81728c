import { BUSINESS_FLAG_NAMES } from '../businesses/business-flags.ts'
import { MILESTONES } from '../capital-projects/capital-files.ts'
import { COUNTABLE_INTERACTION_KINDS, UNCOUNTED_INTERACTION_KINDS } from '../interactions/interactions-file.ts'
import { FRAMEWORK_NAMES } from '../programmes/frameworks.ts'
import { factWords } from './facts.ts'
import { LANGUAGE } from './language.ts'
import type { PlainWay } from './plain-way.ts'
import { orList, say } from './said.ts'

const listOf = (way: PlainWay, name: string) => way.is.find(([field]) => field === name)?.[1]
const isExactly = (values: readonly string[] | undefined, others: readonly string[]) =>
  values?.length === others.length && values.every((value) => others.includes(value))

const isCountable = ({ a, is }: PlainWay) =>
  a === 'interaction' &&
  is.some(([field, values]) => field === 'kind' && isExactly(values, COUNTABLE_INTERACTION_KINDS))

/** A place that somebody took, not one that was only booked. */
const isAttended = (way: PlainWay) => way.a !== 'attendance' || isExactly(listOf(way, 'status'), ['attended'])

/** "was offered", "came about": what makes the day of a record decide. */
export function decidingWords(way: PlainWay): string {
  if (!isAttended(way)) return 'took place'
  return (LANGUAGE[way.a].dates as Readonly<Record<string, string>>)[way.dated] ?? say(way.dated)
}

/** The record itself, with what its lists must say folded into its name: "a verified job created". */
function nounOf(way: PlainWay): string {
  const kinds = listOf(way, 'kind')
  const said = (field: string) => orList((listOf(way, field) ?? []).map(say))
  switch (way.a) {
    case 'interaction':
      return !kinds || isCountable(way) ? 'an interaction' : `an interaction (${orList(kinds.map(say))})`
    case 'outcome':
      return `${isExactly(listOf(way, 'state'), ['verified']) ? 'a verified' : 'an'} outcome${kinds ? ` "${orList(kinds.map(say))}"` : ''}`
    case 'attendance':
      return isAttended(way) ? LANGUAGE.attendance.noun : 'a place at an event that'
    case 'capital_funding':
      return `${said('source')} capital funding`.trim()
    case 'capital_milestone':
      return `the milestone ${orList((listOf(way, 'milestone') ?? MILESTONES).map(say))}`
    case 'survey_response':
      return `${way.yes.includes('valid') ? 'a valid' : 'an'} answer to a ${`${said('family')} survey`.trim()}`
    case 'business':
      return `“${BUSINESS_FLAG_NAMES.scaleup_potential}”`
    case 'participation':
      return listOf(way, 'course_kind') ? `a ${said('course_kind')}` : LANGUAGE.participation.noun
    default:
      return LANGUAGE[way.a].noun
  }
}

/** What `nounOf` says by itself. */
function isFolded(way: PlainWay, field: string, values: readonly string[]): boolean {
  if (['family', 'source', 'milestone', 'flag', 'course_kind', 'kind'].includes(field)) return true
  if (way.a === 'outcome') return isExactly(values, ['verified'])
  return way.a === 'attendance' && field === 'status' && isAttended(way)
}

/** "it ended as answered or referred", "it has the status made": a list that says what counts. */
function listInWords(way: PlainWay, field: string, values: readonly string[]): string {
  const words = orList(values.map(say))
  if (field === 'channel') return `came by ${words}`
  if (field === 'event_status') return `is of an event that is ${words}`
  return way.a === 'enquiry' ? `ended as ${words}` : `has the ${field} ${words}`
}

/** "it is not withdrawn": a list that says what does not count. */
function exceptInWords(field: string, values: readonly string[]): string {
  const words = orList(values.map(say))
  if (field === 'event_status') return `was not ${words}`
  return values.some((value) => /^(no_|did_not_)/.test(value))
    ? `does not have the ${field} ${words}`
    : `is not ${words}`
}

/** Money that is verified or has left the bank: where it says so by its day, its state need not be said. */
const needsItsState = (way: PlainWay, values: readonly string[] | undefined) =>
  way.a === 'capital_funding' && (way.dated !== 'defrayed_on' || !isExactly(values, ['defrayed']))

function statesOf(way: PlainWay): string[] {
  const lists = way.is.filter(([field, values]) => !isFolded(way, field, values))
  return [
    ...lists
      .filter(([, values]) => way.a !== 'capital_funding' || needsItsState(way, values))
      .map(([field, values]) => listInWords(way, field, values)),
    ...(needsItsState(way, listOf(way, 'state')) && ![...way.is, ...way.is_not].some(([field]) => field === 'state')
      ? ['may be in any state']
      : []),
  ]
}

function leastInWords(field: string, least: number): string {
  if (field === 'amount_pence') return `was at least £${(least / 100).toLocaleString('en-GB')}`
  return least === 1 && field === 'minutes' ? 'took at least a minute' : `had at least ${least} ${say(field)}`
}

/** How a record comes to belong to a programme: not all kinds name one. */
function ofProgramme(a: PlainWay['a'], programme: string): string {
  switch (a) {
    case 'participation':
      return `came after support of the person in ${programme}, on that day at the latest`
    case 'referral':
      return `was made in the time of ${programme}`
    case 'diagnostic':
      return `is of ${programme}: by its case, or else completed in its time`
    default:
      return `is of ${programme}`
  }
}

function conditionsOf(way: PlainWay): string[] {
  const isMoney = ([field]: [string, number]) => field === 'amount_pence'
  const yes = way.yes.filter((field) => way.a !== 'survey_response' || field !== 'valid')
  const [reached, filled] = [true, false].map((isMilestone) =>
    way.filled.filter((field) => field.startsWith('milestone_') === isMilestone),
  ) as [string[], string[]]
  const said = (names: readonly string[]) => names.map((name) => factWords(way.a, name))
  return [
    ...way.at_least.filter((each) => !isMoney(each)).map(([field, least]) => leastInWords(field, least)),
    ...said(yes.filter((field) => field === 'start_up_support')),
    ...(way.while_not_trading ? said(['while_not_trading']) : []),
    ...said(yes.filter((field) => field !== 'start_up_support')),
    ...way.blank_or_at_least.map(([field, least]) =>
      field === 'expected_months'
        ? `is not expected to last less than ${least} months`
        : `has no ${say(field)} under ${least}`,
    ),
    ...(way.noted_before === undefined ? [] : said([way.noted_before])),
    ...said(filled),
    ...statesOf(way),
    ...(way.of_programme ? [ofProgramme(way.a, `a programme of ${FRAMEWORK_NAMES[way.of_programme.framework]}`)] : []),
    ...(way.alongside_a_grant ? said(['alongside_a_grant']) : []),
    ...way.at_least.filter(isMoney).map(([field, least]) => leastInWords(field, least)),
    ...(way.first_contact ? said(['first_contact']) : []),
    ...said(reached),
    ...way.is_not.map(([field, values]) => exceptInWords(field, values)),
    ...(isCountable(way)
      ? [
          `was more than ${orList(UNCOUNTED_INTERACTION_KINDS.map((kind) => (kind === 'intelligence' ? 'intelligence' : `an ${say(kind)}`)))}`,
        ]
      : []),
  ]
}

/** A way as a part of a sentence: "a referral was made (it is not withdrawn)"; with `evidence`, its own least level too. */
export function wayInWords(way: PlainWay, { evidence = false }: { evidence?: boolean } = {}): string {
  const level = evidence && way.evidence !== undefined ? [`has evidence that is ${say(way.evidence)} or better`] : []
  const conditions = [...conditionsOf(way), ...level]
  const tail = conditions.length === 0 ? '' : ` (it ${conditions.join('; it ')})`
  return `${nounOf(way)} ${decidingWords(way)}${tail}`
}
