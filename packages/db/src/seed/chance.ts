/** Choices that look like chance and are the same every time: the demonstration hub is one and the same everywhere. */
export type Chance = {
  /** True this often: 0.2 is once in five. */
  often: (share: number) => boolean
  /** A whole number, both ends included. */
  between: (least: number, most: number) => number
  /** A number from 0 up to, not including, 1. */
  part: () => number
  one: <T>(values: readonly T[]) => T
  /** One of several, each as often as its weight says. */
  weighted: <T>(values: readonly (readonly [T, number])[]) => T
  /** So many of them, each once, in no order. */
  some: <T>(values: readonly T[], many: number) => T[]
}

/** Choices that follow from a number alone. */
export function chanceOf(seed: number): Chance {
  let state = seed | 0
  const part = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (least: number, most: number) => least + Math.floor(part() * (most - least + 1))
  const at = <T>(values: readonly T[], index: number): T => {
    if (index >= values.length) throw new Error('Nothing to choose from')
    return values[index] as T
  }
  return {
    part,
    between,
    often: (share) => part() < share,
    one: (values) => at(values, between(0, values.length - 1)),
    weighted: (values) => {
      let left = part() * values.reduce((sum, [, weight]) => sum + weight, 0)
      const found = values.find(([, weight]) => (left -= weight) < 0) ?? at(values, values.length - 1)
      return found[0]
    },
    some: (values, many) => {
      const rest = [...values]
      const most = Math.min(many, rest.length)
      for (let i = 0; i < most; i++) {
        const other = between(i, rest.length - 1)
        const kept = at(rest, i)
        rest[i] = at(rest, other)
        rest[other] = kept
      }
      return rest.slice(0, most)
    },
  }
}
