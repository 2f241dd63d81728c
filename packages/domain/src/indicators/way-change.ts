import { z } from 'zod'
import { EVIDENCE_LEVELS } from '../imports/bundle-file.ts'
import type { Counts } from './definition.ts'
import { factsAsked, waysFacts } from './facts.ts'
import { LANGUAGE, type Way } from './language.ts'
import { orList, say } from './said.ts'
import { type ListChoice, neverHas, wayChoices } from './way-choices.ts'

const WHOLE = 'Write whole minutes, like 180'
export const minutes = z.int(WHOLE).min(0, WHOLE).max(100_000, 'Write at most 100,000 minutes')

const word = z.string().max(40, 'Reload the page and try again')

/** What can be changed of one way in which a unit can come to count; null where it is not asked of such a record. */
export const WayChange = z.object({
  counts: z.boolean(),
  /** The day that decides. */
  dated: word,
  /** Of each list the words that count; null where any does. */
  lists: z.record(word, z.array(word).max(40, 'Reload the page and try again').nullable()),
  /** The yes/no rules that it must pass, by their names. */
  facts: z.array(word).max(40, 'Reload the page and try again'),
  minutes: minutes.nullable(),
  evidence: z.enum(EVIDENCE_LEVELS, 'Choose a level of evidence').nullable(),
})
export type WayChange = z.output<typeof WayChange>

type Lists = Readonly<Record<string, readonly string[] | undefined>>
const hasMinutes = (way: Way) => (LANGUAGE[way.a].numbers as readonly string[]).includes('minutes')
const minutesOf = (way: Way) => ('minutes' in (way.at_least ?? {}) ? (way.at_least as { minutes: number }).minutes : 0)

/** The words of a list that count by a way; null where any does. */
function standing(way: Way, { field, words }: ListChoice): readonly string[] | null {
  const [is, is_not] = [way.is as Lists | undefined, way.is_not as Lists | undefined]
  if (is?.[field]) return is[field]
  return is_not?.[field] ? words.filter((one) => !is_not[field]?.includes(one)) : null
}

/** A way as the form is filled with it: nothing changed yet. */
export function unchangedWay(way: Way, counts: Counts): WayChange {
  const { lists, facts } = wayChoices(way, counts)
  const asked = factsAsked(way)
  return {
    counts: true,
    dated: way.dated,
    lists: Object.fromEntries(
      lists.map((list) => {
        const words = standing(way, list)
        return [list.field, words && list.words.filter((one) => words.includes(one))]
      }),
    ),
    facts: facts.flatMap(({ name }) => (asked.includes(name) ? [name] : [])),
    minutes: hasMinutes(way) ? minutesOf(way) : null,
    evidence: way.evidence ?? null,
  }
}

const isSameSet = (one: readonly string[] | null, other: readonly string[] | null) =>
  one === null || other === null
    ? one === other
    : one.length === other.length && one.every((each) => other.includes(each))

/** What a record is, not how far it came: always said by what counts, so that others are of another sort. */
const isSort = ({ field, open }: ListChoice) => open || !['status', 'state', 'event_status'].includes(field)

/** A list as a rule: by what counts or by what does not, whichever is shorter to say. */
function listRule(way: Way, list: ListChoice, asked: readonly string[] | null): { is?: string[]; is_not?: string[] } {
  const counting = asked && list.words.filter((one) => asked.includes(one))
  const others = list.words.filter((one) => !asked?.includes(one))
  if (!counting || (others.length === 0 && !list.open && list.any)) return {}
  const said = (way.is_not as Lists | undefined)?.[list.field] !== undefined
  const isShorter = others.length < counting.length || (said && others.length === counting.length)
  return isShorter && !isSort(list) ? { is_not: others } : { is: counting }
}

function changedLists(way: Way, lists: readonly ListChoice[], asked: WayChange): { is: Lists; is_not: Lists } {
  const [is, is_not] = [{ ...(way.is as Lists) }, { ...(way.is_not as Lists) }]
  for (const list of lists) {
    const now = asked.lists[list.field] ?? null
    if (isSameSet(now, standing(way, list))) continue
    delete is[list.field]
    delete is_not[list.field]
    const rule = listRule(way, list, now)
    if (rule.is) is[list.field] = rule.is
    if (rule.is_not) is_not[list.field] = rule.is_not
  }
  return { is, is_not }
}

function changedLeast(way: Way, least: number | null): object | undefined {
  if (!hasMinutes(way) || least === null) return way.at_least
  const { minutes: _, ...others } = (way.at_least ?? {}) as Record<string, number>
  const all = { ...others, ...(least > 0 ? { minutes: least } : {}) }
  return Object.keys(all).length > 0 ? all : undefined
}

/** The way as it is changed: what is not asked of such a record stays as it is. */
export function changedWay(way: Way, asked: WayChange, counts: Counts): Way {
  const choices = wayChoices(way, counts)
  const offered = choices.facts.map(({ name }) => name)
  const stays = factsAsked(way).filter((name) => !offered.includes(name) || asked.facts.includes(name))
  const facts = [...stays, ...offered.filter((name) => asked.facts.includes(name) && !stays.includes(name))]
  const { is, is_not } = changedLists(way, choices.lists, asked)
  const at_least = changedLeast(way, asked.minutes)
  const evidence = choices.has_evidence ? asked.evidence : null
  const { blank_or_at_least, of_programme } = way
  return {
    a: way.a,
    dated: asked.dated,
    ...(Object.keys(is).length > 0 ? { is } : {}),
    ...(Object.keys(is_not).length > 0 ? { is_not } : {}),
    ...(at_least ? { at_least } : {}),
    ...(blank_or_at_least ? { blank_or_at_least } : {}),
    ...(of_programme ? { of_programme } : {}),
    ...waysFacts(way.a, facts),
    ...(evidence === null ? {} : { evidence }),
  } as Way
}

/** Why a way cannot be changed so, in a sentence; undefined where it can. */
export function wayProblem(way: Way, asked: WayChange, counts: Counts): string | undefined {
  const choices = wayChoices(way, counts)
  const { noun } = LANGUAGE[way.a]
  const isKnown =
    choices.days.some(({ day }) => day === asked.dated) &&
    asked.facts.every((name) => choices.facts.some((fact) => fact.name === name)) &&
    choices.lists.every(({ field, words, any }) => {
      const counting = asked.lists[field] ?? null
      return counting === null ? any : counting.every((one) => words.includes(one))
    }) &&
    Object.keys(asked.lists).every((field) => choices.lists.some((list) => list.field === field))
  if (!isKnown) return 'Reload the page: this figure is made of other records by now'
  const empty = choices.lists.find(({ field }) => asked.lists[field]?.length === 0)
  if (empty)
    return `Choose a ${empty.label.charAt(0).toLowerCase()}${empty.label.slice(1)} of ${noun} that counts, or leave it out`
  const dates: Readonly<Record<string, string>> = LANGUAGE[way.a].dates
  for (const day of [asked.dated, ...asked.facts]) {
    const statuses = neverHas(way, day, asked.lists)
    if (statuses.length > 0)
      return `${noun.charAt(0).toUpperCase()}${noun.slice(1)} that is “${orList(statuses.map(say))}” has no day on which it ${dates[day]}: choose another status, or another day`
  }
  return undefined
}
