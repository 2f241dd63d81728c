import { LEAST_BEHIND, type Look, type Sum, heldBack } from '../held-back.ts'

/** Who stands behind a number of a table: the businesses, and those of them that said how many people they mean. */
export type Behind = { businesses: ReadonlySet<string>; said_people: ReadonlySet<string> }

/** One to four businesses, or one to four that said how many people they mean. */
const BY_BUSINESSES: Look<Behind> = {
  areFew: (behind) => {
    const few = (sets: readonly ReadonlySet<string>[]) => {
      const all = new Set(sets.flatMap((one) => [...one]))
      return all.size > 0 && all.size < LEAST_BEHIND
    }
    return few(behind.map(({ businesses }) => businesses)) || few(behind.map(({ said_people }) => said_people))
  },
  size: ({ businesses }) => businesses.size,
}

/** The numbers of what businesses need that are held back: all tables together (decision 0022). */
export const demandHeldBack = (numbers: ReadonlyMap<string, Behind>, sums: readonly Sum[]): ReadonlySet<string> =>
  heldBack(numbers, sums, BY_BUSINESSES)
