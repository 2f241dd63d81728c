/** The round numbers at which a chart from zero has its lines: at most `lines` above zero, the last at or above `most`. */
export function ticks(most: number, lines = 4): number[] {
  const top = Math.max(most, 1)
  const rough = top / lines
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(
    1,
    [1, 2, 2.5, 5, 10].map((part) => part * power).find((size) => size >= rough - 1e-9) ?? 10 * power,
  )
  const whole = Number.isInteger(step) ? step : Math.ceil(step)
  return Array.from({ length: Math.ceil(top / whole - 1e-9) + 1 }, (_, at) => at * whole)
}

export type Box = { width: number; height: number; left: number; right: number; top: number; bottom: number }

/** From months (0 to 12) and values to places on the drawing. */
export function scaleOf({ width, height, left, right, top, bottom }: Box, most: number) {
  const across = width - left - right
  const up = height - top - bottom
  return {
    x: (months: number) => left + (months / 12) * across,
    y: (value: number) => top + up - (value / most) * up,
  }
}

/** A line through places, rounded to tenths of a pixel. */
export function lineThrough(places: readonly (readonly [number, number])[]): string {
  return places.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`).join('')
}
