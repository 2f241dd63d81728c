/** Fewer businesses than this are not shown. */
export const LEAST_BUSINESSES = 5

/** Who stands behind a number of a table: the businesses, and those of them that said how many people they mean. */
export type Behind = { businesses: ReadonlySet<string>; said_people: ReadonlySet<string> }

/** A number that is the sum of others, each by its name. Numbers that are nought have no name: everybody may know those. */
export type Sum = { whole: string; parts: readonly string[] }

/**
 * The numbers of published tables that are held back, so that nobody can be recognised: those with one to four businesses
 * behind them, and as many more as it takes that none of these can be worked out from the sums of the tables, alone or
 * together with others that add up to fewer than five. The smallest go first; a sum goes after its parts.
 */
export function heldBack(numbers: ReadonlyMap<string, Behind>, sums: readonly Sum[]): ReadonlySet<string> {
  const held = new Set([...numbers].filter(([, behind]) => isSmall([behind])).map(([name]) => name))
  for (let before = -1; before < held.size;) {
    before = held.size
    for (const sum of sums) if (givesAway(sum, held, numbers)) holdOneMore(sum, held, numbers)
    if (held.size > before) continue
    for (const name of workedOut(held, sums))
      for (const sum of sums) if (namesOf(sum).includes(name) && holdOneMore(sum, held, numbers)) break
  }
  return held
}

const namesOf = ({ whole, parts }: Sum): string[] => [...parts, whole]

/** One to four businesses, or one to four that said how many people they mean. */
function isSmall(behind: readonly Behind[]): boolean {
  const few = (sets: readonly ReadonlySet<string>[]) => {
    const all = new Set(sets.flatMap((one) => [...one]))
    return all.size > 0 && all.size < LEAST_BUSINESSES
  }
  return few(behind.map(({ businesses }) => businesses)) || few(behind.map(({ said_people }) => said_people))
}

/** Whether what is held back of one sum can be worked out by subtraction, or comes to too few businesses together. */
function givesAway({ whole, parts }: Sum, held: ReadonlySet<string>, numbers: ReadonlyMap<string, Behind>): boolean {
  const hidden = parts.filter((part) => held.has(part))
  if (held.has(whole)) return hidden.length === 0 && parts.length > 0
  return hidden.length > 0 && (hidden.length === 1 || isSmall(hidden.flatMap((part) => numbers.get(part) ?? [])))
}

/** Holds back the smallest number of a sum that still stands. Gives whether there was one. */
function holdOneMore(sum: Sum, held: Set<string>, numbers: ReadonlyMap<string, Behind>): boolean {
  const size = (name: string) => numbers.get(name)?.businesses.size ?? 0
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
