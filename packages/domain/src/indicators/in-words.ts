import { BUSINESS_FLAG_NAMES } from '../businesses/business-flags.ts'
import { MILESTONES } from '../capital-projects/capital-files.ts'
import { INTERACTION_KINDS, UNCOUNTED_INTERACTION_KINDS } from '../interactions/interactions-file.ts'
import { FRAMEWORK_NAMES } from '../programmes/frameworks.ts'
import { type Band, type Counts, type Definition, PER, type Threshold } from './definition.ts'
import { LANGUAGE, type SpokenOf, type Way } from './language.ts'

/** A way with its conditions as plain lists, for code that treats all ways alike. */
export type PlainWay = {
  a: SpokenOf
  dated: string
  is: [field: string, values: readonly string[]][]
  is_not: [field: string, values: readonly string[]][]
  yes: readonly string[]
  at_least: [field: string, least: number][]
  blank_or_at_least: [field: string, least: number][]
  filled: readonly string[]
  noted_before: string | undefined
  while_not_trading: boolean
  first_contact: boolean
  of_programme: Way['of_programme']
  alongside_a_grant: boolean
  evidence: Way['evidence']
}

const entries = <T>(object: Readonly<Record<string, T | undefined>> | undefined): [string, T][] =>
  Object.entries(object ?? {}).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as [string, T]]))

export function plainWay(way: Way): PlainWay {
  return {
    a: way.a,
    dated: way.dated,
    is: entries<readonly string[]>(way.is),
    is_not: entries<readonly string[]>(way.is_not),
    yes: way.yes ?? [],
    at_least: entries<number>(way.at_least),
    blank_or_at_least: entries<number>(way.blank_or_at_least),
    filled: way.filled ?? [],
    noted_before: way.noted_before,
    while_not_trading: way.while_not_trading ?? false,
    first_contact: way.first_contact ?? false,
    of_programme: way.of_programme,
    alongside_a_grant: way.alongside_a_grant ?? false,
    evidence: way.evidence,
  }
}

const say = (word: string) => word.replaceAll('_', ' ')
const orList = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

const isCountableKinds = (field: string, values: readonly string[]) =>
  field === 'kind' &&
  values.length === INTERACTION_KINDS.length - UNCOUNTED_INTERACTION_KINDS.length &&
  values.includes('site_visit')

/** The record itself, with what its lists must say folded into its name: "a verified job created". */
function nounOf(way: PlainWay): string {
  const list = (name: string) => way.is.find(([field]) => field === name)?.[1]
  const kinds = list('kind')
  switch (way.a) {
    case 'interaction':
      return !kinds || isCountableKinds('kind', kinds) ? 'an interaction' : `an interaction (${orList(kinds.map(say))})`
    case 'outcome':
      return `${list('state')?.includes('verified') ? 'a verified' : 'an'} outcome "${orList((kinds ?? []).map(say))}"`
    case 'capital_funding':
      return `${orList((list('source') ?? []).map(say))} capital funding`
    case 'capital_milestone':
      return `the milestone ${orList((list('milestone') ?? MILESTONES).map(say))}`
    case 'survey_response':
      return `a valid answer to a ${orList((list('family') ?? []).map((family) => (family === 'sitrep' ? 'SITREP' : say(family))))} survey`
    case 'business':
      return `“${BUSINESS_FLAG_NAMES.scaleup_potential}”`
    case 'participation':
      return list('course_kind') ? `a ${orList((list('course_kind') ?? []).map(say))}` : LANGUAGE.participation.noun
    default:
      return LANGUAGE[way.a].noun
  }
}

function conditionsOf(way: PlainWay): string[] {
  const words: string[] = []
  for (const [field, least] of way.at_least.filter(([name]) => name !== 'amount_pence'))
    words.push(least === 1 && field === 'minutes' ? 'took at least a minute' : `had at least ${least} ${say(field)}`)
  if (way.yes.includes('start_up_support')) words.push('was start-up support')
  if (way.while_not_trading) words.push('came before the person began to trade')
  if (way.yes.includes('is_primary')) words.push('is the primary claim')
  for (const [field, least] of way.blank_or_at_least)
    words.push(
      field === 'expected_months'
        ? `is not expected to last less than ${least} months`
        : `has no ${say(field)} under ${least}`,
    )
  if (way.noted_before !== undefined) words.push('had its risk noted before that day')
  if (way.filled.includes('verified_on')) words.push('has been verified')
  if (way.filled.includes('score')) words.push('gives a score')
  for (const [field, values] of way.is)
    if (way.a === 'enquiry')
      words.push(field === 'status' ? `ended as ${orList(values.map(say))}` : `came by ${orList(values.map(say))}`)
  if (way.of_programme) words.push(`is of a programme of ${FRAMEWORK_NAMES[way.of_programme.framework]}`)
  if (way.alongside_a_grant) words.push('came alongside a grant of the programme')
  for (const [field, least] of way.at_least)
    if (field === 'amount_pence') words.push(`was at least £${(least / 100).toLocaleString('en-GB')}`)
  if (way.first_contact) words.push('was the first contact: nothing earlier is known of the person or the business')
  for (const field of way.filled)
    if (field.startsWith('milestone_')) words.push(`had reached milestone ${field.charAt('milestone_'.length)}`)
  for (const [field, values] of way.is_not)
    words.push(field === 'event_status' ? 'was not cancelled' : `is not ${orList(values.map(say))}`)
  if (way.a === 'interaction' && way.is.some(([field, values]) => isCountableKinds(field, values)))
    words.push(
      `was more than ${orList(UNCOUNTED_INTERACTION_KINDS.map((kind) => (kind === 'intelligence' ? 'intelligence' : `an ${say(kind)}`)))}`,
    )
  return words
}

function wayInWords(way: PlainWay): string {
  const dates: Readonly<Record<string, string>> = LANGUAGE[way.a].dates
  const conditions = conditionsOf(way)
  const tail = conditions.length === 0 ? '' : ` (it ${conditions.join('; it ')})`
  return `${nounOf(way)} ${dates[way.dated] ?? say(way.dated)}${tail}`
}

/** Every way in which a unit can come to count: "an interaction took place (…); or a diagnostic was completed". */
export const waysInWords = (definition: Definition): string =>
  waysThatBringIn(definition)
    .map((way) => wayInWords(plainWay(way)))
    .join('; or ')

/** The ways of a definition without those that are read only to see what another output has used up. */
export function waysThatBringIn({ any_of, threshold }: Definition): readonly Way[] {
  if (!threshold) return any_of
  const also: readonly string[] = [...(threshold.with ?? []), ...(threshold.or_a_grant ? ['grant_award'] : [])]
  return any_of.filter(({ a }) => a === 'interaction' || a === 'attendance' || also.includes(a))
}

function opening(counts: Counts): string {
  if ('sum' in counts)
    return {
      fte_of_30_hours: 'Adds up posts as full-time equivalents (30 hours a week are one, more are still one)',
      fte_of_own_week:
        "Adds up posts as full-time equivalents of the employer's own week (37.5 hours where it is unknown; never more than one)",
      amount_pence: 'Adds up the pounds',
    }[counts.sum]
  if ('mean' in counts) return 'The mean score, 1 to 5'
  if ('each_in_its_first_year' in counts)
    return `Counts each ${counts.each_in_its_first_year} once${'per' in counts ? ' for each programme' : ''}, in the first year in which it qualifies,`
  const unit = { business: 'business', person: 'person', capital_project: 'capital project', referral: 'referral' }[
    counts.each
  ]
  const anonymous = 'or_anonymous' in counts ? ' and each answer without a name once,' : ''
  if ('per' in counts) return `Counts each ${unit} once for each ${PER[counts.per]} in the year,${anonymous}`
  return `Counts each ${unit} once for the year,${anonymous}`
}

function bandInWords(band: Band): string {
  const from = band.minutes_at_least <= 1 ? 'any minutes' : `at least ${hoursOf(band.minutes_at_least)}`
  const below = band.minutes_below === undefined ? '' : ` and less than ${hoursOf(band.minutes_below)}`
  const or = band.or_a_diagnostic
    ? `, or a completed diagnostic with less than ${hoursOf(band.minutes_below ?? 0)}`
    : ''
  const without = band.without_a_diagnostic ? ', and no completed diagnostic' : ''
  return ` that had ${from}${below}${or}${without} in the year, counting the time wherever`
}

const hoursOf = (minutes: number) => (minutes % 60 === 0 ? `${minutes / 60} hours` : `${minutes} minutes`)

function thresholdInWords({
  minutes_at_least,
  with: kinds = [],
  apart_from,
  registered_within_months,
  or_a_grant,
}: Threshold): string {
  const least =
    minutes_at_least === 'set by the programme'
      ? 'as many minutes as the programme asks for, or any'
      : `${hoursOf(minutes_at_least)} or more`
  const also = kinds.length === 0 ? '' : `, with ${kinds.map((kind) => `a ${kind}`).join(' and ')}`
  return [
    ` It counts once its support in the programme comes to ${least}, whatever the year${also}${or_a_grant ? '; a grant reaches it at once' : ''}.`,
    ...(apart_from ? [` Minutes that ${apart_from.title} has used up do not count again.`] : []),
    ...(registered_within_months === undefined
      ? []
      : [` It must have been registered less than ${registered_within_months} months before its first support.`]),
  ].join('')
}

/** The sentence by which people know the figure, made from the same object as its query. */
export function inWords(definition: Definition): string {
  const where = definition.in_area ? ' Only in the districts that the hub serves; an unknown district counts.' : ''
  const levels = new Set(definition.any_of.map((way) => way.evidence).filter((level) => level !== undefined))
  const evidence =
    levels.size === 0
      ? ''
      : ` Evidence must be ${orList([...levels].map(say))} or better, where the record has a level.`
  const start = definition.band
    ? `${opening(definition.counts).replace(/,$/, '')}${bandInWords(definition.band)}`
    : opening(definition.counts)
  const link =
    definition.band || 'sum' in definition.counts || 'mean' in definition.counts
      ? definition.band
        ? ' '
        : ' where '
      : ' when '
  const together = definition.threshold ? thresholdInWords(definition.threshold) : ''
  const sme = definition.sme ? ' Only businesses with fewer than 250 employees; an unknown number counts.' : ''
  const also = definition.also_in
    ? ` It must count in ${orList(definition.also_in.map(({ title }) => `“${title}”`))} of that year too.`
    : ''
  return `${start}${link}${waysInWords(definition)}.${together}${also}${sme}${where}${evidence}`
}
