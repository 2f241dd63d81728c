import { z } from 'zod'
import { requiredDay, requiredText, sent } from '../fields.ts'
import { EVIDENCE_LEVELS } from '../imports/bundle-file.ts'
import { INTERACTION_KINDS, type InteractionKind } from '../interactions/interactions-file.ts'
import { parseYear } from '../years/year.ts'
import { type Band, type Counts, type Definition, frameworkOf } from './definition.ts'
import { LANGUAGE, type Way } from './language.ts'

/** How often a unit may count: each year, ever, or for each wave of a survey. */
const ONCE_PER = ['year', 'ever', 'wave'] as const
type OncePer = (typeof ONCE_PER)[number]

const WHOLE = 'Write whole minutes, like 180'
const minutes = z.int(WHOLE).min(0, WHOLE).max(100_000, 'Write at most 100,000 minutes')

/** What can be changed of one way in which a unit can come to count; null where it is not asked of such a record. */
const WayChange = z.object({
  counts: z.boolean(),
  kinds: z.array(z.enum(INTERACTION_KINDS, 'Choose kinds of interaction')).max(INTERACTION_KINDS.length).nullable(),
  minutes: minutes.nullable(),
  evidence: z.enum(EVIDENCE_LEVELS, 'Choose a level of evidence').nullable(),
})

/** What a manager can say differently: always of the definition that Hubline brings, way by way in its order. */
export const DefinitionChange = z.object({
  ways: z.array(WayChange).min(1, 'Reload the page and try again').max(30, 'Reload the page and try again'),
  in_area: z.boolean(),
  once_per: z.enum(ONCE_PER, 'Choose how often each counts'),
  minutes_at_least: minutes.nullable(),
  minutes_below: minutes.nullable(),
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
})

const isInteraction = (way: Way) => way.a === 'interaction'
const hasMinutes = (way: Way) => (LANGUAGE[way.a].numbers as readonly string[]).includes('minutes')
const minutesOf = (way: Way) => ('minutes' in (way.at_least ?? {}) ? (way.at_least as { minutes: number }).minutes : 0)
const kindsOf = (way: Way) => (way.a === 'interaction' ? (way.is?.kind ?? INTERACTION_KINDS) : null)

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

/** A definition as the form is filled with it: nothing changed yet. */
export function unchanged(definition: Definition): DefinitionChange {
  return {
    ways: definition.any_of.map((way) => ({
      counts: true,
      kinds: kindsOf(way) === null ? null : [...(kindsOf(way) ?? [])],
      minutes: hasMinutes(way) ? minutesOf(way) : null,
      evidence: way.evidence ?? null,
    })),
    in_area: definition.in_area ?? false,
    once_per: oncePer(definition),
    minutes_at_least: definition.band?.minutes_at_least ?? null,
    minutes_below: definition.band?.minutes_below ?? null,
  }
}

/** The way as it is changed: what is not asked of such a record stays as it is. */
function changedWay(way: Way, asked: DefinitionChange['ways'][number]): Way {
  const { evidence: _, is: __, at_least: ___, ...rest } = way
  const is = changedKinds(way, asked.kinds)
  const at_least = changedLeast(way, asked.minutes)
  const evidence = LANGUAGE[way.a].evidence ? asked.evidence : null
  return {
    ...rest,
    ...(is ? { is } : {}),
    ...(at_least ? { at_least } : {}),
    ...(evidence === null ? {} : { evidence }),
  } as Way
}

function changedKinds(way: Way, kinds: readonly InteractionKind[] | null): Way['is'] {
  if (way.a !== 'interaction' || !kinds) return way.is
  const standing = way.is?.kind ?? INTERACTION_KINDS
  const added = INTERACTION_KINDS.filter((kind) => !standing.includes(kind))
  const kept = [...standing, ...added].filter((kind) => kinds.includes(kind))
  return kept.length === INTERACTION_KINDS.length && !way.is?.kind ? way.is : { ...way.is, kind: kept }
}

function changedLeast(way: Way, least: number | null): object | undefined {
  if (!hasMinutes(way) || least === null) return way.at_least
  const { minutes: _, ...others } = (way.at_least ?? {}) as Record<string, number>
  const all = { ...others, ...(least > 0 ? { minutes: least } : {}) }
  return Object.keys(all).length > 0 ? all : undefined
}

function changedBand(band: Band, { minutes_at_least, minutes_below }: DefinitionChange): Band {
  const { minutes_below: _, ...rest } = band
  return {
    ...rest,
    minutes_at_least: minutes_at_least ?? band.minutes_at_least,
    ...(band.minutes_below === undefined ? {} : { minutes_below: minutes_below ?? band.minutes_below }),
  }
}

/** The definition that Hubline brings, said differently, as the hub's own version. */
export function changed(starter: Definition, change: DefinitionChange, version: number): Definition {
  const { in_area: _, band, ...rest } = starter
  const counts = waysToCount(starter)[change.once_per] ?? starter.counts
  return {
    ...rest,
    version,
    counts,
    ...(change.in_area ? { in_area: true as const } : {}),
    any_of: starter.any_of.flatMap((way, at) => {
      const asked = change.ways[at]
      return asked?.counts ? [changedWay(way, asked)] : []
    }),
    ...(band ? { band: changedBand(band, change) } : {}),
  }
}

/** Whether two definitions count the same, whatever their versions. */
export const countTheSame = (one: Definition, other: Definition): boolean => contentOf(one) === contentOf(other)
const contentOf = ({ counts, in_area, any_of, band }: Definition) =>
  JSON.stringify([counts, in_area ?? false, any_of.map(sorted), band && sorted(band)])
const sorted = (object: object): unknown =>
  Array.isArray(object)
    ? object.toSorted()
    : Object.entries(object)
        .map(([key, value]) => [key, value && typeof value === 'object' ? sorted(value as object) : value])
        .toSorted(([one], [other]) => String(one).localeCompare(String(other)))

/** Why a definition cannot be changed so, in a sentence; undefined where it can. */
export function changeProblem(starter: Definition, change: DefinitionChange): string | undefined {
  if (frameworkOf(starter)) return 'A funder says how this is counted: choose its version at the programme'
  if (change.ways.length !== starter.any_of.length)
    return 'Reload the page: this figure is made of other records by now'
  if (!change.ways.some(({ counts }) => counts)) return 'Let something count: without any record there is no figure'
  const empty = starter.any_of.some(
    (way, at) => isInteraction(way) && change.ways[at]?.counts && change.ways[at].kinds?.length === 0,
  )
  if (empty) return 'Choose a kind of interaction, or leave interactions out'
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
  if (!starter.band) return []
  return others.flatMap((other) => {
    if (!other.starter.band || other.starter.key === starter.key || other.starter.pack !== starter.pack) return []
    const next: DefinitionChange = {
      ...other.change,
      ways: change.ways,
      in_area: change.in_area,
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
