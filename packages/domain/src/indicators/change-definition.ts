import { z } from 'zod'
import { requiredDay, requiredText, sent } from '../fields.ts'
import { parseYear } from '../years/year.ts'
import { type Band, type Counts, type Definition, type Threshold, frameworkOf } from './definition.ts'
import type { Way } from './language.ts'
import { unitRecord } from './rules.ts'
import { WayChange, changedWay, minutes, unchangedWay, wayProblem } from './way-change.ts'

/** How often a unit may count: each year, ever, or for each wave of a survey. */
const ONCE_PER = ['year', 'ever', 'wave'] as const
type OncePer = (typeof ONCE_PER)[number]

/** What a manager can say differently: always of the definition that Hubline brings, way by way in its order. */
export const DefinitionChange = z.object({
  ways: z.array(WayChange).min(1, 'Reload the page and try again').max(30, 'Reload the page and try again'),
  in_area: z.boolean(),
  /** Only businesses with fewer than 250 employees. */
  sme: z.boolean(),
  /** Only units that count in one of the figures that it asks for beside it; null where it asks for none. */
  also: z.boolean().nullable(),
  once_per: z.enum(ONCE_PER, 'Choose how often each counts'),
  minutes_at_least: minutes.nullable(),
  minutes_below: minutes.nullable(),
  /** Of a threshold: whether minutes that another output used up do not count again; null where it shares none. */
  apart: z.boolean().nullable(),
  /** Of bands: whether a completed diagnostic makes the one above, whatever the minutes; null where neither says so. */
  by_diagnostic: z.boolean().nullable(),
})
export type DefinitionChange = z.output<typeof DefinitionChange>

const yearName = z.string().refine((text) => parseYear(text) !== undefined, 'Write the year like 2021-22')

export const PublishDefinition = z.object({
  ...sent,
  key: requiredText('Choose a figure', 100),
  /** The newest version on the screen from which it is published. */
  version: z.int('Reload the page and try again').min(1, 'Reload the page and try again').max(100_000),
  change: DefinitionChange,
  from_on: requiredDay('Enter the day from which it applies'),
  from_year: yearName,
  reason: requiredText('Say why it is counted differently', 1000),
  /** Published beside the figure, as an indicator of the hub's own with this title. */
  own_title: requiredText('Write how your own indicator is called', 120).optional(),
})

/** Of businesses and of the whole hub: what counts per programme stays as its funder counts it. */
const WAYS_TO_COUNT: readonly Partial<Record<OncePer, Counts>>[] = [
  { year: { each: 'business' }, ever: { each_in_its_first_year: 'business' } },
  {
    year: { each: 'business', or_anonymous: true },
    wave: { each: 'business', per: 'survey', or_anonymous: true },
  },
]

const waysToCount = ({ counts, band }: Definition): Partial<Record<OncePer, Counts>> =>
  (band ? undefined : WAYS_TO_COUNT.find((ways) => Object.values(ways).some((way) => isSame(way, counts)))) ?? {}
const isSame = (one: Counts, other: Counts) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

/** How often each business may be counted: what a manager may choose from; nothing where that is not asked. */
export const oncePerChoices = (definition: Definition): OncePer[] => Object.keys(waysToCount(definition)) as OncePer[]

function oncePer({ counts }: Definition): OncePer {
  if ('each_in_its_first_year' in counts) return 'ever'
  return 'per' in counts && counts.per === 'survey' ? 'wave' : 'year'
}

/** Whether a figure can be asked to keep to the hub's districts, and to small and medium enterprises. */
export function unitChoices({ counts }: Definition): { area: boolean; sme: boolean } {
  const unit = unitRecord(counts)
  const isClient = unit !== 'record' && unit !== 'referral'
  return { area: isClient, sme: unit === 'business' && !('or_anonymous' in counts) }
}

/** A definition as the form is filled with it: nothing changed yet. */
export function unchanged(definition: Definition): DefinitionChange {
  const { any_of, counts, band, also_in, threshold } = definition
  const says_diagnostic = band?.or_a_diagnostic ?? band?.without_a_diagnostic
  return {
    ways: any_of.map((way) => unchangedWay(way, counts)),
    in_area: definition.in_area ?? false,
    sme: definition.sme ?? false,
    also: also_in ? true : null,
    once_per: oncePer(definition),
    minutes_at_least: band?.minutes_at_least ?? null,
    minutes_below: band?.minutes_below ?? null,
    by_diagnostic: says_diagnostic ?? null,
    apart: threshold?.apart_from ? true : null,
  }
}

/** What an earlier version stored, with what can be said since as the definition says it. */
export function readChange(starter: Definition, stored: unknown): DefinitionChange {
  const was = unchanged(starter)
  const { ways = [], ...rest } = stored as Partial<DefinitionChange>
  return DefinitionChange.parse({
    ...was,
    ...rest,
    in_area: unitChoices(starter).area ? (rest.in_area ?? was.in_area) : was.in_area,
    ways: was.ways.map((way, at) => {
      const { kinds, ...asked } = (ways[at] ?? {}) as Partial<WayChange> & { kinds?: string[] | null }
      return { ...way, ...asked, lists: { ...way.lists, ...(kinds ? { kind: kinds } : {}), ...asked.lists } }
    }),
  })
}

/** Whether records of a kind are still among the ways: what is asked of records that do not count is not asked. */
type Counting = (kind: Way['a']) => boolean

function changedThreshold(
  { apart_from, with: kinds = [], or_a_grant, ...threshold }: Threshold,
  { apart }: DefinitionChange,
  counts: Counting,
): Threshold {
  const asked = kinds.filter(counts)
  const isApart = apart !== false && (apart_from?.with ?? []).every(counts)
  return {
    ...threshold,
    ...(asked.length > 0 ? { with: asked } : {}),
    ...(or_a_grant && counts('grant_award') ? { or_a_grant } : {}),
    ...(apart_from && isApart ? { apart_from } : {}),
  }
}

function changedBand(
  band: Band,
  { minutes_at_least, minutes_below, by_diagnostic }: DefinitionChange,
  counts: Counting,
): Band {
  const isAsked = by_diagnostic !== false && counts('diagnostic')
  const { or_a_diagnostic, without_a_diagnostic } = band
  return {
    minutes_at_least: minutes_at_least ?? band.minutes_at_least,
    ...(band.minutes_below === undefined ? {} : { minutes_below: minutes_below ?? band.minutes_below }),
    ...(or_a_diagnostic && isAsked ? { or_a_diagnostic } : {}),
    ...(without_a_diagnostic && isAsked ? { without_a_diagnostic } : {}),
  }
}

/** The definition that Hubline brings, said differently, as the hub's own version. */
export function changed(starter: Definition, change: DefinitionChange, version: number): Definition {
  const { in_area: _, sme: __, also_in, band, threshold, ...rest } = starter
  const counts = waysToCount(starter)[change.once_per] ?? starter.counts
  const any_of = starter.any_of.flatMap((way, at) => {
    const asked = change.ways[at]
    return asked?.counts ? [changedWay(way, asked, starter.counts)] : []
  })
  const isCounting: Counting = (kind) => any_of.some(({ a }) => a === kind)
  return {
    ...rest,
    version,
    counts,
    ...(change.in_area ? { in_area: true as const } : {}),
    ...(change.sme ? { sme: true as const } : {}),
    ...(also_in && change.also !== false ? { also_in } : {}),
    any_of,
    ...(band ? { band: changedBand(band, change, isCounting) } : {}),
    ...(threshold ? { threshold: changedThreshold(threshold, change, isCounting) } : {}),
  }
}

/** Whether two definitions count the same, whatever their versions. */
export const countTheSame = (one: Definition, other: Definition): boolean => contentOf(one) === contentOf(other)
const contentOf = ({ counts, in_area, sme, also_in, any_of, band, threshold }: Definition) =>
  JSON.stringify([
    sorted(counts),
    in_area ?? false,
    sme ?? false,
    also_in?.map(({ key }) => key) ?? [],
    any_of.map(sorted),
    band && sorted(band),
    threshold && sorted(threshold),
  ])
const sorted = (object: object): unknown =>
  Array.isArray(object)
    ? object.toSorted()
    : Object.entries(object)
        .map(([key, value]) => [key, value && typeof value === 'object' ? sorted(value as object) : value])
        .toSorted(([one], [other]) => String(one).localeCompare(String(other)))

/** Minutes are asked for, and no record that counts has any. */
const isOutOfReach = ({ threshold, any_of }: Definition): boolean =>
  threshold !== undefined &&
  threshold.or_a_grant === undefined &&
  !any_of.some(({ a }) => a === 'interaction' || a === 'attendance')

/** Why a definition cannot be changed so, in a sentence; undefined where it can. */
export function changeProblem(starter: Definition, change: DefinitionChange): string | undefined {
  if (frameworkOf(starter))
    return 'A funder says how this is counted: choose its version at the programme, or make it an indicator of your own'
  if (change.ways.length !== starter.any_of.length)
    return 'Reload the page: this figure is made of other records by now'
  if (!change.ways.some(({ counts }) => counts)) return 'Let something count: without any record there is no figure'
  const [wrong] = starter.any_of.flatMap((way, at) => {
    const asked = change.ways[at]
    return asked?.counts ? (wayProblem(way, asked, starter.counts) ?? []) : []
  })
  if (wrong) return wrong
  if (isOutOfReach(changed(starter, change, 0)))
    return 'Let an interaction or an event count, or a grant where one is enough: nothing else brings the support together that it takes'
  const { area, sme } = unitChoices(starter)
  if (change.in_area && !area)
    return 'Single records are counted here, whatever their district: choose the area where clients are counted'
  if (change.sme && !sme) return 'Only where businesses with a name are counted can their size be asked for'
  // What else a unit must count in is asked of one year: a first year "in which it qualifies" would not say which.
  if (change.once_per === 'ever' && starter.also_in && change.also !== false)
    return 'Whether each counts in another figure too is asked year by year: let each count once in each year, or leave the other figure out'
  const { minutes_at_least: least, minutes_below: below } = change
  if (starter.band && (least ?? 0) < 1) return 'Write from how many minutes a business counts'
  if (starter.band && least !== null && below !== null && least >= below)
    return `Write fewer minutes to begin with than the ${below} where it ends`
  return undefined
}

type Versioned = { starter: Definition; change: DefinitionChange }

/**
 * Bands exclude each other: what changes where one begins moves the end of the one below it, and what changes where it
 * ends moves the beginning of the one above. They read the same records, so the records change for all of them.
 */
export function neighbourChanges(
  { starter, change, was }: Versioned & { was: DefinitionChange },
  others: readonly Versioned[],
): { key: string; change: DefinitionChange }[] {
  // An indicator of the hub's own stands by itself: none of the others ends where it begins.
  if (!starter.band || starter.pack === 'own') return []
  return others.flatMap((other) => {
    if (!other.starter.band || other.starter.key === starter.key || other.starter.pack !== starter.pack) return []
    const next: DefinitionChange = {
      ...other.change,
      ways: change.ways,
      in_area: change.in_area,
      sme: change.sme,
      by_diagnostic: other.change.by_diagnostic === null ? null : (change.by_diagnostic ?? other.change.by_diagnostic),
      minutes_below:
        other.change.minutes_below === was.minutes_at_least ? change.minutes_at_least : other.change.minutes_below,
      minutes_at_least:
        was.minutes_below !== null && other.change.minutes_at_least === was.minutes_below
          ? change.minutes_below
          : other.change.minutes_at_least,
    }
    const is_same = countTheSame(changed(other.starter, next, 0), changed(other.starter, other.change, 0))
    return is_same ? [] : [{ key: other.starter.key, change: next }]
  })
}
