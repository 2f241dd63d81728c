import { LEAST_BEHIND, type Look, heldBack } from '../held-back.ts'

/** Who is behind a figure or a part of it. */
export type Behind = {
  /** How many units it has. */
  units: number
  /** How many businesses, people or projects these are of. */
  behind: number
  /** Where something is added up, what the two of them add that add most, and all of them; else null. */
  largest: number | null
  second: number | null
  whole: number | null
}

/** Why a part is not published: few are behind it, one or two of them make it, or another part would follow from it. */
export type WhyHeldBack = 'few' | 'made_by_one_or_two' | 'with_another'

export type PartsHeldBack = {
  /** Not even which parts there are is published: they could not be protected from the figure itself. */
  nothing_shown: boolean
  /** By the part. Those that are not here are shown. */
  held_back: ReadonlyMap<string, WhyHeldBack>
}

/** More of a sum than this is all but the amount of the one who adds most, or of the two (decision 0053). */
const MADE_BY_ONE = 0.85
const MADE_BY_TWO = 0.9

const isFew = ({ behind }: Behind): boolean => behind < LEAST_BEHIND

/** Whether it is all but one amount, or two: the other two know one of these, and so each other's. */
function isMadeByOneOrTwo(numbers: readonly Behind[]): boolean {
  const sum = (of: (number: Behind) => number | null) => numbers.reduce((total, number) => total + (of(number) ?? 0), 0)
  const [whole, largest, second] = [
    sum((number) => number.whole),
    sum((number) => number.largest),
    sum((number) => number.second),
  ]
  return whole > 0 && (largest > whole * MADE_BY_ONE || largest + second > whole * MADE_BY_TWO)
}

/**
 * How parts of one figure are looked at. Parts that are held back together have one unit each at least, which anybody
 * knows: what is left for the largest of them must not be fewer than five.
 */
const look = (parts_are_apart: boolean): Look<Behind> => ({
  areFew: (numbers) => {
    if (isMadeByOneOrTwo(numbers)) return true
    const each = numbers.map(({ behind }) => behind)
    const together = parts_are_apart ? each.reduce((sum, one) => sum + one, 0) : Math.max(...each)
    return numbers.length > 0 && together - (parts_are_apart ? each.length - 1 : 0) < LEAST_BEHIND
  },
  size: ({ whole, units }) => whole ?? units,
})

/** The figure among its parts, which all have a name. */
const FIGURE = ''

/**
 * Which parts of a figure are held back where it is published split by one dimension, beside the figure itself. `parts`
 * are those that have a unit, by name; every unit is in one of them at least. Where somebody is in several parts, these
 * are protected as if they added up, and nobody is counted on twice.
 */
export function partsHeldBack(parts: ReadonlyMap<string, Behind>, figure: Behind): PartsHeldBack {
  const behind = [...parts.values()].reduce((sum, part) => sum + part.behind, 0)
  const numbers = new Map([...parts, [FIGURE, figure] as const])
  const held = heldBack(numbers, [{ whole: FIGURE, parts: [...parts.keys()] }], look(behind === figure.behind))
  const nothing_shown = parts.size > 0 && held.has(FIGURE)
  return {
    nothing_shown,
    held_back: new Map(
      [...parts].flatMap(([name, part]) => (nothing_shown || held.has(name) ? [[name, whyOf(part)] as const] : [])),
    ),
  }
}

function whyOf(part: Behind): WhyHeldBack {
  if (isFew(part)) return 'few'
  return isMadeByOneOrTwo([part]) ? 'made_by_one_or_two' : 'with_another'
}
