import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import {
  type DefinitionChange,
  changeProblem,
  changed,
  countTheSame,
  oncePerChoices,
  unchanged,
} from '@hubline/domain/indicators/change-definition.ts'
import { type Definition, frameworkOf } from '@hubline/domain/indicators/definition.ts'
import { ownStarter } from '@hubline/domain/indicators/own-indicator.ts'
import { wayChoices } from '@hubline/domain/indicators/way-choices.ts'

/** A figure as Hubline brings it, and as it is with one part said differently: under a key of its own. */
export type SaidDifferently = { part: string; now: Definition; next: Definition; change: DefinitionChange }

type WayChange = DefinitionChange['ways'][number]

/** Another half of the words: some of those that count go, some that do not come. */
function otherWords(words: readonly string[], counting: readonly string[] | null): string[] {
  const others = words.filter((word) => !counting?.includes(word))
  return [...(counting ?? []).slice(1), ...others.slice(0, Math.ceil(others.length / 2))]
}

function ofWay(way: WayChange, { days, lists, facts }: ReturnType<typeof wayChoices>): [string, WayChange][] {
  const isAsked = (name: string) => way.facts.includes(name)
  return [
    ...days.map(({ day: dated }): [string, WayChange] => [dated, { ...way, dated }]),
    ...lists.map(({ field, words }): [string, WayChange] => [
      field,
      { ...way, lists: { ...way.lists, [field]: otherWords(words, way.lists[field] ?? null) } },
    ]),
    ...facts.map(({ name }): [string, WayChange] => [
      `only ${name}`,
      { ...way, facts: isAsked(name) ? way.facts.filter((one) => one !== name) : [...way.facts, name] },
    ]),
  ]
}

function ofFigure(now: Definition): [string, DefinitionChange][] {
  const was = unchanged(now)
  const ofUnits: [string, DefinitionChange][] = [
    ['area', { ...was, in_area: !was.in_area }],
    ['size', { ...was, sme: true }],
    ...oncePerChoices(now).map((once_per): [string, DefinitionChange] => [once_per, { ...was, once_per }]),
    ...(was.also === null ? [] : [['also', { ...was, also: false }] as [string, DefinitionChange]]),
    ...(was.apart === null ? [] : [['apart', { ...was, apart: false }] as [string, DefinitionChange]]),
    ...(was.by_diagnostic === null
      ? []
      : [['diagnostic', { ...was, by_diagnostic: false }] as [string, DefinitionChange]]),
  ]
  const ofWays = was.ways.flatMap((way, at) =>
    ofWay(way, wayChoices(now.any_of[at]!, now.counts)).map(([part, other]): [string, DefinitionChange] => [
      `${now.any_of[at]!.a} ${part}`,
      { ...was, ways: was.ways.map((one, place) => (place === at ? other : one)) },
    ]),
  )
  return [...ofUnits, ...ofWays]
}

/** A funder's definition is changed in a copy only. */
const starterOf = (now: Definition): Definition =>
  frameworkOf(now) ? ownStarter(now, { key: `own.${now.key}`, title: `Our ${now.title}` }) : now

/** Every part of every kind of record that a manager can change, each once, at a figure that has it. */
export function everyPart(): SaidDifferently[] {
  const found = new Map<string, SaidDifferently>()
  const few = CATALOGUE.toSorted((one, other) => one.any_of.length - other.any_of.length)
  for (const now of few.toSorted((one, other) => Number(!!frameworkOf(one)) - Number(!!frameworkOf(other)))) {
    const starter = starterOf(now)
    for (const [part, change] of ofFigure(starter)) {
      const next = changed(starter, change, 2)
      const isOther = !countTheSame(starter, next)
      if (!found.has(part) && isOther && changeProblem(starter, change) === undefined)
        found.set(part, { part, now, change, next: { ...next, key: `own.${found.size}` } })
    }
  }
  return [...found.values()]
}
