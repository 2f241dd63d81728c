import { type Band, type Counts, type Definition, PER, type Threshold } from './definition.ts'
import { LANGUAGE, type Way } from './language.ts'
import { plainWay } from './plain-way.ts'
import { unitRecord } from './rules.ts'
import { orList, say } from './said.ts'
import { wayInWords } from './way-in-words.ts'

/** The one least level of evidence that all records ask for that have a level; undefined where they differ, or ask for none. */
function sharedEvidence({ any_of }: Pick<Definition, 'any_of'>): string | undefined {
  const levels = new Set(any_of.filter(({ a }) => LANGUAGE[a].evidence).map(({ evidence }) => evidence))
  return levels.size === 1 ? [...levels][0] : undefined
}

/** Every way in which a unit can come to count: "an interaction took place (…); or a diagnostic was completed". */
export const waysInWords = (definition: Definition): string =>
  waysThatBringIn(definition)
    .map((way) => wayInWords(plainWay(way), { evidence: sharedEvidence(definition) === undefined }))
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
      : [
          ` It must have been registered less than ${registered_within_months} months before its first support: by the day of incorporation, or else the day on which it began to trade; without either it does not count.`,
        ]),
  ].join('')
}

/** Where minutes are added up for a business, those of an event of which several people may have come. */
const eventsInWords = ({ band, threshold, counts, any_of }: Definition): string =>
  (band ?? threshold) && unitRecord(counts) === 'business' && any_of.some(({ a }) => a === 'attendance')
    ? ' An event gives a business its minutes once, however many of its people came.'
    : ''

/** The sentence by which people know the figure, made from the same object as its query. */
export function inWords(definition: Definition): string {
  const where = definition.in_area ? ' Only in the districts that the hub serves; an unknown district counts.' : ''
  const level = sharedEvidence(definition)
  const evidence = level === undefined ? '' : ` Evidence must be ${say(level)} or better, where the record has a level.`
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
  return `${start}${link}${waysInWords(definition)}.${together}${eventsInWords(definition)}${also}${sme}${where}${evidence}`
}
