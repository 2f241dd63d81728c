import { array, assert, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Behind, partsHeldBack } from './parts-held-back.ts'

/** So many units, each of somebody else. */
const of = (units: number): Behind => ({ units, behind: units, largest: null, second: null, whole: null })
/** Amounts of so many businesses. */
const amounts = (...each: number[]): Behind => {
  const [largest = 0, second = 0] = each.toSorted((one, other) => other - one)
  return { units: each.length, behind: each.length, largest, second, whole: each.reduce((sum, one) => sum + one, 0) }
}
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const allOf = (parts: readonly Behind[]): Behind => ({
  units: sum(parts.map(({ units }) => units)),
  behind: sum(parts.map(({ behind }) => behind)),
  largest: parts.some(({ largest }) => largest !== null) ? Math.max(...parts.map(({ largest }) => largest ?? 0)) : null,
  second: null,
  whole: parts.some(({ whole }) => whole !== null) ? sum(parts.map(({ whole }) => whole ?? 0)) : null,
})
const named = (parts: readonly Behind[]) => new Map(parts.map((part, at) => [String.fromCodePoint(97 + at), part]))

function held(parts: readonly Behind[], figure = allOf(parts)) {
  const { nothing_shown, held_back } = partsHeldBack(named(parts), figure)
  return nothing_shown ? 'nothing shown' : Object.fromEntries(held_back)
}

describe('of counted parts', () => {
  test.each([
    ['nothing is held back where five or more are behind each', [5, 6, 20], {}],
    ['one small part takes the next smallest with it', [3, 20, 6], { a: 'few', c: 'with_another' }],
    ['of two that are as large, it takes the one whose name comes first', [3, 6, 6], { a: 'few', b: 'with_another' }],
    ['two small parts of seven hide each other', [4, 3, 9, 20], { a: 'few', b: 'few' }],
    [
      'two small parts of five leave four for one of them at most, and take a third',
      [4, 1, 9, 20],
      { a: 'few', b: 'few', c: 'with_another' },
    ],
    [
      'eight parts of one are eight times one, whoever subtracts, and take a ninth',
      [1, 1, 1, 1, 1, 1, 1, 1, 9, 20],
      {
        ...Object.fromEntries([...'abcdefgh'].map((part) => [part, 'few'])),
        i: 'with_another',
      },
    ],
    ['where all are held back and are many, the figure gives nobody away', [4, 4], { a: 'few', b: 'few' }],
    ['a figure with fewer than five behind it is not split at all', [2, 2], 'nothing shown'],
    ['nor is one that is all in one small part', [4], 'nothing shown'],
    ['nor one whose parts are too few together', [4, 1], 'nothing shown'],
    ['a figure that is all in one large part is shown', [20], {}],
    ['a figure of nothing has nothing to hold back', [], {}],
  ])('%s', (_, sizes, expected) => {
    expect(held(sizes.map(of))).toEqual(expected)
  })

  test('many records of a few businesses are few', () => {
    expect(held([{ ...of(30), behind: 2 }, of(40), of(50)])).toEqual({ a: 'few', b: 'with_another' })
  })

  test('where somebody is in several parts, two small ones may be of the same few, and take a large one', () => {
    expect(held([4, 4, 9, 20].map(of), of(34))).toEqual({ a: 'few', b: 'few', c: 'with_another' })
  })
})

describe('of amounts that are added up', () => {
  const many = amounts(10, 10, 10, 10, 10, 10)
  const large = amounts(30, 30, 30, 30, 30, 30)

  test.each([
    ['one that makes 86 % of a part hides it', amounts(86, 4, 4, 3, 3), true],
    ['one that makes 85 % does not', amounts(85, 5, 4, 3, 3), false],
    ['two that make 91 % hide it, since each knows the own amount', amounts(50, 41, 3, 3, 3), true],
    ['two that make 90 % do not', amounts(50, 40, 4, 3, 3), false],
  ])('%s', (_, part, is_held) => {
    expect(held([part, many, large])).toEqual(is_held ? { a: 'made_by_one_or_two', b: 'with_another' } : {})
  })

  test('a part that would leave one amount all but bare does not do for hiding it', () => {
    expect(held([amounts(1000), many, large, large, large])).toEqual({
      a: 'few',
      b: 'with_another',
      c: 'with_another',
    })
  })
})

const several = array(
  nat({ max: 12 }).map((units) => of(units + 1)),
  { maxLength: 12 },
)

describe('whoever knows the figure and the parts that are shown', () => {
  test('cannot tell the number of a part that is held back, nor that it is under five', () => {
    assert(
      property(several, (parts) => {
        const { nothing_shown, held_back } = partsHeldBack(named(parts), allOf(parts))
        const shown = [...named(parts)].filter(([name]) => !held_back.has(name))
        expect(shown.every(([, { units }]) => units >= 5)).toBe(true)
        if (nothing_shown || held_back.size === 0) return
        const left = sum(parts.map(({ units }) => units)) - sum(shown.map(([, { units }]) => units))
        const [least, most] = bounds(left, held_back.size)
        expect(most).toBeGreaterThan(least)
        expect(most).toBeGreaterThanOrEqual(5)
      }),
    )
  })

  test('is told nothing of the parts only where the figure itself is too little to hide them in', () => {
    assert(
      property(several, (parts) => {
        const { nothing_shown } = partsHeldBack(named(parts), allOf(parts))
        const [least, most] = bounds(sum(parts.map(({ units }) => units)), parts.length)
        expect(!nothing_shown || most < 5 || most === least).toBe(true)
      }),
    )
  })

  test('finds no more by the order in which the parts stand', () => {
    assert(
      property(several, (parts) => {
        const all = named(parts)
        const [one, other] = [all, new Map([...all].toReversed())].map((each) => partsHeldBack(each, allOf(parts)))
        expect([...(one?.held_back ?? [])].toSorted()).toEqual([...(other?.held_back ?? [])].toSorted())
      }),
    )
  })

  test('of money, is left with no part and no group of parts that one amount makes', () => {
    const money = array(array(nat({ max: 1000 }), { minLength: 1, maxLength: 9 }), { maxLength: 8 })
    assert(
      property(money, (all) => {
        const parts = all.map((each) => amounts(...each))
        const { nothing_shown, held_back } = partsHeldBack(named(parts), { ...allOf(parts), second: 0 })
        if (nothing_shown || held_back.size === 0) return
        const hidden = all.filter((_, at) => held_back.has(String.fromCodePoint(97 + at))).flat()
        expect(Math.max(...hidden)).toBeLessThanOrEqual(sum(hidden) * 0.85)
        const shown = all.filter((_, at) => !held_back.has(String.fromCodePoint(97 + at)))
        expect(shown.every((each) => each.length >= 5 && Math.max(...each) <= sum(each) * 0.85)).toBe(true)
      }),
    )
  })
})

/** What a part can be at least and at most, of so many that make a number together and have a unit each. */
const bounds = (together: number, many: number): [least: number, most: number] =>
  many === 1 ? [together, together] : [1, together - (many - 1)]
