import { array, assert, boolean, nat, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Sum } from '../held-back.ts'
import { type Behind, demandHeldBack } from './protect-cells.ts'

/** So many businesses, each of which said how many people. */
const behind = (many: number, first = 0): Behind => {
  const ids = new Set(Array.from({ length: many }, (_, at) => `b${first + at}`))
  return { businesses: ids, said_people: ids }
}
const together = (...parts: Behind[]): Behind => ({
  businesses: new Set(parts.flatMap(({ businesses }) => [...businesses])),
  said_people: new Set(parts.flatMap(({ said_people }) => [...said_people])),
})

function oneTable(...sizes: number[]): string[] {
  let first = 0
  const parts = sizes.map((size) => behind(size, (first += 100)))
  const numbers = new Map([
    ...parts.map((part, at) => [`part ${at}`, part] as const),
    ['whole', together(...parts)] as const,
  ])
  return [...demandHeldBack(numbers, [{ whole: 'whole', parts: parts.map((_, at) => `part ${at}`) }])].toSorted()
}

describe('of one table', () => {
  test('nothing is held back where every number has five businesses behind it', () => {
    expect(oneTable(5, 6, 20)).toEqual([])
  })

  test('one small number takes the next smallest with it, or subtraction would give it away', () => {
    expect(oneTable(3, 20, 6)).toEqual(['part 0', 'part 2'])
  })

  test('two small numbers that add up to fewer than five take a third with them', () => {
    expect(oneTable(1, 2, 9, 20)).toEqual(['part 0', 'part 1', 'part 2'])
  })

  test('two small numbers that add up to five or more stand for each other', () => {
    expect(oneTable(4, 3, 9, 20)).toEqual(['part 0', 'part 1'])
  })

  test('with too few businesses altogether is held back whole', () => {
    expect(oneTable(1, 2)).toEqual(['part 0', 'part 1', 'whole'])
  })

  test('whose numbers are one small and nothing else keeps its sum back, too', () => {
    expect(oneTable(4)).toEqual(['part 0', 'whole'])
  })
})

test('a number of people that only a few businesses named is held back, however many businesses there are', () => {
  const many = { businesses: behind(9).businesses, said_people: behind(1).said_people }

  expect([...demandHeldBack(new Map([['only', many]]), [])]).toEqual(['only'])
})

/** Needs of businesses in two dimensions, as the cells and sums of a table. */
function aTable(needs: readonly (readonly [business: number, row: number, column: number, said: boolean])[]) {
  const numbers = new Map<string, { businesses: Set<string>; said_people: Set<string> }>()
  const add = (name: string, business: number, said: boolean) => {
    const number = numbers.get(name) ?? { businesses: new Set<string>(), said_people: new Set<string>() }
    number.businesses.add(`b${business}`)
    if (said) number.said_people.add(`b${business}`)
    numbers.set(name, number)
  }
  for (const [business, row, column, said] of needs)
    for (const name of [`${row}|${column}`, `${row}|`, `|${column}`, '|']) add(name, business, said)
  const like = (pattern: RegExp) => [...numbers.keys()].filter((name) => pattern.test(name))
  const sums: Sum[] = [
    ...like(/^\d+\|$/).map((whole) => ({ whole, parts: like(new RegExp(`^${whole.slice(0, -1)}\\|\\d`)) })),
    ...like(/^\|\d+$/).map((whole) => ({ whole, parts: like(new RegExp(`^\\d+\\${whole}$`)) })),
    { whole: '|', parts: like(/^\d+\|$/) },
    { whole: '|', parts: like(/^\|\d+$/) },
  ]
  return { numbers, sums }
}

const needs = array(tuple(nat({ max: 30 }), nat({ max: 5 }), nat({ max: 5 }), boolean()), { maxLength: 120 })

describe('of any table', () => {
  test('every number that is shown has five businesses behind it', () => {
    assert(
      property(needs, (all) => {
        const { numbers, sums } = aTable(all)
        const held = demandHeldBack(numbers, sums)
        const shown = [...numbers].filter(([name]) => !held.has(name)).map(([, number]) => number)
        expect(shown.every(({ businesses }) => businesses.size >= 5)).toBe(true)
        expect(shown.every(({ said_people }) => said_people.size === 0 || said_people.size >= 5)).toBe(true)
      }),
    )
  })

  test('no number that is held back follows from the others, however they are added and subtracted', () => {
    assert(
      property(needs, (all) => {
        const { numbers, sums } = aTable(all)
        const held = demandHeldBack(numbers, sums)
        // Another table with every shown number the same exists for each number that is held back.
        for (const name of held) expect({ name, fixed: isFixed(name, held, sums) }).toEqual({ name, fixed: false })
      }),
      { numRuns: 60 },
    )
  })

  test('what is left of a sum never comes to fewer than five businesses', () => {
    assert(
      property(needs, (all) => {
        const { numbers, sums } = aTable(all)
        const held = demandHeldBack(numbers, sums)
        for (const { whole, parts } of sums) {
          if (held.has(whole)) continue
          const left = new Set(
            parts.filter((one) => held.has(one)).flatMap((one) => [...(numbers.get(one)?.businesses ?? [])]),
          )
          expect(left.size === 0 || left.size >= 5).toBe(true)
        }
      }),
    )
  })
})

/**
 * Whether a held number is the same in every table with these sums, by another way than the rule's own: exact fractions,
 * and the question whether "this number" lies among the combinations of the sums.
 */
function isFixed(name: string, held: ReadonlySet<string>, sums: readonly Sum[]): boolean {
  const names = [...held]
  const row = (sum: Sum) => names.map((one) => (sum.whole === one ? -1n : sum.parts.includes(one) ? 1n : 0n))
  const rank = (rows: bigint[][]): number => {
    let done = 0
    const all = rows.map((one) => [...one])
    for (let column = 0; column < names.length; column++) {
      const found = all.findIndex((one, at) => at >= done && one[column] !== 0n)
      if (found < 0) continue
      ;[all[done], all[found]] = [all[found] as bigint[], all[done] as bigint[]]
      const pivot = all[done] as bigint[]
      for (let at = done + 1; at < all.length; at++) {
        const one = all[at] as bigint[]
        const [times, scale] = [one[column] as bigint, pivot[column] as bigint]
        if (times !== 0n) all[at] = one.map((value, place) => value * scale - times * (pivot[place] as bigint))
      }
      done++
    }
    return done
  }
  const rows = sums.map(row)
  return rank(rows) === rank([...rows, names.map((one) => (one === name ? 1n : 0n))])
}
