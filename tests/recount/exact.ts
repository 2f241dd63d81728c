/** Sums of decimal numbers and of quotients, without a rounding anywhere but at the end. */

/** A quotient of two whole numbers; `over` is above 0. */
export type Fraction = { readonly part: bigint; readonly over: bigint }

export const NOTHING: Fraction = { part: 0n, over: 1n }

/** The number that a decimal text such as `37.5` writes. */
export function fractionOf(text: string): Fraction {
  const [whole = '0', places = ''] = text.split('.')
  return { part: BigInt(whole + places), over: 10n ** BigInt(places.length) }
}

const commonDivisor = (one: bigint, other: bigint): bigint => (other === 0n ? one : commonDivisor(other, one % other))

/** In lowest terms, so that a long sum stays short. */
export function plus(one: Fraction, other: Fraction): Fraction {
  const part = one.part * other.over + other.part * one.over
  const over = one.over * other.over
  const divisor = commonDivisor(part, over)
  return { part: part / divisor, over: over / divisor }
}

export const dividedBy = (one: Fraction, other: Fraction): Fraction => ({
  part: one.part * other.over,
  over: one.over * other.part,
})

/** The smaller of the two. */
export const least = (one: Fraction, other: Fraction): Fraction =>
  one.part * other.over <= other.part * one.over ? one : other

/** Two decimals, half up: 0.125 gives `0.13`. */
export function twoDecimals({ part, over }: Fraction): string {
  const hundredths = (part * 200n + over) / (over * 2n)
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`
}
