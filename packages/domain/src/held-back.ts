/** Behind a number that is published stand so many at least, or it is held back. */
export const LEAST_BEHIND = 5

/** A number that is the sum of others, each by its name. Numbers that are nought have no name: everybody may know those. */
export type Sum = { whole: string; parts: readonly string[] }

/** How numbers are looked at, whatever is counted or added up in them. */
export type Look<N> = {
  /** Whether those behind these numbers could be recognised if the numbers were known as one. */
  areFew: (numbers: readonly N[]) => boolean
  size: (number: N) => number
}

/**
 * The numbers of published tables that are held back, so that nobody can be recognised: those with too few behind them,
 * and as many more as it takes that none of these can be worked out from the sums of the tables, alone or together with
 * others that are too few still. The smallest go first, those of one size by name; a sum goes after its parts.
 */
export function heldBack<N>(numbers: ReadonlyMap<string, N>, sums: readonly Sum[], look: Look<N>): ReadonlySet<string> {
  const held = new Set([...numbers].filter(([, number]) => look.areFew([number])).map(([name]) => name))
  for (let before = -1; before < held.size;) {
    before = held.size
    for (const sum of sums) if (givesAway(sum, held, numbers, look)) holdOneMore(sum, held, numbers, look)
    if (held.size > before) continue
    for (const name of workedOut(held, sums))
      for (const sum of sums) if (namesOf(sum).includes(name) && holdOneMore(sum, held, numbers, look)) break
  }
  return held
}

const namesOf = ({ whole, parts }: Sum): string[] => [...parts, whole]

/** Whether what is held back of one sum can be worked out by subtraction, or is too few together. */
function givesAway<N>(
  { whole, parts }: Sum,
  held: ReadonlySet<string>,
  numbers: ReadonlyMap<string, N>,
  { areFew }: Look<N>,
): boolean {
  const hidden = parts.filter((part) => held.has(part))
  if (held.has(whole)) return hidden.length === 0 && parts.length > 0
  return hidden.length > 0 && (hidden.length === 1 || areFew(hidden.flatMap((part) => numbers.get(part) ?? [])))
}

/** Holds back the smallest number of a sum that still stands. Gives whether there was one. */
function holdOneMore<N>(sum: Sum, held: Set<string>, numbers: ReadonlyMap<string, N>, look: Look<N>): boolean {
  const size = (name: string) => {
    const number = numbers.get(name)
    return number === undefined ? 0 : look.size(number)
  }
  const shown = sum.parts.filter((part) => !held.has(part)).toSorted((a, b) => size(a) - size(b) || (a < b ? -1 : 1))
  const next = shown[0] ?? (held.has(sum.whole) ? undefined : sum.whole)
  if (next !== undefined) held.add(next)
  return next !== undefined
}

const NOTHING = 1e-9

/** What is held back and yet follows from the sums taken together, by elimination. */
function workedOut(held: ReadonlySet<string>, sums: readonly Sum[]): string[] {
  const names = [...held]
  const at = new Map(names.map((name, index) => [name, index]))
  const rows = sums.flatMap((sum) => {
    const row = Array.from({ length: names.length }, () => 0)
    for (const part of sum.parts) if (at.has(part)) row[at.get(part) as number] = 1
    if (at.has(sum.whole)) row[at.get(sum.whole) as number] = -1
    return row.some((value) => value !== 0) ? [row] : []
  })
  return reduced(rows, names.length).flatMap((row) => {
    const left = row.flatMap((value, index) => (Math.abs(value) > NOTHING ? [index] : []))
    return left.length === 1 ? [names[left[0] as number] as string] : []
  })
}

/** Gauss and Jordan: each row begins where no other has anything. */
function reduced(rows: number[][], width: number): number[][] {
  let done = 0
  for (let column = 0; column < width && done < rows.length; column++) {
    const found = rows.findIndex((row, index) => index >= done && Math.abs(row[column] as number) > NOTHING)
    const pivot = rows[found]
    if (!pivot) continue
    rows[found] = rows[done] as number[]
    const scale = pivot[column] as number
    const scaled = pivot.map((value) => value / scale)
    rows[done] = scaled
    rows.forEach((row, index) => {
      const times = row[column] as number
      if (index !== done && Math.abs(times) > NOTHING)
        rows[index] = row.map((value, place) => value - times * (scaled[place] as number))
    })
    done++
  }
  return rows
}
